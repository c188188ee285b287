using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B9: securing records has a day, a figure of ours, and is reminded of until it is confirmed, or nothing is to be secured any more.
/// Letters went on Monday 2 November 2026.
/// </summary>
public class SecuringClockTests
{
    private static readonly Actor Police = CaseStory.Representative("police");

    [Fact]
    public void Securing_is_due_five_working_days_after_the_letters_and_late_goes_to_the_representative_then_operations_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var clock = story.File.Clock(SecuringClock.Id("police"))!.Deadline;
        Assert.Equal((new DateOnly(2026, 11, 9), ClockAnchor.ScopingSent), (clock.DueDay, clock.Anchor));
        Assert.Equal(
            [
                (ChaseKind.DayBefore, Role.AgencyRepresentative),
                (ChaseKind.OnTheDay, Role.AgencyRepresentative),
                (ChaseKind.Late, Role.AgencyRepresentative),
                (ChaseKind.Late, Role.Operations),
            ],
            clock.Chases.Select(chase => (chase.Kind, Assert.Single(chase.To).Role))
        );
        Assert.Contains(Tasks(story), task => task.Due == clock);
    }

    [Fact]
    public void It_stops_once_all_four_are_confirmed_and_not_before_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        foreach (var what in Enum.GetValues<SecuringStep>())
        {
            story.Given(new ConfirmSecuring(CaseStory.Id, "police", what, "A cabinet.", new(2026, 11, 2)), Police);
            Assert.True(Runs(story));
        }

        story.Given(new NameNominee(CaseStory.Id, "police", CaseStory.ContactOf("nominee"), ""), Police);
        Assert.False(Runs(story));
        Assert.Empty(Tasks(story));
    }

    [Fact]
    public void A_nil_return_ends_it_and_one_that_is_put_right_begins_it_again_from_the_day_of_the_letters_B7()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("police", known: false);
        Assert.False(Runs(story));
        story.Now = story.Now.AddDays(1);
        story.Given(new ReturnScoping(CaseStory.Id, "police", true, story.CompleteReturn(), "on a card", "A slip.", true), Police);
        Assert.True(Runs(story));
        Assert.Equal(new DateOnly(2026, 11, 9), story.File.Clock(SecuringClock.Id("police"))!.Deadline.DueDay);
    }

    [Fact]
    public void Once_access_has_ended_nothing_is_to_be_secured_any_more_B9()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        Assert.True(Runs(story));
        Assert.NotEmpty(Tasks(story));
        story.Given(new EndAccess(CaseStory.Id), CaseStory.Somebody(Role.Operations));
        Assert.False(Runs(story));
        Assert.Empty(Tasks(story));
    }

    [Fact]
    public void An_agency_that_is_asked_later_has_a_day_of_its_own_B8_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Now = London.Instant(new(2026, 11, 4), new(9, 0));
        story.Given(
            new Domain.Steps.Preparing.ChooseAgency(CaseStory.Id, "n-1", "Probation", CaseStory.ContactOf("probation")),
            CaseStory.Somebody(Role.Operations)
        );
        story.Given(new AskAgency(CaseStory.Id, "n-1"), CaseStory.Somebody(Role.Operations));
        Assert.Equal(new DateOnly(2026, 11, 11), story.File.Clock(SecuringClock.Id("n-1"))!.Deadline.DueDay);
    }

    [Fact]
    public void Who_has_no_account_is_reminded_by_mail_B9()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Given(
            new Domain.Steps.Preparing.NameRepresentative(
                CaseStory.Id,
                "police",
                new("", "The superintendent", "s@police.example"),
                "A new post."
            ),
            CaseStory.Somebody(Role.Operations)
        );
        story.Now = London.Instant(new(2026, 11, 10), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, SecuringClock.Id("police")), CaseStory.Somebody(Role.ThisSystem));
        var follows = EffectsOf.Event((CaseEvent)story.File.History[^1].Event, story.File);
        Assert.Contains(follows, effect => effect is Effect.SendMail { Kind: MailKind.Reminder });
    }

    private static bool Runs(CaseStory story) => story.File.Clock(SecuringClock.Id("police"))!.Runs;

    private static IEnumerable<CaseTask> Tasks(CaseStory story) =>
        CaseTask.Of(story.File).Where(task => task.Kind == TaskKind.SecureRecords && task.PersonId == Police.PersonId);
}
