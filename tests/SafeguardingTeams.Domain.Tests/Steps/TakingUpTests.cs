using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>PD16: a Rapid Review that was withdrawn by mistake is taken up again.</summary>
public class TakingUpTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly TakeUpReview Command = new(CaseStory.Id, "It was withdrawn by mistake.");

    [Theory]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.UnderReview)]
    [InlineData(Stage.AwaitingApproval)]
    [InlineData(Stage.AwaitingSubmission)]
    public void It_stands_where_it_stood_and_the_clocks_that_ran_count_on_from_what_they_counted_from_PD16(Stage stage)
    {
        var story = CaseStory.At(stage);
        var before = story.File;
        story.Withdrawn().TakenUp();
        Assert.Equal((stage, null, false), (story.File.Stage, story.File.Review.WithdrawnBecause, story.File.Review.AccessEnded));
        Assert.Equal(Counting(before), Counting(story.File));
        Assert.All(before.Clocks.Where(clock => !clock.Runs), clock =>
            Assert.Equal(clock.StoppedAt, story.File.Clock(clock.Deadline.TimescaleId)!.StoppedAt)
        );
        Assert.True(story.File.OwesReferrer);
        Assert.Equal(
            CaseTask.Of(before).Select(task => task.Kind).Where(kind => kind != TaskKind.TellReferrer),
            CaseTask.Of(story.File).Select(task => task.Kind).Where(kind => kind != TaskKind.TellReferrer)
        );
    }

    [Fact]
    public void Its_meeting_is_planned_anew_under_the_next_number_and_nobody_has_answered_or_was_there_B11()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Withdrawn().TakenUp();
        Assert.Null(story.File.Review.Meeting);
        Assert.DoesNotContain(story.File.Review.Attendees, attendee => attendee.Present);
        Assert.All(story.File.Review.Attendees, attendee => Assert.NotNull(attendee.Declared));
        var start = London.Instant(story.Calendar.AddWorkingDays(London.DateOf(story.Now), 1), new(10, 0));
        story.Given(
            new Domain.Steps.Preparing.PlanMeeting(
                CaseStory.Id,
                start,
                start.AddHours(2),
                Domain.Cases.Reviewing.MeetingKind.Online,
                "",
                "",
                ""
            ),
            Operations
        );
        Assert.Equal(2, story.File.Review.Meeting!.Number);
    }

    [Fact]
    public void A_meeting_that_had_agreed_was_held_and_is_not_planned_again()
    {
        var held = CaseStory.At(Stage.AwaitingApproval).File.Review.Meeting;
        Assert.Equal(held, CaseStory.At(Stage.AwaitingApproval).Withdrawn().TakenUp().File.Review.Meeting);
    }

    [Fact]
    public void Everybody_who_was_told_of_the_withdrawal_is_told_and_every_agency_by_mail_each_time()
    {
        var story = CaseStory.At(Stage.UnderReview).Withdrawn().TakenUp();
        var follows = EffectsOf.Event(story.File.History[^1].Event, story.File);
        Assert.Equal(3, follows.OfType<Effect.SendMail>().Count(mail => mail.Kind == MailKind.TakenUp));
        Assert.Equal(3, follows.OfType<Effect.KeepFolders>().Count());
        var news = follows.OfType<Effect.ShowCard>().Where(card => card is { Kind: CardKind.ReviewTakenUp, OnlyIfShown: false }).ToList();
        Assert.Equal(
            Partners.Leads.Concat([Role.Operations, Role.Chair, Role.Scrutineer]).Order(),
            news.Select(card => card.To).OfType<Recipient.HoldersOf>().Select(to => to.Role).Order()
        );
        Assert.Equal(3, news.Count(card => card.To is Recipient.RepresentativeOf));
        Assert.True(Permissions.Sees(story.File, CaseStory.Representative("police")));

        // Withdrawn once more, nobody takes the second mail for the first.
        story.Withdrawn();
        var mails = Mails(story.File).ToList();
        Assert.Equal(6, mails.Count);
        Assert.Equal(6, mails.Distinct().Count());
        story.TakenUp();
        Assert.Equal(Stage.UnderReview, story.File.Stage);
    }

    [Fact]
    public void It_needs_a_reason_a_withdrawal_and_that_the_group_has_not_considered_it()
    {
        var story = CaseStory.At(Stage.UnderReview).Withdrawn();
        Assert.Equal("reason-needed", Code(story, Command with { Reason = " " }, Operations));
        Assert.Equal("not-yours", Code(story, Command, CaseStory.Lead(Role.LeadPolice)));
        Assert.Equal("overtaken", Code(CaseStory.At(Stage.AwaitingGroupMeeting), Command, Chair));
        story.Considered();
        Assert.Equal("considered", Code(story, Command, Chair));
    }

    [Fact]
    public void Where_the_notification_was_corrected_meanwhile_its_clocks_count_from_the_new_day_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview).Withdrawn();
        story.Now = CaseStory.Monday.AddDays(2);
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.SeriousIncident,
                CaseStory.Monday.AddDays(1),
                "SIN-1",
                "It went a day later.",
                Again: true
            ),
            CaseStory.Somebody(Role.AuthorityNotifier)
        );
        story.TakenUp();
        Assert.Equal(new DateOnly(2026, 11, 3), story.File.Clock(Timescales.Report.Id)!.Deadline.AnchorDay);
        Assert.True(story.File.Clock(ReturnClock.Id("police"))!.Runs);
    }

    private static IEnumerable<Effect.SendMail> Mails(CaseFile whole)
    {
        var file = new CaseFile(whole.Id);
        foreach (var recorded in whole.History)
        {
            file = Replay.Next(file, recorded);
            foreach (var mail in EffectsOf.Event(recorded.Event, file).OfType<Effect.SendMail>())
            {
                if (mail.Kind == MailKind.Withdrawn)
                {
                    yield return mail;
                }
            }
        }
    }

    private static IEnumerable<(string, DateOnly, DateOnly)> Counting(CaseFile file) =>
        file
            .Clocks.Where(clock => clock.Runs && clock.Deadline.TimescaleId != Timescales.ReferrerTold.Id)
            .Select(clock => (clock.Deadline.TimescaleId, clock.Deadline.AnchorDay, clock.Deadline.DueDay));

    private static string Code(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
