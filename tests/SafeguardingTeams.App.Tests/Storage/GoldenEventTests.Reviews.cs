using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewRequests;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
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
                ReviewStory.Plan(ReviewKind.FollowedElsewhere),
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
            new OutsideLetterWent(TellingOf.Decision, OutsideBody.Panel, new(2026, 12, 11), "reviews@panel.example"),
            new ReviewDocumentKept(
                new(
                    KeptKind.OutsideLetter,
                    "OutsideLetter.1",
                    "",
                    "GSCP-RV-2222-3333-letter-1.docx",
                    "abcdef12",
                    12345,
                    "reviews@panel.example"
                )
            ),
            new OutsideBodyTold(TellingOf.Decision, OutsideBody.Panel, new(2026, 12, 11), "By email to its notifications mailbox"),
            new ReviewLookedAt(new(2027, 1, 11), LookState.AtRisk, "The lines are answered.", true, "A draft, by 1 February.", Due),
            new ReviewForecastChanged(new(2027, 7, 30), DelayReason.CriminalProceedings, "The trial begins in May.", Due),
            new ReviewTermsWritten([new(TermsPart.Purpose, "To learn how bruises are read."), new(TermsPart.Lines, "What?\nHow?\nWhy?")]),
            new ReviewTermsSubmitted(
                2,
                [new(TermsPart.Purpose, "To learn how bruises are read.")],
                "The inquest is over.",
                new(2027, 1, 5)
            ),
            new LeadSaidOfReviewTerms(Role.LeadHealth, false, "A line is missing."),
            new ReviewTermsApproved(2, new(2027, 1, 8)),
            new ReviewTermsReturned(1, new(2026, 12, 20)),
            new ReviewPersonAppointed(
                2,
                ReviewStory.Reviewer,
                ReviewStory.Declared with
                {
                    WasInvolved = true,
                    Involved = "Advised the hospital in 2019.",
                    Conflicts = "Knows the head of midwifery.",
                    Handled = "Another reviewer talks with the hospital.",
                },
                new(2026, 12, 14),
                1,
                "The first one is ill.",
                Due
            ),
            new ReviewPapersAgreed([new(3, CaseStory.Id, $"{CaseStory.Id}-report.docx", new('b', 64))]),
            new ReviewPersonEmailChanged(2, "reviewer@people.example", "A letter was missing.", "p-1a2b3c"),
            new ReviewPersonCameIn(2, "p-1a2b3c", true, false),
            new ReviewPersonEnded(2, new(2027, 2, 1), "They are ill.", Due),
            new ReviewReportAdded(new(KeptKind.ReviewReport, "report-1", "", "GSCP-RV-2222-3333-report-1.pdf", new('a', 64), 20480, "")),
            new ReviewReportSubmitted(ReviewStory.Report with { Why = "The family did not answer." }, Due),
            new ReviewReportAccepted(new(2027, 5, 10)),
            new ReviewReportReturned(Due),
            new ProceedingKept(new(1, ProceedingKind.Inquest, "The coroner's officer", new(2027, 3, 1), true, "In court 2."), Due),
            new ProceedingEnded(1, "A verdict in March."),
            new HeardOfReview(new(2026, 12, 9), "The inquest comes first.", Due),
            new FindingsRecorded("Half the records had no note.", new(2027, 3, 10)) { Answer = NationalAnswer.ToBeDone },
            new PublicationPlanned(new(PublicationForm.ImprovementsOnly, "It would harm a child.", new(2027, 6, 1)), Due, false),
            new ReviewPublished(new(2027, 6, 1), "The partnership's pages", "The Chair, that morning", "It was in the press.", Due),
            new ReviewRecommendationMade(1, Recommended),
            new ReviewRecommendationChanged(1, Recommended with { Text = "Agree every discharge." }, "The leads asked for it.", true),
            new ReviewRecommendationTakenBack(2, "The group thinks again."),
            new ReviewRecommendationsAsked(["trust", "police"], Due),
            new ReviewRecommendationAnswered(1, "police", RecommendationReply.InPart, "Not at night.", new(2027, 6, 4), "Their letter."),
            new ReviewDetailRequested(3, ReviewStory.Police, ReviewStory.Detail, Due, true),
            new ReviewDetailAnswered(3, DetailReply.Given, "Four contacts.", "By secure mail", new(2027, 1, 8), "Their letter."),
            new ReviewDetailReturned(3, "The notes of the third contact.", Due, false),
            new ReviewDetailTakenBack(2, "The school has it all."),
            new ParticipationKept(
                1,
                ReviewStory.Mother with
                {
                    Contributed = new(2027, 1, 5),
                    Draft = new(2027, 2, 1),
                    Said = "She was not heard.",
                    Called = "Mum",
                    Perspective = "He was calm with her.",
                    Told = new(2027, 5, 1),
                },
                "Her contribution came."
            ),
            new ReviewAskedInWriting(
                1,
                ReviewPersonRole.IndependentChair,
                WrittenWish.Information,
                "How the meetings with practitioners went.",
                new(2027, 1, 11),
                "By letter to their office",
                Due
            ),
            new ReviewWrittenAnswered(1, false, new(2027, 2, 1), "They were ill all month."),
            new ReviewClosed("Its actions go on."),
            new ReviewEnded("Another takes its place."),
            new ReviewReopened("It was ended by mistake.", ReviewStage.UnderWay, [Due]),
            new ReviewReminded(Timescales.ReviewPublished.Id, 2, 1, ChaseKind.Late, [new(Role.ReviewOwner)]),
            new ReviewRecounted("amended", [Due]),
        ];

    private static readonly LeadsCall Called = new("The lead themself", new(2026, 12, 10), "Called back on the number we know.");

    private static Dictionary<string, ReviewEvent> AddedToReviewEvents =>
        new()
        {
            ["with-version"] = new ReviewReportSubmitted(ReviewStory.Report, Due) { Version = 2 },
            ["plan-with-version"] = new PublicationPlanned(new(PublicationForm.Report, "", new(2027, 6, 1)), Due, false) { Version = 2 },
            ["by-telephone"] = new LeadSaidOfReview(Role.LeadPolice, true, "") { Call = Called },
            ["terms-by-telephone"] = new LeadSaidOfReviewTerms(Role.LeadHealth, true, "") { Call = Called },
        };

    public static TheoryData<string> AddedToReviews => [.. AddedToReviewEvents.Keys];

    [Theory]
    [MemberData(nameof(AddedToReviews))]
    public void What_was_added_to_an_event_of_reviews_is_written_and_read_and_left_out_where_there_is_nothing(string what)
    {
        var added = AddedToReviewEvents[what];
        var text = Write(added);
        Approved.Same($"tests/SafeguardingTeams.App.Tests/Golden/{Name(text)}.{what}.json", text + "\n");
        Assert.Equal(text, StoredJson.Write(StoredJson.Read(CaseStory.Id, text)));
        var name = what.EndsWith("version", StringComparison.Ordinal) ? "version" : "call";
        Assert.DoesNotContain($"\"{name}\"", Write(OfReviews.Single(one => one.StoredName == added.StoredName)), StringComparison.Ordinal);
    }
}
