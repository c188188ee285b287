using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Recommendation;

/// <summary>The Chair recommends (A9).</summary>
public static class RecommendCard
{
    /// <summary>The Chair's recommendation (A9).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            file.Recommendation switch
            {
                null => "Record your recommendation",
                { ByTheGroup: true } => "Record your own recommendation",
                _ => "Correct your recommendation",
            },
            [
                "The criteria are two, both needed: abuse or neglect of a child is known or suspected, and the child has died "
                    + "or been seriously harmed.",
                "The three leads read your reasons and decide. A Rapid Review follows only if they, or the local authority, decide for it.",
                file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
                    ? $"The local authority must notify by {Day(clock.Deadline.DueDay)}, counted from the day it became aware, "
                        + "whatever is left of your own time."
                    : "The local authority's own clock no longer runs.",
                .. file.Round is { Decisions.IsEmpty: false }
                    ? ImmutableList.Create("Leads have decided already. With a new recommendation each of them is asked again.")
                    : [],
            ],
            [
                Reason(
                    filled.Typed.Count > 0 || file.Recommendation is null
                        ? filled
                        : new(ImmutableDictionary<string, string>.Empty.Add("reason", file.Recommendation.Reason), []),
                    context,
                    "Your reasons"
                ),
                new InputChoiceSet(
                    InputIds.For("special", context.CardInvocation),
                    "If the criteria are not met, where should the group look at it?",
                    [new("At its next scheduled meeting", "no"), new("At a special meeting, because it should not wait", "yes")]
                )
                {
                    Value = filled["special"] is { Length: > 0 } typed ? typed : "no",
                },
            ],
            [("Criteria met", Verbs.Recommend, "met"), ("Criteria not met", Verbs.Recommend, "not-met")],
            Again(file.Recommendation)
        );
}
