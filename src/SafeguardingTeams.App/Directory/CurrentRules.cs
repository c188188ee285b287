using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// The rules in force: the partnership's file, and the group as it is now, by the rows of its record (people, seats, meetings ahead,
/// absences, amendments of the bank holidays). Read anew when older than half a minute, so that every process has them soon.
/// </summary>
public sealed class CurrentRules(IRows rows, PartnershipFile file)
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

    /// <summary>People, agencies and tenants by the partnership's file: where a partnership begins (PD17).</summary>
    internal Roster Configured { get; } = file.Roster();

    /// <summary>What is pinned to a case that starts now (PD9).</summary>
    public PinnedRules Pinned { get; } =
        new(
            file.GuidanceEdition,
            Timescales.Configurable.ToImmutableSortedDictionary(
                timescale => timescale.Id,
                timescale => file.Limits.GetValueOrDefault(timescale.Id, timescale.Number),
                StringComparer.Ordinal
            )
        );

    /// <summary>The group as it is now, without its history: seats, meetings ahead, absences, bank holidays, holders of roles.</summary>
    public GroupFile Group { get; private set; } = new();

    /// <summary>When the group meets next, that day included; null where no meeting is planned.</summary>
    internal DateOnly? NextMeeting(DateOnly today) =>
        Group.Meetings.Where(day => day >= today).Select(day => (DateOnly?)day).FirstOrDefault();

    /// <summary>Whether who is invited to Rapid Review meetings is still to follow the seats as they are now (E2).</summary>
    internal bool SeatsAreToBeFollowed { get; private set; }

    /// <summary>Names the seats as they are now: the same wherever and whenever they are read.</summary>
    internal string SeatsVersion { get; private set; } = "";

    /// <summary>Whether deadlines are still to be recalculated by the calendar as it is now.</summary>
    internal bool RecalculationWaits { get; private set; }

    /// <summary>Whether a copy of the table was put back, and reminders wait until a person has looked.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Names what the record says of people: another where that has changed.</summary>
    internal string PeopleVersion { get; private set; } = "";

    /// <summary>Whether somebody is away on a day.</summary>
    public bool IsAway(string personId, DateOnly day) =>
        Group.Absences.Exists(absence => absence.PersonId == personId && absence.From <= day && day <= absence.To);

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
        Group = GroupRows.Read(stored);
        PeopleVersion = Fingerprint(
            stored.Where(row => row.Key.StartsWith(Keys.PeopleOnRecord, StringComparison.Ordinal)).Select(row => row["person"])
        );
        var version = Group.BankHolidays.IsEmpty ? BankHolidays.Calendar.Version : Version(Group.BankHolidays.Values);
        if (version != Calendar.Version)
        {
            // As long as nothing is amended it stays the same object: whoever holds on to it can tell.
            Calendar = BankHolidays.Calendar.WithAmendments(
                Group.BankHolidays.Values.Where(amendment => amendment.IsHoliday).Select(amendment => amendment.Day),
                Group.BankHolidays.Values.Where(amendment => !amendment.IsHoliday).Select(amendment => amendment.Day),
                version
            );
            _calendarAt = Stopwatch.GetTimestamp();
        }

        IsHeld = stored.Any(row => row.Key == Keys.Held);
        RecalculationWaits =
            (stored.FirstOrDefault(row => row.Key == Keys.Counted)?["version"] ?? BankHolidays.Calendar.Version) != Calendar.Version;
        SeatsVersion = Fingerprint(
            stored.Where(row => row.Key.StartsWith(Keys.Seats, StringComparison.Ordinal)).Select(row => row["seat"])
        );
        SeatsAreToBeFollowed = !Group.Seats.IsEmpty && stored.FirstOrDefault(row => row.Key == Keys.Followed)?["version"] != SeatsVersion;
        _readAt = Stopwatch.GetTimestamp();
    }

    /// <summary>A short name of some text that is the same whenever the text is.</summary>
    internal static string Fingerprint(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..16];

    /// <summary>Names the list with its amendments: the same wherever and whenever it is read.</summary>
    private static string Version(IEnumerable<BankHolidayAmendment> amendments) =>
        $"{BankHolidays.Calendar.Version}."
        + string.Join(
            '.',
            amendments.Select(amendment =>
                $"{(amendment.IsHoliday ? "plus" : "minus")}-{amendment.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}"
            )
        );
}
