using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <summary>A referral that came by mail: sent by operations for whoever is named in it (D1, D8).</summary>
public class LearningByMailTests
{
    private static readonly RecordRef Id = LearningStory.Id;
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void It_is_its_referrers_and_says_how_it_came_and_only_operations_send_one_D1()
    {
        var file = LearningStory.ByMail().File;
        Assert.Equal(
            ("", "The referrer", "An agency"),
            (file.Referral!.Referrer.PersonId, file.Referral.Referrer.Display, file.Referral.Referrer.AgencyName)
        );
        Assert.Equal("as a Word form by mail, read in by operations", file.How);
        Assert.Equal([nameof(LearningSubmitted), nameof(LearningReadIn)], file.History.Select(recorded => recorded.Event.GetType().Name));
        Assert.Equal(Operations.PersonId, file.History[0].By.PersonId);
        Assert.Equal("not-yours", Code(new(), LearningStory.Submit() with { How = "by mail" }, LearningStory.Referrer));
    }

    [Fact]
    public void A_referrer_with_an_account_is_told_on_a_card_and_a_lead_named_in_a_mail_has_not_agreed_by_it_D9()
    {
        var story = LearningStory.ByMail(LearningStory.OtherLead.Email);
        Assert.Equal(LearningStory.OtherLead.PersonId, story.File.Referral!.Referrer.PersonId);
        Assert.False(story.File.TellsByPerson || story.File.OwesReferrer);
        Assert.Equal((LearningStory.Lead.PersonId, null), (story.File.Lead!.PersonId, story.File.Lead.Agrees));
        Assert.Equal(LearningStage.AwaitingSafeguardingLead, story.File.Stage);
        Assert.True(LearningPermissions.Sees(story.File, LearningStory.OtherLead));
    }

    [Fact]
    public void Without_an_account_operations_tell_at_each_of_the_four_moments_and_ask_what_is_asked_D7_D8()
    {
        var story = LearningStory.ByMail();
        Assert.DoesNotContain(Effects(story.File), card => card is Effect.ShowCard { To: Recipient.ThePerson { PersonId: "" } });
        Tell("received");
        story.Given(new AnswerAsSafeguardingLead(Id, true, ""), LearningStory.Lead);
        Tell("agreed");
        story.Given(new AskReferrer(Id, "Who?"), CaseStory.Somebody(Role.Chair));
        var question = Assert.Single(LearningTask.Of(story.File), one => one.Task.Kind == TaskKind.AnswerQuestion);
        Assert.Equal((Role.Operations, ""), (question.Task.For, question.Task.PersonId));
        Assert.Contains(Effects(story.File), card => card is Effect.ShowCard { Kind: CardKind.LearningNews, OnlyIfShown: false });
        story.Given(new AnswerQuestion(Id, 1, "The ward."), Operations);
        story.Given(
            new TriageLearning(Id, LearningWay.NextMeeting, "", false, ["theme-1"], LearningStory.Made),
            CaseStory.Somebody(Role.Chair)
        );
        Tell("chosen");
        story.Given(LearningStory.Decide(), Operations);
        Tell("decided");
        story.WithAChange();
        Tell("changed");
        // With an account nothing of this waits: a card goes by itself.
        Assert.DoesNotContain(LearningTask.Of(LearningStory.At(LearningStage.AwaitingMeeting).File), one =>
            one.Task.Kind == TaskKind.TellLearningReferrer
        );

        void Tell(string when)
        {
            var task = Assert.Single(LearningTask.Of(story.File), one => one.Task.Kind == TaskKind.TellLearningReferrer);
            Assert.True(LearningRules.MayTake(task.Step, story.File, Operations), when);
            story.Given(new RecordLearningTold(Id, "by telephone"), Operations);
            Assert.False(story.File.OwesReferrer, when);
        }
    }

    private static IEnumerable<Effect> Effects(LearningFile file) => ((LearningEvent)file.History[^1].Event).WhatFollows(file);

    private static string Code(LearningStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
