using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>
/// Who may take which step at which stage of an action, and who sees it: one table, walked through completely by the tests. What is not
/// in it is refused.
/// </summary>
public static class ActionPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the action is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<ActionStage> Stages);

    private static readonly ImmutableArray<Role> OwnerOrForThem = [Role.ActionOwner, Role.Operations];
    private static readonly ImmutableArray<Role> ChairOrOperations = [Role.Chair, Role.Operations];
    private static readonly ImmutableArray<ActionStage> Open = [ActionStage.Agreed, ActionStage.Done, ActionStage.Accepted];

    /// <summary>The table. Source: requirements C5, C19, C20.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.AgreeAction, ChairOrOperations, [ActionStage.NotStarted]),
        new(Step.DecideItem, ChairOrOperations, [ActionStage.NotStarted]),
        new(Step.ReportProgress, OwnerOrForThem, [ActionStage.Agreed]),
        new(Step.ReportActionDone, OwnerOrForThem, [ActionStage.Agreed]),
        new(Step.AddEvidenceFile, OwnerOrForThem, Open),
        // Whenever somebody sees that a name stands in one.
        new(Step.TakeOutEvidenceFile, [.. OwnerOrForThem, Role.Chair], [.. Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted])]),
        new(Step.AddEvidenceLink, OwnerOrForThem, Open),
        new(Step.TakeOutEvidenceLink, [.. OwnerOrForThem, Role.Chair], [.. Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted])]),
        new(Step.AskForMoreTime, OwnerOrForThem, [ActionStage.Agreed]),
        new(Step.AnswerMoreTime, [Role.Chair], [ActionStage.Agreed]),
        new(Step.AcceptAction, [Role.Chair], [ActionStage.Done]),
        new(Step.ReturnAction, [Role.Chair], [ActionStage.Done]),
        new(Step.ReportImpact, OwnerOrForThem, [ActionStage.Accepted]),
        new(Step.CheckImpact, ChairOrOperations, [ActionStage.Accepted]),
        new(Step.ChangeActionOwner, [Role.Operations], Open),
        new(Step.TieActionOwner, [Role.ThisSystem], Open),
        new(Step.EndAction, ChairOrOperations, Open),
        new(Step.WithdrawAction, ChairOrOperations, Open),
        new(Step.ReopenAction, ChairOrOperations, [ActionStage.Accepted, ActionStage.Changed, ActionStage.Ended, ActionStage.Withdrawn]),
        new(Step.RemindAction, [Role.ThisSystem], Open),
        new(Step.SendActionDigest, [Role.ThisSystem], Open),
        new(Step.RecalculateAction, [Role.ThisSystem], Open),
    ];

    /// <summary>
    /// Whether the person has a part in it and so may read it (F2): its owner; the member of the group of the owner's agency, and that
    /// agency's lead once they are told that it is late; Chair, operations, Scrutineer. Nobody else.
    /// </summary>
    public static bool Sees(ActionFile file, Actor actor) => file.Stage != ActionStage.NotStarted && !file.RolesOf(actor).IsEmpty;

    /// <summary>Whether the person reads all actions, and so the list of all.</summary>
    public static bool SeesAll(Actor actor) => actor.Roles.Any(role => role is Role.Chair or Role.Operations or Role.Scrutineer);

    /// <summary>The refusal where the table does not allow the step; null where allowed. Silent to who has no part in it (F2).</summary>
    internal static Refusal? Refuse(Step step, ActionFile file, Actor actor)
    {
        var roles = file.RolesOf(actor);
        if (file.Stage == ActionStage.NotStarted ? roles.IsEmpty || Table.All(row => row.Step != step) : !Sees(file, actor))
        {
            return Refusal.NotFound;
        }

        var rows = Table.Where(row => row.Step == step && row.Roles.Any(roles.Contains)).ToList();
        return rows.Exists(row => row.Stages.Contains(file.Stage)) ? null
            : file.Stage == ActionStage.NotStarted ? Refusal.NotFound
            : rows.Count == 0 ? Refusal.NotYours
            : Refusal.Overtaken;
    }
}
