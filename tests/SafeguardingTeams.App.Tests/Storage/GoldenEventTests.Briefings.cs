using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The events of briefings.</content>
public partial class GoldenEventTests
{
    private static RecordEvent[] OfBriefings =>
        [
            new BriefingBegun(
                BriefingStory.Plan(BriefingPurpose.SevenMinutes, LearningStory.Id) with
                {
                    Theme = new("theme-1", "discharge from hospital"),
                },
                CaseStory.Rules
            ),
            new LearningCopyBegun(BriefingStory.Id, BriefingPurpose.Training),
            new BriefingWritten(
                new(
                    2,
                    "seven-minute-briefing",
                    1,
                    BriefingStory.Boxes(),
                    new("p-1", "Operations"),
                    new(2026, 12, 10),
                    [new("2. What happened", DetailKind.Age, "7-week-old")]
                )
            ),
            new BriefingChecked(new(new("p-2", "The Scrutineer"), new(2026, 12, 11), "Who knows the street may put it together.")),
            new BriefingCheckReturned("The season gives it away."),
            new BriefingApproved(new("p-3", "The Chair"), new(2026, 12, 14)),
            new BriefingNotApproved("Too long."),
            new BriefingDispatched(new(2026, 12, 15), Due),
            new BriefingAnswered(BriefingStory.Used("police", "Rang back."), new(2027, 1, 11)),
            new BriefingClosed("The rest was told at a meeting."),
            new BriefingCorrectionBegun("The number was wrong."),
            new BriefingTakenBack("It can be known again."),
            new BriefingReminded(Timescales.BriefingAnswers.Id, 1, 1, ChaseKind.OnTheDay, [new(Role.GroupMember)]),
            new BriefingRecounted("amended", [Due]),
            new BriefingDocumentKept(
                new(
                    KeptKind.Briefing,
                    "briefing-6",
                    "",
                    "GSCP-BR-2222-3333-seven-minute-briefing-1.docx",
                    new string('0', 64),
                    4096,
                    "Trust; Police"
                )
            ),
        ];
}
