using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.ReviewReminders;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Whether what a reminder reminds of is done by now.</summary>
internal static class OverReminder
{
    internal static bool IsOver(RecordFile record, Topic reminder) =>
        record switch
        {
            CaseFile file => Reminders.IsOver(file, reminder),
            GroupFile group => GroupReminded.IsOver(group, reminder),
            LearningFile learning => LearningReminded.IsOver(learning, reminder),
            ActionFile action => ActionReminded.IsOver(action, reminder),
            MeetingFile meeting => MeetingReminded.IsOver(meeting, reminder),
            ReviewFile review => ReviewReminded.IsOver(review, reminder),
            BriefingFile briefing => BriefingReminded.IsOver(briefing, reminder),
            _ => false,
        };
}
