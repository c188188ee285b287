using System.Collections.Frozen;
using AdaptiveCards;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// Where every press arrives, from whatever channel: who it is by the token, then what answers the verb
/// (<see cref="ICardHandlers"/>). Whatever goes wrong ends in a card that says what to do next.
/// </summary>
internal sealed partial class CardRouter(
    Arrivals arrivals,
    LondonClock clock,
    CurrentWords words,
    CurrentRules currentRules,
    HandlersByVerb handlers,
    RetainedDesk retained,
    ILogger<CardRouter> logger
) : ICardActions
{
    private static readonly FrozenSet<string> ForReadersOfPapers = [Verbs.Home, Verbs.OpenCase, Verbs.OpenReview, Verbs.ReviewPapersTheirs];

    /// <inheritdoc/>
    public async Task<CardReply> AnswerAsync(CardAction action, CancellationToken cancellationToken)
    {
        var context = Context(new("", action.DisplayName, "", "", action.Account.ToString(), []));
        try
        {
            return await arrivals.ResolveAsync(action.Account, action.DisplayName, cancellationToken) switch
            {
                ArrivedAs.Somebody somebody => Written(
                    action,
                    context,
                    await AnswerAsync(
                        new CardInvocation(
                            action,
                            somebody.Actor,
                            context with
                            {
                                Viewer = somebody.Actor,
                                Words = words.Now,
                                Themes = currentRules.Group.Themes,
                                Retained = currentRules.Group.Retained,
                            },
                            InputIds.ByName(action.Data)
                        ),
                        cancellationToken
                    )
                ),
                ArrivedAs.MustPickAgency mustPick => await PickAsync(action, mustPick, context, cancellationToken),
                _ => Stranger(action),
            };
        }
        catch (OutsideCalendarException e)
        {
            return Reply(NoticeCard.Draw("The dates cannot be counted", Refusal.OutsideCalendar(e.LastDay).Message, context));
        }
        catch (TooLongException e)
        {
            return new CardReply.Message(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(logger, context.CardInvocation, Known(action.Verb), Faults.TypeOf(e), Faults.StackOf(e));
            return new CardReply.Message(
                "Something went wrong on our side. What you typed is still here, what you saved is kept, and nothing was done "
                    + $"twice. Press the button again, now or in a few minutes. If it goes on, tell {context.Words.OperationsName} "
                    + $"({context.Words.OperationsTelephone}) this code: {context.CardInvocation}"
            );
        }
    }

    /// <summary>
    /// The card; where it is larger than Teams takes, a line beside what was typed, or a way back: nobody is left in front of the same
    /// fault.
    /// </summary>
    private CardReply Written(CardAction action, CardContext context, AdaptiveCard card)
    {
        if (CardJson.WriteIfFits(card) is { } json)
        {
            return new CardReply.Card(json, CardJson.HasInputs(card));
        }

        LogTooLarge(logger, context.CardInvocation, Known(action.Verb));
        return action.Data.Keys.Any(InputIds.IsInput)
            ? new CardReply.Message(
                "This is too long to be shown on one card. What you typed is still here, and nothing is done twice: shorten "
                    + "it, then press the button again."
            )
            : Reply(
                NoticeCard.Draw(
                    "This is too long for a card",
                    "What was written here is longer than a card can show. Nothing is lost, and nothing was changed. "
                        + $"Start again from Home, or ask {context.Words.OperationsName} ({context.Words.OperationsTelephone}) "
                        + "for it as a document.",
                    context
                )
            );
    }

    private static CardReply.Card Reply(AdaptiveCard card) => new(CardJson.Write(card), CardJson.HasInputs(card));

    private CardReply Stranger(CardAction action)
    {
        LogStranger(logger, action.Channel);
        return Reply(NoticeCard.Stranger());
    }

    /// <summary>
    /// To a guest with papers only nothing else is answered than what leads to them, in the words of where nothing is (C9, F2).
    /// </summary>
    private Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Actor.ReadsPapersOnly && !ForReadersOfPapers.Contains(invocation.Action.Verb)
            ? Task.FromResult(CaseHandlers.NotFound(invocation))
        : handlers.Of(invocation.Action.Verb) is { } handler ? OrGoneAsync(handler, invocation, cancellationToken)
        : Task.FromResult(
            NoticeCard.Draw(
                "This button is not known",
                "The card may be from an older version. Nothing has been changed. Start again from Home.",
                invocation.Context
            )
        );

    /// <summary>
    /// A record that was disposed of is answered as one that never was; who decides on that is told that it went (F3).
    /// </summary>
    private async Task<AdaptiveCard> OrGoneAsync(CardHandler handler, CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Record is { } record && await retained.GoneAsync(record, invocation, cancellationToken) is { } gone
            ? gone
            : await handler.AnswerAsync(invocation, cancellationToken);

    private async Task<CardReply> PickAsync(
        CardAction action,
        ArrivedAs.MustPickAgency mustPick,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        var picked = InputIds.ByName(action.Data).GetValueOrDefault("in:agency", "");
        if (action.Verb == Verbs.PickAgency && await arrivals.PickAsync(action.Account, picked, cancellationToken))
        {
            return await AnswerAsync(action with { Verb = Verbs.Home, Data = new Dictionary<string, string>() }, cancellationToken);
        }

        var notice = action.Verb == Verbs.PickAgency ? new Notice(NoticeKind.Problem, "Choose your agency.") : null;
        return Reply(AgencyCard.Draw(mustPick.Agencies, notice, context));
    }

    private CardContext Context(Actor actor) => new(Guid.NewGuid().ToString("N")[..12], words.Now, actor, clock.Now, clock.Today);

    /// <summary>A verb is somebody's input: only those we know go into a log.</summary>
    private static string Known(string verb) => HandlersByVerb.Known.Contains(verb) ? verb : "unknown";

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Invocation {Invocation}, verb {Verb}, failed: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string invocation, string verb, string fault, string? where);

    [LoggerMessage(
        EventId = 1003,
        Level = LogLevel.Warning,
        Message = "Invocation {Invocation}, verb {Verb}: its card is larger than Teams takes"
    )]
    private static partial void LogTooLarge(ILogger logger, string invocation, string verb);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Somebody of an unlisted tenant was refused, by {Channel}")]
    private static partial void LogStranger(ILogger logger, string channel);
}
