using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Makes a meeting in Outlook what its record says: an event first without anybody invited, then its people; moved, or cancelled, with
/// what everybody invited is told. One event for each plan, however often it is run. One that is over is left as it was.
/// </summary>
internal sealed class MeetingReconciler(IMailbox mailbox, MeetingLink link, Invitations invitations, LondonClock clock) : IReconciler
{
    /// <summary>The checkpoint's subject, for whoever reads how invitations were answered.</summary>
    internal static readonly string Subject = new ReconcileJob(default, ReconcileKind.Meeting, "", Topic.None, default).Subject;

    /// <summary>Where it is noted whom somebody was last asked to invite.</summary>
    private const string Wanted = "wanted";

    /// <summary>Where it is noted until when further changes of who is invited are waited for.</summary>
    private const string Gather = "gather";

    private static readonly TimeSpan ForOthers = TimeSpan.FromMinutes(3);

    /// <summary>So shortly before a meeting nobody waits.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    private static readonly TimeSpan NotFound = TimeSpan.FromMinutes(1);

    public ReconcileKind Kind => ReconcileKind.Meeting;

    /// <summary>The event of the meeting as planned now, by what is noted; empty where there is none yet.</summary>
    internal static string EventOf(IReadOnlyDictionary<string, string> noted, int number) =>
        noted.GetValueOrDefault($"event{Text(number)}", "");

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var meeting = await invitations.OfAsync(record, cancellationToken);
        var planned = meeting.Planned;
        if (meeting.IsLeft)
        {
            return new ReconcileResult.Done();
        }

        foreach (
            var old in Numbers(checkpoint)
                .Where(number =>
                    number != planned?.Number
                    && checkpoint[$"event{Text(number)}"].Length > 0
                    && checkpoint[$"cancelled{Text(number)}"].Length == 0
                )
        )
        {
            // What nobody was invited to there is nobody to tell of.
            var goes =
                checkpoint[Uninvited(Text(old))].Length > 0
                    ? mailbox.DeleteEventAsync(checkpoint[$"event{Text(old)}"], cancellationToken)
                    : mailbox.CancelEventAsync(checkpoint[$"event{Text(old)}"], meeting.Cancelled, cancellationToken);
            if (await goes.FoundAsync() is null && checkpoint[$"missed{Text(old)}"].Length == 0)
            {
                // Only what is not to be found twice, some time apart, is gone.
                await checkpoint.SaveAsync(cancellationToken, ($"missed{Text(old)}", "yes"));
                return new ReconcileResult.Later(NotFound);
            }

            await checkpoint.SaveAsync(cancellationToken, ($"cancelled{Text(old)}", "yes"));
        }

        if (planned is null || planned.Content.End <= clock.Now)
        {
            // One that is over is left as it was.
            return new ReconcileResult.Done();
        }

        var (number, content, invitees) = (Text(planned.Number), planned.Content, planned.Invitees);
        var id = checkpoint[$"event{number}"];
        if (id.Length == 0)
        {
            // An earlier try may have made it, of which the end is not known: what it holds is what it was made of then.
            if (checkpoint[$"made{number}"].Length == 0)
            {
                await checkpoint.SaveAsync(cancellationToken, ($"made{number}", Print(content)));
            }

            id = (
                await mailbox
                    .CreateEventAsync(content, $"{record.Ref}/meeting/{number}{checkpoint[$"anew{number}"]}", cancellationToken)
                    .ValueAsync()
            ).Id;
            await checkpoint.SaveAsync(
                cancellationToken,
                ($"event{number}", id),
                (Uninvited(number), "yes"),
                ("content", checkpoint[$"made{number}"])
            );
        }

        var there = true;
        if (
            checkpoint["content"].Split(' ')[0] != Print(content).Split(' ')[0]
            && (
                there =
                    await mailbox
                        .ChangeEventAsync(id, content, TextOf(checkpoint["content"]) != TextOf(Print(content)), cancellationToken)
                        .FoundAsync()
                        is not null
            )
        )
        {
            await checkpoint.SaveAsync(cancellationToken, ("content", Print(content)), (MeetingLink.Seen(number), ""));
        }

        if (
            there
            && content.Online
            && await link.MissingAsync(checkpoint, id, number, checkpoint[Uninvited(number)].Length > 0, cancellationToken) is { } unlinked
        )
        {
            return unlinked;
        }

        if (
            there
            && checkpoint["invited"] != Print(number, invitees)
            && checkpoint[Uninvited(number)].Length == 0
            && checkpoint["invited"].Length > 0
            && await GatherAsync(checkpoint, planned, cancellationToken) is { } gathering
        )
        {
            return gathering;
        }

        if (
            there
            && checkpoint["invited"] != Print(number, invitees)
            && (there = await mailbox.InviteAsync(id, invitees, cancellationToken).FoundAsync() is not null)
        )
        {
            await checkpoint.SaveAsync(cancellationToken, ("invited", Print(number, invitees)), (Uninvited(number), ""), (Gather, ""));
        }

        var done = there;
        if (!there || checkpoint[Look(planned.Number)].Length > 0)
        {
            there = await mailbox.ReadEventAsync(id, cancellationToken).FoundAsync() is { IsCancelled: false };
        }

