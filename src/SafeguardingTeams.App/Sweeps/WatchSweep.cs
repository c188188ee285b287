using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
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
/// exactly those can open its folders who should (B9, B10, B13). What is other than recorded becomes part of the case. Once access has
/// ended its folders are looked at about once a day, a few cases at a time. So are the group's own meetings that are to come.
/// </summary>
internal sealed partial class WatchSweep(
    IRows rows,
    IMailbox mailbox,
    FolderAccessBook book,
    BusyWatch busy,
    GroupMeetingsWatch groupMeetings,
    Invitations invitations,
    CommandRunner commands,
    LondonClock clock,
    Heartbeat heartbeat,
    ILogger<WatchSweep> logger
) : IWatchSweep
{
    /// <summary>Of the cases whose access has ended, looked at in one sweep.</summary>
    private const int MaxEnded = 10;

    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await Spans.RunAsync("sweep", [("sweep", Heartbeat.Watch)], () => SweepAsync(cancellationToken));

    private async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var watched = (await rows.ReadAsync(Keys.Watched, cancellationToken)).ToLookup(
            row => row["ended"] == "yes",
            row => CaseId.Parse(row["case"])
        );
        var seen = 0;
        foreach (var id in watched[false])
        {
            seen += await LookAsync(id, cancellationToken, FoldersAsync, AnswersAsync, busy.LookAsync);
        }

        var ended = watched[true].Any() ? await NotLookedAtTodayAsync(watched[true], cancellationToken) : [];
        foreach (var id in ended)
        {
            seen += await LookAsync(id, cancellationToken, FoldersAsync);
            await rows.CommitAsync(
                [new RowWrite.Put(Keys.LookedLine(id), new Dictionary<string, string> { ["case"] = id.Value, ["on"] = Today })],
                cancellationToken
            );
        }

        var meetings = await groupMeetings.LookAsync(cancellationToken);
        var looked = watched[false].Count() + ended.Count + meetings.Looked;
        if (looked == 0 || seen + meetings.Seen > 0)
        {
            // A watch that could see nothing at all has not watched: its heartbeat grows old, and somebody is told.
            await heartbeat.BeatAsync(Heartbeat.Watch, cancellationToken);
        }

        return looked;
    }

    private string Today => clock.Today.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Those that were not looked at for longest come first, so that none that fails keeps the others waiting.</summary>
    private async Task<ImmutableList<CaseId>> NotLookedAtTodayAsync(IEnumerable<CaseId> ended, CancellationToken cancellationToken)
    {
        var looked = (await rows.ReadAsync(Keys.Looked, cancellationToken)).ToDictionary(row => row["case"], row => row["on"]);
        string On(CaseId id) => looked.GetValueOrDefault(id.Value, "");
        return [.. ended.Where(id => On(id) != Today).OrderBy(On, StringComparer.Ordinal).Take(MaxEnded)];
    }

    /// <summary>
    /// Looks at one case: what cannot be looked at keeps nobody from the rest, and no case from the others. Returns how many looks
    /// succeeded.
    /// </summary>
    private async Task<int> LookAsync(
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
            }
        }

        return seen;
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

        var answers = file
            .Review.Attendees.Where(attendee => planned.Invitees.ContainsKey(attendee.Contact.Email.ToLowerInvariant()))
            .ToImmutableSortedDictionary(
                attendee => attendee.Key,
                attendee => Of(planned.Invitees[attendee.Contact.Email.ToLowerInvariant()]),
                StringComparer.Ordinal
            );
        if (file.Review.Attendees.Exists(attendee => answers.TryGetValue(attendee.Key, out var answer) && answer != attendee.Answer))
        {
            await commands.RunAsync(
                new RecordAnswers(file.Id, answers),
                $"answers-{file.Version}",
                SystemActor.Instance,
                cancellationToken
            );
        }
    }

    private async Task FoldersAsync(CaseFile file, CancellationToken cancellationToken)
    {
        await FolderAsync(file.Id, "", PackReconciler.Subject, PackReconciler.Noted, cancellationToken);
        foreach (var agency in file.Review.Agencies.Where(agency => agency.AskedAt is not null))
        {
            await FolderAsync(file.Id, agency.Key, FolderReconciler.Subject(agency.Key), FolderReconciler.Noted, cancellationToken);
        }
    }

    private async Task FolderAsync(
        CaseId id,
        string agency,
        string subject,
        Func<IReadOnlyDictionary<string, string>, ImmutableList<OpenFolder>> noted,
        CancellationToken cancellationToken
    )
    {
        if (
            await rows.FindAsync(Keys.Checkpoint(id, subject), cancellationToken) is not { } checkpoint
            || noted(checkpoint.Fields) is not { IsEmpty: false } all
            || Checkpoint.IsLeased(checkpoint, clock.Now)
        )
        {
            // Not made yet, or being changed at this moment.
            return;
        }

        var wrong = await book.WrongAsync(all, cancellationToken);
        if (wrong.Length > 0)
        {
            Alarms.Drifted();
        }

        await FolderReconciler.ReportAsync(
            commands,
            (await StoredCase.LoadAsync(rows, id, cancellationToken)).File,
            agency,
            wrong,
            cancellationToken
        );
    }

    private static Answered Of(InvitationAnswer answer) =>
        answer switch
        {
            InvitationAnswer.None => Answered.NotYet,
            InvitationAnswer.Accepted => Answered.Accepted,
            InvitationAnswer.Tentative => Answered.Tentative,
            InvitationAnswer.Declined => Answered.Declined,
        };

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
