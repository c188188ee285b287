using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Commands;

/// <summary>
/// The one door for every change to a record, of whatever kind: load (one range read each), decide, commit (one transaction, receipt
/// first; what does not fit into it follows, see <see cref="DeferredWrites"/>).
/// The same command id again gives the same answer; a record that moved meanwhile is loaded and decided again for up to
/// two seconds.
/// </summary>
public sealed partial class CommandRunner(
    IRows rows,
    LondonClock clock,
    CurrentRules currentRules,
    IPeople people,
    RowProjection projection,
    DeferredWrites deferredWrites,
    OutboxSignal signal,
    ILogger<CommandRunner> logger
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs a command for somebody.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="commandId">Unique to this wish: a repeat carries the same.</param>
    /// <param name="actor">Who, as resolved from the token.</param>
    /// <param name="cancellationToken">Stops before the commit, never in the middle of it.</param>
    /// <exception cref="TimeoutException">The case kept moving for two seconds; nothing was done.</exception>
    public Task<Outcome> RunAsync(Command command, string commandId, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(command, commandId, actor, null, _ => [], cancellationToken);

    /// <summary>Runs a command on a record that has just been read, with rows that change in the same transaction.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="commandId">Unique to this wish.</param>
    /// <param name="read">The record as just read, so that it is not read twice.</param>
    /// <param name="withIt">Rows to change with it, such as the draft that is sent; null where that can no longer be done.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal Task<Outcome> RunAsync(
        Command command,
        string commandId,
        Actor actor,
        StoredRecord? read,
        Func<StoredRecord, IReadOnlyList<RowWrite>?> withIt,
        CancellationToken cancellationToken
    ) =>
        Spans.RunAsync(
            "command",
            [("command", command.GetType().Name), ("record", command.Ref.ToString())],
            () => RepeatAsync(command, commandId, actor, read, withIt, cancellationToken),
            outcome => outcome.GetType().Name
        );

    private async Task<Outcome> RepeatAsync(
        Command command,
        string commandId,
        Actor actor,
        StoredRecord? read,
        Func<StoredRecord, IReadOnlyList<RowWrite>?> withIt,
        CancellationToken cancellationToken
    )
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        var giveUpAt = clock.Now + Patience;
        for (var attempt = 0; ; attempt++)
        {
            // Where others are decided with it, they are read, and it with them: a decision without them would not ask them.
            var stored = attempt == 0 && read is not null && command.Others.IsEmpty ? [read] : await LoadAsync(command, cancellationToken);
            if (await TryAsync(command, commandId, actor, stored, withIt, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            if (clock.Now > giveUpAt || attempt > 40)
            {
                throw new TimeoutException("The case kept changing; nothing was done.");
            }

            await clock.PauseAsync(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 60)), cancellationToken);
        }
    }

    /// <summary>
    /// What a command would be refused for, without doing it: asked before something outside is done that it records. Null where it
    /// would be done.
    /// </summary>
    internal async Task<Refusal?> WouldRefuseAsync(Command command, Actor actor, CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        var stored = await LoadAsync(command, cancellationToken);
        return Decide(command, stored, Context(actor)) is Decision.Refused refused ? refused.Reasons[0] : null;
    }

    private async Task<Outcome?> TryAsync(
        Command command,
        string commandId,
        Actor actor,
        ImmutableList<StoredRecord> stored,
        Func<StoredRecord, IReadOnlyList<RowWrite>?> withIt,
        CancellationToken cancellationToken
    )
    {
        var file = stored[0].Record;
        if (stored.Exists(one => one.IsGone))
        {
            return new Outcome.Refused([Refusal.NotFound], file);
        }

        if (stored.Where(one => one.DeferredFrom is not null).ToList() is { Count: > 0 } deferring)
        {
            foreach (var one in deferring)
            {
                await deferredWrites.FinishAsync(one.Record.Ref, one.DeferredFrom!.Value, cancellationToken);
            }

            return null;
        }

        if (stored[0].Receipts.Contains(commandId))
        {
            return new Outcome.Done(file, Again: true);
        }

        var context = Context(actor);
        var decision = Decide(command, stored, context);
        if (decision is Decision.Refused refused)
        {
            return new Outcome.Refused(refused.Reasons, file);
        }

        if (withIt(stored[0]) is not { } rowsWithIt)
        {
            return new Outcome.Refused([Refusal.Overtaken], file);
        }

        var written = Writes(stored, (Decision.Accepted)decision, commandId, context, out var after);
        var fits = written.Sum(one => one.Record.Count + one.Following.Count) + rowsWithIt.Count <= DeferredWrites.MaxRows;
        IEnumerable<RowWrite> Rows(Written one) =>
            [.. one.Record, .. fits ? one.Following : DeferredWrites.Waiting(one.After.Ref, one.After.Version, one.Following)];
        return await rows.CommitAsync([.. written.SelectMany(Rows), .. rowsWithIt], cancellationToken) switch
        {
            CommitResult.Done => await FollowedAsync(fits ? [] : written, new Outcome.Done(after, Again: false)),
            CommitResult.Missing { Key: var key } when rowsWithIt.Any(write => write.Key == key) => null,
            CommitResult.Missing { Key: var key } => throw new InvalidOperationException(
                $"The row {key} should be there: run the rebuild command."
            ),
            CommitResult.Conflict => null,
            _ => throw new InvalidOperationException("An unknown end of a transaction."),
        };
    }

    private DecisionContext Context(Actor actor) =>
        new(actor, clock.Now, clock.Today, currentRules.Calendar, currentRules.Office, currentRules.Pinned, people.Actors(clock.Today))
        {
            Configured = currentRules.Configured,
            Seats = [.. currentRules.Group.Seats.Values],
            Themes = currentRules.Group.Themes,
            Meetings = [.. currentRules.Group.Meetings],
        };

    private static Decision Decide(Command command, ImmutableList<StoredRecord> stored, DecisionContext context) =>
        command.DecideFor(stored[0].Record, [.. stored.Skip(1).Select(one => one.Record)], context);

    /// <summary>The record the command is about, then the others.</summary>
    private async Task<ImmutableList<StoredRecord>> LoadAsync(Command command, CancellationToken cancellationToken)
    {
        // The one that holds the receipt is read last: whoever sees another changed by this very command then sees its receipt too.
        var others = ImmutableList.CreateBuilder<StoredRecord>();
        foreach (var other in command.Others)
        {
            others.Add(await StoredRecord.LoadAsync(rows, other, cancellationToken));
        }

        return others.ToImmutable().Insert(0, await StoredRecord.LoadAsync(rows, command.Ref, cancellationToken));
    }

    private List<Written> Writes(
        ImmutableList<StoredRecord> stored,
        Decision.Accepted accepted,
        string commandId,
        DecisionContext context,
        out RecordFile thisAfter
    )
    {
        List<Written> all = [];
        thisAfter = stored[0].Record;
        foreach (var one in stored)
        {
            var (file, hash) = (one.Record, one.LastHash);
            List<RowWrite> record =
                one != stored[0]
                    ? []
                    :
                    [
                        new RowWrite.Insert(
                            Keys.Receipt(file.Ref, commandId),
                            new Dictionary<string, string>
                            {
                                ["at"] = context.At.ToString("O", CultureInfo.InvariantCulture),
                                ["by"] = context.Actor.PersonId,
                            }
                        ),
                    ];
            List<RowWrite> following = [];
            foreach (var happened in accepted.Changes.Where(change => change.Record == one.Record.Ref).Select(change => change.Event))
            {
                var recorded = new RecordedEvent(
                    file.Ref,
                    file.Version + 1,
                    context.At,
                    By(context.Actor, one.Record),
                    commandId,
                    happened
                );
                var json = StoredJson.Write(recorded);
                file = Replay.Next(file, recorded);
                record.Add(
                    new RowWrite.Insert(
                        Keys.Event(file.Ref, file.Version),
                        new Dictionary<string, string>([LongText.Field("record", json)])
                        {
                            ["previous"] = hash,
                            ["hash"] = hash = HashChain.Next(hash, json),
                        }
                    )
                );
                following.AddRange(OutboxRows.Of(recorded, file, context));
            }

            record.Add(Head(one, file, hash));
            var difference = projection.Between(one.Record, file);
            following.AddRange(difference.Writes());
            following.AddRange(FlowAnnouncements.Rows(one.Record, file, difference.Before, difference.After, context.At));
            all.Add(new(file, record, following));
            thisAfter = one == stored[0] ? file : thisAfter;
        }

        return all;
    }

    private static RowWrite Head(StoredRecord before, RecordFile after, string hash)
    {
        var fields = new Dictionary<string, string>
        {
            ["version"] = after.Version.ToString(CultureInfo.InvariantCulture),
            ["stage"] = after.StageName,
            ["hash"] = hash,
        };
        return before.HeadETag is { } etag
            ? new RowWrite.Replace(Keys.Head(after.Ref), fields, etag)
            : new RowWrite.Insert(Keys.Head(after.Ref), fields);
    }

    private static RecordedActor By(Actor actor, RecordFile file) =>
        new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. file.RolesOf(actor).Order()]);

    private async Task<Outcome.Done> FollowedAsync(List<Written> waiting, Outcome.Done done)
    {
        try
        {
            foreach (var one in waiting)
            {
                await deferredWrites.FinishAsync(one.After.Ref, one.After.Version, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What was asked is done. The rest is kept, and is done by whoever touches the case or dispatches next.
            LogDeferred(logger, done.Record.Ref, Faults.TypeOf(e), Faults.StackOf(e));
        }

        signal.Set();
        return done;
    }

    [LoggerMessage(
        EventId = 1004,
        Level = LogLevel.Warning,
        Message = "What follows from a command for record {Record} could not be written yet, and is done later: {Fault} {Stack}"
    )]
    private static partial void LogDeferred(ILogger logger, RecordRef record, string fault, string stack);

    /// <summary>What a command writes of one record.</summary>
    /// <param name="Record">Receipt, events and head: what happened.</param>
    /// <param name="Following">Effects and index rows: what follows from it.</param>
    private sealed record Written(RecordFile After, List<RowWrite> Record, List<RowWrite> Following);
}
