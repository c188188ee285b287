using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Asks Outlook when those who are to come are busy on the days the meeting may be held (B11), and keeps it for the card that plans it:
/// no card waits for Outlook. Whose calendar Outlook does not know is left out.
/// </summary>
internal sealed class BusyWatch(IRows rows, IMailbox mailbox, IPeople people, CurrentRules currentRules, LondonClock clock)
{
    private const int MaxPeople = 20;

    /// <summary>Looks, and keeps what is new.</summary>
    /// <exception cref="ReconcileStopped">Outlook did not say.</exception>
    internal async Task LookAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var coming = Coming(file);
        if (!file.MeetingIsAhead || file.Review.Meeting is { } meeting && meeting.Start < clock.Now || coming.IsEmpty)
        {
            return;
        }

        var (earliest, latest) = MeetingWindow.Of(file, currentRules.Calendar, clock.Today);
        if (latest < clock.Today)
        {
            return;
        }

        var busy = await mailbox
            .FreeBusyAsync([.. coming.Keys], London.Instant(earliest, new(8, 0)), London.Instant(latest, new(18, 0)), cancellationToken)
            .ValueAsync();
        var fields = busy.Where(one => coming.ContainsKey(one.Address))
            .Select((one, i) => ($"p{i.ToString("D2", CultureInfo.InvariantCulture)}", BusyWords.Of(coming[one.Address], one.Busy)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        if (await rows.FindAsync(Keys.Busy(file.Id), cancellationToken) is not { } known || !Same(known, fields))
        {
            await rows.CommitAsync([new RowWrite.Put(Keys.Busy(file.Id), fields)], cancellationToken);
        }
    }

    private ImmutableSortedDictionary<string, string> Coming(CaseFile file) =>
        file
            .Review.Attendees.Select(attendee => (attendee.Contact.Email, attendee.Contact.Display))
            .Concat(
                people
                    .Actors(clock.Today)
                    .Where(person => person.RolesFor(file).Contains(Role.Chair))
                    .Select(person => (person.Email, person.Display))
            )
            .Where(one => one.Email.Length > 0)
            .DistinctBy(one => one.Email.ToLowerInvariant())
            .Take(MaxPeople)
            .ToImmutableSortedDictionary(one => one.Email.ToLowerInvariant(), one => one.Display, StringComparer.Ordinal);

    private static bool Same(Row known, Dictionary<string, string> fields) =>
        known.Fields.Count(field => field.Key != "Timestamp") == fields.Count && fields.All(field => known[field.Key] == field.Value);
}

/// <summary>What Outlook said last about when people are busy.</summary>
public sealed class WhenBusy(IRows rows)
{
    /// <summary>A line for each of whom Outlook knows the calendar.</summary>
    internal async Task<IReadOnlyList<string>> OfAsync(CaseId id, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Busy(id), cancellationToken) is { } row
            ?
            [
                .. row
                    .Fields.Where(field => field.Key.StartsWith('p'))
                    .OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => field.Value),
            ]
            : [];
}
