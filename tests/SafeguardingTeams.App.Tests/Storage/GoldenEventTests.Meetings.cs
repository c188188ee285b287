using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The events of the group's meetings.</content>
public partial class GoldenEventTests
{
    private static MeetingPlan Plan => new(MeetingStory.Day, "10:00", "Room 1", false, new(2026, 11, 25));

    private static RecordEvent[] OfMeetings =>
        [
            new GroupMeetingPlanned(
                Plan,
                [new(LearningStory.Id, "", AskedOfGroup.Decide), new(null, "Good news", AskedOfGroup.Note)],
                CaseStory.Rules,
                [Due]
            ),
            new GroupMeetingMoved(Plan with { Day = new(2026, 12, 16) }, "The room is taken.", [Due]),
            new GroupMeetingCancelled("Too few can come."),
            new AgendaItemsAdded([new(CaseStory.Id, "", AskedOfGroup.Advise) { PutOff = 2 }]),
            new AgendaItemDropped(1, "It is not ready."),
            new AgendaOrdered([2, 1, 3]),
            new AgendaPaperAdded(2, "A summary", "https://files.example/summary", true),
            new AgendaSent(),
            new GroupAttendanceRecorded(MeetingStory.Came),
            new InterestDeclared(3, new("Detective Inspector, Police", "lead-police", "Managed the service.", AfterInterest.Left)),
            new ItemDecided(3, MeetingStory.OnTheCase with { Corrected = "A slip." }, [MeetingStory.ActionId]),
            new ItemActionPlanned(3, MeetingStory.ActionId, MeetingStory.Plans.Plan, true),
            new ItemActionTakenBack(3, MeetingStory.ActionId),
            new GroupMeetingEnded("12:30", [Due]),
            new MinutesSentToChair(),
            new MinutesCirculated(),
            new MinutesApproved(new(2027, 3, 10), "A date on page 2."),
            new ItemOutlined(3, MeetingStory.Outlines.Outline),
            new ItemCoOpted(3, new(MeetingStory.Doctor.PersonId, "Named doctor", "", "", "trust", "Acute hospital trust")),
            new CoOptionEnded(3, 1, "Somebody else comes."),
            new MeetingDocumentKept(MeetingStory.Kept.Documents[0]),
            new MeetingReminded(Timescales.GroupPapers.Id, 1, 1, ChaseKind.Late, [new(Role.Operations)]),
            new MeetingRecalculated("amended", new(2026, 11, 24), [Due]),
        ];

    /// <summary>What was added to an event later and is said is stored; unsaid, it is stored as it always was (the golden files).</summary>
    [Fact]
    public void What_was_added_to_a_meetings_events_later_is_stored_where_it_is_said()
    {
        var moved = new GroupMeetingMoved(Plan with { Until = "12:30", IsOnline = true }, "The room is taken.", []);
        var text = Write(moved);
        Assert.Contains("\"until\":\"12:30\",\"isOnline\":true", text, StringComparison.Ordinal);
        Assert.Equal(moved.Plan, Assert.IsType<GroupMeetingMoved>(StoredJson.Read(MeetingStory.Id, text).Event).Plan);
    }
}
