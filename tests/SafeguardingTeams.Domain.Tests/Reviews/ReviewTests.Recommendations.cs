using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Recommendations, and what the bodies answer: C12, C18, F2.</content>
public partial class ReviewTests
{
    private static readonly Actor TrustMember = ActionStory.Member;

    private static readonly Actor PoliceMember = ReviewStory.PoliceMember;

    [Fact]
    public void Bodies_are_asked_once_the_report_is_accepted_and_the_clock_stops_with_the_last_answer_C18()
    {
        var story = ReviewStory.Recommending();
        Assert.Null(story.File.Clock(Timescales.ReviewRecommendations.Id));
        Refused("overtaken", story.When(ReviewStory.Answers(verified: "Rung back."), Operations));
        story = ReviewStory.Asking();
        Assert.Equal(new(2027, 1, 2), story.File.Clock(Timescales.ReviewRecommendations.Id)!.Deadline.DueDay);
        Assert.Equal(["trust", "police"], story.File.NotAnswered.Select(body => body.AgencyId));
        Assert.Equal(
            [new Recipient.MemberOf("trust"), new Recipient.MemberOf("police")],
            ((ReviewEvent)story.File.History[^1].Event)
                .WhatFollows(story.File)
                .OfType<Effect.ShowCard>()
                .Where(card => card.Kind == CardKind.ReviewRecommendations)
                .Select(card => card.To)
        );
        story.Given(ReviewStory.Answers(), TrustMember);
        story.Given(ReviewStory.Answers(RecommendationReply.NotAccepted, ReviewStory.Police), PoliceMember);
        Assert.True(story.File.Clock(Timescales.ReviewRecommendations.Id)!.Runs);
        Assert.Equal(["police"], ReviewTask.OfAgencies(story.File).Select(task => task.AgencyId));
        story.Given(ReviewStory.Answers(RecommendationReply.InPart, ReviewStory.Police, number: 2, verified: "Their letter."), Operations);
        Assert.False(story.File.Clock(Timescales.ReviewRecommendations.Id)!.Runs);
        Assert.Empty(ReviewTask.OfAgencies(story.File));
        Assert.Equal("Their letter.", story.File.Recommendation(2)!.AnswerOf("police")!.Verified);
    }

