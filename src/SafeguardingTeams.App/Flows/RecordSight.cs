using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Flows;

/// <summary>Whether somebody has a part in a record, of whatever kind, and so may read it (F2).</summary>
public static class RecordSight
{
    /// <summary>By the record's own table.</summary>
    public static bool Sees(RecordFile record, Actor actor) =>
        record switch
        {
            CaseFile file => Permissions.Sees(file, actor),
            LearningFile file => LearningPermissions.Sees(file, actor),
            ActionFile file => ActionPermissions.Sees(file, actor),
            MeetingFile file => MeetingPermissions.Sees(file, actor),
            ReviewFile file => ReviewPermissions.Sees(file, actor),
            BriefingFile file => BriefingPermissions.Sees(file, actor),
            GroupFile => GroupPermissions.Sees(actor),
            _ => false,
        };
}
