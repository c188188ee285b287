using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <summary>Reviews: C2, C3, C8, C11, C14 to C17, F2.</summary>
public partial class ReviewTests
{
    private static readonly RecordRef Id = ReviewStory.Id;
    private static readonly Actor Owner = ReviewStory.Owner;
    private static readonly Actor Chair = ReviewStory.Chair;
    private static readonly Actor Operations = ReviewStory.Operations;

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it_C2_C3_C8()
    {
        foreach (var stage in Enum.GetValues<ReviewStage>())
        {
            foreach (var actor in Everybody())
            {
                foreach (var command in EveryCommand())
                {
                    var story = ReviewStory.At(stage);
                    var before = story.File;
                    var decision = story.When(command, actor);
                    var allowed = ReviewPermissions.Table.Any(row =>
                        row.Step == command.Step && row.Stages.Contains(stage) && row.Roles.Any(before.RolesOf(actor).Contains)
                    );
                    if (!allowed)
                    {
                        var reason = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
                        Assert.True(
                            ReviewPermissions.Sees(before, actor) == (reason != Refusal.NotFound),
                            $"{command.Step} by {actor.PersonId} at {stage}: {reason.Code}"
                        );
                        Assert.Same(before, story.File);
                    }
                    else if (decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound);
                    }
                }
            }
        }

