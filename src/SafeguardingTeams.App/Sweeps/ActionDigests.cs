using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Once a week, with the first sweep in office hours, each owner of open actions gets one message: what is late, and what is due in four
/// weeks (C5). Costs one read a week where nobody is to get one. The week is noted once all have theirs; until then a sweep that was cut
/// off goes on. That an owner has theirs is noted in the transaction that sends it, whichever of their actions it stands with: so nobody
/// gets a second one where actions change between two sweeps, or two sweep at once; and where the action it was to stand with was given
/// to somebody else or ended meanwhile, the next sweep asks for it with what is theirs then.
/// </summary>
public sealed partial class ActionDigests(IRows rows, LondonClock clock, CommandRunner commands, ILogger<ActionDigests> logger)
{
    private DateOnly _done;

    /// <summary>Sends those of this week, unless that was done.</summary>
    /// <param name="cancellationToken">Stops between two owners.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var week = clock.Today.AddDays(-(((int)clock.Today.DayOfWeek + 6) % 7));
        if (_done == week)
        {
            return;
        }

        var open = await rows.ReadAsync(Keys.OpenOf(RecordKind.Action), cancellationToken);
        var due = ActionRows.Digests(open, clock.Now, clock.Today.AddDays(SendActionDigest.DaysAhead)).ToList();
        if (due.Count == 0 || (await rows.FindAsync(Keys.Digested, cancellationToken))?["week"] == Iso(week))
        {
            _done = week;
            return;
        }

        var all = true;
        foreach (var (owner, lines) in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                all &= await SentAsync(owner, lines, week, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One keeps none of the others waiting; all are tried again with the next sweep, which sends nobody a second one.
                all = false;
                LogFailed(logger, lines[0].Record, Faults.TypeOf(e), Faults.StackOf(e));
            }
        }

        if (all)
        {
            await rows.CommitAsync(
                [new RowWrite.Put(Keys.Digested, new Dictionary<string, string> { ["week"] = Iso(week) })],
                cancellationToken
            );
            _done = week;
        }
    }

    /// <summary>Whether this owner has theirs of this week.</summary>
    private async Task<bool> SentAsync(string owner, ImmutableList<DigestLine> lines, DateOnly week, CancellationToken cancellationToken)
    {
        var key = Keys.DigestedFor(owner);
        var before = await rows.FindAsync(key, cancellationToken);
        if (before is not null && string.CompareOrdinal(before["week"], Iso(week)) >= 0)
        {
            return true;
        }

        Dictionary<string, string> noted = new() { ["week"] = Iso(week) };
        var outcome = await commands.RunAsync(
            new SendActionDigest(lines[0].Record, owner, week, lines),
            $"digest-{owner}-{Iso(week)}",
            SystemActor.Instance,
            null,
            _ => [before is null ? new RowWrite.Insert(key, noted) : new RowWrite.Replace(key, noted, before.ETag)],
            cancellationToken
        );
        return outcome is Outcome.Done
            || (outcome is Outcome.Refused { Record: ActionFile { Digest: { } digest } } && digest == (week, owner));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [LoggerMessage(
        EventId = 3104,
        Level = LogLevel.Warning,
        Message = "{Record}: the weekly list of its owner failed and is tried again: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, RecordRef record, string fault, string? stack);
}
