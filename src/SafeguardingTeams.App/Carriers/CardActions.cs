using AdaptiveCards;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Carriers;

/// <summary>
/// Where every press arrives, from whatever carrier: who it is by the token, then the part of the product the verb
/// belongs to. Whatever goes wrong ends in a card that says what to do next.
/// </summary>
public sealed partial class CardActions(
    Arrivals arrivals,
    LondonClock clock,
    PartnershipWords words,
    HomeVerbs home,
    DraftVerbs drafts,
    CaseVerbs cases,
    StepVerbs steps,
    JoinVerbs joins,
    FindVerbs finds,
    ParkedVerbs parked,
    PartnershipVerbs partnership,
    DraftStarts starts,
    ReviewVerbs review,
    ILogger<CardActions> logger
) : ICardActions
{
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
                        new Press(action, somebody.Actor, context with { Viewer = somebody.Actor }, InputIds.ByName(action.Data)),
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
            LogFault(logger, context.Press, Known(action.Verb), e.GetType().Name, e is InvalidOperationException ? e.StackTrace : null);
            return new CardReply.Message(
                $"Something went wrong on our side. What you typed is still here, what you saved is kept, and nothing was done twice. Press the button again, now or in a few minutes. If it goes on, tell {words.OperationsName} ({words.OperationsTelephone}) this code: {context.Press}"
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

        LogTooLarge(logger, context.Press, Known(action.Verb));
        return action.Data.Keys.Any(InputIds.IsInput)
            ? new CardReply.Message(
                "This is too long to be shown on one card. What you typed is still here, and nothing is done twice: shorten it, then press the button again."
            )
            : Reply(
                NoticeCard.Draw(
                    "This is too long for a card",
                    "What was written here is longer than a card can show. Nothing is lost, and nothing was changed. "
                        + $"Start again from Home, or ask {words.OperationsName} ({words.OperationsTelephone}) for it as a document.",
                    context
                )
            );
    }

    private static CardReply.Card Reply(AdaptiveCard card) => new(CardJson.Write(card), CardJson.HasInputs(card));

    private CardReply Stranger(CardAction action)
    {
        LogStranger(logger, action.Carrier);
        return Reply(NoticeCard.Stranger());
    }

    private Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken) =>
        press.Action.Verb switch
        {
            Verbs.Home or Verbs.PickAgency => home.HomeAsync(press, null, cancellationToken),
            Verbs.MyReferrals => home.MyReferralsAsync(press, cancellationToken),
            Verbs.MyTasks => home.MyTasksAsync(press, cancellationToken),
            Verbs.StartReferral => starts.ReferralAsync(press, cancellationToken),
            Verbs.ChangeReferral => starts.ChangeAsync(press, cancellationToken),
            Verbs.DraftOpen
            or Verbs.DraftContinue
            or Verbs.DraftBack
            or Verbs.DraftLeave
            or Verbs.DraftGo
            or Verbs.DraftReview
            or Verbs.RowAdd
            or Verbs.RowEdit
            or Verbs.RowSave
            or Verbs.RowRemove
            or Verbs.RowRestore
            or Verbs.DraftDelete
            or Verbs.DraftSend
            or Verbs.DraftLetter => drafts.AnswerAsync(press, cancellationToken),
            Verbs.RequestForm => starts.RequestAsync(press, cancellationToken),
            Verbs.ReturnForm => starts.ReturnAsync(press, cancellationToken),
            Verbs.MeetingRecord => starts.RecordAsync(press, cancellationToken),
            var verb when ReviewTable.Knows(verb) => review.AnswerAsync(press, cancellationToken),
            Verbs.OpenCase => cases.OpenAsync(press, null, cancellationToken),
            Verbs.Timeline => cases.TimelineAsync(press, cancellationToken),
            Verbs.ReadReferral => cases.ReadReferralAsync(press, cancellationToken),
            Verbs.PortalFacts => cases.PortalFactsAsync(press, cancellationToken),
            Verbs.Timetable => cases.TimetableAsync(press, cancellationToken),
            Verbs.Withdraw
            or Verbs.JointAgencyResponse
            or Verbs.Awareness
            or Verbs.Threshold
            or Verbs.ReferrerTold
            or Verbs.InformLeads
            or Verbs.Recommend
            or Verbs.PartnerDecision
            or Verbs.PartnerReasons
            or Verbs.StandAside
            or Verbs.Telephone
            or Verbs.AskForMediation
            or Verbs.Mediation
            or Verbs.CorrectMediation
            or Verbs.TakeBackSpecialMeeting
            or Verbs.NotificationDecision
            or Verbs.NotificationSent
            or Verbs.SpecialMeeting
            or Verbs.HandOver => steps.AnswerAsync(press, cancellationToken),
            Verbs.Duplicates => joins.DuplicatesAsync(press, cancellationToken),
            Verbs.Join => joins.JoinAsync(press, cancellationToken),
            Verbs.Separate => joins.SeparateAsync(press, cancellationToken),
            Verbs.BankHolidays => partnership.BankHolidaysAsync(press, cancellationToken),
            Verbs.Absences => partnership.AbsencesAsync(press, cancellationToken),
            Verbs.Find => finds.FindAsync(press, cancellationToken),
            Verbs.Parked => parked.ShowAsync(press, cancellationToken),
            Verbs.ParkedByHand => parked.ByHandAsync(press, cancellationToken),
            Verbs.ParkedRetry => parked.RetryAsync(press, cancellationToken),
            _ => Task.FromResult(
                NoticeCard.Draw(
                    "This button is not known",
                    "The card may be from an older version. Nothing has been changed. Start again from Home.",
                    press.Context
                )
            ),
        };

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

    private CardContext Context(Actor actor) => new(Guid.NewGuid().ToString("N")[..12], words, actor, clock.Now, clock.Today);

    /// <summary>A verb is somebody's input: only those we know go into a log.</summary>
    private static string Known(string verb) =>
        verb.Length <= 30 && verb.All(c => char.IsAsciiLetterLower(c) || c == '-') ? verb : "unknown";

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Press {Press}, verb {Verb}, failed: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string press, string verb, string fault, string? where);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "Press {Press}, verb {Verb}: its card is larger than Teams takes")]
    private static partial void LogTooLarge(ILogger logger, string press, string verb);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Somebody of an unlisted tenant was refused, by {Carrier}")]
    private static partial void LogStranger(ILogger logger, string carrier);
}
