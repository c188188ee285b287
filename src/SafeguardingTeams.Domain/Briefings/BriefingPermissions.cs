using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>
/// Who may take which step at which stage of a briefing, and who sees it: one table, walked through completely by the tests. What is not in
/// it is refused.
/// </summary>
public static class BriefingPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the briefing is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<BriefingStage> Stages);

    private static readonly ImmutableArray<Role> Desk = [Role.Operations, Role.Chair];
    private static readonly ImmutableArray<BriefingStage> BeforeItsEnd =
    [
        BriefingStage.Writing,
        BriefingStage.Checking,
        BriefingStage.WithChair,
        BriefingStage.Approved,
        BriefingStage.Sent,
    ];

    /// <summary>The table. Source: requirements D4, E11, E20, E23, E26.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.BeginBriefing, Desk, [BriefingStage.NotStarted]),
        new(Step.WriteBriefing, Desk, [BriefingStage.Writing]),
        // Not by whoever wrote it: see BriefingRules.
        new(Step.CheckBriefing, [.. Desk, Role.Scrutineer], [BriefingStage.Checking]),
        new(Step.ApproveBriefing, [Role.Chair], [BriefingStage.WithChair]),
        new(Step.SendBriefing, Desk, [BriefingStage.Approved]),
        // Of the agency's member too: see AnswersForTheirs.
        new(Step.AnswerBriefing, [Role.Operations], [BriefingStage.Sent]),
        new(Step.CloseBriefing, Desk, [BriefingStage.Sent]),
        new(Step.CorrectBriefing, Desk, [BriefingStage.Approved, BriefingStage.Sent, BriefingStage.Closed]),
        new(Step.WithdrawBriefing, Desk, [.. BeforeItsEnd, BriefingStage.Closed]),
        new(Step.RemindBriefing, [Role.ThisSystem], [BriefingStage.Sent]),
        new(Step.RecountBriefing, [Role.ThisSystem], [BriefingStage.Sent]),
        // What went is kept whatever happens to it meanwhile.
        new(Step.KeepBriefing, [Role.ThisSystem], [.. BeforeItsEnd, BriefingStage.Closed, BriefingStage.Withdrawn]),
    ];

    /// <summary>The roles that read briefings with all that stands behind them.</summary>
    public static ImmutableArray<Role> Reading { get; } = [Role.Chair, Role.Operations, Role.Scrutineer];

    /// <summary>Whether the person has a part in it and so may read it with all that stands behind it (F2).</summary>
    public static bool Sees(BriefingFile file, Actor actor) => file.Stage != BriefingStage.NotStarted && !file.RolesOf(actor).IsEmpty;

    /// <summary>Whether the person reads all briefings, and so the list of all.</summary>
    public static bool SeesAll(Actor actor) => actor.MayHold.Any(Reading.Contains);

    /// <summary>
    /// Whether the person reads it for their agency, once it was sent: the agency's member of the group. They read what was sent and
    /// nothing else: not what it comes from, who checked it, what others answer (E20, E26).
    /// </summary>
    public static bool ReadsForTheirs(BriefingFile file, Actor actor) =>
        !file.Sent.IsEmpty && file.IsFor(actor.AgencyId) && ReviewPermissions.IsMemberOf(actor, actor.AgencyId);

    /// <summary>Whether somebody answers now for the agency they are of.</summary>
    public static bool AnswersForTheirs(BriefingFile file, Actor actor) => file.Stage == BriefingStage.Sent && ReadsForTheirs(file, actor);

    /// <summary>The refusal where the table does not allow the step; null where allowed. Silent to who has no part in it (F2).</summary>
    internal static Refusal? Refuse(Step step, BriefingFile file, Actor actor)
    {
        var roles = file.RolesOf(actor);
        if (file.Stage == BriefingStage.NotStarted ? roles.IsEmpty || Table.All(row => row.Step != step) : !Sees(file, actor))
        {
            return Refusal.NotFound;
        }

        var rows = Table.Where(row => row.Step == step && row.Roles.Any(roles.Contains)).ToList();
        return rows.Exists(row => row.Stages.Contains(file.Stage)) ? null
            : file.Stage == BriefingStage.NotStarted ? Refusal.NotFound
            : rows.Count == 0 ? Refusal.NotYours
            : Refusal.Overtaken;
    }
}