        Assert.Equal(
            // An action and a briefing are records of their own; of the review it is only asked who may agree or write one.
            ReviewPermissions
                .Table.Select(row => row.Step)
                .Except([Step.AgreeAction, Step.BeginBriefing, Step.WriteBriefing])
                .Order()
                .Distinct(),
            EveryCommand().Select(command => command.Step).Distinct().Order()
        );
    }

    [Fact]
    public void Nobody_without_a_part_learns_that_there_is_one_F2()
    {
        Role[] withAPart = [Role.Operations, Role.Chair, Role.Scrutineer, Role.ThisSystem, .. Partners.Leads];
        Actor[] strangers =
        [
            ActionStory.Member,
            ActionStory.AgencyLead,
            .. Enum.GetValues<Role>().Except(withAPart).Select(role => CaseStory.Somebody(role)),
        ];
        foreach (var stage in Enum.GetValues<ReviewStage>().Except([ReviewStage.NotStarted]))
        {
            var file = ReviewStory.At(stage).File;
            Assert.All(strangers, stranger =>
            {
                Assert.False(ReviewPermissions.Sees(file, stranger));
                Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, file.Refuse(step, stranger)));
            });
        }
    }

    [Fact]
    public void Who_stood_aside_from_a_case_has_no_part_in_the_review_of_it_A10_C8()
    {
        var aside = CaseStory.Somebody(Role.LeadHealth);
        var story = ReviewStory.At(ReviewStage.Proposed);
        Assert.True(ReviewPermissions.Sees(story.File, aside));
        var file = story.File with { Assigned = [new(Role.LeadHealth, [aside.PersonId], "")] };
        Assert.False(ReviewPermissions.Sees(file, aside));
        Assert.Equal(Refusal.NotFound, file.Refuse(Step.DecideOnReview, aside));
    }

    [Fact]
    public void All_three_leads_decide_and_six_months_run_from_the_last_ones_day_C8()
    {
        var story = ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice, Role.LeadHealth);
        Assert.Equal((ReviewStage.Proposed, null), (story.File.Stage, story.File.DecidedOn));
        story.On(CaseStory.Monday.AddDays(3)).Said(true, Role.LeadLocalAuthority);
        Assert.Equal((ReviewStage.UnderWay, new DateOnly(2026, 11, 5)), (story.File.Stage, story.File.DecidedOn));
        Assert.Equal(new(2027, 5, 5), story.File.Limit);
        Assert.False(story.File.Clock(Timescales.ReviewLeads.Id)!.Runs);
        Assert.Equal(
            [Timescales.ReviewPublished.Id, Timescales.ReviewTold.Id, Timescales.ReviewLook.Id, Timescales.ReviewTerms.Id],
            story.File.Clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline.TimescaleId)
        );
    }

    [Fact]
    public void Where_they_differ_the_chair_asks_again_and_what_they_said_stays_C8()
    {
        var story = ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice, Role.LeadHealth).Said(false, Role.LeadLocalAuthority);
        Assert.True(story.File.LeadsDiffer);
        var waits = Assert.Single(ReviewTask.Of(story.File));
        Assert.Equal((Role.Chair, Step.AskLeadsAgain), (waits.Task.For, waits.Step));
        // Any of them may still change their mind, and then it is decided.
        Assert.Equal(
            ReviewStage.UnderWay,
            ReviewStory
                .At(ReviewStage.Proposed)
                .Said(true, Role.LeadPolice, Role.LeadHealth)
                .Said(false, Role.LeadLocalAuthority)
                .Said(true, Role.LeadLocalAuthority)
                .File.Stage
        );
        story.Given(new AskLeadsAgain(Id, "We met on Tuesday."), Chair);
        Assert.Equal((2, 3), (story.File.Asked, story.File.Missing.Count()));
        Assert.Contains(story.File.History, recorded => recorded.Event is LeadSaidOfReview { Agrees: false });
        Refused("drawn-before", story.When(new DecideOnReview(Id, true, "") { Round = 101 }, ReviewStory.Lead(Role.LeadPolice)));
    }

    [Fact]
    public void None_of_them_wants_it_and_the_chair_may_ask_again_where_there_is_something_new_C8()
    {
        var story = ReviewStory.At(ReviewStage.Declined);
        Assert.All(story.File.Clocks, clock => Assert.False(clock.Runs));
        story.Given(new AskLeadsAgain(Id, "The national Panel does not concur."), Chair).Said(true, [.. Partners.Leads]);
        Assert.Equal(ReviewStage.UnderWay, story.File.Stage);
    }

    [Fact]
    public void Panel_Ofsted_and_DfE_are_each_told_and_the_clock_stops_with_the_last_C8()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        foreach (var body in Enum.GetValues<OutsideBody>())
        {
            Assert.True(story.File.Clock(Timescales.ReviewTold.Id)!.Runs);
            story.Given(ReviewStory.Tell(TellingOf.Decision, body), Operations);
            Refused("nobody-owed nothing-changed", story.When(ReviewStory.Tell(TellingOf.Decision, body), Operations));
        }

        Assert.False(story.File.Clock(Timescales.ReviewTold.Id)!.Runs);
        Refused("nobody-owed", story.When(ReviewStory.Tell(TellingOf.Delay, OutsideBody.Panel), Operations));
    }

    [Fact]
    public void A_delay_is_told_as_soon_as_it_is_expected_and_no_more_once_it_is_over_C17()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).Given(Expect(new(2027, 6, 1)), Operations);
        Assert.True(story.File.Clock(Timescales.ReviewDelayTold.Id)!.Runs);
        Assert.Equal([OutsideBody.Panel, OutsideBody.DepartmentForEducation], story.File.Owed(TellingOf.Delay));
        story.Given(ReviewStory.Tell(TellingOf.Delay, OutsideBody.Panel), Operations);
        story.Given(ReviewStory.Tell(TellingOf.Delay, OutsideBody.DepartmentForEducation), Operations);
        Assert.False(story.File.Clock(Timescales.ReviewDelayTold.Id)!.Runs);

        // A later day still is told anew, and its reason with it.
        story.Given(Expect(new(2027, 8, 2)), Operations);
        Assert.Equal(2, story.File.Owed(TellingOf.Delay).Count());
        Assert.True(story.File.Clock(Timescales.ReviewDelayTold.Id)!.Runs);
        story.Given(new ForecastReview(Id, new(2027, 4, 1), DelayReason.Sooner, "The trial is over."), Operations);
        Assert.False(story.File.Clock(Timescales.ReviewDelayTold.Id)!.Runs);
        Assert.False(story.File.IsToBeTold(TellingOf.Delay));
        Refused("nothing-changed", story.When(Expect(new(2027, 4, 1)), Operations));
    }

    [Fact]
    public void It_is_looked_at_once_a_month_by_who_sees_to_it_C11()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        Assert.Equal(new(2026, 12, 2), story.File.Clock(Timescales.ReviewLook.Id)!.Deadline.DueDay);
        story.Given(new LookAtReview(Id, new(2026, 11, 2), LookState.OnPlan, "The lines are answered.", false, "A draft."), Owner);
        Refused("order", story.On(CaseStory.Monday.AddDays(20)).Given(Look(new(2026, 11, 20)), Owner).When(Look(new(2026, 11, 10)), Owner));
        Assert.Equal(new(2026, 12, 20), story.File.Clock(Timescales.ReviewLook.Id)!.Deadline.DueDay);
    }

    [Theory]
    [InlineData("title", "answer-needed")]
    [InlineData("criteria", "choice-needed")]
    [InlineData("reasons", "answer-needed")]
    [InlineData("options", "answer-needed")]
    [InlineData("owner", "person-needed")]
    [InlineData("subject", "case-needed")]
    public void What_is_missing_is_refused_beside_its_field_C8(string what, string code)
    {
        var plan = ReviewStory.Plan();
        var command = ReviewStory.Propose() with
        {
            Plan = what switch
            {
                "title" => plan with { Title = " " },
                "criteria" => plan with { Criteria = [] },
                "reasons" => plan with { Reasons = "" },
                "options" => plan with { Others = "" },
                "subject" => plan with { Subjects = [] },
                _ => plan,
            },
            Owner = what == "owner" ? ActionOwner.OfTheFile("nobody") : ActionOwner.OfTheFile(Owner.PersonId),
        };
        Refused(code, new ReviewStory().When(command, Operations));
    }

    [Fact]
    public void No_name_of_what_it_is_about_gets_into_its_title_F2()
    {
        var file = CaseStory.At(Domain.Cases.Stage.PanelAnswered).File;
        file = file with { Review = file.Review with { Request = file.Review.Request.With("mother", "name", "Zqxparent") } };
        var wrong = Assert.Single((ReviewStory.Plan() with { Title = "What Zqxparent was told" }).Refusals([file]));
        Assert.Equal(("name-in-text", "title"), (wrong.Code, wrong.Field));
        Assert.DoesNotContain("Zqxparent", wrong.Message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Six months from every day of a leap year and of an ordinary one: the same day, or the last of the month (C2).</summary>
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Six_months_end_on_the_same_day_of_the_month_or_on_its_last_C2(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var context = ReviewStory.At(ReviewStage.Proposed).On(London.EndOf(day).AddHours(-9)).Context(Operations);
            var deadline = context.Pin(context.Rules, Timescales.ReviewPublished, day);
            var (month, inYear) = day.Month > 6 ? (day.Month - 6, year + 1) : (day.Month + 6, year);
            Assert.Equal(new(inYear, month, Math.Min(day.Day, DateTime.DaysInMonth(inYear, month))), deadline.DueDay);
        }
    }

    internal static IEnumerable<Actor> Everybody() =>
        Enum.GetValues<Role>().Select(role => CaseStory.Somebody(role)).Concat([Owner, ActionStory.Member]);

    private static LookAtReview Look(DateOnly on) => new(Id, on, LookState.OnPlan, "The lines are answered.", false, "");

    private static ForecastReview Expect(DateOnly until) => new(Id, until, DelayReason.CriminalProceedings, "The trial begins in May.");

    private static RecordPublished Publish(string reason) => new(Id, new(2026, 11, 2), "Our pages", "The Chair, that morning", reason);

    private static void Refused(string codes, Decision decision) =>
        Assert.Contains(Assert.IsType<Decision.Refused>(decision).Reasons, reason => codes.Split(' ').Contains(reason.Code));
}
