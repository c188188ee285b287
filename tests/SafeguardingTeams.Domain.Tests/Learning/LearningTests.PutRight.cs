using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <content>Slips put right, who reads why, what the MASH reads, and what is too long.</content>
public partial class LearningTests
{
    [Fact]
    public void What_operations_recorded_for_a_lead_is_put_right_until_the_chair_has_chosen_and_the_referrer_is_told_PD16()
    {
        var story = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        story.Given(new RecordLeadsAnswer(Id, false, "We look into it.", "Called back."), Operations);
        Assert.True(story.File.OwesReferrer);
        Assert.Equal("nothing-changed", Code(story, new RecordLeadsAnswer(Id, false, " We look into it.", "Called back."), Operations));
        // The referrer reads the reason: put right, they are told again. Nobody replaces an answer they have not seen.
        var seen = story.File.Version;
        story.Given(new RecordLearningTold(Id, "by telephone"), Operations);
        story.Given(new RecordLeadsAnswer(Id, false, "It is looked into.", "Called back.") { Seen = seen }, Operations);
        Assert.Equal(("It is looked into.", true), (story.File.Lead!.Reason, story.File.OwesReferrer));
        Assert.Contains(Effects(story.File), card => card is Effect.ShowCard { Kind: CardKind.LearningProgress });
        Assert.Equal("overtaken", Code(story, new RecordLeadsAnswer(Id, true, "", "Called back.") { Seen = seen }, Operations));
        story.Given(new RecordLeadsAnswer(Id, true, "", "The wrong box was ticked; called back again."), Operations);
        Assert.Equal((LearningStage.AwaitingTriage, true), (story.File.Stage, story.File.Lead!.Agrees));
        Assert.False(story.File.OwesReferrer);
        Assert.True(story.File.Clock(Timescales.LearningTriage.Id)!.Runs);
        Assert.Contains(Effects(story.File), card => card is Effect.ShowCard { Kind: CardKind.LearningProgress });
        story.Given(new RecordLeadsAnswer(Id, false, "They do not.", "Called back a third time."), Operations);
        Assert.Equal(LearningStage.NotAgreed, story.File.Stage);
        Assert.False(story.File.Clock(Timescales.LearningTriage.Id)!.Runs);
        Assert.True(story.File.OwesReferrer);

        // What the lead answered on their own card is theirs.
        var own = LearningStory.At(LearningStage.AwaitingTriage);
        Assert.Equal("overtaken", Code(own, new RecordLeadsAnswer(Id, false, "No.", "Called back."), Operations));
    }

    [Fact]
    public void The_referrer_and_the_lead_read_what_is_written_for_them_and_not_the_groups_reasons_D5()
    {
        var story = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        story.Given(new RecordLeadsAnswer(Id, true, "", "Called back."), Operations).Triaged(LearningWay.SpecialMeeting);
        story.Given(LearningStory.Decide(), Operations);
        bool Reads<T>(Actor actor)
            where T : LearningEvent =>
            LearningPermissions.ReadsWhy(story.File.History.Select(recorded => recorded.Event).OfType<T>().Single(), story.File, actor);
        Assert.All([LearningStory.Referrer, LearningStory.Lead], actor =>
            Assert.False(Reads<LeadAnswered>(actor) || Reads<WayChosen>(actor) || Reads<LearningDecided>(actor))
        );
        Assert.All([Operations, Chair, CaseStory.Somebody(Role.GroupMember), CaseStory.Somebody(Role.Scrutineer)], actor =>
            Assert.True(Reads<LeadAnswered>(actor) && Reads<WayChosen>(actor) && Reads<LearningDecided>(actor))
        );
        var ended = LearningStory.At(LearningStage.NotForTheGroup).File;
        Assert.True(LearningPermissions.ReadsWhy((LearningEvent)ended.History[^1].Event, ended, LearningStory.Referrer));
    }

