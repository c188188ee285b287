using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Briefings;

/// <content>Sent to agencies, answered, corrected, withdrawn; copies for training and papers.</content>
public partial class BriefingTests
{
    [Fact]
    public void Agencies_are_asked_and_reminded_until_each_has_answered_E20()
    {
        var story = BriefingStory.At(BriefingStage.Sent);
        Assert.Equal(["trust", "police"], BriefingTask.OfAgencies(story.File).Select(task => task.AgencyId));
        story.Given(new AnswerBriefing(Id, BriefingStory.Used()), BriefingStory.Member);
        Assert.Equal(["police"], BriefingTask.OfAgencies(story.File).Select(task => task.AgencyId));
        var clock = story.File.Clock(Timescales.BriefingAnswers.Id)!;
        story.On(clock.NextChase!.At).Given(new RemindBriefing(Id, Timescales.BriefingAnswers.Id), ActionStory.System);
        Assert.Equal(
            [new Recipient.MemberOf("police")],
            ((BriefingReminded)story.File.History[^1].Event).WhatFollows(story.File).OfType<Effect.ShowCard>().Select(card => card.To)
        );
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used("police")), Operations, "answer-needed");
        story.Given(new AnswerBriefing(Id, BriefingStory.Used("police", "Rang back.")), Operations);
        Assert.False(story.File.Clock(Timescales.BriefingAnswers.Id)!.Runs);
        Assert.Equal(Step.CloseBriefing, Assert.Single(BriefingTask.Of(story.File)).Step);
    }

    [Fact]
    public void An_agency_answers_for_itself_alone_and_may_say_why_it_was_not_used_E20()
    {
        var story = BriefingStory.At(BriefingStage.Sent);
        Assert.Equal(Refusal.NotFound, Refused(story, new AnswerBriefing(Id, BriefingStory.Used("police")), BriefingStory.Member));
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used("school")), Operations, "overtaken");
        Refused(
            story,
            new AnswerBriefing(Id, BriefingStory.Used() with { Teams = "", People = 0, Uses = [] }),
            BriefingStory.Member,
            "answer-needed"
        );
        story.Given(new AnswerBriefing(Id, BriefingStory.Used() with { WhyNot = "No team works with babies." }), BriefingStory.Member);
        var used = story.File.AnswerOf("trust")!.Used;
        Assert.Equal((false, "", null), (used.IsUsed, used.Teams, used.People));
        Refused(story, new AnswerBriefing(Id, used), BriefingStory.Member, "nothing-changed");
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used()) { Seen = 0 }, BriefingStory.Member, "drawn-before");
        story.Given(new AnswerBriefing(Id, BriefingStory.Used()) { Seen = 1 }, BriefingStory.Member);
        Assert.Equal((true, 2), (story.File.AnswerOf("trust")!.Used.IsUsed, story.File.Answers.Count));
    }

    [Fact]
    public void Closed_without_an_answer_needs_the_reason_E20()
    {
        var story = BriefingStory.At(BriefingStage.Sent);
        Refused(story, new CloseBriefing(Id, ""), Operations, "answer-needed");
        story.Given(new CloseBriefing(Id, "They have no team any more."), Operations);
        Assert.Equal((BriefingStage.Closed, false), (story.File.Stage, story.File.Clocks[0].Runs));
    }

    [Fact]
    public void While_it_is_corrected_the_agencies_read_what_was_sent_and_then_the_new_text_PD16()
    {
        var story = BriefingStory.At(BriefingStage.Sent).Given(new CorrectBriefing(Id, "The number was wrong."), Operations);
        Assert.True(BriefingPermissions.ReadsForTheirs(story.File, BriefingStory.Member));
        Assert.False(BriefingPermissions.AnswersForTheirs(story.File, BriefingStory.Member));
        Assert.False(story.File.Clocks[0].Runs);
        story
            .Given(BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Put right.")), Operations)
            .Given(BriefingStory.Check(), Scrutineer);
        Assert.Equal(1, story.File.Sent[^1].Text.Number);
        story.Given(new ApproveBriefing(Id, true, ""), Chair).Given(new SendBriefing(Id), Operations);
        Assert.Equal((2, 2, true), (story.File.Sent[^1].Text.Number, story.File.Sent.Count, story.File.Clocks[0].Runs));
    }

    [Fact]
    public void Who_answered_a_text_that_is_put_right_is_asked_again_and_what_they_said_stays_E20_PD16()
    {
        var story = BriefingStory
            .At(BriefingStage.Sent)
            .Given(new AnswerBriefing(Id, BriefingStory.Used()), BriefingStory.Member)
            .Given(new AnswerBriefing(Id, BriefingStory.Used("police", "Rang back.")), Operations);
        Assert.Empty(story.File.Missing);
        story
            .Given(new CorrectBriefing(Id, "The number was wrong."), Operations)
            .Given(BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Put right.")), Operations)
            .Given(BriefingStory.Check(), Scrutineer)
            .Given(new ApproveBriefing(Id, true, ""), Chair)
            .Given(new SendBriefing(Id), Operations);
        Assert.Equal(["trust", "police"], BriefingTask.OfAgencies(story.File).Select(task => task.AgencyId));
        Assert.True(story.File.Clocks[0].Runs);
        Assert.NotNull(story.File.AnswerOf("trust"));

        // A card of the text before answers nothing; the same may be said again.
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used()) { Seen = 1 }, BriefingStory.Member, "drawn-before");
        story.Given(new AnswerBriefing(Id, BriefingStory.Used()) { Seen = story.File.SeenOf("trust") }, BriefingStory.Member);
        Assert.Equal(["police"], story.File.Missing.Select(one => one.AgencyId));
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used()), BriefingStory.Member, "nothing-changed");
    }

    [Fact]
    public void What_is_withdrawn_nobody_answers_and_each_agency_is_told_E20()
    {
        var story = BriefingStory.At(BriefingStage.Withdrawn);
        Assert.False(BriefingPermissions.AnswersForTheirs(story.File, BriefingStory.Member));
        Assert.Equal(
            ["trust", "police"],
            ((BriefingEvent)story.File.History[^1].Event)
                .WhatFollows(story.File)
                .OfType<Effect.ShowCard>()
                .Where(card => card is { Kind: CardKind.BriefingWithdrawn, OnlyIfShown: false })
                .Select(card => card.About.Name)
        );
        Assert.Empty(BriefingTask.Of(story.File));
        Assert.Empty(BriefingTask.OfAgencies(story.File));
    }

    [Theory]
    [InlineData(BriefingPurpose.Training)]
    [InlineData(BriefingPurpose.TriBorough)]
    public void A_copy_for_training_and_a_paper_go_the_same_way_and_need_no_agency_D4_E23(BriefingPurpose purpose)
    {
        var story = BriefingStory.At(BriefingStage.Sent, purpose);
        Assert.Empty(story.File.Clocks);
        Assert.Equal(Step.CloseBriefing, Assert.Single(BriefingTask.Of(story.File)).Step);
        Refused(story, new AnswerBriefing(Id, BriefingStory.Used()), Operations, "nobody-asked");
        story.Given(new CloseBriefing(Id, ""), Operations);
    }

    [Fact]
    public void A_briefing_needs_an_agency_and_a_theme_of_the_list_E20()
    {
        var story = new BriefingStory();
        Refused(story, BriefingStory.Begin() with { Plan = BriefingStory.Plan() with { Agencies = [] } }, Operations, "choice-needed");
        Refused(
            story,
            BriefingStory.Begin() with
            {
                Plan = BriefingStory.Plan() with { Theme = new("theme-999", "None of the list") },
            },
            Operations,
            "choice-needed"
        );
    }

    [Fact]
    public void A_decision_of_the_group_for_training_waits_until_a_copy_is_begun_D4()
    {
        var decided = LearningStory.At(LearningStage.Decided).File;
        var forTraining = decided with { Decision = decided.Decision! with { Outcomes = [LearningOutcome.AnonymisedForTraining] } };
        Assert.Contains(LearningTask.Of(forTraining), one => one is { Task.Kind: TaskKind.BeginTrainingCopy, Step: Step.BeginBriefing });
        var begin = BriefingStory.Begin(BriefingPurpose.Training) with
        {
            Plan = BriefingStory.Plan(BriefingPurpose.Training, LearningStory.Id),
        };
        var accepted = Assert.IsType<Decision.Accepted>(
            begin.DecideFor(new BriefingFile(Id), [forTraining], new BriefingStory().Context(Operations))
        );
        var begun = accepted.Changes.Single(change => change.Record == LearningStory.Id);
        var after = ((LearningEvent)begun.Event).ApplyTo(forTraining, Recorded(begun));
        Assert.DoesNotContain(LearningTask.Of(after), one => one.Task.Kind == TaskKind.BeginTrainingCopy);
        // A briefing of it is no copy for training.
        var other = begin with { Plan = BriefingStory.Plan(source: LearningStory.Id) };
        var another = (Decision.Accepted)other.DecideFor(new BriefingFile(Id), [forTraining], new BriefingStory().Context(Operations));
        var briefed = another.Changes.Single(change => change.Record == LearningStory.Id);
        Assert.True(((LearningEvent)briefed.Event).ApplyTo(forTraining, Recorded(briefed)).OwesTrainingCopy);
    }
}
