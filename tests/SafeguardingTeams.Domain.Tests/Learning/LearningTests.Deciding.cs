using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <content>The decision, corrections, the form, reminders.</content>
public partial class LearningTests
{
    [Fact]
    public void The_group_decides_with_reason_and_equality_and_the_referrer_is_told_within_five_days_D4_D5_E10()
    {
        var story = LearningStory.At(LearningStage.AwaitingMeeting);
        var nothing = LearningStory.Outcome with { Considered = "", Outcomes = [], Reason = "", Equality = " ", ToTheReferrer = "" };
        Assert.Equal(
            ["considered", "outcomes", "reason", "equality", "referrertold"],
            Assert
                .IsType<Decision.Refused>(story.When(new DecideOnLearning(Id, nothing, 9), Operations))
                .Reasons.Select(reason => reason.Field)
        );
        var both = LearningStory.Outcome with { Outcomes = [LearningOutcome.NoFurtherAction, LearningOutcome.Other] };
        Assert.Equal("answer-needed", Code(story, new DecideOnLearning(Id, both, 9), Operations));
        var future = LearningStory.Outcome with { DecidedOn = new(2026, 11, 3) };
        Assert.Equal("future", Code(story, new DecideOnLearning(Id, future, 9), Operations));
        story.Given(LearningStory.Decide(), Operations);
        Assert.Equal(LearningStage.Decided, story.File.Stage);
        Assert.Equal(new DateOnly(2026, 11, 9), story.File.Clock(Timescales.LearningReferrerTold.Id)!.Deadline.DueDay);
        var decided = story.File.Version;
        story.Given(new RecordLearningTold(Id, "by a card in Teams"), System);
        Assert.False(story.File.OwesReferrer);

        // Put right after the referrer was told: they are told again, and nobody replaces what they have not seen.
        var again = LearningStory.Outcome with { ToTheReferrer = "The audit begins in March." };
        Assert.Equal("overtaken", Code(story, new DecideOnLearning(Id, again, decided - 1), Operations));
        // That the referrer was told meanwhile takes nothing from whoever has seen the decision.
        story.Given(new DecideOnLearning(Id, again, decided), Operations);
        Assert.True(story.File.OwesReferrer);

        // Put right a second time, what was told of the first is not taken for it; nor is it replaced by who has seen only the first.
        Assert.Equal("overtaken", Code(story, new DecideOnLearning(Id, LearningStory.Outcome, decided), Operations));
        Assert.Equal("overtaken", Code(story, new RecordLearningTold(Id, "by telephone") { Seen = decided }, Operations));
        story.Given(new RecordLearningTold(Id, "by telephone") { Seen = story.File.Version }, Operations);
    }

