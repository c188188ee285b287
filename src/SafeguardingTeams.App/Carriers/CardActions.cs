using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Schema;

namespace SafeguardingTeams.App.Carriers;

/// <summary>
/// Where every press arrives, from whatever carrier: who it is by the token, then the part of the product the verb
/// belongs to. Whatever goes wrong ends in a card that says what to do next.
/// </summary>
public sealed partial class CardActions(
    Arrivals arrivals, LondonClock clock, PartnershipWords words, HomeVerbs home, DraftVerbs drafts, CaseVerbs cases, StepVerbs steps,
    JoinVerbs joins, FindVerbs finds, ParkedVerbs parked, ILogger<CardActions> logger) : ICardActions
{
    /// <inheritdoc/>
    public async Task<CardReply> AnswerAsync(CardAction action, CancellationToken cancellationToken)
    {
        var arrived = await arrivals.ResolveAsync(action.Account, action.DisplayName, cancellationToken);
        if (arrived is ArrivedAs.Refused)
        {
            LogStranger(logger, action.Carrier);
            return new(CardJson.Write(NoticeCard.Stranger()));
        }

        if (arrived is ArrivedAs.MustPickAgency mustPick)
        {
            return await PickAsync(action, mustPick, cancellationToken);
        }

        var press = new Press(action, ((ArrivedAs.Somebody)arrived).Actor, Context(((ArrivedAs.Somebody)arrived).Actor), InputIds.ByName(action.Data));
        try
        {
            var card = await AnswerAsync(press, cancellationToken);
            return new(CardJson.Write(card));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(logger, press.Context.Press, Known(action.Verb), e.GetType().Name, e is InvalidOperationException ? e.StackTrace : null);
            return new(CardJson.Write(NoticeCard.Draw("Something went wrong on our side",
                $"What you saved before is kept, and nothing was done twice. Try again in a few minutes; pressing the same button again is safe. If it goes on, tell {words.OperationsName} ({words.OperationsTelephone}) this code: {press.Context.Press}", press.Context)));
        }
    }

    private Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken) => press.Action.Verb switch
    {
        Verbs.Home or Verbs.PickAgency => home.HomeAsync(press, null, cancellationToken),
        Verbs.MyReferrals => home.MyReferralsAsync(press, cancellationToken),
        Verbs.MyTasks => home.MyTasksAsync(press, cancellationToken),
        Verbs.StartReferral => drafts.StartAsync(press, cancellationToken),
        Verbs.ChangeReferral => drafts.ChangeAsync(press, cancellationToken),
        Verbs.DraftOpen or Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftGo or Verbs.DraftReview
            or Verbs.RowAdd or Verbs.RowEdit or Verbs.RowSave or Verbs.RowRemove or Verbs.RowRestore
            or Verbs.DraftDelete or Verbs.DraftSend => drafts.AnswerAsync(press, cancellationToken),
        Verbs.OpenCase => cases.OpenAsync(press, null, cancellationToken),
        Verbs.Timeline => cases.TimelineAsync(press, cancellationToken),
        Verbs.ReadReferral => cases.ReadReferralAsync(press, cancellationToken),
        Verbs.Withdraw or Verbs.JointAgencyResponse or Verbs.Awareness or Verbs.Threshold or Verbs.ReferrerTold => steps.AnswerAsync(press, cancellationToken),
        Verbs.Duplicates => joins.DuplicatesAsync(press, cancellationToken),
        Verbs.Join => joins.JoinAsync(press, cancellationToken),
        Verbs.Separate => joins.SeparateAsync(press, cancellationToken),
        Verbs.Find => finds.FindAsync(press, cancellationToken),
        Verbs.Parked => parked.ShowAsync(press, cancellationToken),
        Verbs.ParkedRetry => parked.RetryAsync(press, cancellationToken),
        _ => Task.FromResult(NoticeCard.Draw("This button is not known", "The card may be from an older version. Nothing has been changed. Start again from Home.", press.Context)),
    };

    private async Task<CardReply> PickAsync(CardAction action, ArrivedAs.MustPickAgency mustPick, CancellationToken cancellationToken)
    {
        var picked = InputIds.ByName(action.Data).GetValueOrDefault("in:agency", "");
        var nobody = new Actor(mustPick.PersonId, action.DisplayName, "", "", action.Account.ToString(), []);
        if (action.Verb == Verbs.PickAgency && await arrivals.PickAsync(action.Account, picked, cancellationToken))
        {
            return await AnswerAsync(action with { Verb = Verbs.Home, Data = new Dictionary<string, string>() }, cancellationToken);
        }

        var notice = action.Verb == Verbs.PickAgency ? new Notice(NoticeKind.Problem, "Choose your agency.") : null;
        return new(CardJson.Write(AgencyCard.Draw(mustPick.Agencies, notice, Context(nobody))));
    }

    private CardContext Context(Actor actor) => new(Guid.NewGuid().ToString("N")[..12], words, actor, clock.Now, clock.Today);

    /// <summary>A verb is somebody's input: only those we know go into a log.</summary>
    private static string Known(string verb) => verb.Length <= 30 && verb.All(c => char.IsAsciiLetterLower(c) || c == '-') ? verb : "unknown";

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Press {Press}, verb {Verb}, failed: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string press, string verb, string fault, string? where);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Somebody of an unlisted tenant was refused, by {Carrier}")]
    private static partial void LogStranger(ILogger logger, string carrier);
}
