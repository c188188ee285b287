using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// The rules in force: the partnership's file, and what people have changed since and is kept in storage: amendments of
/// the bank holidays, absences. Read anew when older than half a minute, so that every process has them soon.
/// </summary>
public sealed class InForce(IRows rows, PartnershipFile file)
{
    private long? _readAt;

    private long _calendarAt = Stopwatch.GetTimestamp();

    /// <summary>How old what was read may be.</summary>
    internal TimeSpan Fresh { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The working-day calendar with its amendments.</summary>
    public WorkingDayCalendar Calendar { get; private set; } = BankHolidays.Calendar;

    /// <summary>Whether it has been in force here for so long that no other process counts by an earlier one.</summary>
    internal bool EverybodyHasTheCalendar => Stopwatch.GetElapsedTime(_calendarAt) / 2 >= Fresh;

    /// <summary>The partnership's office hours.</summary>
    public OfficeHours Office { get; } = file.Contacts.OfficeHours;

    /// <summary>What is pinned to a case that starts now (decision 9).</summary>
    public PinnedRules Pinned { get; } = new(file.GuidanceEdition, Timescales.All.ToImmutableSortedDictionary(
        timescale => timescale.Id, timescale => file.Limits.GetValueOrDefault(timescale.Id, timescale.Number), StringComparer.Ordinal));

    /// <summary>The amendments, by day.</summary>
    public ImmutableList<Amendment> Amendments { get; private set; } = [];

    /// <summary>Who is away, and when.</summary>
    public ImmutableList<Absence> Absences { get; private set; } = [];

    /// <summary>Whether deadlines are still to be counted again by the calendar as it is now.</summary>
    internal bool RecountWaits { get; private set; }

    /// <summary>Whether somebody is away on a day.</summary>
    public bool IsAway(string personId, DateOnly day) => Absences.Exists(absence => absence.PersonId == personId && absence.From <= day && day <= absence.To);

    /// <summary>Reads what is stored, unless that was done within half a minute.</summary>
    /// <param name="always">Whether to read however fresh it is.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task RefreshAsync(bool always, CancellationToken cancellationToken)
    {
        if (!always && _readAt is { } at && Stopwatch.GetElapsedTime(at) < Fresh)
        {
            return;
        }

        var stored = await rows.ReadAsync(Keys.Rules, cancellationToken);
        Amendments = [.. stored.Where(row => row.Key.StartsWith(Keys.Holidays, StringComparison.Ordinal)).Select(Amendment.From)];
        Absences = [.. stored.Where(row => row.Key.StartsWith(Keys.Away, StringComparison.Ordinal)).Select(Absence.Of)];
        var version = Amendments.IsEmpty ? BankHolidays.Calendar.Version : Version(Amendments);
        if (version != Calendar.Version)
        {
            // As long as nothing is amended it stays the same object: whoever holds on to it can tell.
            Calendar = BankHolidays.Calendar.WithAmendments(
                Amendments.Where(amendment => amendment.IsHoliday).Select(amendment => amendment.Day),
                Amendments.Where(amendment => !amendment.IsHoliday).Select(amendment => amendment.Day),
                version);
            _calendarAt = Stopwatch.GetTimestamp();
        }

        RecountWaits = (stored.FirstOrDefault(row => row.Key == Keys.Counted)?["version"] ?? BankHolidays.Calendar.Version) != Calendar.Version;
        _readAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Names the list with its amendments: the same wherever and whenever it is read.</summary>
    private static string Version(ImmutableList<Amendment> amendments) =>
        $"{BankHolidays.Calendar.Version}.{string.Join('.', amendments.Select(amendment => $"{(amendment.IsHoliday ? "plus" : "minus")}-{amendment.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}"))}";
}

/// <summary>A bank holiday announced late, or taken back.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsHoliday">Whether it is one now.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who amended the list.</param>
public sealed record Amendment(DateOnly Day, bool IsHoliday, string Reason, string By)
{
    internal Dictionary<string, string> Fields() => new() { ["day"] = Iso(Day), ["holiday"] = IsHoliday ? "yes" : "no", ["reason"] = Reason, ["by"] = By };

    internal static Amendment From(Row row) => new(Parse(row["day"]), row["holiday"] == "yes", row["reason"], row["by"]);

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Somebody is away, first and last day included; what waits for them goes to their deputies (decision 17).</summary>
public sealed record Absence(string PersonId, DateOnly From, DateOnly To)
{
    /// <summary>Whether the deputies have been told.</summary>
    internal bool Told { get; init; }

    /// <summary>Which state of its row this is: what has been taken back or changed meanwhile is not written over.</summary>
    internal string ETag { get; init; } = "";

    internal Dictionary<string, string> Fields() => new() { ["person"] = PersonId, ["from"] = Amendment.Iso(From), ["to"] = Amendment.Iso(To), ["told"] = Told ? "yes" : "no" };

    internal static Absence Of(Row row) => new(row["person"], Amendment.Parse(row["from"]), Amendment.Parse(row["to"])) { Told = row["told"] == "yes", ETag = row.ETag };
}
