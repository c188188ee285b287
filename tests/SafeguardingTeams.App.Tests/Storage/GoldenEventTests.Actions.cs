using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The events of actions.</content>
public partial class GoldenEventTests
{
    private static readonly ActionOwner Nurse = new(
        "nurse-1",
        "Named nurse, Acute hospital trust",
        "",
        "",
        "acute-trust",
        "Acute hospital trust"
    );

    private static RecordEvent[] OfActions =>
        [
            new ActionAgreed(
                new(
                    "Every bruise on a baby who does not move yet is seen.",
                    "Write it into the protocol.",
                    Nurse,
                    new(2027, 1, 29),
                    "An audit of twenty records."
                ),
                new(LearningStory.Id, "recommendation 2"),
                CaseStory.Rules,
                Due
            ),
            new ProgressReported(ProgressState.AtRisk, "The trainer is ill.", "Rung back by the switchboard."),
            new ActionReportedDone("The protocol.", "https://trust.example/protocol", "Rung back by the switchboard.", Due),
            new ActionAccepted("Thank you.", true, Due),
            new ActionReturned("The list is missing.", Due),
            new ImpactReported("Nineteen of twenty were seen.", "Rung back by the switchboard."),
            new ImpactChecked(ImpactFound.Partly, "By the audit.", Due),
            new MoreTimeAsked(new(2027, 3, 26), "The trainer is ill.", "Rung back by the switchboard."),
            new MoreTimeAnswered(true, "Half are trained.", Due),
            new ActionOwnerChanged(ActionStory.Outside, "A new post.", Nurse),
            new ActionEnded(new(2026, 12, 9), "It was overtaken."),
            new ActionWithdrawn("It is part of another."),
            new ActionReopened("It came back.", Due),
            new ActionReminded(Timescales.ActionDue.Id, 4, 1, ChaseKind.Late, [new(Role.GroupMember)]),
            new ActionRecalculated("amended", [Due]),
            new ActionDigestSent("nurse-1", new(2026, 11, 2), [new(ActionStory.Id, new(2026, 10, 30), true)]),
        ];
}
