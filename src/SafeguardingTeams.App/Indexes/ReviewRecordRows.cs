using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Indexes;

/// <summary>The index rows of a review: tasks, due times, what it is about, what is open; without any text of it.</summary>
internal static class ReviewRecordRows
{
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(ReviewFile file)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Stage == ReviewStage.NotStarted)
        {
            return rows;
        }

        Dictionary<string, string> line = new()
        {
            ["case"] = file.Ref.ToString(),
            ["stage"] = file.StageName,
            ["since"] = Instant(file.ProposedAt),
        };
        if (!file.IsOver)
        {
            rows[Keys.OpenLine(file.Ref)] = new()
            {
                ["record"] = file.Ref.ToString(),
                ["kind"] = file.Plan!.Kind.ToString(),
                ["stage"] = file.StageName,
                ["due"] = file.Limit is { } due ? GroupRows.Iso(due) : "",
                ["aside"] = string.Join(',', file.Assigned.SelectMany(one => one.StoodAside.Select(id => $"{one.Role}:{id}"))),
                ["handed"] = string.Join(
                    ',',
                    file.Assigned.Where(one => one.HandedTo.Length > 0).Select(one => $"{one.Role}:{one.HandedTo}")
                ),
            };
        }

        foreach (var task in ReviewTask.Of(file).Select(one => one.Task).Concat(ReviewTask.OfAgencies(file)))
        {
            var (key, fields) = RowProjection.Task(task, file.Ref, line, file.AssignmentOf(task.For), file.ProposedAt);
            rows[key] = fields;
        }

        foreach (var clock in file.Clocks.Where(clock => clock.NextChase is not null))
        {
            rows[Keys.DueLine(clock.NextChase!.At, file.Ref, clock.Deadline.TimescaleId)] = new()
            {
                ["case"] = file.Ref.ToString(),
                ["timescale"] = clock.Deadline.TimescaleId,
            };
        }

        foreach (var one in file.Recommendations.Where(one => one.Stands))
        {
            foreach (
                var prefix in one
                    .Plan.Themes.Select(theme => Keys.RecommendedOn(theme.Id))
                    .Concat(one.Plan.Bodies.Select(body => Keys.RecommendedTo(body.AgencyId)))
            )
            {
                var number = one.Number.ToString(CultureInfo.InvariantCulture);
                rows[$"{prefix}{file.Ref}|{number}"] = new() { ["record"] = file.Ref.ToString(), ["number"] = number };
            }
        }

        foreach (
            var parts in file
                .People.Select(person => person.PersonId)
                .Distinct()
                .Select(id => (Id: id, ReviewPermissions.PartsOf(file, id)))
        )
        {
            if (parts.Item2.Any())
            {
                rows[$"{Keys.Papers(parts.Id)}{file.Ref}"] = new()
                {
                    ["record"] = file.Ref.ToString(),
                    ["kind"] = file.Plan!.Kind.ToString(),
                    ["parts"] = string.Join(',', parts.Item2.Select(person => person.Who.Role).Distinct()),
                };
            }
        }

        foreach (var subject in file.Plan!.Subjects)
        {
            rows[Keys.LinkLine(file.Ref, subject)] = new() { ["record"] = subject.ToString() };
            rows[Keys.LinkLine(subject, file.Ref)] = new() { ["record"] = file.Ref.ToString() };
        }

        return rows;
    }

    /// <summary>Of the rows of all open reviews those somebody has a part in; a lead who stood aside has none (F2).</summary>
    internal static IEnumerable<Row> Seen(IReadOnlyList<Row> open, Actor actor) =>
        !ReviewPermissions.SeesAll(actor)
            ? []
            : open.Where(row =>
            {
                var (aside, handed) = (Pairs(row["aside"]), Pairs(row["handed"]));
                return ReviewPermissions
                    .Reading.Where(actor.MayHold.Contains)
                    .Any(role => actor.Holds(role, new([.. aside[role]], false, handed[role].FirstOrDefault() ?? "")));
            });

    private static ILookup<Role, string> Pairs(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':', 2))
            .ToLookup(one => Enum.Parse<Role>(one[0]), one => one[1]);

    private static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