    [Fact]
    public void Why_it_is_not_for_the_group_is_put_right_with_a_reason_and_the_referrer_is_told_D7_PD16()
    {
        var story = LearningStory.At(LearningStage.NotForTheGroup);
        story.Given(new RecordLearningTold(Id, "by telephone"), Operations);
        var another = LearningStory.AnotherReason;
        Assert.Equal("nothing-changed", Code(story, another with { Reason = "It is so." }, Chair));
        Assert.Equal("reason-needed", Code(story, another with { PutRight = " " }, Chair));
        Assert.Equal("too-long", Code(story, another with { PutRight = new('x', 4001) }, Chair));
        Assert.Equal("reason-needed", Code(story, another with { Reason = "" }, Chair));
        Assert.Equal("not-yours", Code(story, another, Operations));
        var seen = story.File.Version;
        story.Given(another with { Seen = seen }, Chair);
        Assert.Equal((another.Reason, LearningStage.NotForTheGroup), (story.File.Way!.Reason, story.File.Stage));
        Assert.True(story.File.OwesReferrer);
        Assert.Contains(Effects(story.File), card => card is Effect.ShowCard { Kind: CardKind.LearningProgress });
        var put = (LearningEvent)story.File.History[^1].Event;
        Assert.False(LearningPermissions.ReadsWhy(put, story.File, LearningStory.Referrer));
        Assert.True(LearningPermissions.ReadsWhy(put, story.File, Operations));
        // A second correction from a card that has not seen the first.
        Assert.Equal("overtaken", Code(story, another with { Reason = "Another.", Seen = seen }, Chair));
        story.Given(another with { Reason = "Another.", Seen = story.File.Version }, Chair);

        // What follows it reads the same.
        var led = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        led.Given(another with { Again = false, Joined = [LearningStory.OtherId] }, Chair);
        led.Given(new RecordLearningTold(LearningStory.OtherId, "by telephone"), Operations);
        led.Given(another with { Reason = "Another.", Joined = [LearningStory.OtherId] }, Chair);
        Assert.Equal(("Another.", true), (led.Other.Course!.Said, led.Other.OwesReferrer));
    }

    [Theory]
    [InlineData(0), InlineData(3900), InlineData(3960), InlineData(4000)]
    public void The_MASH_reads_why_the_chair_sends_it_after_all_that_the_referrer_wrote_D7(int written)
    {
        var theirs = string.Concat(Enumerable.Repeat("😀", written / 2));
        var story = new LearningStory()
            .Given(LearningStory.Submit(LearningStory.Complete().With("additional", "information", theirs)), LearningStory.Referrer)
            .Given(new AnswerAsSafeguardingLead(Id, true, ""), LearningStory.Lead);
        var decision = Assert.IsType<Decision.Accepted>(story.When(Way(LearningWay.ToTheMash, "A fracture was seen."), Chair));
        var made = Assert.IsType<ReferralSubmitted>(decision.Changes.Single(change => change.Record == LearningStory.Made).Event);
        var told = made.Answers["additional", "information"];
        Assert.StartsWith(theirs, told, StringComparison.Ordinal);
        Assert.InRange(told.Length, theirs.Length, 4000);
        Assert.Equal(written < 3950, told.EndsWith("A fracture was seen.", StringComparison.Ordinal));
        Assert.Equal(written < 3950, told.Contains("GSCP-PL-2222-3333", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_that_is_overtaken_is_drawn_anew_where_it_stands()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Given(new AskReferrer(Id, "Who planned it?"), Chair);
        story.Given(Way(LearningWay.NotForTheGroup, "It is settled."), Chair);
        Assert.Contains(Effects(story.File), card =>
            card is Effect.ShowCard { Kind: CardKind.LearningQuestion, OnlyIfShown: true } shown && shown.About == Topic.Round(1)
        );
    }

    [Fact]
    public void Each_text_of_the_decision_has_its_limit_so_that_the_card_opens_again()
    {
        var story = LearningStory.At(LearningStage.AwaitingMeeting);
        string text = new('x', DecideOnLearning.LongestText),
            longer = text + "x";
        var brim = LearningStory.Outcome with { Reason = text, Equality = text, Participation = text, ToTheReferrer = text };
        var beyond = brim with
        {
            Considered = new('x', DecideOnLearning.LongestLine + 1),
            Reason = longer,
            Equality = longer,
            Participation = longer,
            ToTheReferrer = longer,
        };
        Assert.Equal(
            ["considered", "reason", "equality", "participation", "referrertold"],
            Assert
                .IsType<Decision.Refused>(story.When(new DecideOnLearning(Id, beyond, 9), Operations))
                .Reasons.Select(reason => reason.Field)
        );
        story.Given(new DecideOnLearning(Id, brim, 9), Operations);
        Assert.Equal(text, story.File.Decision!.Participation);
    }
}
