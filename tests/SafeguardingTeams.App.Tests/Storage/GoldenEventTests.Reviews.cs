using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The events of reviews.</content>
public partial class GoldenEventTests
{
    private static RecommendationPlan Recommended =>
        ReviewStory.Recommended(ReviewStory.Trust, ReviewStory.Police) with
        {
            Themes = [new("theme-1", "discharge from hospital")],
        };

    private static RecordEvent[] OfReviews =>
        [
            new ReviewProposed(ReviewStory.Plan(), Nurse, CaseStory.Rules, Due, [new(Role.LeadHealth, ["lead-health"], "deputy-health")]),
            new ReviewBegun(
                ReviewStory.Plan(ReviewKind.SingleAgencyAudit),
                ActionStory.Outside,
                CaseStory.Rules,
                new(2026, 12, 9),
                [Due],
                []
            ),
            new LeadSaidOfReview(Role.LeadPolice, false, "An audit is enough."),
            new ReviewDecided(new(2026, 12, 10), [Due]),
            new ReviewDeclined(new(2026, 12, 10)),
            new LeadsAskedAgain("The national Panel does not concur.", Due),
            new OutsideBodyTold(TellingOf.Decision, OutsideBody.Panel, new(2026, 12, 11), "By email to its notifications mailbox"),
            new ReviewLookedAt(new(2027, 1, 11), LookState.AtRisk, "The lines are answered.", true, "A draft, by 1 February.", Due),
            new ReviewForecastChanged(new(2027, 7, 30), DelayReason.CriminalProceedings, "The trial begins in May.", Due),
            new ReviewReportSubmitted(ReviewStory.Report with { Why = "The family did not answer." }, Due),
            new ReviewReportAccepted(new(2027, 5, 10)),
            new ReviewReportReturned(Due),
            new FindingsRecorded("Half the records had no note.", new(2027, 3, 10)),
            new PublicationPlanned(new(PublicationForm.ImprovementsOnly, "It would harm a child.", new(2027, 6, 1)), Due, false),
            new ReviewPublished(new(2027, 6, 1), "The partnership's pages", "The Chair, that morning", "It was in the press.", Due),
            new ReviewRecommendationMade(1, Recommended),
            new ReviewRecommendationChanged(1, Recommended with { Text = "Agree every discharge." }, "The leads asked for it.", true),
            new ReviewRecommendationTakenBack(2, "The group thinks again."),
            new ReviewRecommendationsAsked(["trust", "police"], Due),
            new ReviewRecommendationAnswered(1, "police", RecommendationReply.InPart, "Not at night.", new(2027, 6, 4), "Their letter."),
            new ReviewClosed("Its actions go on."),
            new ReviewEnded("Another takes its place."),
            new ReviewReopened("It was ended by mistake.", ReviewStage.UnderWay, [Due]),
            new ReviewReminded(Timescales.ReviewPublished.Id, 2, 1, ChaseKind.Late, [new(Role.ReviewOwner)]),
            new ReviewRecounted("amended", [Due]),
        ];
}
