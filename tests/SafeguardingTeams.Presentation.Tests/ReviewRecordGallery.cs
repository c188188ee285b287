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
using SafeguardingTeams.Presentation.Steps.ReviewTelephone;
using SafeguardingTeams.Presentation.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of reviews that follow a case, a referral or a theme, and the messages that bring them.</summary>
internal static partial class Gallery
{
    private static readonly RecordRef Rev = ReviewStory.Id;

    private static ReviewStory ReviewDiffering =>
        ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice, Role.LeadHealth).Said(false, Role.LeadLocalAuthority);

    private static ReviewStory Delayed =>
        ReviewStory
            .At(ReviewStage.UnderWay)
            .Given(
                new LookAtReview(Rev, new(2026, 11, 2), LookState.Late, "The first two lines are answered.", true, "A draft."),
                ReviewStory.Owner
            )
            .Given(
                new ForecastReview(Rev, new(2027, 7, 30), DelayReason.CriminalProceedings, "The trial begins in May."),
                ReviewStory.Owner
            );

    private static ReviewStory ToBePublished =>
        ReviewStory
            .At(ReviewStage.Accepted)
            .Given(new PlanPublication(Rev, PublicationForm.Report, "", new(2026, 11, 30)), ReviewStory.Operations);

    private static ReviewStory NotPublished =>
        ReviewStory
            .At(ReviewStage.Accepted)
            .Given(
                new PlanPublication(Rev, PublicationForm.Nothing, "A sibling would be known by it.", new(2026, 11, 2)),
                ReviewStory.Chair
            );

    private static ReviewStory Found =>
        ReviewStory
            .Begun()
            .Given(new RecordFindings(Rev, "Half of forty records had no note of a talk.", new(2026, 11, 2)), ReviewStory.Chair);

    /// <summary>A review reminded of a deadline so often.</summary>
    private static ReviewFile ReviewReminded(ReviewStory story, Timescale timescale, int times)
    {
        var clock = ClockOf(timescale);
        foreach (var chase in story.File.Clock(clock)!.Deadline.Chases.Take(times))
        {
            story.On(chase.At).Given(new RemindReview(Rev, clock), ActionStory.System);
        }

        return story.File;
    }

    /// <summary>The id of its clock; of proceedings the first's.</summary>
    private static string ClockOf(Timescale timescale) =>
        timescale == Timescales.ReviewProceeding || timescale == Timescales.ReviewWritten || timescale == Timescales.ReviewDetail
            ? Timescales.Of(timescale, "1")
            : timescale.Id;

    private static IEnumerable<(string Name, CardKind Kind, Topic About, ReviewFile File)> ReviewRecordMessages()
    {
        foreach (var stage in Enum.GetValues<ReviewStage>().Except([ReviewStage.NotStarted]))
        {
            var file = ReviewStory.At(stage).File;
            yield return ($"{stage}", CardKind.ReviewProposed, Topic.Round(file.Asked), file);
            yield return ($"{stage}", CardKind.ReviewNews, Topic.AfterEvent(file.Version), file);
        }

        var again = ReviewDiffering.Given(new AskLeadsAgain(Rev, "We met on Tuesday."), ReviewStory.Chair).File;
        yield return ("again", CardKind.ReviewProposed, Topic.Round(2), again);
        yield return ("begun", CardKind.ReviewNews, Topic.AfterEvent(1), ReviewStory.Begun().File);
        yield return ("found", CardKind.ReviewNews, Topic.AfterEvent(2), Found.File);
        var called = ReviewStory.At(ReviewStage.Proposed).Given(ReviewStory.ByTelephone(), ReviewStory.Operations).File;
        var answered = ReviewStory
            .At(ReviewStage.Proposed)
            .Given(ReviewStory.ByTelephone(), ReviewStory.Operations)
            .Said(true, Role.LeadHealth);
        yield return ("asked", CardKind.ReviewAnsweredForLead, Topic.OfRole(Role.LeadHealth, called.Version), called);
        yield return ("done", CardKind.ReviewAnsweredForLead, Topic.OfRole(Role.LeadHealth, called.Version), answered.File);
        yield return ("asked", CardKind.ReviewLeadsDiffer, Topic.Round(1), ReviewDiffering.File);
        yield return ("done", CardKind.ReviewLeadsDiffer, Topic.Round(1), again);
        var underWay = ReviewStory.At(ReviewStage.UnderWay).File;
        yield return ("owner", CardKind.ReviewOwned, Topic.Round(underWay.Turns), underWay);
        yield return ("done", CardKind.ReviewOwned, Topic.Round(2), ReviewStory.At(ReviewStage.Ended).File);
        yield return ("no-account", CardKind.ReviewOwned, Topic.Round(1), ReviewStory.Begun(owner: ActionStory.Outside).File);
        foreach (var message in ReviewTermsMessages())
        {
            yield return message;
        }

        foreach (
            var (name, story, timescale, times) in new[]
            {
                ("leads", ReviewStory.At(ReviewStage.Proposed), Timescales.ReviewLeads, 1),
                ("leads-late", ReviewStory.At(ReviewStage.Proposed), Timescales.ReviewLeads, 4),
                ("published", ReviewStory.At(ReviewStage.UnderWay), Timescales.ReviewPublished, 2),
                ("published-late", ReviewStory.At(ReviewStage.UnderWay), Timescales.ReviewPublished, 4),
                ("told", ReviewStory.At(ReviewStage.UnderWay), Timescales.ReviewTold, 1),
                ("terms", ReviewStory.At(ReviewStage.UnderWay), Timescales.ReviewTerms, 1),
                ("person-told", Appointed, Timescales.ReviewPersonTold, 1),
                ("look", ReviewStory.At(ReviewStage.UnderWay), Timescales.ReviewLook, 1),
                ("audit", ReviewStory.Begun(), Timescales.ReviewDue, 1),
                ("delay", Delayed, Timescales.ReviewDelayTold, 1),
                (
                    "beside",
                    ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.Inquest, ReviewStory.Operations),
                    Timescales.ReviewProceeding,
                    1
                ),
                ("written", ReviewStory.AskedInWriting(), Timescales.ReviewWritten, 1),
                ("written-late", ReviewStory.AskedInWriting(), Timescales.ReviewWritten, 4),
                ("report", ToBePublished, Timescales.ReviewReportSent, 1),
                ("year", ReviewStory.At(ReviewStage.Concluded), Timescales.ReviewTakenDown, 1),
            }
        )
        {
            var file = ReviewReminded(story, timescale, times);
            yield return ($"review-{name}", CardKind.Reminder, Topic.Reminder(ClockOf(timescale), file.Version), file);
        }

        foreach (var message in RecommendationMessages().Concat(DetailMessages()).Concat(PapersMessages()))
        {
            yield return message;
        }

        yield return ("review-done", CardKind.Reminder, Topic.Reminder(Timescales.ReviewLeads.Id, 2), underWay);
    }

    private static IEnumerable<(string, AdaptiveCard)> ReviewRecordCards() =>
        ReviewRecords()
            .Concat(ReviewRecordForms())
            .Concat(OfReviewPeople())
            .Concat(OfReviewGuests())
            .Concat(OfReviewTerms())
            .Concat(OfReviewRequests())
            .Concat(OfReviewDetails())
            .Concat(OfParticipation())
            .Concat(OfReportFiles())
            .Concat(RecommendationCards());

    private static IEnumerable<(string, AdaptiveCard)> ReviewRecords()
    {
        var (owner, chair, operations) = (Context(ReviewStory.Owner), Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var lead = Context(ReviewStory.Lead(Role.LeadHealth));
        foreach (var stage in Enum.GetValues<ReviewStage>().Except([ReviewStage.NotStarted]))
        {
            yield return ($"further-record-{stage}", ReviewRecordCard.Draw(ReviewStory.At(stage).File, null, operations));
        }

        yield return (
            "further-record-lead",
            ReviewRecordCard.Draw(ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice).File, null, lead)
        );
        yield return ("further-record-lead-report", ReviewRecordCard.Draw(ReviewStory.At(ReviewStage.ReportWithLeads).File, null, lead));
        yield return (
            "further-record-telephone",
            ReviewRecordCard.Draw(
                ReviewStory.At(ReviewStage.ReportWithLeads).Given(ReviewStory.ByTelephone(), ReviewStory.Operations).File,
                new(NoticeKind.Done, "It is recorded, and the lead is told."),
                operations
            )
        );
        foreach (var stage in new[] { ReviewStage.Proposed, ReviewStage.ReportWithLeads })
        {
            yield return (
                $"further-form-telephone-{stage}",
                LeadsTelephoneCard.Draw(ReviewStory.At(stage).File, Filled.Nothing, operations)
            );
        }

        yield return (
            "further-form-telephone-wrong",
            LeadsTelephoneCard.Draw(
                TermsAsked.File,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("given", "The lead themself").Add("lead", "LeadHealth"),
                    [new("answer-needed", "Say how you made sure who was speaking.", "verified")]
                ),
                operations
            )
        );
        yield return ("further-record-differ", ReviewRecordCard.Draw(ReviewDiffering.File, null, chair));
        yield return ("further-record-owner", ReviewRecordCard.Draw(Delayed.File, new(NoticeKind.Done, "It is recorded."), owner));
        yield return ("further-record-delayed", ReviewRecordCard.Draw(Delayed.File, null, operations));
        yield return (
            "further-record-late",
            ReviewRecordCard.Draw(
                Delayed.File,
                null,
                operations with
                {
                    Now = new(2027, 6, 1, 10, 0, 0, TimeSpan.Zero),
                    Today = new(2027, 6, 1),
                }
            )
        );
        yield return ("further-record-audit", ReviewRecordCard.Draw(ReviewStory.Begun().File, null, chair));
        yield return ("further-record-found", ReviewRecordCard.Draw(Found.File, null, operations));
        yield return (
            "further-record-proceedings",
            ReviewRecordCard.Draw(
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .Given(ReviewStory.Inquest, ReviewStory.Operations)
                    .Given(ReviewStory.Inquest with { Kind = ProceedingKind.Criminal }, ReviewStory.Operations)
                    .Given(new EndProceeding(Rev, 2, "No charge."), ReviewStory.Operations)
                    .File,
                null,
                owner
            )
        );
        yield return (
            "further-record-elsewhere",
            ReviewRecordCard.Draw(
                ReviewStory
                    .Begun(ReviewKind.FollowedElsewhere)
                    .Given(new HearOfReview(Rev, new(2026, 11, 2), "The inquest comes first.", new(2027, 6, 1)), ReviewStory.Owner)
                    .File,
                null,
                owner
            )
        );
        yield return (
            "further-record-national",
            ReviewRecordCard.Draw(ReviewStory.Begun(ReviewKind.NationalLearning).File, null, operations)
        );
        yield return (
            "further-record-national-answered",
            ReviewRecordCard.Draw(
                ReviewStory
                    .Begun(ReviewKind.NationalLearning)
                    .Given(
                        new RecordFindings(Rev, "We have a protocol.", new(2026, 11, 2)) { Answer = NationalAnswer.DoneAlready },
                        ReviewStory.Operations
                    )
                    .File,
                null,
                chair
            )
        );
        yield return ("further-record-planned", ReviewRecordCard.Draw(ToBePublished.File, null, operations));
        yield return ("further-record-not-published", ReviewRecordCard.Draw(NotPublished.File, null, chair));
        yield return (
            "further-record-scrutineer",
            ReviewRecordCard.Draw(ReviewStory.At(ReviewStage.UnderWay).File, null, Context(CaseStory.Somebody(Role.Scrutineer)))
        );
        yield return ("timeline-further", ReviewRecordCard.Timeline(ReviewStory.At(ReviewStage.Closed).File, 0, operations));
        yield return ("timeline-further-older", ReviewRecordCard.Timeline(ReviewStory.At(ReviewStage.Closed).File, 1, operations));
        ReviewLine line = new(Rev, ReviewKind.LocalReview, ReviewStage.UnderWay, new(2027, 5, 2), false);
        yield return (
            "further-list",
            ReviewListCard.Draw(
                [
                    line,
                    new(RecordRef.Parse("GSCP-RV-4444-5555"), ReviewKind.MultiAgencyAudit, ReviewStage.UnderWay, new(2026, 10, 30), true),
                    new(RecordRef.Parse("GSCP-RV-6666-7777"), ReviewKind.LearningReview, ReviewStage.Proposed, null, false),
                ],
                0,
                chair
            )
        );
        yield return ("further-list-none", ReviewListCard.Draw([], 0, lead));
        yield return (
            "further-list-many",
            ReviewListCard.Draw(
                [.. "BCDFGHJKMNPQRSTVWXYZ23456789".Select(letter => line with { Record = RecordRef.Parse($"GSCP-RV-2222-333{letter}") })],
                1,
                operations
            )
        );
    }
}
