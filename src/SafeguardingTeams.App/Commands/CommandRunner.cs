using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.App.Commands;

/// <summary>
/// The one door for every change to a case: load (one range read), decide, commit (one transaction, receipt first; what does not fit into it
/// follows, see <see cref="Remainder"/>).
/// The same command id again gives the same answer; a case that moved meanwhile is loaded and decided again for up to
/// two seconds.
/// </summary>
public sealed class CommandRunner(IRows rows, LondonClock clock, InForce inForce, IPeople people, RowProjection projection, Remainder remainder, OutboxBell bell)
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

    /// <summary>Runs a command on a case that has just been read, with rows that change in the same transaction.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="commandId">Unique to this wish.</param>
    /// <param name="actor">Who.</param>
    /// <param name="read">The case as just read, so that it is not read twice.</param>
    /// <param name="withIt">Rows to change with it, such as the draft that is sent; null where that can no longer be done.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal async Task<Outcome> RunAsync(
        Command command, string commandId, Actor actor, StoredCase? read, Func<StoredCase, IReadOnlyList<RowWrite>?> withIt, CancellationToken cancellationToken)
    {
        await inForce.RefreshAsync(always: false, cancellationToken);
        var giveUpAt = clock.Now + Patience;
        for (var attempt = 0; ; attempt++)
        {
            var stored = attempt == 0 && read is not null ? new Cases<StoredCase>(read) : await LoadAsync(command, cancellationToken);
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

    /// <summary>What a command would be refused for, without doing it: asked before something outside is done that it records. Null where it would be done.</summary>
    internal async Task<Refusal?> WouldRefuseAsync(Command command, Actor actor, CancellationToken cancellationToken)
    {
        await inForce.RefreshAsync(always: false, cancellationToken);
        var stored = await LoadAsync(command, cancellationToken);
        return command.DecideFor(new(stored.This.File, stored.Other?.File), Context(actor)) is Decision.Refused refused ? refused.Reasons[0] : null;
    }

    private async Task<Outcome?> TryAsync(
        Command command, string commandId, Actor actor, Cases<StoredCase> stored, Func<StoredCase, IReadOnlyList<RowWrite>?> withIt, CancellationToken cancellationToken)
    {
        var file = stored.This.File;
        if (stored.All.Where(one => one.Unfinished is not null).ToList() is { Count: > 0 } unfinished)
        {
            foreach (var one in unfinished)
            {
                await remainder.FinishAsync(one.File.Id, one.Unfinished!.Value, cancellationToken);
            }

            return null;
        }

        if (stored.This.Receipts.Contains(commandId))
        {
            return new Outcome.Done(file, Again: true);
        }

        var context = Context(actor);
        var files = new Cases<CaseFile>(stored.This.File, stored.Other?.File);
        var decision = command.DecideFor(files, context);
        if (decision is Decision.Refused refused)
        {
            return new Outcome.Refused(refused.Reasons, file);
        }

        if (withIt(stored.This) is not { } rowsWithIt)
        {
            return new Outcome.Refused([Refusal.Overtaken], file);
        }

        var written = Writes(stored, (Decision.Accepted)decision, commandId, context, out var after);
        var fits = written.Sum(one => one.Record.Count + one.Following.Count) + rowsWithIt.Count <= Remainder.MostRows;
        IEnumerable<RowWrite> Rows(Written one) => [.. one.Record, .. fits ? one.Following : Remainder.Waiting(one.After.Id, one.After.Version, one.Following)];
        return await rows.CommitAsync([.. written.SelectMany(Rows), .. rowsWithIt], cancellationToken) switch
        {
            CommitResult.Done => await FollowedAsync(fits ? [] : written, new Outcome.Done(after, Again: false)),
            CommitResult.Missing { Key: var key } when rowsWithIt.Any(write => write.Key == key) => null,
            CommitResult.Missing { Key: var key } => throw new InvalidOperationException($"The row {key} should be there: run the rebuild command."),
            CommitResult.Conflict => null,
            _ => throw new InvalidOperationException("An unknown end of a transaction."),
        };
    }

    private DecisionContext Context(Actor actor) => new(actor, clock.Now, clock.Today, inForce.Calendar, inForce.Office, inForce.Pinned, people.Actors(clock.Today));

    private async Task<Cases<StoredCase>> LoadAsync(Command command, CancellationToken cancellationToken)
    {
        // The case that holds the receipt is read last: whoever sees the other one changed by this very command then sees its receipt too.
        var other = command.OtherCase is { } otherId ? await StoredCase.LoadAsync(rows, otherId, cancellationToken) : null;
        return new(await StoredCase.LoadAsync(rows, command.CaseId, cancellationToken), other);
    }

    private List<Written> Writes(
        Cases<StoredCase> stored, Decision.Accepted accepted, string commandId, DecisionContext context, out CaseFile thisAfter)
    {
        List<Written> all = [];
        thisAfter = stored.This.File;
        foreach (var one in stored.All)
        {
            var (file, hash) = (one.File, one.LastHash);
            List<RowWrite> record = one != stored.This ? [] : [new RowWrite.Insert(Keys.Receipt(file.Id, commandId), new Dictionary<string, string>
            {
                ["at"] = context.At.ToString("O", CultureInfo.InvariantCulture),
                ["by"] = context.Actor.PersonId,
            })];
            List<RowWrite> following = [];
            foreach (var happened in accepted.Changes.Where(change => change.CaseId == one.File.Id).Select(change => change.Event))
            {
                var recorded = new RecordedEvent(file.Id, file.Version + 1, context.At, By(context.Actor, one.File), commandId, happened);
                var json = StoredJson.Write(recorded);
                file = Replay.Next(file, recorded);
                record.Add(new RowWrite.Insert(Keys.Event(file.Id, file.Version), new Dictionary<string, string>([LongText.Field("record", json)])
                {
                    ["previous"] = hash,
                    ["hash"] = hash = HashChain.Next(hash, json),
                }));
                following.AddRange(OutboxRows.Of(recorded, file, context));
            }

            record.Add(Head(one, file, hash));
            following.AddRange(projection.Changes(one.File, file));
            all.Add(new(file, record, following));
            thisAfter = one == stored.This ? file : thisAfter;
        }

        return all;
    }

    private static RowWrite Head(StoredCase before, CaseFile after, string hash)
    {
        var fields = new Dictionary<string, string>
        {
            ["version"] = after.Version.ToString(CultureInfo.InvariantCulture),
            ["stage"] = after.Stage.ToString(),
            ["hash"] = hash,
        };
        return before.HeadETag is { } etag ? new RowWrite.Replace(Keys.Head(after.Id), fields, etag) : new RowWrite.Insert(Keys.Head(after.Id), fields);
    }

    private static RecordedActor By(Actor actor, CaseFile file) =>
        new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. actor.RolesFor(file).Order()]);

    private async Task<Outcome.Done> FollowedAsync(List<Written> waiting, Outcome.Done done)
    {
        try
        {
            foreach (var one in waiting)
            {
                await remainder.FinishAsync(one.After.Id, one.After.Version, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What was asked is done. The rest is kept, and is done by whoever touches the case or dispatches next.
        }

        bell.Ring();
        return done;
    }

    /// <summary>What a command writes of one case.</summary>
    /// <param name="After">The case after it.</param>
    /// <param name="Record">Receipt, events and head: what happened.</param>
    /// <param name="Following">Effects and index rows: what follows from it.</param>
    private sealed record Written(CaseFile After, List<RowWrite> Record, List<RowWrite> Following);
}
