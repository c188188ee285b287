using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Approval;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The three leads approve the meeting's recommendation, with mediation where they differ (B20).</summary>
internal sealed class ApprovalHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.Approval, _ => Approve),
            steps.On(Verbs.ApprovalReasons, WithReasons),
            steps.On(Verbs.ApprovalTelephone, _ => Telephone),
            steps.On(Verbs.ApprovalMediationAsk, _ => AskForMediation),
            steps.On(Verbs.ApprovalMediation, _ => Mediation),
            steps.On(Verbs.ApprovalMediationCorrect, _ => Correct),
        ];

    private static StepCard Approve { get; } =
        new(Step.Approve, ApprovalCards.Lead) { Command = p => new Approve(p.Case, p.Round, Agrees: true, "", p.Seen), Says = Approved };

    private static StepCard WithReasons(CardInvocation invocation) =>
        new(Step.Approve, (file, filled, context) =>
            ApprovalCards.Reasons(file, invocation.Key("refuse").Length == 0 && invocation.Done != "refuse", filled, context)
        )
        {
            Command = p => new Approve(p.Case, p.Round, p.Done == "approve", p.Input("reason"), p.Seen),
            Says = Approved,
        };

    private static StepCard Telephone { get; } =
        new(Step.ApproveByTelephone, ApprovalCards.Telephone)
        {
            Command = p =>
                p.Choice<Role>("lead") is { } lead
                    ? new ApproveByTelephone(
                        p.Case,
                        p.Round,
                        lead,
                        p.Done == "approve",
                        p.Input("reason"),
                        p.Input("given"),
                        p.Input("verified"),
                        p.Seen
                    )
                    : Wish.NoChoice("lead", "Choose whose decision it is."),
            Says = _ => "The approval is recorded.",
        };

    private static StepCard AskForMediation { get; } =
        new(Step.AskForApprovalMediation, ApprovalCards.AskForMediation)
        {
            Command = p => new AskForApprovalMediation(p.Case),
            Says = _ => "The Independent Scrutineer is being asked.",
        };

    private static StepCard Mediation { get; } =
        new(Step.RecordApprovalMediation, ApprovalCards.Mediation)
        {
            Command = p => new RecordApprovalMediation(p.Case, p.Input("outcome"), p.Input("agreed")),
            Says = _ => "The mediation is recorded. Each lead is being asked again.",
        };

    private static StepCard Correct { get; } =
        new(Step.CorrectApprovalMediation, ApprovalCards.CorrectMediation)
        {
            Command = p => new CorrectApprovalMediation(p.Case, p.Input("outcome"), p.Input("agreed"), p.Input("reason")),
            Says = _ => "The record of the mediation is corrected.",
        };

    private static string Approved(CaseFile file) =>
        file.Review.Approval switch
        {
            { Approved: true } => "Your decision is recorded. All three leads have approved: report and letter go to the national Panel.",
            { Approved: false } => "Your decision is recorded. The recommendation is not approved; it is opened again.",
            { Round.Differ: true } => "Your decision is recorded. The leads differ: you can ask the Independent Scrutineer to mediate.",
            _ => "Your decision is recorded. You can change it until all three have decided.",
        };
}
