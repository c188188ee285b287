using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Tests.People;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <summary>Refusals that no story of a step comes to by itself: each with what is right beside what is not.</summary>
public class SeldomRefusalsTests
{
    [Fact]
    public void More_time_is_asked_for_until_a_day_after_the_one_agreed_C5()
    {
        AskForMoreTime Until(DateOnly day) => new(ActionStory.Id, day, "Ill.");
        Assert.Equal(("not-later", "until"), Refused(ActionStory.At(ActionStage.Agreed).When(Until(ActionStory.Due), ActionStory.Owner)));
        ActionStory.At(ActionStage.Agreed).Given(Until(ActionStory.Due.AddDays(1)), ActionStory.Owner);
    }

    [Fact]
    public void What_an_action_changed_is_looked_at_within_a_year_and_not_today_C19()
    {
        var today = new DateOnly(2026, 11, 2);
        AcceptAction On(DateOnly day) => new(ActionStory.Id, "", day);
        ActionStory Done() => ActionStory.At(ActionStage.Done);
        today = Done().Context(ActionStory.Chair).Today;
        Assert.Equal(("out-of-range", "impact"), Refused(Done().When(On(today), ActionStory.Chair)));
        Assert.Equal(("out-of-range", "impact"), Refused(Done().When(On(today.AddMonths(12).AddDays(1)), ActionStory.Chair)));
        Done().Given(On(today.AddMonths(12)), ActionStory.Chair);
    }

    [Fact]
    public void An_action_has_one_owner_chosen_or_entered_C5()
    {
        var chosen = ActionOwner.OfTheFile(ActionStory.Owner.PersonId);
        var both = chosen with { Name = "The head of midwifery" };
        Assert.Equal(
            ("one-owner", "owner"),
            Refused(new ActionStory().When(ActionStory.Agree(ActionStory.Plan(both)), ActionStory.Operations))
        );
        new ActionStory().Given(ActionStory.Agree(ActionStory.Plan(chosen)), ActionStory.Operations);
    }

    [Fact]
    public void A_deputy_who_decides_on_cards_keeps_an_account_and_an_id_is_one_PD17()
    {
        var story = new PeopleStory();
        Assert.Equal("deputy-needs-account", story.Code(PeopleStory.Accounts("police-2"), "ops-a"));
        // No card lets an id be entered; were one wrong all the same, nothing would be changed.
        foreach (var kind in new[] { RosterFaultKind.Id, RosterFaultKind.IdTwice })
        {
            Assert.Equal("wrong-id", RosterWords.Of(new(kind, "Not an id")).Code);
        }
    }

    [Fact]
    public void Where_nobody_could_confirm_a_change_as_a_second_person_nothing_is_changed_PD17()
    {
        var story = new PeopleStory();
        var handed = PeopleStory.HandOver("lead-police", Role.LeadPolice, "police-2");
        var alone = story.Context(story.Actor("ops-a"));
        Assert.Equal(("no-second", null), Refused(handed.DecideFor(story.Group, [], alone with { People = [alone.Actor] })));
        Assert.IsType<Decision.Accepted>(handed.DecideFor(story.Group, [], alone));
    }

    [Fact]
    public void A_review_of_who_can_get_in_ends_once_everybody_was_looked_at_F2()
    {
        var story = new PeopleStory();
        var system = story.Context(CaseStory.Person("system", Role.ThisSystem));
        var begun = new BeginAccessReview(BeginAccessReview.QuarterOf(PeopleStory.Monday)).DecideFor(story.Group, [], system);
        var group = Replay.Next(
            story.Group,
            new(
                RecordRef.Group,
                story.Group.Version + 1,
                system.At,
                new("system", "system", "", "", []),
                "c1",
                Assert.IsType<Decision.Accepted>(begun).Changes[0].Event
            )
        );
        var operations = story.Context(story.Actor("ops-a"));
        Assert.Equal(("not-all", "right"), Refused(new FinishAccessReview(["person:spare"]).DecideFor(group, [], operations)));
        Assert.IsType<Decision.Accepted>(new FinishAccessReview([]).DecideFor(group, [], operations));
    }

    [Fact]
    public void A_review_of_the_leads_is_accepted_by_them_published_and_then_closed_C8_C14_C16()
    {
        var today = new DateOnly(2026, 11, 2);
        Assert.Equal(
            ("not-of-the-leads", null),
            Refused(ReviewStory.At(ReviewStage.UnderWay).When(new RecordFindings(ReviewStory.Id, "Found.", today), ReviewStory.Operations))
        );
        Assert.Equal(
            ("publish-first", null),
            Refused(ReviewStory.At(ReviewStage.Accepted).When(new CloseReview(ReviewStory.Id, ""), ReviewStory.Operations))
        );
    }

    [Fact]
    public void The_letter_with_the_report_is_sent_by_a_person_C15()
    {
        var story = ReviewStory.At(ReviewStage.Accepted).Published();
        var (what, body) = (TellingOf.Report, OutsideBody.Panel);
        Assert.Equal(
            ("with-report", "body"),
            Refused(story.When(ReviewStory.Tell(what, body) with { MailTo = "reviews@panel.example" }, ReviewStory.Operations))
        );
    }

    private static (string, string?) Refused(Decision decision) =>
        Assert.IsType<Decision.Refused>(decision).Reasons[0] is var refusal ? (refusal.Code, refusal.Field) : default;
}
