using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>
/// Who may take which step at which stage of a meeting of the group, and who sees it: one table, walked through completely by the tests.
/// What is not in it is refused.
/// </summary>
public static class MeetingPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the record is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<MeetingStage> Stages);

    private static readonly ImmutableArray<Role> Desk = [Role.Operations, Role.Chair];
    private static readonly ImmutableArray<MeetingStage> Planned = [MeetingStage.Planned];
    private static readonly ImmutableArray<MeetingStage> ToItsEnd = [MeetingStage.Planned, MeetingStage.InSession];

    /// <summary>From when it is opened until its minutes are approved: what is recorded of it may be put right (PD16).</summary>
    private static readonly ImmutableArray<MeetingStage> Recorded =
    [
        MeetingStage.InSession,
        MeetingStage.Ended,
        MeetingStage.MinutesWithChair,
        MeetingStage.MinutesCirculated,
    ];

    /// <summary>Its papers, or its minutes: elsewhere no clock runs.</summary>
    private static readonly ImmutableArray<MeetingStage> WithAClock =
    [
        MeetingStage.Planned,
        MeetingStage.Ended,
        MeetingStage.MinutesWithChair,
    ];

    /// <summary>The table. Source: requirements E1 to E4, E6, E12 to E18.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.PlanGroupMeeting, Desk, [MeetingStage.NotPlanned, MeetingStage.Cancelled]),
        new(Step.MoveGroupMeeting, Desk, Planned),
        new(Step.CancelGroupMeeting, Desk, Planned),
        new(Step.ChangeAgenda, Desk, ToItsEnd),
        new(Step.CoOptToItem, Desk, ToItsEnd),
        new(Step.SendAgenda, Desk, Planned),
        new(Step.RecordGroupAttendance, Desk, [MeetingStage.Planned, .. Recorded]),
        new(Step.DeclareInterest, Desk, [MeetingStage.InSession]),
        new(Step.DecideItem, Desk, Recorded),
        new(Step.EndGroupMeeting, Desk, [MeetingStage.InSession]),
        new(Step.SendMinutesToChair, [Role.Operations], [MeetingStage.Ended]),
        new(Step.CirculateMinutes, [Role.Chair], [MeetingStage.MinutesWithChair, MeetingStage.MinutesCirculated]),
        new(Step.ApproveMinutes, Desk, [MeetingStage.MinutesCirculated]),
        new(Step.KeepMeetingPapers, [Role.ThisSystem], [.. Enum.GetValues<MeetingStage>().Except([MeetingStage.NotPlanned])]),
        new(Step.RemindMeeting, [Role.ThisSystem], WithAClock),
        new(Step.RecalculateMeeting, [Role.ThisSystem], WithAClock),
    ];

    /// <summary>Whether the person has a part in the group's meetings and so may read one (F2): the Scrutineer always (E6).</summary>
    public static bool Sees(MeetingFile file, Actor actor) => file.Stage != MeetingStage.NotPlanned && MaySee(actor);

    /// <summary>Whether the person has a part in the meetings of the group at all.</summary>
    public static bool MaySee(Actor actor) =>
        actor.Roles.Any(role => role is Role.Operations or Role.Chair or Role.GroupMember or Role.Scrutineer or Role.ThisSystem);

    /// <summary>
    /// The items this person is co-opted to, as far as they are shown to them (E3). It gives them no part in the meeting
    /// (<see cref="Sees"/>): nothing else of it is shown, and no step is theirs.
    /// </summary>
    public static IEnumerable<AgendaItem> ItemsOf(MeetingFile file, Actor actor) =>
        file.Agenda.Where(item =>
            item.CoOpted.Exists(one => one.Who.HasAccount && one.Who.PersonId == actor.PersonId && file.IsShownTo(item, one))
        );

    /// <summary>Whether this person may take this step now.</summary>
    public static bool Allows(Step step, MeetingFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may. Silent to who has no part in it (F2).</summary>
    public static Refusal? Refuse(Step step, MeetingFile file, Actor actor)
    {
        if (!Sees(file, actor) && (file.Stage, step) is not (MeetingStage.NotPlanned, Step.PlanGroupMeeting))
        {
            return Refusal.NotFound;
        }

        var rows = Table.Where(row => row.Step == step && row.Roles.Any(actor.Roles.Contains)).ToList();
        return rows.Count == 0 ? Refusal.NotYours
            : rows.Exists(row => row.Stages.Contains(file.Stage)) ? null
            : Refusal.Overtaken;
    }
}
