using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// No message is edited under the hands of somebody who has just been handed a form in it: the edit would take the form away, with all
/// that was typed. A message with a form open in it is marked, and what is to be shown in it waits until the form is left or sent, or
/// two hours have gone by. The mark is the same row that whoever edits the message holds, so that there is never both. Only a press on
/// the form itself ends the mark: the same message may be open on another device, without the form.
/// </summary>
public sealed partial class OpenForms(IRows rows, LondonClock clock, OutboxSignal signal, ILogger<OpenForms> logger)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    /// <summary>How often it is looked whether an edit that is under way has ended: Teams gives an answer a few seconds.</summary>
    internal int Looks { get; init; } = 60;

    /// <summary>
    /// The answer to a press in a message, with the message marked where the answer is a form, and let go where a form was left or sent.
    /// </summary>
    /// <param name="conversationId">The chat.</param>
    /// <param name="messageId">The message whose card was pressed; null where it is not known.</param>
    /// <param name="fromForm">Whether the card pressed was a form.</param>
    /// <returns>The answer; a line beside the card where the message is being edited at this moment and goes on being so.</returns>
    public async Task<CardReply> AnsweredAsync(
        string conversationId,
        string? messageId,
        bool fromForm,
        CardReply reply,
        CancellationToken cancellationToken
    )
    {
        if (messageId is not { Length: > 0 } || reply is not CardReply.Card card || !(card.IsForm || fromForm))
        {
            return reply;
        }

        var key = FormMarks.Key(conversationId, messageId);
        try
        {
            if (card.IsForm)
            {
                return await MayOpenAsync(key, cancellationToken) ? reply : Busy;
            }

            await CloseAsync(key, cancellationToken);
            return reply;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What was pressed is done. A form is not handed out unmarked; a mark that stays ends by itself.
            LogFault(logger, Faults.TypeOf(e), Faults.StackOf(e));
            return card.IsForm ? Busy : reply;
        }
    }

    private static readonly CardReply.Message Busy = new(
        "This message is being brought up to date at this moment. "
            + "Nothing typed is lost, and nothing is done twice: press the button again."
    );

    private async Task<bool> MayOpenAsync(string key, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await OpenAsync(key, cancellationToken))
            {
                // An edit that has just ended may still be on its way to the person's screen; the form comes after it.
                await Task.Delay(look == 0 ? TimeSpan.Zero : Settling, cancellationToken);
                return true;
            }

            // On the machine's time: this waits for a request that is under way.
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return false;
    }

    /// <summary>Marks the message. False where somebody is editing it.</summary>
    private async Task<bool> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var mark = await rows.FindAsync(key, cancellationToken);
        return !FormMarks.IsBeingEdited(mark, clock.Now)
            && await rows.CommitAsync([FormMarks.Opened(key, mark, clock.Now + Life)], cancellationToken) is CommitResult.Done;
    }

    /// <summary>Takes the mark away, and has done at once what waited for it.</summary>
    private async Task CloseAsync(string key, CancellationToken cancellationToken)
    {
        while (await rows.FindAsync(key, cancellationToken) is { } mark && !FormMarks.IsAnEdits(mark))
        {
            List<RowWrite> writes = [new RowWrite.Delete(key, mark.ETag)];
            foreach (var line in FormMarks.Lines(mark))
            {
                if (await rows.FindAsync(line, cancellationToken) is { } waiting)
                {
                    writes.Add(
                        new RowWrite.Replace(
                            line,
                            (OutboxItem.From(waiting) with { NotBefore = DateTimeOffset.MinValue }).Fields(),
                            waiting.ETag
                        )
                    );
                }
            }

            if (await rows.CommitAsync(writes, cancellationToken) is CommitResult.Done)
            {
                if (writes.Count > 1)
                {
                    signal.Set();
                }

                return;
            }
        }
    }

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "A message could not be marked: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string fault, string? where);
}
