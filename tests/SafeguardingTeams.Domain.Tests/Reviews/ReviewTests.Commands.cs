using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Every command of a review.</content>
public partial class ReviewTests
{
    internal static IEnumerable<ReviewCommand> EveryCommand() =>
        [
            ReviewStory.Propose(),
            new DecideOnReview(Id, true, ""),
            new DecideOnReview(Id, false, "An audit is enough."),
            ReviewStory.ByTelephone(),
            ReviewStory.ByTelephone(agrees: false, reason: "An audit is enough."),
            new AskLeadsAgain(Id, "We met."),
            ReviewStory.Tell(TellingOf.Decision, OutsideBody.Panel),
            ReviewStory.Tell(TellingOf.Decision, OutsideBody.Ofsted) with
            {
                IsOurLetter = true,
            },
            ReviewStory.LetterKept,
            Look(new(2026, 11, 2)),
            Expect(new(2027, 6, 1)),
            ReviewStory.Inquest,
            new EndProceeding(Id, 1, "A verdict."),
            new HearOfReview(Id, new(2026, 11, 2), "The inquest comes first.", new(2026, 12, 1)),
            ReviewStory.Terms,
            new SubmitReviewTerms(Id, "The inquest is over."),
            new ApproveReviewTerms(Id, true, ""),
            new ApproveReviewTerms(Id, false, "A line is missing."),
            ReviewStory.Appoint(),
            new EndReviewPerson(Id, 1, "They are ill."),
            ReviewStory.AgreePapers,
            ReviewStory.OtherAddress(),
            ReviewStory.AskedIn().Tie(),
            ReviewStory.AddReport(),
            new SubmitReviewReport(Id, ReviewStory.Report),
            new AcceptReviewReport(Id, true, ""),
            new AcceptReviewReport(Id, false, "Why is missing."),
            new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)),
            new PlanPublication(Id, PublicationForm.Report, "", new(2026, 11, 30)),
            Publish("In the press."),
            new CloseReview(Id, ""),
            ReviewStory.Recommends(),
            ReviewStory.Changes(),
            new TakeBackReviewRecommendation(Id, 1, "The leads asked for it."),
            ReviewStory.Answers(),
            ReviewStory.TakesPart(),
            ReviewStory.AskDetail(),
            ReviewStory.GiveDetail(verified: "Rung back."),
            ReviewStory.ReturnsDetail(),
            ReviewStory.TakesDetailBack(),
            ReviewStory.AskDraft,
            ReviewStory.CameBack(),
            new EndReview(Id, "Another takes its place."),
            new ReopenReview(Id, "By mistake."),
            .. Timescales.OfReviews.Concat([Timescales.ReviewDue]).Select(timescale => new RemindReview(Id, timescale.Id)),
            new RecountReview(Id),
        ];
}
