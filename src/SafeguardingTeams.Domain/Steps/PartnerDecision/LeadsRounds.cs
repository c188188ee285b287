using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PartnerDecision;

/// <summary>
/// What the three leads decide in rounds: on the criteria (A10) and on the approval of the recommendation (B20). One decision per
/// partner, which may be changed until the round closes; nobody decides for two; one given by telephone is recorded with who took it
/// and how it was verified (PD8).
/// </summary>
/// <param name="Open">The round that is open in a case, where one is.</param>
/// <param name="Given">What an event says was decided, and in which round; null where it is no such decision.</param>
/// <param name="WhyNot">What is asked of whoever says no without a reason.</param>
/// <param name="Accept">Accepts a decision that nothing speaks against.</param>
internal sealed record LeadsRounds(
    Func<CaseFile, DecisionRound?> Open,
    Func<object, (int Round, PartnersDecision Decision)?> Given,
    string WhyNot,
    Func<CaseFile, PartnersDecision, DecisionContext, Decision> Accept
)
{
    /// <summary>A lead decides on their own card.</summary>
    internal Decision OnCard(CaseFile file, LeadsAnswer answer, DecisionContext context)
    {
        if (Open(file) is not { } open)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var roles = context.Actor.RolesFor(file);
        var decided = open.Decisions.Find(decision => decision.PersonId == context.Actor.PersonId && decision.Telephone is null);
        var lead = decided?.Lead ?? Partners.Leads.First(roles.Contains);
        return Refuse(file, lead, answer, context) is { } refusal
            ? Decision.Refuse(refusal)
            : Accept(file, new(lead, answer.Agrees, answer.Reason.Trim(), context.Actor.PersonId, context.At, null), context);
    }

    /// <summary>Operations record what a lead said by telephone.</summary>
    internal Decision ByTelephone(CaseFile file, Role lead, LeadsAnswer answer, string givenBy, string verified, DecisionContext context)
    {
        ImmutableList<Refusal?> refusals = [.. ByTelephoneRules.Refuse(lead, givenBy, verified), Refuse(file, lead, answer, context)];
        return refusals.Any(refusal => refusal is not null)
            ? new Decision.Refused([.. refusals.OfType<Refusal>()])
            : Accept(
                file,
                new(
                    lead,
                    answer.Agrees,
                    answer.Reason.Trim(),
                    context.Actor.PersonId,
                    context.At,
                    new(givenBy.Trim(), context.Actor.Display, verified.Trim())
                ),
                context
            );
    }

    private Refusal? Refuse(CaseFile file, Role lead, LeadsAnswer answer, DecisionContext context)
    {
        if (Open(file) is not { } open || open.Number != answer.Round || RecordedAt(file, answer.Round, lead) > answer.Seen)
        {
            return Refusal.Overtaken;
        }

        var before = open.Of(lead);
        var isBlank = string.IsNullOrWhiteSpace(answer.Reason);
        return before is not null && before.Agrees == answer.Agrees && before.Reason == answer.Reason.Trim()
                ? new("nothing-changed", "This is the decision already recorded.")
            : before is not null && before.PersonId != context.Actor.PersonId && isBlank
                ? Reasons.Needed(
                    "Somebody else has recorded this partner's decision. Say why it is changed. The earlier one stays on the record."
                )
            : !answer.Agrees && isBlank ? Reasons.Needed(WhyNot)
            : Reasons.TooLong(answer.Reason);
    }

    /// <summary>The version of the case at which a partner's decision in a round was recorded last; 0 where it was not.</summary>
    private int RecordedAt(CaseFile file, int round, Role lead) =>
        file.History.LastOrDefault(recorded =>
            Given(recorded.Event) is { } given && given.Round == round && given.Decision.Lead == lead
        )?.Sequence
        ?? 0;
}

/// <param name="Round">The round the card was drawn in.</param>
/// <param name="Agrees">Yes or no.</param>
/// <param name="Reason">Why; needed where it is no, or put in place of somebody else's.</param>
/// <param name="Seen">The version of the case the card was drawn from: a decision its reader did not see is not replaced.</param>
internal sealed record LeadsAnswer(int Round, bool Agrees, string Reason, int Seen);