    [Fact]
    public void A_correction_needs_a_reason_only_where_it_replaces_something_and_keeps_what_others_changed_PD16()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        var before = story.File.Referral!.Answers;
        story.Given(
            new ChangeLearning(Id, before, before.With("additional", "information", "The visit was on Friday."), ""),
            LearningStory.Referrer
        );
        var replaced = before.With("learning", "learn", "How a discharge is announced.");
        Assert.Equal("reason-needed", Code(story, new ChangeLearning(Id, before, replaced, ""), Operations));
        story.Given(new ChangeLearning(Id, before, replaced, "A slip."), Operations);
        Assert.Equal("The visit was on Friday.", story.File.Referral!.Answers["additional", "information"]);
        Assert.Equal("How a discharge is announced.", story.File.Says.Learning);
        Assert.Equal("nothing-changed", Code(story, new ChangeLearning(Id, before, replaced, "A slip."), Operations));
        Assert.Equal("incomplete", Code(story, new ChangeLearning(Id, before, before.With("learning", "learn", ""), "Why."), Operations));
    }

    [Fact]
    public void Good_practice_is_asked_about_in_its_own_words_and_no_child_where_it_is_not_about_one_D1_D2()
    {
        var form = PracticeLearningV1.Form;
        Assert.Empty(Checking.Problems(form, LearningStory.Complete(kinds: "good-practice"), new(2026, 11, 2)));
        Assert.Contains(form.Asked(LearningStory.Complete(kinds: "good-practice")), page => page.Id == "wentwell");
        Assert.DoesNotContain(form.Asked(LearningStory.Complete()), page => page.Id == "wentwell");
        var noChild = LearningStory.Complete().With("learning", "concerns", "none").Without("children", "r1");
        Assert.Empty(Checking.Problems(form, noChild, new(2026, 11, 2)));
        Assert.DoesNotContain(form.Asked(noChild), page => page.Id is "children" or "family" or "incident");
        Assert.NotEmpty(Checking.Problems(form, LearningStory.Complete().Without("children", "r1"), new(2026, 11, 2)));

        // What was typed about a child stays, and is not shown, once it is not about one.
        Assert.Empty(new LearningAnswers(LearningStory.Complete().With("learning", "concerns", "none")).Children);
    }

    [Fact]
    public void The_answers_of_a_serious_incident_referral_are_carried_over_and_back_A4_D7()
    {
        var carried = LearningAnswers.From(CaseStory.Complete());
        Assert.Equal(CaseStory.Complete().RowsOf("children")[0]["name"], carried.RowsOf("children")[0]["name"]);
        Assert.Equal(CaseStory.Complete()["outline", "reasons"], carried["outline", "reasons"]);
        var back = LearningAnswers.ToIncident(carried);
        Assert.Equal(CaseStory.Complete()["outline", "circumstances"], back["outline", "circumstances"]);
        Assert.Equal(
            CaseStory.Complete().RowsOf("family").SelectMany(row => row.Values),
            back.RowsOf("family").SelectMany(row => row.Values)
        );
        var known = carried.With("learning", "kinds", "no-harm").With("learning", "learn", "Something.");
        Assert.DoesNotContain(Checking.Problems(PracticeLearningV1.Form, known, new(2026, 11, 2)), problem =>
            problem.Place.PageId is not ("referrer" or "lead")
        );
    }

    [Fact]
    public void Each_is_reminded_then_operations_and_after_an_outage_only_the_latest_goes_D7_D9()
    {
        var story = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        var chases = story.File.Clock(Timescales.SafeguardingLeadsAnswer.Id)!.Deadline.Chases;
        Assert.Equal(
            [
                (new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero), ChaseKind.DayBefore, Role.DesignatedSafeguardingLead),
                (new DateTimeOffset(2026, 11, 9, 9, 0, 0, TimeSpan.Zero), ChaseKind.OnTheDay, Role.DesignatedSafeguardingLead),
                (new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero), ChaseKind.Late, Role.DesignatedSafeguardingLead),
                (new DateTimeOffset(2026, 11, 11, 9, 0, 0, TimeSpan.Zero), ChaseKind.Late, Role.Operations),
            ],
            chases.Select(chase => (chase.At, chase.Kind, chase.To[0].Role))
        );
        var remind = new RemindLearning(Id, Timescales.SafeguardingLeadsAnswer.Id);
        Assert.Equal("overtaken", Code(story, remind, System));
        story.Now = chases[2].At;
        story.Given(remind, System);
        var reminded = Assert.IsType<LearningReminded>(story.File.History[^1].Event);
        Assert.Equal((2, 2), (reminded.Index, reminded.Missed));
        var card = Assert.IsType<Effect.ShowCard>(Assert.Single(reminded.WhatFollows(story.File)));
        Assert.Equal(new Recipient.ThePerson(LearningStory.Lead.PersonId), card.To);
        Assert.False(LearningReminded.IsOver(story.File, card.About));
        story.Given(new AnswerAsSafeguardingLead(Id, true, ""), LearningStory.Lead);
        Assert.True(LearningReminded.IsOver(story.File, card.About));
    }

    [Fact]
    public void Every_task_has_a_step_its_holder_may_take_and_every_clock_can_be_stopped()
    {
        foreach (var stage in Enum.GetValues<LearningStage>())
        {
            var file = LearningStory.At(stage).File;
            Assert.All(LearningTask.Of(file), one =>
                Assert.Contains(Everybody().Where(actor => one.Task.PersonId.Length == 0 || actor.PersonId == one.Task.PersonId), actor =>
                    file.RolesOf(actor).Contains(one.Task.For) && LearningRules.MayTake(one.Step, file, actor)
                )
            );
            Assert.All(file.Clocks.Where(clock => clock.Runs && !file.Rests(clock.Deadline.TimescaleId)), clock =>
                Assert.Contains(LearningTask.Of(file), one => one.Task.Due == clock.Deadline)
            );
            Assert.Equal(file.IsEnded && !file.OwesReferrer || stage == LearningStage.NotStarted, !Waits(file));
        }

        static bool Waits(LearningFile file) =>
            !LearningTask.Of(file).IsEmpty || file.Stage is LearningStage.AwaitingMeeting or LearningStage.Joined;
    }

    [Fact]
    public void A_calendar_that_was_amended_counts_what_runs_again_and_nothing_else_PD1()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        Assert.Equal("nothing-changed", Code(story, new RecalculateLearning(Id), System));
        var amended = BankHolidays.Calendar.WithAmendments([new(2026, 11, 4)], [], "amended");
        var decision = new RecalculateLearning(Id).DecideFor(story.File, [], story.Context(System) with { Calendar = amended });
        var changed = Assert.Single(
            Assert.IsType<LearningRecalculated>(Assert.Single(Assert.IsType<Decision.Accepted>(decision).Changes).Event).Deadlines
        );
        Assert.Equal((Timescales.LearningTriage.Id, new DateOnly(2026, 11, 10)), (changed.TimescaleId, changed.DueDay));
    }
}
