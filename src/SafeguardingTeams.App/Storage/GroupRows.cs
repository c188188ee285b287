using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// The rows of the group's record: its state now, as every process reads it within half a minute, so that no command on another record
/// replays its events; and what it puts on the lists of all kinds of record.
/// </summary>
internal static class GroupRows
{
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Of(GroupFile group)
    {
        var rows = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        if (group.Stage == GroupStage.NotOpened)
        {
            return rows;
        }

        rows[Keys.OpenLine(group.Ref)] = new() { ["record"] = group.Ref.ToString(), ["stage"] = group.StageName };
        rows[Keys.Holders] = new()
        {
            ["holders"] = string.Join(',', (group.Holders ?? []).Select(holder => $"{holder.Role}|{holder.PersonId}")),
            ["notedAt"] = group.HoldersNotedAt.ToString(CultureInfo.InvariantCulture),
        };
        if (group.LastYearEnded is { } ended)
        {
            rows[Keys.YearEnded] = new() { ["year"] = ended.ToString(CultureInfo.InvariantCulture) };
        }

        foreach (var person in group.People.Values)
        {
            rows[Keys.PersonLine(person.Id)] = new() { ["person"] = StoredJson.Write(person) };
        }

        if (group.AccessAskedFor is { } quarter)
        {
            rows[Keys.AccessAsked] = new() { ["quarter"] = Iso(quarter) };
        }

        foreach (var amendment in group.BankHolidays.Values)
        {
            rows[Keys.Holiday(amendment.Day)] = new()
            {
                ["day"] = Iso(amendment.Day),
                ["holiday"] = amendment.IsHoliday ? "yes" : "no",
                ["reason"] = amendment.Reason,
                ["by"] = amendment.By,
            };
        }

        foreach (var absence in group.Absences)
        {
            rows[Keys.AwayLine(absence.PersonId, absence.From)] = new()
            {
                ["person"] = absence.PersonId,
                ["from"] = Iso(absence.From),
                ["to"] = Iso(absence.To),
                ["told"] = absence.PutBeforeDeputies ? "yes" : "no",
            };
        }

        foreach (var seat in group.Seats.Values)
        {
            rows[Keys.SeatLine(seat.Id)] = new() { ["seat"] = StoredJson.Write(seat) };
        }

        foreach (var day in group.Meetings)
        {
            rows[Keys.ScheduledLine(day)] = new() { ["day"] = Iso(day) };
        }

        for (var i = 0; i < group.Themes.Count; i++)
        {
            rows[Keys.ListedTheme(i)] = new()
            {
                ["id"] = group.Themes[i].Id,
                ["name"] = group.Themes[i].Name,
                ["retired"] = group.Themes[i].RetiredBecause,
            };
        }

        for (var i = 0; i < group.Plan.Count; i++)
        {
            if (group.Plan[i] is { IsToCome: true } entry)
            {
                rows[Keys.PlannedEntry(i)] = new()
                {
                    ["id"] = entry.Id,
                    ["what"] = entry.What,
                    ["kind"] = entry.Kind.ToString(),
                    ["on"] = Iso(entry.On),
                };
            }
        }

        foreach (var clock in group.Clocks.Where(clock => clock.NextChase is not null))
        {
            rows[Keys.DueLine(clock.NextChase!.At, group.Ref, clock.Deadline.TimescaleId)] = new()
            {
                ["case"] = group.Ref.ToString(),
                ["timescale"] = clock.Deadline.TimescaleId,
            };
        }

        foreach (var retained in group.Retained.Values.Where(one => one.IsOpen))
        {
            rows[Keys.RetainedLine(retained.Record)] = new() { ["retained"] = StoredJson.Write(retained) };
        }

        if (group.Terms is { } terms)
        {
            rows[Keys.Terms] = new()
            {
                ["agreed"] = Iso(terms.AgreedOn),
                ["review"] = Iso(terms.ReviewBy),
                ["where"] = terms.Where,
            };
            if (group.Meetings.LastOrDefault(day => day > terms.AgreedOn && day <= terms.ReviewBy) is { Year: > 1 } meeting)
            {
                rows[Keys.AgendaLine(Iso(meeting), group.Ref)] = new()
                {
                    ["record"] = group.Ref.ToString(),
                    ["asked"] = "terms-of-reference",
                };
            }
        }

        return rows;
    }

    /// <summary>
    /// What the rows say: the group as it is now, without its history, and of its forward plan what is to come. Rows of absences and bank
    /// holidays that were kept before there was a record are read too; of these the author is not known.
    /// </summary>
    internal static GroupFile Read(IReadOnlyList<Row> rows)
    {
        IEnumerable<Row> Of(string prefix) => rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));
        var holders = rows.FirstOrDefault(row => row.Key == Keys.Holders);
        return new()
        {
            Stage = holders is null ? GroupStage.NotOpened : GroupStage.Open,
            Holders = holders is null ? null : [.. holders["holders"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Holder)],
            HoldersNotedAt = holders is null ? 0 : int.Parse(holders["notedAt"], CultureInfo.InvariantCulture),
            LastYearEnded = rows.FirstOrDefault(row => row.Key == Keys.YearEnded) is { } ended
                ? int.Parse(ended["year"], CultureInfo.InvariantCulture)
                : null,
            BankHolidays = Of(Keys.Holidays)
                .Select(row => new BankHolidayAmendment(Day(row["day"]), row["holiday"] == "yes", row["reason"], row["by"]))
                .ToImmutableSortedDictionary(amendment => amendment.Day, amendment => amendment),
            People = Of(Keys.PeopleOnRecord)
                .Select(row => StoredJson.ReadPerson(row["person"]))
                .ToImmutableSortedDictionary(person => person.Id, person => person, StringComparer.Ordinal),
            AccessAskedFor = rows.FirstOrDefault(row => row.Key == Keys.AccessAsked) is { } asked ? Day(asked["quarter"]) : null,
            Absences =
            [
                .. Of(Keys.Away)
                    .Select(row => new RecordedAbsence(row["person"], Day(row["from"]), Day(row["to"]), "", row["told"] == "yes")),
            ],
            Seats = Of(Keys.Seats)
                .Select(row => StoredJson.ReadSeat(row["seat"]))
                .ToImmutableSortedDictionary(seat => seat.Id, seat => seat, StringComparer.Ordinal),
            Meetings = [.. Of(Keys.Scheduled).Select(row => Day(row["day"]))],
            Plan =
            [
                .. Of(Keys.PlannedAhead)
                    .Select(row => new PlanEntry(row["id"], row["what"], Enum.Parse<PlanKind>(row["kind"]), Day(row["on"]))),
            ],
            Themes = [.. Of(Keys.ListedThemes).Select(row => new Theme(row["id"], row["name"], row["retired"]))],
            Retained = Of(Keys.Retained)
                .Select(row => StoredJson.ReadRetained(row["retained"]))
                .ToImmutableSortedDictionary(one => one.Record.ToString(), one => one, StringComparer.Ordinal),
            Terms = rows.FirstOrDefault(row => row.Key == Keys.Terms) is { } terms
                ? new(Day(terms["agreed"]), Day(terms["review"]), terms["where"])
                : null,
        };
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RoleHolder Holder(string text) =>
        text.Split('|') is [var role, var person]
            ? new(Enum.Parse<Role>(role), person)
            : throw new FormatException("A holder of a role is a role and a person.");
}