    [Fact]
    public void An_audits_bodies_are_asked_once_the_group_has_accepted_what_it_found_C18()
    {
        var story = ReviewStory.Begun().Given(ReviewStory.Recommends(ReviewStory.Trust), Chair);
        story.Given(new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)), Operations);
        Assert.True(story.File.WaitsForAnswers);
        Assert.Equal([TaskKindOf(Step.AnswerReviewRecommendation)], ReviewTask.Of(story.File).Select(one => one.Step));
        story.Given(ReviewStory.Answers(), TrustMember);
        Assert.Equal([Step.CloseReview], ReviewTask.Of(story.File).Select(one => one.Step));
        static Step TaskKindOf(Step step) => step;
    }

    [Fact]
    public void A_member_answers_for_their_own_agency_only_and_sees_nothing_else_F2()
    {
        var story = ReviewStory.Asking();
        Assert.False(ReviewPermissions.Sees(story.File, TrustMember));
        Assert.Equal([1], ReviewPermissions.RecommendationsOf(story.File, TrustMember).Select(one => one.Number));
        Assert.Equal([1, 2], ReviewPermissions.RecommendationsOf(story.File, PoliceMember).Select(one => one.Number));
        Refused("not-found", story.When(ReviewStory.Answers(body: ReviewStory.Police), TrustMember));
        Refused("overtaken", story.When(ReviewStory.Answers(number: 2), TrustMember));
        Assert.All(Enum.GetValues<Step>().Except([Step.AnswerReviewRecommendation]), step =>
            Assert.Equal(Refusal.NotFound, story.File.Refuse(step, TrustMember))
        );
        var noneOfTheirs = TrustMember with { AgencyId = "schools" };
        var nobodysAgency = TrustMember with { AgencyId = "" };
        var noMember = TrustMember with { Roles = [Role.Practitioner] };
        Assert.All([noneOfTheirs, nobodysAgency, noMember, ActionStory.AgencyLead], stranger =>
        {
            Assert.Empty(ReviewPermissions.RecommendationsOf(story.File, stranger));
            Refused("not-found", story.When(ReviewStory.Answers(), stranger));
        });
        Assert.Empty(ReviewPermissions.RecommendationsOf(ReviewStory.Recommending().File, TrustMember));
        Refused("not-yours", story.When(ReviewStory.Answers(verified: "Said so."), Chair));
    }

    [Fact]
    public void Late_answers_are_told_to_member_Chair_and_who_leads_the_agency_who_then_reads_it_C18()
    {
        var story = ReviewStory.Asking().Given(ReviewStory.Answers(), TrustMember);
        var lead = ActionStory.AgencyLead with { AgencyId = "police" };
        foreach (var chase in story.File.Clock(Timescales.ReviewRecommendations.Id)!.Deadline.Chases)
        {
            Assert.Empty(ReviewPermissions.RecommendationsOf(story.File, lead));
            story.On(chase.At).Given(new RemindReview(Id, Timescales.ReviewRecommendations.Id), ActionStory.System);
        }

        var told = story
            .File.History.Where(recorded => recorded.Event is ReviewReminded)
            .SelectMany(recorded => ((ReviewEvent)recorded.Event).WhatFollows(story.File))
            .OfType<Effect.ShowCard>()
            .Select(card => card.To)
            .Distinct();
        Assert.Equal(
            [new Recipient.MemberOf("police"), new Recipient.HoldersOf(Role.Chair), new Recipient.RepresentativeOf("police")],
            told
        );
        Assert.Equal([1, 2], ReviewPermissions.RecommendationsOf(story.File, lead).Select(one => one.Number));
        Refused("not-found", story.When(ReviewStory.Answers(body: ReviewStory.Police), lead));
    }

    [Fact]
    public void An_answer_needs_reasons_unless_it_accepts_a_day_and_by_others_how_it_was_verified_C18()
    {
        var story = ReviewStory.Asking();
        Refused("answer-needed", story.When(ReviewStory.Answers(RecommendationReply.InPart) with { Reasons = " " }, TrustMember));
        Refused("in-future", story.When(ReviewStory.Answers() with { On = new(2026, 11, 3) }, TrustMember));
        Refused("too-early", story.When(ReviewStory.Answers() with { On = new(2026, 11, 1) }, TrustMember));
        Refused("answer-needed", story.When(ReviewStory.Answers(), Operations));
        story.Given(ReviewStory.Answers() with { Seen = 0 }, TrustMember);
        Refused("nothing-changed", story.When(ReviewStory.Answers() with { Seen = 0 }, TrustMember));
        Refused("drawn-before", story.When(ReviewStory.Answers(RecommendationReply.InPart) with { Seen = 0 }, TrustMember));
        story.Given(ReviewStory.Answers(RecommendationReply.InPart) with { Seen = 1 }, TrustMember);
        Assert.Equal(RecommendationReply.InPart, story.File.Recommendation(1)!.AnswerOf("trust")!.Reply);
    }

    [Fact]
    public void Another_text_is_answered_anew_and_what_is_taken_back_is_asked_of_nobody_C18()
    {
        var story = ReviewStory.Asking().Given(ReviewStory.Answers(), TrustMember);
        var plan = story.File.Recommendation(1)!.Plan;
        ChangeReviewRecommendation Change(RecommendationPlan to) =>
            new(Id, 1, to, [.. to.Themes.Select(theme => theme.Id)], "The leads asked for it.", [CaseStory.Id]);
        Refused("nothing-changed", story.When(Change(plan), Chair));
        story.Given(Change(plan with { Finding = "Four agencies saw the bruises." }), Chair);
        Assert.NotNull(story.File.Recommendation(1)!.AnswerOf("trust"));
        story.On(CaseStory.Monday.AddDays(30)).Given(ReviewStory.Changes() with { Seen = 1 }, Chair);
        Assert.Null(story.File.Recommendation(1)!.AnswerOf("trust"));
        Assert.Equal(new(2027, 2, 2), story.File.Clock(Timescales.ReviewRecommendations.Id)!.Deadline.DueDay);
        Refused("drawn-before", story.When(ReviewStory.Answers() with { Seen = 1, On = new(2026, 12, 2) }, TrustMember));
        story.Given(new TakeBackReviewRecommendation(Id, 1, "The group thinks again."), Operations);
        Refused("overtaken", story.When(ReviewStory.Changes(), Chair));
        Refused("not-found", story.When(ReviewStory.Answers() with { On = new(2026, 12, 2) }, TrustMember));
        Assert.Empty(ReviewPermissions.RecommendationsOf(story.File, TrustMember));
        Assert.True(story.File.WaitsForAnswers);
        story.Given(new TakeBackReviewRecommendation(Id, 2, "The group thinks again."), Operations);
        Assert.False(story.File.Clock(Timescales.ReviewRecommendations.Id)!.Runs);
    }

    [Fact]
    public void No_name_of_what_the_review_is_about_stands_in_what_goes_to_the_agencies_F2()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        var subject = (Domain.Cases.CaseFile)ReviewStory.Subject(CaseStory.Id);
        var child = subject.Referral!.Answers.RowsOf("children")[0]["name"];
        foreach (
            var plan in new[]
            {
                ReviewStory.Recommended() with
                {
                    Text = $"Talk about {child}.",
                },
                ReviewStory.Recommended() with
                {
                    Finding = $"{child} was not seen.",
                },
                ReviewStory.Recommended() with
                {
                    Change = $"{child} is safe.",
                },
            }
        )
        {
            Refused("name-in-text", story.When(ReviewStory.Recommends() with { Plan = plan }, Operations));
        }

        Refused("overtaken", story.When(ReviewStory.Recommends() with { Subjects = [] }, Operations));
        Refused(
            "choice-needed",
            story.When(ReviewStory.Recommends() with { Plan = ReviewStory.Recommended() with { Bodies = [] } }, Chair)
        );
        Refused("no-theme", story.When(ReviewStory.Recommends() with { Themes = ["theme-3"] }, Chair));
    }

    [Fact]
    public void It_is_closed_once_every_body_has_answered_and_what_is_accepted_has_an_action_C18()
    {
        var story = ReviewStory.Begun().Given(ReviewStory.Recommends(ReviewStory.Trust, ReviewStory.Police), Chair);
        story.Given(new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)), Operations);
        story.Given(ReviewStory.Answers(), TrustMember);
        var closes = new CloseReview(Id, "");
        var refused = Assert.IsType<Decision.Refused>(story.When(closes, Chair)).Reasons;
        Assert.Equal(["not-answered", "no-action"], refused.Select(reason => reason.Code));
        Assert.Equal("Recommendation 1 is not answered by Metropolitan Police.", refused[0].Message);
        story.Given(ReviewStory.Answers(RecommendationReply.NotAccepted, ReviewStory.Police), PoliceMember);
        Refused("no-action", story.When(closes, Chair));
        story.Given(closes with { WithAction = ["recommendation-1"] }, Chair);
        Assert.Equal(ReviewStage.Closed, story.File.Stage);
    }

    [Fact]
    public void An_action_is_agreed_from_a_review_at_any_time_and_from_a_recommendation_that_is_accepted_C12_C18()
    {
        var early = ReviewStory.Recommending();
        Assert.IsType<Decision.Accepted>(Agree(early, ReviewStory.Agrees()));
        Refused("not-recommended", Agree(early, ReviewStory.Agrees("recommendation-1")));
        Refused("overtaken", Agree(early, ReviewStory.Agrees() with { Joined = [] }));
        Refused("overtaken", Agree(ReviewStory.At(ReviewStage.Proposed), ReviewStory.Agrees()));
        var asking = ReviewStory.Asking().Given(ReviewStory.Answers(), TrustMember);
        var agreed = Assert.IsType<Decision.Accepted>(Agree(asking, ReviewStory.Agrees("recommendation-1")));
        Assert.Equal("recommendation-1", Assert.IsType<ActionAgreed>(Assert.Single(agreed.Changes).Event).Answer);
        Refused("not-recommended", Agree(asking, ReviewStory.Agrees("recommendation-2")));
        var subject = (Domain.Cases.CaseFile)ReviewStory.Subject(CaseStory.Id);
        var named = ReviewStory.Agrees() with
        {
            Plan = ActionStory.Plan() with { What = $"Talk to {subject.Referral!.Answers.RowsOf("children")[0]["name"]}." },
        };
        Refused("name-in-text", Agree(asking, named));
    }

    private static Decision Agree(ReviewStory story, Domain.Steps.ActionAgreement.AgreeAction command) =>
        command.DecideFor(
            new ActionFile(ActionStory.Id),
            [.. command.Others.Select(other => other == Id ? story.File : ReviewStory.Subject(other))],
            story.Context(Operations)
        );
}
