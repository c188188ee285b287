using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Outside;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Does what is to be done in Outlook and SharePoint, each errand claimed first together with the note of its subject. Done: the
/// row goes. Later: it waits. Stuck: it stands where operations see it, and the case says so. Nothing is dropped in silence.
/// </summary>
public sealed partial class ErrandRunner
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(4);

    /// <summary>By then what was under way when an errand was called off has shown what became of it.</summary>
    private static readonly TimeSpan CalledOff = TimeSpan.FromSeconds(20);

    private readonly IRows _rows;
    private readonly LondonClock _clock;
    private readonly FrozenDictionary<ErrandKind, IErrands> _errands;
    private readonly CommandRunner _commands;
    private readonly ILogger<ErrandRunner> _logger;

    internal ErrandRunner(IRows rows, LondonClock clock, IEnumerable<IErrands> errands, CommandRunner commands, ILogger<ErrandRunner> logger) =>
        (_rows, _clock, _errands, _commands, _logger) = (rows, clock, errands.ToFrozenDictionary(one => one.Kind), commands, logger);

    /// <summary>How long an errand in hand may go on once the sweep is called off.</summary>
    internal TimeSpan Grace { get; set; } = InHand.Usual;

    /// <summary>Does everything that is due. Returns how many were ended: done or stuck.</summary>
    /// <param name="cancellationToken">Calls it off: what is in hand is ended or put back, nothing more is begun.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var row in await _rows.ReadAsync(Keys.Errands, cancellationToken))
        {
            using var inHand = new InHand(Grace, cancellationToken);
            if (Errand.From(row).NotBefore <= _clock.Now)
            {
                ended += await TryAsync(row, inHand.Token) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>Until when those that wait have to wait; null where none is left.</summary>
    public async Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) =>
        (await _rows.ReadAsync(Keys.Errands, cancellationToken)).Select(row => (DateTimeOffset?)Errand.From(row).NotBefore).Min();

    /// <summary>How many are due now, and how many somebody is at.</summary>
    public async Task<(int Due, int InHand)> LeftAsync(CancellationToken cancellationToken)
    {
        var left = (await _rows.ReadAsync(Keys.Errands, cancellationToken)).Select(Errand.From).ToList();
        return (left.Count(errand => errand.NotBefore <= _clock.Now), left.Count(errand => errand.InHand && errand.NotBefore > _clock.Now));
    }

    private async Task<bool> TryAsync(Row row, CancellationToken cancellationToken)
    {
        var before = Errand.From(row);
        var errand = before with { Attempts = before.Attempts + 1, NotBefore = _clock.Now + Hold, InHand = true };
        if (await ErrandNote.TakeAsync(_rows, Keys.Note(errand.CaseId, errand.Subject), new RowWrite.Replace(row.Key, errand.Fields(), row.ETag), _clock.Now, errand.NotBefore, cancellationToken) is not { } note
            || await _rows.FindAsync(row.Key, cancellationToken) is not { } claimed)
        {
            return false;
        }

        // However it ended, that is written down: what was called off as well.
        var end = await EndOfAsync(errand, note, cancellationToken);
        try
        {
            if (!await ReportAsync(claimed, errand, end))
            {
                return false;
            }

            await note.ReleaseAsync(After(claimed, errand, end), CancellationToken.None);
        }
        catch (NoteLostException)
        {
            return false;
        }

        LogEnded(_logger, errand.Kind, errand.CaseId, errand.Attempts, end.GetType().Name);
        return end is not ErrandEnd.Later;
    }

    /// <summary>
    /// The case says what is stuck, and what is so no longer; before the row moves, so that a crash between the two ends in saying it again, which
    /// changes nothing. False where it could not be said: then the row waits as it is.
    /// </summary>
    private async Task<bool> ReportAsync(Row row, Errand errand, ErrandEnd end)
    {
        var why = end switch { ErrandEnd.Stuck stuck => stuck.Why, ErrandEnd.Done when errand.MayBeStuck => "", _ => null };
        try
        {
            if (why is not null)
            {
                await _commands.RunAsync(
                    new ReportStuck(errand.CaseId, row.Key[Keys.Errands.Length..], StuckErrands.Name(errand), why), $"stuck-{Guid.NewGuid():N}", SystemActor.Instance, CancellationToken.None);
            }

            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(_logger, errand.Kind, errand.CaseId, errand.Attempts, e.GetType().Name, e.StackTrace);
            return false;
        }
    }

    private async Task<ErrandEnd> EndOfAsync(Errand errand, ErrandNote note, CancellationToken cancellationToken)
    {
        try
        {
            var file = (await StoredCase.LoadAsync(_rows, errand.CaseId, cancellationToken)).File;
            var end = _errands.TryGetValue(errand.Kind, out var errands) ? await errands.DoAsync(errand, file, note, cancellationToken)
                : new ErrandEnd.Stuck("Outlook and SharePoint are not set up for this system.");
            return end is ErrandEnd.Later && errand.Attempts >= MostAttempts ? new ErrandEnd.Stuck("Microsoft 365 could not be reached after many tries.") : end;
        }
        catch (ErrandStopped stopped)
        {
            return stopped.End is ErrandEnd.Later && errand.Attempts >= MostAttempts ? new ErrandEnd.Stuck("Microsoft 365 could not be reached after many tries.") : stopped.End;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What it has got done is noted; what was under way is looked for first, as after a crash.
            LogCalledOff(_logger, errand.Kind, errand.CaseId, errand.Attempts);
            return new ErrandEnd.Later(CalledOff);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(_logger, errand.Kind, errand.CaseId, errand.Attempts, e.GetType().Name, e.StackTrace);
            return errand.Attempts >= MostAttempts ? new ErrandEnd.Stuck("It failed after many tries. Whoever looks after this system finds more in its log.") : new ErrandEnd.Later(Backoff(errand.Attempts));
        }
    }

    private IEnumerable<RowWrite> After(Row row, Errand errand, ErrandEnd end) => end switch
    {
        ErrandEnd.Done => [new RowWrite.Delete(row.Key, row.ETag)],
        ErrandEnd.Later later => [new RowWrite.Replace(row.Key, (errand with { NotBefore = _clock.Now + later.Wait, InHand = false }).Fields(), row.ETag)],
        ErrandEnd.Stuck stuck =>
        [
            new RowWrite.Delete(row.Key, row.ETag),
            new RowWrite.Put(Keys.Stuck + row.Key[Keys.Errands.Length..], (errand with { NotBefore = DateTimeOffset.MinValue, InHand = false, Why = stuck.Why }).Fields()),
        ],
        _ => throw new InvalidOperationException("An unknown end of an errand."),
    };

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(900, 5 * Math.Pow(2, attempts)));

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "Errand {Kind} of case {CaseId}, attempt {Attempt}: {End}")]
    private static partial void LogEnded(ILogger logger, ErrandKind kind, CaseId caseId, int attempt, string end);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "Errand {Kind} of case {CaseId}, attempt {Attempt} failed: {Fault} {Stack}")]
    private static partial void LogFailed(ILogger logger, ErrandKind kind, CaseId caseId, int attempt, string fault, string? stack);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "Errand {Kind} of case {CaseId}, attempt {Attempt} was called off and put back")]
    private static partial void LogCalledOff(ILogger logger, ErrandKind kind, CaseId caseId, int attempt);
}
