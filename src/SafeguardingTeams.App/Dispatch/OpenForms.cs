using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// No message is edited under the hands of somebody who has just been handed a form in it: the edit would take the form away, with all
/// that was typed. A message with a form open in it is marked, and what is to be shown in it waits until the form is left or sent, or
/// two hours have gone by. The mark is the same row that whoever edits the message holds, so that there is never both. Only a press on
/// the form itself ends the mark: the same message may be open on another device, without the form.
/// </summary>
public sealed partial class OpenForms(IRows rows, LondonClock clock, OutboxBell bell, ILogger<OpenForms> logger)
{
    internal const string Waits = "waits";

    private const string Prefix = "open-form|";
    private const string Editing = "editing";
    private const string Until = "until";

    private const int MostWaiting = 50;

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
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
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

        var key = Key(conversationId, messageId);
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
            LogFault(logger, e.GetType().Name, e.StackTrace);
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

    /// <summary>The row that marks a message.</summary>
    internal static string Key(string conversationId, string messageId) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{messageId}")))[..32];

    /// <summary>Until when a form is open by this mark; null where none is.</summary>
    internal static DateTimeOffset? OpenUntil(Row? mark, DateTimeOffset now) =>
        mark is not null && mark[Editing].Length == 0 && UntilOf(mark) is var until && until > now ? until : null;

    /// <summary>The write by which whoever edits the message takes it, in the transaction of their claim.</summary>
    internal static RowWrite Taken(string key, Row? mark, DateTimeOffset until)
    {
        Dictionary<string, string> fields = new() { [Editing] = "yes", [Until] = Text(until) };
        return mark is null ? new RowWrite.Insert(key, fields) : new RowWrite.Replace(key, fields, mark.ETag);
    }

    /// <summary>The write that notes on a mark which effect waits for the form; null where very many wait already.</summary>
    internal static RowWrite? Waiting(Row mark, string outboxKey)
    {
        var lines = Lines(mark);
        return lines.Contains(outboxKey, StringComparer.Ordinal) || lines.Length >= MostWaiting
            ? null
            : new RowWrite.Replace(
                mark.Key,
                new Dictionary<string, string>(mark.Fields) { [Waits] = string.Join(' ', lines.Append(outboxKey)) },
                mark.ETag
            );
    }

    /// <summary>Marks the message. False where somebody is editing it.</summary>
    private async Task<bool> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var mark = await rows.FindAsync(key, cancellationToken);
        if (mark is not null && mark[Editing].Length > 0 && UntilOf(mark) > clock.Now)
        {
            return false;
        }

        Dictionary<string, string> fields = new() { [Until] = Text(clock.Now + Life), [Waits] = mark?[Waits] ?? "" };
        return await rows.CommitAsync(
                [mark is null ? new RowWrite.Insert(key, fields) : new RowWrite.Replace(key, fields, mark.ETag)],
                cancellationToken
            ) is CommitResult.Done;
    }

    /// <summary>Takes the mark away, and has done at once what waited for it.</summary>
    private async Task CloseAsync(string key, CancellationToken cancellationToken)
    {
        while (await rows.FindAsync(key, cancellationToken) is { } mark && mark[Editing].Length == 0)
        {
            List<RowWrite> writes = [new RowWrite.Delete(key, mark.ETag)];
            foreach (var line in Lines(mark))
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
                    bell.Ring();
                }

                return;
            }
        }
    }

    private static string[] Lines(Row mark) => mark[Waits].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset UntilOf(Row mark) => DateTimeOffset.Parse(mark[Until], CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "A message could not be marked: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string fault, string? where);
}
