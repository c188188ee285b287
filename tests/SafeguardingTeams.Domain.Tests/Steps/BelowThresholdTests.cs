using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// A4, PD10, PD16: below the threshold the referral can still be put right, by the MASH and operations, and the authority's clock goes by
/// the answers as they are then. Nobody is given a part in it who can do nothing there.
/// </summary>
public class BelowThresholdTests
{
    private static readonly Actor Mash = CaseStory.Somebody(Role.MashOfficer);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Notifier = CaseStory.Somebody(Role.AuthorityNotifier);

    [Fact]
    public void Where_a_child_died_it_is_said_first_whether_they_were_looked_after_and_that_it_is_not_known_is_an_answer_PD10()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        Changed(story, Mash, "lookedafter", "");
        var refused = Assert.IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, false, "Accidental."), Mash));
        Assert.Equal("looked-after-needed", Assert.Single(refused.Reasons).Code);

        Changed(story, Mash, "lookedafter", "not-known");
        story.Given(new DecideThreshold(CaseStory.Id, false, "Accidental."), Mash);
        Assert.True(AuthoritysClock(story));
    }

    [Fact]
    public void A_threshold_that_is_reached_does_not_wait_for_that_answer_A3()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        Changed(story, Mash, "lookedafter", "");
        story.JointAgencyResponseSaid().Given(new DecideThreshold(CaseStory.Id, true, "Serious."), Mash);
    }

    [Fact]
    public void Who_is_told_that_no_child_has_died_can_have_that_put_right_and_then_notify_PD10_PD16()
    {
        var story = CaseStory.NobodyDied().Given(new DecideThreshold(CaseStory.Id, false, "Accidental."), Mash);
        Assert.False(AuthoritysClock(story));
        Assert.False(Permissions.Sees(story.File, Notifier));

        Assert.IsType<Decision.Refused>(story.When(Change(story, "outcome", "died", ""), Operations));
        story.Given(Change(story, "outcome", "died", "The hospital has corrected itself."), Operations);
        Changed(story, Mash, "lookedafter", "yes");
        Assert.True(AuthoritysClock(story));
        Assert.Equal(story.File.Awareness!.AwareOn, story.File.Clock(Timescales.AuthorityNotification.Id)!.Deadline.AnchorDay);
        story.Given(new DecideOnNotification(CaseStory.Id, true, NotificationGround.LookedAfterChildsDeath, ""), Notifier);
    }

    [Fact]
    public void The_refusal_that_asks_for_a_correction_is_nobody_died_A12()
    {
        var story = CaseStory.NobodyDied().JointAgencyResponseSaid().Given(new DecideThreshold(CaseStory.Id, true, "Serious."), Mash);
        var refused = Assert.IsType<Decision.Refused>(
            story.When(new DecideOnNotification(CaseStory.Id, true, NotificationGround.CareLeaversDeath, ""), Notifier)
        );
        Assert.Equal("nobody-died", Assert.Single(refused.Reasons).Code);
    }

    [Fact]
    public void Where_the_answers_no_longer_call_for_a_notification_the_authoritys_clock_stops_PD10()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        Changed(story, Mash, "lookedafter", "yes");
        story.Given(new DecideThreshold(CaseStory.Id, false, "Accidental."), Mash);
        Assert.True(AuthoritysClock(story));
        Changed(story, Mash, "lookedafter", "no");
        Assert.False(AuthoritysClock(story));
        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.For == Role.AuthorityNotifier);
    }

    [Theory]
    [InlineData(Stage.AwaitingThreshold, new[] { Role.MashOfficer })]
    [InlineData(Stage.BelowThreshold, new[] { Role.AuthorityNotifier })]
    public void A_late_notification_is_put_before_those_alone_who_can_do_something_about_it_at_that_stage_F2(Stage stage, Role[] first)
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        Changed(story, Mash, "lookedafter", "yes");
        if (stage == Stage.BelowThreshold)
        {
            story.Given(new DecideThreshold(CaseStory.Id, false, "Accidental."), Mash);
        }

        Assert.Equal(first, Late(story, 10));
        var last = Late(story, 11);
        Assert.Equal(stage == Stage.BelowThreshold ? [Role.MashOfficer, Role.Operations] : [Role.MashOfficer], last);
        foreach (var role in new[] { Role.Chair }.Concat(Partners.Leads))
        {
            Assert.False(Permissions.Sees(story.File, CaseStory.Somebody(role)));
        }
    }

    /// <summary>Whom the reminder of that day goes to.</summary>
    private static IEnumerable<Role> Late(CaseStory story, int day)
    {
        story.Now = London.Instant(new(2026, 11, day), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, Timescales.AuthorityNotification.Id), CaseStory.Somebody(Role.ThisSystem));
        return Assert.IsType<DeadlineChased>(story.File.History[^1].Event).To.Select(to => to.Role);
    }

    private static bool AuthoritysClock(CaseStory story) => story.File.Clock(Timescales.AuthorityNotification.Id) is { Runs: true };

    private static void Changed(CaseStory story, Actor by, string question, string answer)
    {
        if (story.File.Referral!.Answers.RowsOf("children")[0][question] != answer)
        {
            story.Given(Change(story, question, answer, "It was wrong."), by);
        }
    }

    private static ChangeReferral Change(CaseStory story, string question, string answer, string reason)
    {
        var answers = story.File.Referral!.Answers;
        var row = answers.RowsOf("children")[0];
        return new(CaseStory.Id, answers, answers.With("children", row.With(question, answer)), reason);
    }
}
