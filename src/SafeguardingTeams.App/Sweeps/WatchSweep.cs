using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Meeting;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Looks, for every Rapid Review under way, at what others do in Outlook and SharePoint: how invitations were answered (B14), and whether
/// exactly those can open the secured folders who should (B9). What is other than recorded becomes part of the case.
/// </summary>
internal sealed partial class WatchSweep(IRows rows, IMailbox mailbox, FolderAccessBook book, BusyWatch busy, CommandRunner commands, LondonClock clock, ILogger<WatchSweep> logger) : IWatchSweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var watched = await rows.ReadAsync(Keys.Watched, cancellationToken);
        foreach (var id in watched.Select(row => CaseId.Parse(row["case"])))
        {
            try
            {
                var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
                await AnswersAsync(file, cancellationToken);
                await busy.LookAsync(file, cancellationToken);
                foreach (var agency in file.Review.Agencies.Where(agency => agency.AskedAt is not null))
                {
                    await FolderAsync(id, agency.Key, cancellationToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One case that cannot be looked at keeps nobody from the others.
                LogFailed(logger, id, e is ErrandStopped stopped ? stopped.End.GetType().Name : e.GetType().Name);
            }
        }

        return watched.Count;
    }

    private async Task AnswersAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Review.Meeting is not { } meeting || await rows.FindAsync(Keys.Note(file.Id, MeetingErrands.Subject), cancellationToken) is not { } note
            || MeetingErrands.EventOf(note.Fields, meeting.Number) is not { Length: > 0 } eventId
            || await mailbox.ReadEventAsync(eventId, cancellationToken).FoundAsync() is not { IsCancelled: false } planned)
        {
            return;
        }

        var answers = file.Review.Attendees.Where(attendee => planned.Invitees.ContainsKey(attendee.Contact.Email.ToLowerInvariant()))
            .ToImmutableSortedDictionary(attendee => attendee.Key, attendee => Of(planned.Invitees[attendee.Contact.Email.ToLowerInvariant()]), StringComparer.Ordinal);
        if (file.Review.Attendees.Exists(attendee => answers.TryGetValue(attendee.Key, out var answer) && answer != attendee.Answer))
        {
            await commands.RunAsync(new RecordAnswers(file.Id, answers), $"answers-{file.Version}", SystemActor.Instance, cancellationToken);
        }
    }

    private async Task FolderAsync(CaseId id, string agency, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(Keys.Note(id, FolderErrands.Subject(agency)), cancellationToken) is not { } note
            || note["secured"].Length == 0 || !note.Fields.ContainsKey("should") || ErrandNote.IsHeld(note, clock.Now))
        {
            // Not made yet, or being changed at this moment.
            return;
        }

        var should = note["should"].Split(',', StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong = await book.WrongAsync(Library.SecuredRecords, note["secured"], should, cancellationToken);
        await FolderErrands.ReportAsync(commands, (await StoredCase.LoadAsync(rows, id, cancellationToken)).File, agency, wrong, cancellationToken);
    }

    private static Answered Of(InvitationAnswer answer) => answer switch
    {
        InvitationAnswer.None => Answered.NotYet,
        InvitationAnswer.Accepted => Answered.Accepted,
        InvitationAnswer.Tentative => Answered.Tentative,
        InvitationAnswer.Declined => Answered.Declined,
    };

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Outlook and SharePoint could not be looked at for case {CaseId}: {Fault}")]
    private static partial void LogFailed(ILogger logger, CaseId caseId, string fault);
}

/// <summary>Looks at what others do in Outlook and SharePoint.</summary>
public interface IWatchSweep
{
    /// <summary>Looks at everything that is watched. Returns how many cases.</summary>
    Task<int> RunAsync(CancellationToken cancellationToken);
}

/// <summary>For a host that reaches neither.</summary>
internal sealed class NothingToWatch : IWatchSweep
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => Task.FromResult(0);
}
