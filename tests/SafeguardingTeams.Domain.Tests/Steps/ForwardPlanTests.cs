using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ForwardPlan;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The group's forward plan of twelve months (E19).</summary>
public class ForwardPlanTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly PlanAhead Audit = new(" The neglect audit ", PlanKind.Audit, new(2027, 3, 1));

    [Fact]
    public void What_is_put_on_the_plan_stays_on_it_until_it_is_done_or_comes_no_more_E19()
    {
        var group = After(new GroupFile(), new OpenGroup([], [], [], []), CaseStory.Somebody(Role.ThisSystem));
        group = After(group, Audit, Operations);
        group = After(group, Audit with { Kind = PlanKind.Report }, CaseStory.Somebody(Role.Chair));
        Assert.Equal(["plan-1", "plan-2"], group.Plan.Select(entry => entry.Id));
        Assert.Equal(new("plan-1", "The neglect audit", PlanKind.Audit, new(2027, 3, 1)), group.Plan[0]);
        Assert.Equal(("nothing-changed", "what"), Refused(group, Audit));
        group = After(group, new TakeOffPlan("plan-1", true, ""), Operations);
        Assert.Equal("reason-needed", Refused(group, new TakeOffPlan("plan-2", false, " ")).Code);
        group = After(group, new TakeOffPlan("plan-2", false, " It is part of the other. "), Operations);
        Assert.Equal([new(true, ""), new(false, "It is part of the other.")], group.Plan.Select(entry => entry.Off));
        Assert.Equal(("nothing-changed", "entry"), Refused(group, new TakeOffPlan("plan-1", true, "")));
        Assert.Equal(("answer-needed", "entry"), Refused(group, new TakeOffPlan("plan-9", true, "")));

        // Off the plan, it can be put on it again.
        group = After(group, Audit, Operations);
        Assert.Equal("plan-3", Assert.Single(group.Plan, entry => entry.IsToCome).Id);
    }

    [Fact]
    public void An_entry_says_what_and_a_day_that_can_be_and_there_is_an_end_to_how_many()
    {
        var group = After(new GroupFile(), new OpenGroup([], [], [], []), CaseStory.Somebody(Role.ThisSystem));
        Assert.Equal(("answer-needed", "what"), Refused(group, Audit with { What = " " }));
        Assert.Equal(("too-long", "what"), Refused(group, Audit with { What = new('x', 201) }));
        Assert.Equal(("past", "date"), Refused(group, Audit with { On = new(2026, 11, 1) }));
        Assert.Equal(("too-far", "date"), Refused(group, Audit with { On = new(2028, 11, 3) }));
        for (var i = 0; i < PlanEntry.Most; i++)
        {
            group = After(group, Audit with { What = $"Audit {i}" }, Operations);
        }

        Assert.Equal(("too-many", "what"), Refused(group, Audit));
        Assert.Equal("not-yours", Refusal(group, Audit, CaseStory.Lead(Role.LeadPolice)).Code);
    }

    private static GroupFile After(GroupFile group, GroupCommand command, Actor actor)
    {
        var accepted = Assert.IsType<Decision.Accepted>(Decide(group, command, actor));
        return accepted.Changes.Aggregate(group, (before, change) =>
            Replay.Next(
                before,
                new(change.Record, before.Version + 1, CaseStory.Monday, new(actor.PersonId, "", "", "", []), "", change.Event)
            )
        );
    }

    private static Decision Decide(GroupFile group, GroupCommand command, Actor actor) =>
        command.DecideFor(group, [], new CaseStory().Context(actor));

    private static Refusal Refusal(GroupFile group, GroupCommand command, Actor actor) =>
        Assert.IsType<Decision.Refused>(Decide(group, command, actor)).Reasons[0];

    private static (string Code, string? Field) Refused(GroupFile group, GroupCommand command) =>
        Refusal(group, command, Operations) is var refusal ? (refusal.Code, refusal.Field) : default;
}
