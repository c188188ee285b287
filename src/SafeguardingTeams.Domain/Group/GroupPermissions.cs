using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group;

/// <summary>
/// Who may take which step on the group's record at which stage: one table, walked through completely by the tests. What is not in it
/// is refused.
/// </summary>
public static class GroupPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the record is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<GroupStage> Stages)
    {
        /// <summary>Whether deputies may too, while whoever they stand in for is there (PD17).</summary>
        public bool DeputiesToo { get; init; }
    }

    private static readonly ImmutableArray<GroupStage> Open = [GroupStage.Open];

    /// <summary>
    /// Whoever acts for the partnership in some capacity: they see the group's record, and record their own absences. A Caldicott Guardian
    /// looks at who has looked, and has no part in the work.
    /// </summary>
    private static readonly ImmutableArray<Role> WithAPart =
    [
        .. Enum.GetValues<Role>()
            .Where(role =>
                role is not (Role.Practitioner or Role.ActionOwner or Role.ReviewOwner or Role.CaldicottGuardian or Role.ThisSystem)
            ),
    ];

    /// <summary>The table. Source: requirements E1, E3, E4, E7, E8, E19, E21, E24, F2, F3, PD17.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.OpenGroup, [Role.ThisSystem], [GroupStage.NotOpened]),
        new(Step.FillSeat, [Role.Operations, Role.Chair], Open),
        new(Step.ScheduleGroupMeeting, [Role.Operations, Role.Chair], Open),
        new(Step.PlanGroupMeeting, [Role.Operations, Role.Chair], Open),
        new(Step.MoveGroupMeeting, [Role.Operations, Role.Chair], Open),
        new(Step.CancelGroupMeeting, [Role.Operations, Role.Chair], Open),
        new(Step.AgreeTermsOfReference, [Role.Operations, Role.Chair], Open),
        new(Step.KeepForwardPlan, [Role.Operations, Role.Chair], Open),
        new(Step.PutReportForward, [Role.Operations], Open),
        new(Step.IssueReport, [Role.Chair], Open),
        new(Step.EndReportYear, [Role.ThisSystem], Open),
        new(Step.RecordReportPublished, [Role.Operations], Open),
        new(Step.KeepReport, [Role.ThisSystem], Open),
        new(Step.KeepThemes, [Role.Operations, Role.Chair], Open),
        new(Step.KeepLearningEvents, [Role.Operations], Open),
        new(Step.RecordAbsence, WithAPart, Open) { DeputiesToo = true },
        new(Step.KeepPeople, [Role.Operations], Open),
        new(Step.ConfirmPeopleChange, [Role.Operations, Role.Chair, .. Partners.Leads], Open),
        new(Step.BeginAccessReview, [Role.ThisSystem], Open),
        new(Step.ReviewAccess, [Role.Operations, Role.Chair], Open),
        new(Step.AmendBankHolidays, [Role.Operations], Open),
        new(Step.NoteHandOvers, [Role.ThisSystem], Open),
        new(Step.RemindGroup, [Role.ThisSystem], Open),
        new(Step.RecalculateReview, [Role.ThisSystem], Open),
        new(Step.HoldRecord, [Role.Operations, Role.Chair], Open),
        new(Step.ListForReview, [Role.ThisSystem], Open),
        new(Step.ReviewKeeping, [Role.Operations], Open),
        new(Step.ConfirmDisposal, [Role.Chair], Open),
        new(Step.CertifyDisposal, [Role.ThisSystem], Open),
    ];

    /// <summary>Whether the table lets this person take this step now.</summary>
    public static bool Allows(Step step, GroupFile group, Actor actor) => Refuse(step, group, actor) is null;

    /// <summary>Whether the person has a part in the group's work and so may read its record.</summary>
    public static bool Sees(Actor actor) =>
        actor.MayHold.Any(role => role is not (Role.Practitioner or Role.ActionOwner or Role.ReviewOwner or Role.CaldicottGuardian));

    /// <summary>Whether the person reads a report before it is issued: who drafts it, who issues it, the Scrutineer (E24).</summary>
    public static bool SeesDrafts(Actor actor) => actor.Roles.Overlaps([Role.Operations, Role.Chair, Role.Scrutineer]);

    /// <summary>Whether the step is this person's to take, at whatever stage.</summary>
    public static bool IsTheirs(Step step, Actor actor) => RowsOf(step, actor).Any();

    /// <summary>The refusal where the table does not allow the step; null where allowed.</summary>
    public static Refusal? Refuse(Step step, GroupFile group, Actor actor)
    {
        var rows = RowsOf(step, actor).ToList();
        return rows.Count == 0 ? Refusal.NotYours
            : rows.Exists(row => row.Stages.Contains(group.Stage)) ? null
            : Refusal.Overtaken;
    }

    private static IEnumerable<Row> RowsOf(Step step, Actor actor) =>
        Table.Where(row => row.Step == step && row.Roles.Any((row.DeputiesToo ? actor.MayHold : actor.Roles).Contains));
}
