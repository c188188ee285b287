using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.Indexes;

/// <summary>The index rows of an action: tasks, due times, what it comes from, what is open; without any text of it.</summary>
internal static class ActionRows
{
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(ActionFile file)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (file.Stage == ActionStage.NotStarted)
        {
            return rows;
        }

        Dictionary<string, string> line = new()
        {
            ["case"] = file.Ref.ToString(),
            ["stage"] = file.StageName,
            ["since"] = Instant(file.AgreedAt),
        };
        var tasks = ActionTask.Of(file);
        if (!file.IsEnded)
        {
            var due = file.Clocks.Find(clock => clock.Runs)?.Deadline;
            rows[Keys.OpenLine(file.Ref)] = new()
            {
                ["record"] = file.Ref.ToString(),
                ["stage"] = file.StageName,
                ["owner"] = file.Owner!.PersonId,
                ["agency"] = file.Owner.AgencyId,
                ["agencyName"] = file.Owner.AgencyName,
                ["due"] = due?.DueDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                ["dueAt"] = due is null ? "" : Instant(due.DueAt),
                ["asked"] = tasks.Exists(one => one.Task.For == Role.ActionOwner) ? "owner" : "",
                ["listed"] = file.IsListedForMeeting ? "yes" : "no",
            };
        }

        foreach (var (task, _) in tasks)
        {
            var (key, fields) = RowProjection.Task(task, file.Ref, line, file.AssignmentOf(task.For), file.AgreedAt);
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

        rows[Keys.LinkLine(file.Ref, file.Source!.Record)] = new() { ["record"] = file.Source.Record.ToString() };
        var link = rows[Keys.LinkLine(file.Source.Record, file.Ref)] = new() { ["record"] = file.Ref.ToString() };
        if (file.Answer.Length > 0)
        {
            link["said"] = file.Answer;
        }

        return rows;
    }

    /// <summary>Of the rows of all open actions those somebody has a part in, by list; a list they do not have is not there (F2).</summary>
    internal static IReadOnlyDictionary<ActionScope, IReadOnlyList<Row>> Lists(IReadOnlyList<Row> open, Actor actor)
    {
        var lists = new SortedDictionary<ActionScope, IReadOnlyList<Row>>();
        if (open.Where(row => row["owner"] == actor.PersonId).ToList() is { Count: > 0 } mine)
        {
            lists[ActionScope.Mine] = mine;
        }

        if (actor.Roles.Contains(Role.GroupMember))
        {
            lists[ActionScope.Agency] = [.. open.Where(row => row["agency"].Length > 0 && row["agency"] == actor.AgencyId)];
        }

        if (ActionPermissions.SeesAll(actor))
        {
            lists[ActionScope.All] = open;
        }

        return lists;
    }

    /// <summary>What is late, or due by a day, of each owner who has an account: what waits for them, and not for the Chair.</summary>
    internal static IEnumerable<(string Owner, ImmutableList<DigestLine> Lines)> Digests(
        IReadOnlyList<Row> open,
        DateTimeOffset now,
        DateOnly until
    ) =>
        from row in open
        where row["owner"].Length > 0 && row["due"].Length > 0 && row["asked"] == "owner"
        let line = new DigestLine(
            RecordRef.Parse(row["record"]),
            DateOnly.ParseExact(row["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(row["dueAt"], CultureInfo.InvariantCulture) <= now
        )
        where line.Late || line.Due <= until
        group line by row["owner"] into theirs
        select (theirs.Key, theirs.OrderBy(line => line.Record.Id, StringComparer.Ordinal).ToImmutableList());

    private static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
