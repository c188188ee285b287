using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ActionDone;
using SafeguardingTeams.Presentation.Steps.ActionEnding;
using SafeguardingTeams.Presentation.Steps.ActionImpact;
using SafeguardingTeams.Presentation.Steps.ActionOwnership;
using SafeguardingTeams.Presentation.Steps.ActionProgress;
using SafeguardingTeams.Presentation.Steps.ActionTime;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of an action on its cards (C5, C19, C20): its owner, the Chair, operations.</summary>
internal sealed class ActionHandlers(ActionDesk desk, ActionSources sources) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [.. OfTheOwner, .. OfTheChair, .. OfOperations];

    private IEnumerable<CardHandler> OfTheOwner =>
        [
            new(Verbs.OpenAction, desk.OpenAsync),
            new(Verbs.ActionHistory, TimelineAsync),
            desk.On(
                Verbs.ActionProgress,
                new(Step.ReportProgress, ActionProgressCards.Report)
                {
                    Wrong = p => [p.Choice<ProgressState>("state") is null ? Wish.NoChoice("state", "Choose one.") : null],
                    Command = p =>
                        p.Choice<ProgressState>("state") is { } state
                            ? new ReportProgress(p.Record!.Value, state, p.Input("text"), p.Input("verified"))
                            : null,
                    Says = _ => "It is on the record how far it is.",
                }
            ),
            desk.On(
                Verbs.ActionComplete,
                new(Step.ReportActionDone, ActionDoneCards.Report)
                {
                    Command = p => new ReportActionDone(p.Record!.Value, p.Input("evidence"), p.Input("link"), p.Input("verified")),
                    Says = _ => "It is reported as done. The Chair accepts it, or returns it with a reason.",
                }
            ),
            desk.On(
                Verbs.ActionLinkAdd,
                new(Step.AddEvidenceLink, EvidenceLinks.Add)
                {
                    Command = p => new AddEvidenceLink(p.Record!.Value, p.Input("link"), p.Input("what")),
                    Says = _ => "The link is with the action.",
                }
            ),
            desk.On(
                Verbs.ActionImpact,
                new(Step.ReportImpact, ActionImpactCards.Report)
                {
                    Command = p => new ReportImpact(p.Record!.Value, p.Input("text"), p.Input("verified")),
                    Says = _ => "It is on the record what it has changed.",
                }
            ),
            desk.On(
                Verbs.ActionExtend,
                new(Step.AskForMoreTime, ActionTimeCards.Ask)
                {
                    Wrong = p => [p.Day("until") is null ? Wish.NoDay("until") : null],
                    Command = p =>
                        p.Day("until") is { } until
                            ? new AskForMoreTime(p.Record!.Value, until, p.Input("reason"), p.Input("verified"))
                            : null,
                    Says = _ => "The Chair is asked. Until the answer the date stays as it is.",
                }
            ),
        ];

    private IEnumerable<CardHandler> OfTheChair =>
        [
            desk.On(
                Verbs.ActionAccept,
                new(Step.AcceptAction, ActionDoneCards.Accept)
                {
                    Wrong = p => [WrongDay(p, "impact")],
                    Command = p => new AcceptAction(p.Record!.Value, p.Input("note"), p.Day("impact")),
                    Says = _ => "It is accepted as done, and listed at the next meeting.",
                }
            ),
            desk.On(
                Verbs.ActionReturn,
                new(Step.ReturnAction, ActionDoneCards.Return)
                {
                    Command = p => new ReturnAction(p.Record!.Value, p.Input("reason")),
                    Says = _ => "It is returned, and its owner is told why.",
                }
            ),
            desk.On(
                Verbs.ActionExtendAnswer,
                new(Step.AnswerMoreTime, ActionTimeCards.Answer)
                {
                    Wrong = p => [p.Key("agrees") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new AnswerMoreTime(p.Record!.Value, p.Key("agrees") == "yes", p.Input("reason")),
                    Says = _ => "It is answered, and its owner is told.",
                }
            ),
            desk.On(
                Verbs.ActionImpactCheck,
                new(Step.CheckImpact, ActionImpactCards.Check)
                {
                    Wrong = p =>
                        [p.Choice<ImpactFound>("found") is null ? Wish.NoChoice("found", "Choose one.") : null, WrongDay(p, "impact")],
                    Command = p =>
                        p.Choice<ImpactFound>("found") is { } found
                            ? new CheckImpact(p.Record!.Value, found, p.Input("how"), p.Day("impact"))
                            : null,
                    Read = sources.WithReferralAsync,
                    Says = file => file.IsEnded ? "It is recorded, and the action has ended." : "It is recorded, and asked again later.",
                }
            ),
        ];

    private IEnumerable<CardHandler> OfOperations =>
        [
            desk.On(
                Verbs.ActionFileOut,
                new(Step.TakeOutEvidenceFile, EvidenceFiles.TakeOut)
                {
                    Wrong = p => [Number(p, "file") is null ? Wish.NoChoice("file", "Choose a file.") : null],
                    Command = p =>
                        Number(p, "file") is { } number ? new TakeOutEvidenceFile(p.Record!.Value, number, p.Input("reason")) : null,
                    Says = _ => "The file is taken out. Nobody opens it any more.",
                }
            ),
            desk.On(
                Verbs.ActionLinkOut,
                new(Step.TakeOutEvidenceLink, EvidenceLinks.TakeOut)
                {
                    Wrong = p => [Number(p, "link") is null ? Wish.NoChoice("link", "Choose a link.") : null],
                    Command = p =>
                        Number(p, "link") is { } number ? new TakeOutEvidenceLink(p.Record!.Value, number, p.Input("reason")) : null,
                    Says = _ => "The link is taken out. Nobody is shown it any more.",
                }
            ),
            desk.On(
                Verbs.ActionOwner,
                new(Step.ChangeActionOwner, (file, filled, context) => ActionOwnerCard.Draw(file, desk.Choices(context), filled, context))
                {
                    Command = p => new ChangeActionOwner(p.Record!.Value, desk.Owner(p), p.Input("reason")),
                    Says = _ => "It has another owner. Both are told.",
                }
            ),
            desk.On(
                Verbs.ActionEnd,
                new(Step.EndAction, ActionEndingCards.End)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = p => p.Day("date") is { } day ? new EndAction(p.Record!.Value, day, p.Input("reason")) : null,
                    Says = _ => "It has ended.",
                }
            ),
            desk.On(
                Verbs.ActionWithdraw,
                new(Step.WithdrawAction, ActionEndingCards.Withdraw)
                {
                    Command = p => new WithdrawAction(p.Record!.Value, p.Input("reason")),
                    Says = _ => "It is withdrawn.",
                }
            ),
            desk.On(
                Verbs.ActionReopen,
                new(Step.ReopenAction, ActionEndingCards.Reopen)
                {
                    Wrong = p => [p.Day("due") is null ? Wish.NoDay("due") : null, WrongDay(p, "date")],
                    Command = p =>
                        p.Day("due") is { } due ? new ReopenAction(p.Record!.Value, due, p.Input("reason"), p.Day("date")) : null,
                    Says = _ => "It is open again, and its owner is told.",
                }
            ),
        ];

    private static int? Number(CardInvocation p, string name) =>
        int.TryParse(p.Input(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A date that may be left out, and is none.</summary>
    private static Refusal? WrongDay(CardInvocation p, string name) =>
        p.Input(name).Length > 0 && p.Day(name) is null ? Wish.NoDay(name) : null;

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? ActionCard.Timeline(file, invocation.Page, invocation.Context)
            : CaseHandlers.NotFound(invocation);
}
