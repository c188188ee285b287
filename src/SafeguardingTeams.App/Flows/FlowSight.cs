using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// Which announcements somebody is told of a record they have a part in (F1, F2): no more than its cards and lists show them. Tasks of
/// others are for who oversees the work, so that no lead learns from a task that another has decided before they have (A10, B20).
/// </summary>
internal static class FlowSight
{
    private static readonly Role[] Overseeing = [Role.Operations, Role.Chair, Role.Scrutineer];

    /// <summary>The stages of a case that the referrer and the MASH are told apart: what came of it, not how it is being decided.</summary>
    private static readonly string[] Outward =
    [
        nameof(Stage.AwaitingThreshold),
        nameof(Stage.AwaitingRecommendation),
        nameof(Stage.PreparingRapidReview),
        nameof(Stage.Notified),
        nameof(Stage.UnderReview),
        nameof(Stage.AwaitingPanel),
        nameof(Stage.AwaitingGroupMeeting),
        nameof(Stage.BelowThreshold),
        nameof(Stage.Closed),
        nameof(Stage.Withdrawn),
        nameof(Stage.Joined),
    ];

    internal static bool Shows(RecordFile record, Actor actor, Announcement said) =>
        RecordSight.Sees(record, actor)
        && said.Trigger switch
        {
            FlowTrigger.RecordOpened or FlowTrigger.RecordClosed => record is not CaseFile file || ReviewVisibility.SeesCase(file, actor),
            FlowTrigger.StepReached => record is not CaseFile file
                || Visibility.SeesDeciding(file, actor)
                || Outward.Contains(said.Step) && ReviewVisibility.SeesCase(file, actor),
            FlowTrigger.TaskAssigned or FlowTrigger.TaskCompleted or FlowTrigger.TaskLate => Oversees(record, actor)
                || IsTheirs(record, actor, said),
            FlowTrigger.DocumentReady => Reads(record, actor, said.DocumentKind),
        };

    private static bool Oversees(RecordFile record, Actor actor) =>
        record is CaseFile file ? Permissions.SeesAs(file, actor, Overseeing) : record.RolesOf(actor).Overlaps(Overseeing);

    /// <summary>By name, by a role they hold in that record, or as the member of the group of the agency it waits for.</summary>
    private static bool IsTheirs(RecordFile record, Actor actor, Announcement said) =>
        said.Holder.Length > 0
        && (
            said.Holder == actor.PersonId
            || actor.Roles.Contains(Role.GroupMember) && said.Holder == Keys.OfAgency(Role.GroupMember, actor.AgencyId)
            || Enum.TryParse<Role>(said.Holder, out var role)
                && role is not (Role.Practitioner or Role.AgencyRepresentative or Role.GroupMember or Role.DesignatedSafeguardingLead)
                && record.RolesOf(actor).Contains(role)
        );

    private static bool Reads(RecordFile record, Actor actor, string kind) =>
        record switch
        {
            CaseFile file => ReviewVisibility.ReadsReport(file, actor),
            MeetingFile => kind != nameof(KeptKind.MinutesToChair) || GroupPermissions.SeesDrafts(actor),
            ReviewFile => Oversees(record, actor),
            _ => true,
        };
}
