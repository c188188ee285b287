using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Closing;
using SafeguardingTeams.Presentation.Steps.Considered;
using SafeguardingTeams.Presentation.Steps.Outcome;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>How a case comes to its end, or back from it.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> Closing()
    {
        var withdrawn = CaseStory.At(Stage.UnderReview).Withdrawn();
        yield return ("take-up-review", TakeUpReviewCard.Draw(withdrawn.File, Filled.Nothing, At(withdrawn, Ops)));
        var agreed = CaseStory.At(Stage.AwaitingApproval).Withdrawn();
        yield return (
            "take-up-review-after-the-meeting",
            TakeUpReviewCard.Draw(agreed.File, Wrong(("reason", "Say why it goes on after all.")), At(agreed, Ops))
        );
        var group = CaseStory.At(Stage.AwaitingGroupMeeting);
        yield return ("closing-considered", ConsideredCard.Draw(group.File, Filled.Nothing, At(group, Ops)));
        yield return ("closing-not-yet", ClosingCards.Close(CaseStory.At(Stage.PanelAnswered).File, Filled.Nothing, At(group, Ops)));
        group.Considered();
        yield return (
            "closing-considered-again",
            ConsideredCard.Draw(group.File, Wrong(("decided", "Enter what the group decided.")), At(group, Ops))
        );
        group.NothingOwed();
        yield return ("closing-close", ClosingCards.Close(group.File, Filled.Nothing, At(group, Ops)));
        group.Closed();
        yield return ("closing-reopen", ClosingCards.Reopen(group.File, Filled.Nothing, At(group, Ops)));
        var notified = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true);
        yield return (
            "partner-authority-notifies",
            PartnerCards.Partner(notified.File, Filled.Nothing, At(notified, CaseStory.Lead(Role.LeadPolice)))
        );
    }
}
