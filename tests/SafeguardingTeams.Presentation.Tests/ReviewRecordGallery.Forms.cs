using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDecision;
using SafeguardingTeams.Presentation.Steps.ReviewElsewhere;
using SafeguardingTeams.Presentation.Steps.ReviewEnding;
using SafeguardingTeams.Presentation.Steps.ReviewProceedings;
using SafeguardingTeams.Presentation.Steps.ReviewProgress;
using SafeguardingTeams.Presentation.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The forms of reviews.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ReviewRecordForms()
    {
        var (owner, chair, operations) = (Context(ReviewStory.Owner), Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var lead = Context(ReviewStory.Lead(Role.LeadHealth));
        Filled Wrong(string code, string message, string field) =>
            new(ImmutableDictionary<string, string>.Empty, [new(code, message, field)]);
        yield return ("further-form-kind", ProposeReviewCard.Choose(CaseStory.Id, Filled.Nothing, operations));
        yield return ("further-form-kind-theme", ProposeReviewCard.Choose(null, Filled.Nothing, chair));
        yield return (
            "further-form-propose",
            ProposeReviewCard.Draw(CaseStory.Id, ReviewKind.LocalReview, 0, ActionOwners, Filled.Nothing, operations)
        );
        yield return (
            "further-form-propose-wrong",
            ProposeReviewCard.Draw(
                CaseStory.Id,
                ReviewKind.LearningReview,
                1,
                ActionOwners,
                Wrong("answer-needed", "Say why, so that it can be read in years to come.", "grounds"),
                operations
            )
        );
        yield return (
            "further-form-begin",
            ProposeReviewCard.Draw(null, ReviewKind.ThematicReview, 0, ActionOwners, Filled.Nothing, chair)
        );
        foreach (var kind in new[] { ReviewKind.FollowedElsewhere, ReviewKind.NationalLearning })
        {
            yield return ($"further-form-begin-{kind}", ProposeReviewCard.Draw(null, kind, 0, ActionOwners, Filled.Nothing, operations));
            yield return (
                $"further-form-found-{kind}",
                ReviewReportCards.Findings(ReviewStory.Begun(kind).File, Filled.Nothing, operations)
            );
        }

        var beside = ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.Inquest, ReviewStory.Operations).File;
        yield return ("further-form-proceedings", ProceedingCards.Keep(beside, Filled.Nothing, owner));
        yield return ("further-form-proceedings-end", ProceedingCards.End(beside, Filled.Nothing, owner));
        yield return (
            "further-form-heard",
            ReviewElsewhereCard.Draw(ReviewStory.Begun(ReviewKind.FollowedElsewhere).File, Filled.Nothing, owner)
        );
        var proposed = ReviewStory.At(ReviewStage.Proposed).File;
        var underWay = ReviewStory.At(ReviewStage.UnderWay).File;
        yield return ("further-form-decide", ReviewDecisionCards.Decide(proposed, Filled.Nothing, lead));
        yield return (
            "further-form-decide-wrong",
            ReviewDecisionCards.Decide(proposed, Wrong("answer-needed", "Say why not. The others read it.", "reason"), lead)
        );
        yield return ("further-form-again", ReviewDecisionCards.AskAgain(ReviewDiffering.File, Filled.Nothing, chair));
        yield return (
            "further-form-again-declined",
            ReviewDecisionCards.AskAgain(ReviewStory.At(ReviewStage.Declined).File, Filled.Nothing, chair)
        );
        yield return ("further-form-told", ReviewToldCard.Draw(underWay, Filled.Nothing, operations));
        yield return ("further-form-told-delay", ReviewToldCard.Draw(Delayed.File, Filled.Nothing, operations));
        yield return ("further-form-look", ReviewProgressCards.Look(underWay, Filled.Nothing, owner));
        yield return ("further-form-expect", ReviewProgressCards.Expect(underWay, Wrong("choice-needed", "Choose one.", "why"), owner));
        yield return ("further-form-report", ReviewReportCards.Submit(underWay, Filled.Nothing, operations));
        yield return (
            "further-form-accept",
            ReviewReportCards.Accept(ReviewStory.At(ReviewStage.ReportWithLeads).File, Filled.Nothing, lead)
        );
        yield return ("further-form-found", ReviewReportCards.Findings(ReviewStory.Begun().File, Filled.Nothing, operations));
        yield return ("further-form-plan", PublicationCards.Plan(ReviewStory.At(ReviewStage.Accepted).File, Filled.Nothing, operations));
        yield return ("further-form-publish", PublicationCards.Publish(ToBePublished.File, Filled.Nothing, operations));
        yield return ("further-form-publish-nothing", PublicationCards.Publish(NotPublished.File, Filled.Nothing, operations));
        yield return ("further-form-close", ReviewEndingCards.Close(Found.File, Filled.Nothing, chair));
        yield return ("further-form-end", ReviewEndingCards.End(underWay, Filled.Nothing, operations));
        yield return ("further-form-reopen", ReviewEndingCards.Reopen(ReviewStory.At(ReviewStage.Ended).File, Filled.Nothing, chair));
    }
}
