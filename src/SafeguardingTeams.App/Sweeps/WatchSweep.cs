using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Looks, for every Rapid Review under way, at what others do in Outlook and SharePoint: how invitations were answered (B14), and whether
/// exactly those can open its folders who should (B9, B10, B13). What is other than recorded becomes part of the case. So are the group's
/// own meetings that are to come. Within what Graph allows: which cases, and how often, says <see cref="WatchOrder"/>.
/// </summary>
internal sealed partial class WatchSweep(
    IRows rows,
    IMailbox mailbox,
    IFolders folders,
    FolderAccessBook book,
    FolderAlarm alarm,
    BusyWatch busy,
    GroupMeetingsWatch groupMeetings,
    WatchOrder watchOrder,
    Invitations invitations,
    CommandRunner commands,
    LondonClock clock,
    Heartbeat heartbeat,
    ILogger<WatchSweep> logger
) : IWatchSweep
{
    /// <summary>
    /// So often SharePoint is asked in one sweep who has access, or once more for a whole case: it takes 300 such calls in five minutes,
    /// and units for 250 in a minute, of which the work itself needs its part.
    /// </summary>
    internal const int MaxCalls = 180;

    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await Spans.RunAsync("sweep", [("sweep", Heartbeat.Watch)], () => SweepAsync(cancellationToken));

    private async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await watchOrder.DueAsync(cancellationToken);
        var access = new AccessLook(folders);
        var (looked, seen) = (0, 0);
        foreach (var (id, hasEnded) in due)
        {
            if (access.Calls >= MaxCalls)
            {
                // Those that were not looked at for longest are first the next time.
                break;
            }

            looked++;
            Func<CaseFile, CancellationToken, Task> foldersAsync = (file, stop) => FoldersAsync(file, access, stop);
            var (saw, isHeldBack) = hasEnded
                ? await LookAsync(id, cancellationToken, foldersAsync)
                : await LookAsync(id, cancellationToken, foldersAsync, AnswersAsync, busy.LookAsync);
            seen += saw;
            await watchOrder.LookedAsync(id, cancellationToken);
            if (isHeldBack)
            {
                break;
            }
        }

        var meetings = await groupMeetings.LookAsync(cancellationToken);
        looked += meetings.Looked;
        if (looked == 0 || seen + meetings.Seen > 0)
        {
            // A watch that could see nothing at all has not watched: its heartbeat grows old, and somebody is told.
            await heartbeat.BeatAsync(Heartbeat.Watch, cancellationToken);
        }

        return looked;
    }

    /// <summary>
    /// Looks at one case: what cannot be looked at keeps nobody from the rest, and no case from the others. Returns how many looks
    /// succeeded, and whether Microsoft 365 asks to be left alone: then nobody asks any more.
    /// </summary>
    private async Task<(int Seen, bool IsHeldBack)> LookAsync(
        CaseId id,
        CancellationToken cancellationToken,
        params Func<CaseFile, CancellationToken, Task>[] looks
    )
    {
        var seen = 0;
        CaseFile? file = null;
        foreach (var look in looks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                file ??= (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
                await look(file, cancellationToken);
                seen++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, id, e is ReconcileStopped stopped ? stopped.End.GetType().Name : Faults.TypeOf(e), Faults.StackOf(e));
                if (e is ReconcileStopped { End: ReconcileResult.Later { IsHeldBack: true } })
                {
                    return (seen, true);
                }
            }
        }

        return (seen, false);
    }

    private async Task AnswersAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (
            file.Review.Meeting is not { } meeting
            || await rows.FindAsync(Keys.Checkpoint(file.Id, MeetingReconciler.Subject), cancellationToken) is not { } checkpoint
            || MeetingReconciler.EventOf(checkpoint.Fields, meeting.Number) is not { Length: > 0 } eventId
        )
        {
            return;
        }

        if (await mailbox.ReadEventAsync(eventId, cancellationToken).FoundAsync() is not { IsCancelled: false } planned)
        {
            if (
                (await invitations.OfAsync(file, cancellationToken)).Planned is { } to
                && MeetingReconciler.ToLook(file, to, checkpoint, clock.Now).ToImmutableList() is { IsEmpty: false } look
            )
            {
                await rows.CommitAsync(look, cancellationToken);
            }

            return;
        }

        if ((await invitations.OfAsync(file, cancellationToken)).Planned is not { } invited)
        {
            return;
        }

        var (of, unmatched) = EventAnswers.Read(planned, invited.Invitees);
        var answers = file
            .Review.Attendees.Where(attendee => of.ContainsKey(attendee.Contact.Email))
            .ToImmutableSortedDictionary(attendee => attendee.Key, attendee => of[attendee.Contact.Email], StringComparer.Ordinal);
        if (
            unmatched != file.Review.AnswersUnmatched
            || file.Review.Attendees.Exists(attendee => answers.TryGetValue(attendee.Key, out var answer) && answer != attendee.Answer)
        )
        {
            await commands.RunAsync(
                new RecordAnswers(file.Id, answers) { Unmatched = unmatched },
                $"answers-{file.Version}",
                SystemActor.Instance,
                cancellationToken
            );
        }
    }

    private async Task FoldersAsync(CaseFile file, AccessLook access, CancellationToken cancellationToken)
    {
        await FolderAsync(file.Id, "", PackReconciler.Job(file.Id), 0, PackReconciler.Noted, access, cancellationToken);
        foreach (var (agency, i) in file.Review.Agencies.Select((agency, i) => (agency, i)).Where(one => !one.agency.IsToBeAsked))
        {
            var job = FolderReconciler.Job(file.Id, agency.Key);
            await FolderAsync(file.Id, agency.Key, job, i + 1, FolderReconciler.Noted, access, cancellationToken);
        }
    }

    private async Task FolderAsync(
        CaseId id,
        string agency,
        ReconcileJob repair,
        int nth,
        Func<IReadOnlyDictionary<string, string>, ImmutableList<OpenFolder>> noted,
        AccessLook access,
        CancellationToken cancellationToken
    )
    {
        if (
            await rows.FindAsync(Keys.Checkpoint(id, repair.Subject), cancellationToken) is not { } checkpoint
            || noted(checkpoint.Fields) is not { IsEmpty: false } all
            || Checkpoint.IsLeased(checkpoint, clock.Now)
        )
        {
            // Not made yet, or being changed at this moment.
            return;
        }

        var fault = await book.WrongAsync(all, access, cancellationToken);
        if (!fault.IsNone)
        {
            Alarms.Drifted();
        }

        var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
        await alarm.SayAndRepairAsync(file, agency, fault, repair, nth, checkpoint, cancellationToken);
    }

    [LoggerMessage(
        EventId = 3201,
        Level = LogLevel.Warning,
        Message = "Outlook and SharePoint could not be looked at for case {CaseId}: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, CaseId caseId, string fault, string? stack);
}

/// <summary>Looks at what others do in Outlook and SharePoint.</summary>
public interface IWatchSweep
{
    /// <summary>Looks at everything that is watched, and beats, unless every look failed. Returns how many cases.</summary>
    Task<int> RunAsync(CancellationToken cancellationToken);
}

/// <summary>For a host that reaches neither.</summary>
internal sealed class NothingToWatch(Heartbeat heartbeat) : IWatchSweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await heartbeat.BeatAsync(Heartbeat.Watch, cancellationToken);
        return 0;
    }
}
