using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The three leads decide on the criteria, by a card or by telephone, or stand aside.</summary>
internal sealed class PartnerDecisionHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.PartnerDecision, _ => Decide),
            steps.On(Verbs.PartnerReasons, WithReasons),
            steps.On(Verbs.Telephone, _ => Telephone),
            steps.On(Verbs.StandAside, _ => Aside),
        ];

    private static StepCard Decide { get; } =
        new(Step.DecideAsPartner, PartnerCards.Partner)
        {
            Command = p => new DecideAsPartner(p.Case, p.Round, Agrees: true, "", p.Seen),
            Says = Decided,
        };

    private static StepCard WithReasons(CardInvocation invocation) =>
        new(Step.DecideAsPartner, (file, filled, context) =>
            PartnerCards.PartnerReasons(file, invocation.Key("disagree").Length == 0 && invocation.Done != "disagree", filled, context)
        )
        {
            Command = p => new DecideAsPartner(p.Case, p.Round, p.Done == "agree", p.Input("reason"), p.Seen),
            Says = Decided,
        };

    private static StepCard Telephone { get; } =
        new(Step.RecordDecisionByTelephone, PartnerCards.Telephone)
        {
            Command = p =>
                p.Choice<Role>("lead") is { } lead
                    ? new RecordDecisionByTelephone(
                        p.Case,
                        p.Round,
                        lead,
                        p.Done == "agree",
                        p.Input("reason"),
                        p.Input("given"),
                        p.Input("verified"),
                        p.Seen
                    )
                    : Wish.NoChoice("lead", "Choose whose decision it is."),
            Says = _ => "The decision is recorded.",
        };

    private static StepCard Aside { get; } =
        new(Step.StandAside, PartnerCards.StandAside)
        {
            Command = p => new StandAside(p.Case),
            Says = _ => "You have stood aside in this case. Your deputy is being asked.",
        };

    private static string Decided(CaseFile file) =>
        file switch
        {
            { HasRapidReview: true } => "Your view is recorded. It stands on the record; the Rapid Review goes on.",
            { AuthorityDecision.Notifies: false } or { Review.WithdrawnBecause: not null } =>
                "Your view is recorded. It stands on the record beside the local authority's decision; the case goes to the " + "group.",
            { PartnersView: PartnersView.Met } =>
                "Your decision is recorded. All three have decided: the criteria are met. The local authority is being asked to notify.",
            { PartnersView: PartnersView.NotMet } =>
                "Your decision is recorded. All three have decided: the criteria are not met. The case goes to " + "the group.",
            { PartnersView: PartnersView.NotAgreed } =>
                "Your decision is recorded. The partners could not agree. The local authority decides on the notification.",
            { Round.Differ: true } => "Your decision is recorded. The leads differ: you can ask the Independent Scrutineer to mediate.",
            _ => "Your decision is recorded. You can change it until all three have decided.",
        };
}
