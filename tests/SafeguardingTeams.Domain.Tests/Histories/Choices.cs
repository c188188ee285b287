using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>
/// What somebody could ask for in a world, by the step: commands as the cards would make them, from what the records say now. A step that
/// a table allows and that has no command here is never reached, and the coverage says so.
/// </summary>
/// <param name="often">A kind of record that something happens to more often than to the others; null for all alike.</param>
internal sealed partial class Choices(Random random, RecordKind? often)
{
    private const int MostCases = 3;
    private const int MostLearning = 3;
    private const int MostActions = 3;
    private const int MostMeetings = 3;
    private const int MostReviews = 3;
    private const int MostBriefings = 3;

    /// <summary>The rows of every permission table: kind, step, stage by its name, roles.</summary>
    internal static ImmutableArray<Row> Tables { get; } =
    [
        .. Permissions.Table.SelectMany(row => Rows(RecordKind.Case, row.Step, row.Stages, row.Roles)),
        .. LearningPermissions.Table.SelectMany(row => Rows(RecordKind.Learning, row.Step, row.Stages, row.Roles)),
        .. ActionPermissions.Table.SelectMany(row => Rows(RecordKind.Action, row.Step, row.Stages, row.Roles)),
        .. MeetingPermissions.Table.SelectMany(row => Rows(RecordKind.Meeting, row.Step, row.Stages, row.Roles)),
        .. ReviewPermissions.Table.SelectMany(row => Rows(RecordKind.Review, row.Step, row.Stages, row.Roles)),
        .. BriefingPermissions.Table.SelectMany(row => Rows(RecordKind.Briefing, row.Step, row.Stages, row.Roles)),
        .. GroupPermissions.Table.SelectMany(row => Rows(RecordKind.Group, row.Step, row.Stages, row.Roles)),
    ];

    private static readonly ILookup<(RecordKind, string), Row> ByStage = Tables.ToLookup(row => (row.Kind, row.Stage));

    /// <summary>The steps the table of its kind allows at the stage the record is at.</summary>
    internal static Step[] StepsOf(RecordFile file) => [.. ByStage[(file.Ref.Kind, file.StageName)].Select(row => row.Step).Distinct()];

    /// <summary>The roles by which somebody may take a step on a record, as its table says.</summary>
    internal static Role[] RolesBy(RecordFile file, Step step, Actor actor)
    {
        var held = file.RolesOf(actor);
        return [.. RolesFor(file, step).Where(held.Contains)];
    }

    /// <summary>The roles to which the table gives a step at the stage the record is at.</summary>
    internal static IEnumerable<Role> RolesFor(RecordFile file, Step step) =>
        ByStage[(file.Ref.Kind, file.StageName)].Where(row => row.Step == step).SelectMany(row => row.Roles).Distinct();

    /// <summary>A record to do something with: one that is there or, while there are few, a new one.</summary>
    internal RecordFile Record(World world)
    {
        // The group's record is changed seldom; all others as often as each other.
        var kind = random.Next(often is null ? 18 : 54) switch
        {
            0 => RecordKind.Group,
            <= 3 => RecordKind.Case,
            <= 6 => RecordKind.Learning,
            <= 9 => RecordKind.Action,
            <= 12 => RecordKind.Meeting,
            <= 15 => RecordKind.Review,
            <= 17 => RecordKind.Briefing,
            _ => often!.Value,
        };
        if (kind == RecordKind.Group)
        {
            return world.Group;
        }

        var there = world.Files.Values.Where(file => file.Ref.Kind == kind).OrderBy(file => file.Ref.Id, StringComparer.Ordinal).ToList();
        var most = kind switch
        {
            RecordKind.Case => MostCases,
            RecordKind.Learning => MostLearning,
            RecordKind.Action => MostActions,
            RecordKind.Review => MostReviews,
            RecordKind.Briefing => MostBriefings,
            _ => MostMeetings,
        };
        return there.Count == 0 || there.Count < most && random.Next(often == kind ? 40 : 8) == 0 ? World.Empty(New(kind)) : Any(there);
    }

    /// <summary>A step at the stage the record is at: one by which it ends less often, so that there is something to go on with.</summary>
    internal Step Next(Step[] steps, Func<Step, bool> isDone)
    {
        var fresh = Array.FindAll(steps, step => !isDone(step));
        var chosen = Any(fresh.Length > 0 && Sometimes() ? fresh : steps);
        return IsAnEnd(chosen) && !Sometimes(3) ? Any(steps) : chosen;
    }

    internal static bool Reminds(Step step) =>
        step
            is Step.ChaseDeadline
                or Step.RemindLearning
                or Step.RemindAction
                or Step.RemindMeeting
                or Step.RemindReview
                or Step.RemindBriefing
                or Step.RemindGroup;

    internal static bool CountsAgain(Step step) =>
        step
            is Step.RecalculateDeadlines
                or Step.RecalculateLearning
                or Step.RecalculateAction
                or Step.RecalculateMeeting
                or Step.RecountReview
                or Step.RecountBriefing
                or Step.RecalculateReview;

    private static bool IsAnEnd(Step step) =>
        step
            is Step.EndAction
                or Step.WithdrawAction
                or Step.WithdrawLearning
                or Step.WithdrawReferral
                or Step.WithdrawReview
                or Step.CancelGroupMeeting
                or Step.CloseCase
                or Step.EndReview
                or Step.CloseReview
                or Step.CloseBriefing
                or Step.WithdrawBriefing;

    /// <summary>Commands that take a step on a record, in no order.</summary>
    internal Command[] Of(World world, RecordFile file, Step step)
    {
        var commands = file switch
        {
            CaseFile one => OfACase(world, one, step),
            LearningFile one => OfLearning(world, one, step),
            ActionFile one => OfAnAction(world, one, step),
            MeetingFile one => OfAMeeting(world, one, step),
            ReviewFile one => OfAReview(world, one, step),
            BriefingFile one => OfABriefing(world, one, step),
            GroupFile one => OfTheGroup(world, one, step),
            _ => [],
        };
        var all = commands.ToArray();
        random.Shuffle(all);
        return all;
    }

    internal T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private bool Sometimes(int oneIn = 2) => random.Next(oneIn) == 0;

    private RecordRef New(RecordKind kind)
    {
        var chance = new byte[8];
        random.NextBytes(chance);
        var id = CaseId.FromChance("GSCP", chance);
        return kind == RecordKind.Case ? id : RecordRef.Marked(kind, id);
    }

    private static IEnumerable<Row> Rows<TStage>(RecordKind kind, Step step, IEnumerable<TStage> stages, ImmutableArray<Role> roles)
        where TStage : struct, Enum => stages.Select(stage => new Row(kind, step, stage.ToString(), roles));

    /// <summary>A step that somebody takes by one role at a stage.</summary>
    internal readonly record struct Reach(RecordKind Kind, Step Step, string Stage, Role Role);

    /// <summary>A step that a table allows to some roles at a stage.</summary>
    internal sealed record Row(RecordKind Kind, Step Step, string Stage, ImmutableArray<Role> Roles);
}
