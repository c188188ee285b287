using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>Who is told what.</summary>
public partial class NotifyingTests
{
    [Fact]
    public void Each_new_outcome_is_told_to_the_referrer_in_a_message_of_its_own_and_the_earlier_ones_are_drawn_anew()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var first = Topic.AfterEvent(story.File.Version);
        Assert.Contains(Progress(first), Effects(story));
        story.AuthoritySays(true);
        Assert.Contains(Progress(Topic.AfterEvent(story.File.Version)), Effects(story));
        Assert.Contains(Progress(first) with { OnlyIfShown = true }, Effects(story));
        Assert.Contains(Progress(Topic.None) with { OnlyIfShown = true }, Effects(story));
        story.Notified();
        Assert.DoesNotContain(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReferralProgress, OnlyIfShown: false });

        static Effect.ShowCard Progress(Topic about) =>
            new(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer")) { About = about };
    }

    [Fact]
    public void The_notification_sent_is_news_of_its_own_and_a_ground_put_right_reaches_everybody_who_was_told()
    {
        var story = CaseStory.At(Stage.Notified);
        var sent = story.File.History.Last(recorded => recorded.Event is NotificationRecorded);
        var news = Topic.AfterEvent(sent.Sequence);
        var then = Replay.From(new CaseFile(CaseStory.Id), story.File.History.TakeWhile(recorded => recorded.Sequence <= sent.Sequence));
        Assert.Contains(EffectsOf.Event(sent.Event, then), effect =>
            effect is Effect.ShowCard { Kind: CardKind.RapidReview, OnlyIfShown: false } card
            && card.About == news
            && card.To == new Recipient.HoldersOf(Role.Operations)
        );
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.CareLeaversDeath,
                CaseStory.Monday,
                "SIN-1",
                "The wrong box was ticked.",
                Again: true
            ),
            Notifier
        );
        Assert.Contains(Effects(story), effect =>
            effect is Effect.ShowCard { Kind: CardKind.RapidReview, OnlyIfShown: true } card
            && card.About == news
            && card.To == new Recipient.HoldersOf(Role.LeadHealth)
        );
        Assert.Contains(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReferralProgress, OnlyIfShown: true });
    }

    [Fact]
    public void The_partners_view_is_news_to_operations_and_the_notifier_whatever_the_authority_has_done_meanwhile()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true).AllAgree();
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Operations)) { About = Topic.View },
            Effects(story)
        );
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.NotifierTask, new Recipient.HoldersOf(Role.AuthorityNotifier))
            {
                About = Topic.Decided,
            },
            Effects(story)
        );
    }

    [Fact]
    public void Not_met_goes_to_the_group_and_a_lead_or_the_Chair_can_ask_for_a_special_meeting_once()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var lead = CaseStory.Lead(Role.LeadHealth);
        Assert.Equal(
            "reason-needed",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new AskForSpecialMeeting(CaseStory.Id, ""), lead)).Reasons).Code
        );
        story.Given(new AskForSpecialMeeting(CaseStory.Id, "The same team has two such cases."), lead);
        Assert.IsType<Decision.Refused>(story.When(new AskForSpecialMeeting(CaseStory.Id, "x"), CaseStory.Somebody(Role.Chair)));
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.ArrangeSpecialMeeting, For: Role.Operations });
        Assert.Contains(Effects(story), effect =>
            effect is Effect.ShowCard { Kind: CardKind.GroupMeeting, OnlyIfShown: false } card
            && card.About.News == TopicNews.SpecialMeeting
        );
        Assert.Equal(
            "not-the-author",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            story.When(new TakeBackSpecialMeeting(CaseStory.Id, "x"), CaseStory.Lead(Role.LeadPolice))
                        )
                        .Reasons
                )
                .Code
        );
        Assert.Null(story.Given(new TakeBackSpecialMeeting(CaseStory.Id, "The next one is soon."), lead).File.SpecialMeeting);
    }
}
