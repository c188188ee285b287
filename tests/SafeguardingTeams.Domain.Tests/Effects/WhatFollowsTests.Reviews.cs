using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Tests.Reviews;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>Reviews.</content>
public partial class WhatFollowsTests
{
    /// <summary>Every event of the played reviews.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfReviews()
    {
        var id = ReviewStory.Id;
        var (chair, operations) = (ReviewStory.Chair, ReviewStory.Operations);
        var late = ReviewStory.At(ReviewStage.UnderWay);
        foreach (var chase in late.File.Clock(Timescales.ReviewPublished.Id)!.Deadline.Chases)
        {
            late.On(chase.At).Given(new RemindReview(id, Timescales.ReviewPublished.Id), ActionStory.System);
        }

        var answered = ReviewStory.Asking();
        foreach (var chase in answered.File.Clock(Timescales.ReviewRecommendations.Id)!.Deadline.Chases)
        {
            answered.On(chase.At).Given(new RemindReview(id, Timescales.ReviewRecommendations.Id), ActionStory.System);
        }

        answered
            .Given(ReviewStory.Answers(), ActionStory.Member)
            .Given(ReviewStory.Changes(), chair)
            .Given(new TakeBackReviewRecommendation(id, 1, "The group thinks again."), operations);
        var member = ReviewStory
            .CameIn()
            .Given(ReviewTests.Member("wrong@panel.example"), operations)
            .Given(ReviewStory.OtherAddress(2), chair);
        var accepted = ReviewStory.AskedInAt(ReviewStage.Accepted);
        var files = Enum.GetValues<ReviewStage>()
            .Select(stage => ReviewStory.At(stage))
            .Concat([
                late,
                ReviewStory.Begun(ReviewKind.ThematicReview, ActionStory.Outside),
                ReviewStory.Begun().Given(new RecordFindings(id, "Half the records had no note.", new(2026, 11, 2)), operations),
                ReviewStory
                    .At(ReviewStage.Proposed)
                    .Said(true, Role.LeadPolice, Role.LeadHealth)
                    .Said(false, Role.LeadLocalAuthority)
                    .Given(new AskLeadsAgain(id, "We met."), chair),
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .Given(new LookAtReview(id, new(2026, 11, 2), LookState.Late, "The trial.", true, ""), operations)
                    .Given(new ForecastReview(id, new(2027, 6, 1), DelayReason.CriminalProceedings, "The trial."), operations)
                    .Given(ReviewStory.Tell(TellingOf.Delay, OutsideBody.Panel) with { MailTo = "reviews@panel.example" }, operations)
                    .Given(ReviewStory.LetterKept, ActionStory.System),
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .Given(ReviewStory.Appoint(), operations)
                    .Given(ReviewStory.AgreePapers, operations)
                    .Given(new EndReviewPerson(id, 1, "They are ill."), chair),
                member
                    .Given(member.Tie(2, "p-member"), ActionStory.System)
                    .Given(ReviewStory.OtherAddress(2, "member@panel.example"), chair)
                    .Given(new EndReviewPerson(id, 1, "They are ill."), chair),
                ReviewStory.CameIn().Given(ReviewStory.AgreeNothing, operations).Given(new EndReview(id, "By mistake."), chair),
                ReviewStory.CameIn().WithTerms(),
                ReviewStory.CameIn().Given(ReviewStory.Appoint(inPlaceOf: 1), operations),
                accepted.Given(accepted.Tie(), ActionStory.System).Published(),
                ReviewStory.At(ReviewStage.Proposed).Given(ReviewStory.ByTelephone(), operations),
                ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.AddReport(), operations),
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .TermsWithLeads()
                    .Given(ReviewStory.ByTelephone(), operations)
                    .Given(new ApproveReviewTerms(id, false, "A line is missing."), ReviewStory.Lead(Role.LeadHealth)),
                ReviewStory
                    .At(ReviewStage.ReportWithLeads)
                    .Given(new AcceptReviewReport(id, false, "Why is missing."), ReviewStory.Lead(Role.LeadPolice)),
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .Given(ReviewStory.Inquest, operations)
                    .Given(new EndProceeding(id, 1, "A verdict."), operations),
                ReviewStory
                    .Begun(ReviewKind.FollowedElsewhere)
                    .Given(new HearOfReview(id, new(2026, 11, 2), "The inquest comes first.", new(2026, 12, 1)), operations),
                ReviewStory.AskedInWriting().Given(ReviewStory.CameBack(), operations),
                ReviewStory
                    .AskedForDetail()
                    .Given(ReviewStory.GiveDetail(), ActionStory.Member)
                    .Given(ReviewStory.ReturnsDetail(), chair)
                    .Given(ReviewStory.TakesDetailBack(), operations)
                    .Given(new EndReview(id, "By mistake."), operations),
                ReviewStory.TakingPart(),
                answered,
                ReviewStory.At(ReviewStage.Ended).Given(new ReopenReview(id, "By mistake."), operations),
            ])
            .Select(story => story.File);
        foreach (var whole in files)
        {
            var file = new ReviewFile(id);
            foreach (var recorded in whole.History)
            {
                file = Replay.Next(file, recorded);
                var happened = (ReviewEvent)recorded.Event;
                yield return (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)));
            }
        }

        var counted = new ReviewRecounted("amended", [Due]);
        yield return (counted.StoredName, counted.WhatFollows(ReviewStory.At(ReviewStage.Proposed).File));
    }
}
