using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Joining;

/// <summary>Referrals are joined and separated (PD15).</summary>
public static class JoiningCards
{
    /// <summary>Join another referral to this one, with a reason (PD15).</summary>
    public static AdaptiveCard Join(CaseFile file, CaseFile other, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Join two referrals",
            [
                $"{other.Id}, referred by {other.Referral!.Referrer.AgencyName}, will be joined to {file.Id}. The work goes on "
                    + $"in {file.Id}; both referrers hear the outcome. You can separate them again.",
            ],
            [Reason(filled, context, "Why are these about the same incident?")],
            [("Join them", Verbs.Join, "yes")],
            ("other", Code(other.Id))
        );

    /// <summary>Separate a joined referral again (PD15).</summary>
    public static AdaptiveCard Separate(CaseFile joined, Filled filled, CardContext context) =>
        Step(
            joined,
            filled,
            context,
            "Separate the referrals",
            [$"{joined.Id} goes on by itself again, where it stood before it was joined to {joined.JoinedTo}."],
            [Reason(filled, context, "Why are these two incidents after all?")],
            [("Separate them", Verbs.Separate, "yes")]
        );
}
