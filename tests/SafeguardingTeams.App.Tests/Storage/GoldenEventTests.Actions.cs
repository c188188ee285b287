using SafeguardingTeams.App.Storage;
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
            new EvidenceFileTakenOut(1, "A name stands in it."),
            new EvidenceFileAdded(new(KeptKind.Evidence, "evidence-1", "", "GSCP-AC-2222-3333-evidence-1.pdf", new('a', 64), 2048, "")),
            new EvidenceLinkAdded(1, "https://trust.example/protocol", "The protocol"),
            new EvidenceLinkTakenOut(1, "It names somebody."),
            new ActionAccepted("Thank you.", true, Due),
            new ActionReturned("The list is missing.", Due),
            new ImpactReported("Nineteen of twenty were seen.", "Rung back by the switchboard."),
            new ImpactChecked(ImpactFound.Partly, "By the audit.", Due),
            new MoreTimeAsked(new(2027, 3, 26), "The trainer is ill.", "Rung back by the switchboard."),
            new MoreTimeAnswered(true, "Half are trained.", Due),
            new ActionOwnerChanged(ActionStory.Outside, "A new post.", Nurse),
            new ActionOwnerCameIn(ActionStory.Outside with { PersonId = ActionStory.Guest.PersonId }, true) { Again = Due },
            new ActionEnded(new(2026, 12, 9), "It was overtaken."),
            new ActionWithdrawn("It is part of another."),
            new ActionReopened("It came back.", Due),
            new ActionReminded(Timescales.ActionDue.Id, 4, 1, ChaseKind.Late, [new(Role.GroupMember)]),
            new ActionRecalculated("amended", [Due]),
            new ActionDigestSent("nurse-1", new(2026, 11, 2), [new(ActionStory.Id, new(2026, 10, 30), true)]),
        ];

    /// <summary>The same events with what was added to them since: a file of its own for each, beside the one of before.</summary>
    public static TheoryData<string> AddedToActions => [.. Added.Keys];

    private static Dictionary<string, ActionEvent> Added =>
        new()
        {
            ["with-check"] = new ImpactReported("Nineteen of twenty were seen.", "") { Check = Due },
            ["with-reminders"] = new ActionOwnerChanged(Nurse, "A new post.", ActionStory.Outside) { Again = Due },
            ["by-the-group"] = new ActionReopened("It came back.", Due) { DecidedOn = new(2026, 12, 9) },
        };

    [Theory]
    [MemberData(nameof(AddedToActions))]
    public void What_was_added_to_an_event_of_actions_is_written_and_read_and_left_out_where_there_is_nothing(string what)
    {
        var text = Write(Added[what]);
        Approved.Same($"tests/SafeguardingTeams.App.Tests/Golden/{Name(text)}.{what}.json", text + "\n");
        Assert.Equal(text, StoredJson.Write(StoredJson.Read(CaseStory.Id, text)));
        Assert.DoesNotContain("null", Write(OfActions.Single(one => one.StoredName == Added[what].StoredName)), StringComparison.Ordinal);
    }
}
