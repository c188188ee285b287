using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B11 to B19, B26: the date, who counts, the record, the recommendation.</summary>
public class MeetingTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    [Fact]
    public void Who_is_taken_off_is_told_so_on_their_message_and_without_the_only_one_of_a_partner_the_quorum_is_in_doubt_B12_B14()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Given(new TakeOffAttendee(CaseStory.Id, "a-LeadPolice", "Was involved."), CaseStory.Somebody(Role.Operations));
        var effects = EffectsOf.Event(story.File.History[^1].Event, story.File);
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.AttendeeTask, new Recipient.ThePerson("senior-leadpolice"))
            {
                About = Topic.Attendee("a-LeadPolice"),
                OnlyIfShown = true,
            },
            effects
        );
        Assert.Contains(effects, effect => effect is Effect.ShowCard { Kind: CardKind.QuorumWarning, OnlyIfShown: false });
        story.Given(
            new InviteAttendee(
                CaseStory.Id,
                new(
                    "a-9",
                    new("", "Superintendent", "superintendent@police.example"),
                    "police",
                    "The police",
                    "Superintendent",
                    Role.LeadPolice
                )
            ),
            CaseStory.Somebody(Role.Operations)
        );
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.QuorumWarning, OnlyIfShown: true }
        );
    }

    [Fact]
    public void The_meeting_waits_for_working_day_nine_unless_the_Chair_says_why_not()
    {
        var story = CaseStory.At(Stage.Notified);
        PlanMeeting On(int day, string early = "", string place = "Town hall", MeetingKind how = MeetingKind.FaceToFace) =>
            new(
                CaseStory.Id,
                London.Instant(new(2026, 11, day), new(10, 0)),
                London.Instant(new(2026, 11, day), new(12, 0)),
                how,
                place,
                early,
                ""
            );
        Assert.Equal(
            (new DateOnly(2026, 11, 13), new DateOnly(2026, 11, 17)),
            MeetingWindow.Of(story.File, story.Calendar, new(2026, 11, 2))
        );
        Assert.Equal(("reason-needed", "early"), (Refused(story, On(12), Operations).Code, Refused(story, On(12), Operations).Field));
        Assert.Equal("not-a-working-day", Refused(story, On(14), Operations).Code);
        Assert.Equal("answer-needed", Refused(story, On(13, place: ""), Operations).Code);
        story
            .Given(On(12, "A sibling is at risk."), Operations)
            .Given(On(19), Operations)
            .Given(On(13, place: "", how: MeetingKind.Online), Operations);
        Assert.Equal("nothing-changed", Refused(story, On(13, place: "", how: MeetingKind.Online), Operations).Code);
    }

    [Fact]
    public void Once_it_is_sent_a_move_needs_a_reason_and_another_can_be_planned_after_a_cancellation()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var there = story.File.Review.Meeting!;
        Assert.Equal(
            "reason-needed",
            Refused(
                story,
                new PlanMeeting(CaseStory.Id, there.Start.AddHours(1), there.End.AddHours(1), there.How, there.Place, "", ""),
                Operations
            ).Code
        );
        story.Given(new CancelMeeting(CaseStory.Id, "The Chair is ill."), Operations);
        Assert.Equal(Refusal.Overtaken, Refused(story, new CancelMeeting(CaseStory.Id, "Again."), Operations));
        story.Given(
            new PlanMeeting(CaseStory.Id, there.Start.AddDays(3), there.End.AddDays(3), there.How, there.Place, "", ""),
            Operations
        );
        Assert.Equal(2, story.File.Review.Meeting!.Number);
    }

    [Fact]
    public void The_quorum_is_of_those_who_have_declared_to_be_senior_and_not_involved_and_of_nobody_else()
    {
        var story = CaseStory.At(Stage.UnderReview).Attended([.. Partners.Leads]);
        Assert.Equal(Partners.Leads, Quorum.Missing(story.File.Review.Attendees));
        story = CaseStory
            .At(Stage.UnderReview)
            .Declared()
            .Given(
                new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, false, "Knew the family."),
                CaseStory.Senior(Role.LeadPolice)
            )
            .Attended([.. Partners.Leads])
            .Discussed();
        Assert.Equal([Role.LeadPolice], Quorum.Missing(story.File.Review.Attendees));
        Assert.Equal("not-ready", Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Code);
        Assert.Contains("the police", Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_came_unannounced_is_invited_and_declared_by_operations_and_then_counts()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended(Role.LeadLocalAuthority, Role.LeadHealth).Discussed();
        story
            .Given(
                new InviteAttendee(
                    CaseStory.Id,
                    new(
                        "a-new",
                        new("", "Detective superintendent", "ds@police.example"),
                        "police",
                        "The police",
                        "Superintendent",
                        Role.LeadPolice
                    )
                ),
                Operations
            )
            .Given(new DeclareForMeeting(CaseStory.Id, "a-new", true, true), Operations)
            .Given(
                new RecordAttendance(
                    CaseStory.Id,
                    [$"a-{Role.LeadLocalAuthority}", $"a-{Role.LeadHealth}", "a-new"],
                    "Somebody else came."
                ),
                Chair
            )
            .Agreed();
        Assert.Equal(Stage.AwaitingApproval, story.File.Stage);
    }

    [Fact]
    public void Each_declares_for_themselves_and_attendance_is_recorded_when_the_meeting_begins()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Assert.Equal(
            "not-yours",
            Refused(story, new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true), CaseStory.Senior(Role.LeadHealth)).Code
        );
        Assert.Equal("too-early", Refused(story, new RecordAttendance(CaseStory.Id, []), Chair).Code);
        story.Now = story.File.Review.Meeting!.Start.AddHours(-2);
        Assert.Equal("nothing-changed", Refused(story, new RecordAttendance(CaseStory.Id, []), Chair).Code);
    }

    [Fact]
    public void Two_who_write_at_once_each_keep_what_they_wrote_and_neither_overwrites_the_other_unseen()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var before = story.File.Review.Record;
        story
            .Given(new RecordMeeting(CaseStory.Id, before, before.With("discussion", "harm", "A fracture."), ""), Chair)
            .Given(new RecordMeeting(CaseStory.Id, before, before.With("discussion", "learning", "Share earlier."), ""), Operations);
        Assert.Equal(
            ("A fracture.", "Share earlier."),
            (story.File.Review.Record["discussion", "harm"], story.File.Review.Record["discussion", "learning"])
        );
        Assert.Equal(
            "changed-meanwhile",
            Refused(story, new RecordMeeting(CaseStory.Id, before, before.With("discussion", "harm", "Two."), ""), Operations).Code
        );
        var draft = new Draft(
            CaseStory.Id,
            "o",
            DraftPurpose.MeetingRecord,
            "rapid-review-report-2025",
            1,
            before.With("discussion", "harm", "Two."),
            1,
            CaseStory.Monday,
            CaseStory.Monday
        )
        {
            Before = before,
        };
        var again = draft.On(story.File.Review.Record);
        Assert.Equal(("Two.", "Share earlier."), (again.Answers["discussion", "harm"], again.Answers["discussion", "learning"]));
        story.Given(new RecordMeeting(CaseStory.Id, again.Before!, again.Answers, ""), Operations);
    }

    [Fact]
    public void A_recommendation_that_is_not_unanimous_says_who_does_not_agree_and_why()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        var record = story.File.Review.Record;
        var contradicted = record.With("dissent", AnswerRow.Empty("d").With("who", "Police").With("why", "An audit would do."));
        story.Given(new RecordMeeting(CaseStory.Id, record, contradicted, ""), Chair);
        Assert.Contains(
            "put one of the two right",
            Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message,
            StringComparison.Ordinal
        );
        var divided = record.With("agreement", "unanimous", "no") with { Rows = record.Rows.Remove("dissent") };
        record = contradicted;
        story.Given(new RecordMeeting(CaseStory.Id, record, divided, ""), Chair);
        Assert.Contains(
            "say who does not agree",
            Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message,
            StringComparison.Ordinal
        );
        story
            .Given(
                new RecordMeeting(
                    CaseStory.Id,
                    story.File.Review.Record,
                    divided.With("dissent", AnswerRow.Empty("d").With("who", "Police").With("why", "An audit would do.")),
                    ""
                ),
                Chair
            )
            .Agreed();
        Assert.False(story.File.Review.Agreed!.Unanimous);
    }

    [Fact]
    public void Where_no_review_follows_the_other_options_are_said()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        var record = story.File.Review.Record;
        story.Given(
            new RecordMeeting(
                CaseStory.Id,
                record,
                record.With("recommendation", "outcome", "h").With("recommendation", "options", ""),
                ""
            ),
            Chair
        );
        Assert.Contains(
            "Not complete: 3 Recommendation",
            Refused(story, new AgreeRecommendation(CaseStory.Id), Chair).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Once_agreed_the_record_is_put_right_with_a_reason_and_the_recommendation_only_after_it_is_opened_again()
    {
        var story = CaseStory.At(Stage.AwaitingApproval);
        var record = story.File.Review.Record;
        Assert.Equal(
            "reason-needed",
            Refused(story, new RecordMeeting(CaseStory.Id, record, record.With("discussion", "harm", "Two."), ""), Chair).Code
        );
        Assert.Equal(
            "agreed-already",
            Refused(story, new RecordMeeting(CaseStory.Id, record, record.With("recommendation", "outcome", "b"), "A slip."), Chair).Code
        );
        Assert.Equal("reason-needed", Refused(story, new ReopenRecommendation(CaseStory.Id, ""), Chair).Code);
        story.Given(new ReopenRecommendation(CaseStory.Id, "The wrong letter was chosen."), Chair);
        Assert.Equal((Stage.UnderReview, false), (story.File.Stage, story.File.Clock(Timescales.Approval.Id)!.Runs));
        story.Given(new RecordMeeting(CaseStory.Id, record, record.With("recommendation", "outcome", "b"), ""), Chair).Agreed();
        Assert.Equal(("b", 2), (story.File.Review.Agreed!.Outcome, story.File.Review.Approval!.Round.Number));
    }

    [Fact]
    public void The_papers_are_shared_once_somebody_counts_and_never_twice()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Assert.Equal("nobody-declared", Refused(story, new SharePack(CaseStory.Id), Operations).Code);
        story.Declared().Given(new SharePack(CaseStory.Id), Operations);
        Assert.Equal("nothing-changed", Refused(story, new SharePack(CaseStory.Id), Operations).Code);
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