        switch (await checkpoint.SightAsync($"event{number}", there, cancellationToken))
        {
            case Sight.There when !done:
            case Sight.NotSeen:
                return new ReconcileResult.Later(NotFound);
            case Sight.Deleted:
                return new ReconcileResult.DeadLettered(
                    "The meeting is no longer in the operational team's calendar: somebody deleted it there. If it is not to "
                        + $"take place, cancel it {meeting.CancelledWhere}; try again, and everybody is invited anew."
                );
            case Sight.ToBeMadeAnew:
                await checkpoint.SaveAsync(
                    cancellationToken,
                    ($"event{number}", ""),
                    ($"made{number}", ""),
                    ("content", ""),
                    ("invited", ""),
                    (Look(planned.Number), ""),
                    (MeetingLink.Seen(number), ""),
                    ($"anew{number}", $"{checkpoint[$"anew{number}"]}/anew")
                );
                return await DoAsync(job, record, checkpoint, cancellationToken);
            case Sight.There when checkpoint[Look(planned.Number)].Length > 0:
                await checkpoint.SaveAsync(cancellationToken, (Look(planned.Number), ""));
                return new ReconcileResult.Done();
            default:
                return new ReconcileResult.Done();
        }
    }

    /// <summary>
    /// Waits a little for further changes of who is invited, so that several are one: each may be told to everybody. Null where there is
    /// nothing to wait for.
    /// </summary>
    private async Task<ReconcileResult?> GatherAsync(Checkpoint checkpoint, PlannedEvent planned, CancellationToken cancellationToken)
    {
        if (planned.Content.Start - clock.Now < Near)
        {
            return null;
        }

        if (checkpoint[Gather].Length == 0)
        {
            await checkpoint.SaveAsync(cancellationToken, (Gather, (clock.Now + ForOthers).ToString("O", CultureInfo.InvariantCulture)));
        }

        var wait = DateTimeOffset.Parse(checkpoint[Gather], CultureInfo.InvariantCulture) - clock.Now;
        return wait > TimeSpan.Zero ? new ReconcileResult.Later(wait) : null;
    }

    /// <summary>Where it is noted that nobody was invited to an event yet.</summary>
    private static string Uninvited(string number) => $"uninvited{number}";

    /// <summary>Where it is noted that somebody should look whether the meeting as planned is still in the calendar.</summary>
    private static string Look(int number) => $"look{Text(number)}";

    /// <summary>
    /// The writes that have somebody look whether the meeting is still in the calendar; none where that is going on, or a person
    /// knows.
    /// </summary>
    internal static IEnumerable<RowWrite> ToLook(RecordFile record, PlannedEvent planned, Row checkpoint, DateTimeOffset now) =>
        planned.Content.End <= now
        || checkpoint[Look(planned.Number)].Length > 0
        || checkpoint[$"missed-event{Text(planned.Number)}"].Length > 0
        || Checkpoint.IsLeased(checkpoint, now)
            ? []
            :
            [
                new RowWrite.Replace(
                    checkpoint.Key,
                    new Dictionary<string, string>(checkpoint.Fields) { [Look(planned.Number)] = "yes" },
                    checkpoint.ETag
                ),
                Again(record, now),
            ];

    /// <summary>The write that has somebody make it in Outlook what the record and the partnership's people say by now.</summary>
    internal static RowWrite Again(RecordFile record, DateTimeOffset now) =>
        new RowWrite.Insert(
            Keys.ReconcileLine(now, record.Ref, record.Version, 0),
            new ReconcileJob(record.Ref, ReconcileKind.Meeting, "", Topic.None, now).Fields()
        );

    /// <summary>
    /// The writes that have those invited who are to be by now, where they are not those who are, as noted; none where that was asked for
    /// already.
    /// </summary>
    internal static IEnumerable<RowWrite> ToFollow(RecordFile record, PlannedEvent planned, Row checkpoint, DateTimeOffset now)
    {
        var wanted = Print(Text(planned.Number), planned.Invitees);
        return checkpoint["invited"] is "" or null || checkpoint["invited"] == wanted || checkpoint[Wanted] == wanted
            ? []
            :
            [
                new RowWrite.Replace(
                    checkpoint.Key,
                    new Dictionary<string, string>(checkpoint.Fields) { [Wanted] = wanted },
                    checkpoint.ETag
                ),
                Again(record, now),
            ];
    }

    private static IEnumerable<int> Numbers(Checkpoint checkpoint) =>
        checkpoint
            .Fields.Keys.Where(key => key.StartsWith("event", StringComparison.Ordinal))
            .Select(key => int.Parse(key.AsSpan(5), CultureInfo.InvariantCulture))
            .Order();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole content, and after it its text alone.</summary>
    private static string Print(EventContent content) =>
        Print($"{content.Subject}|{content.Html}|{content.Start:O}|{content.End:O}|{content.Place}|{content.Online}")
        + $" {Print(content.Html)}";

    /// <summary>The print of the text; empty where it was not noted.</summary>
    private static string TextOf(string print) => print.Split(' ') is [_, var text] ? text : "";

    private static string Print(string number, ImmutableList<Invitee> invitees) =>
        Print($"{number}|{string.Join('|', invitees.Select(invitee => invitee.Address.ToUpperInvariant()).Order(StringComparer.Ordinal))}");

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
