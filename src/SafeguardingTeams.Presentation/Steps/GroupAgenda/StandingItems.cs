using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupAgenda;

/// <summary>How many actions there are.</summary>
/// <param name="Accepted">Of those accepted by the Chair between meetings (C19).</param>
public sealed record ActionCounts(int Open, int Late, int Accepted);

/// <summary>A case that operations have received and that is not closed.</summary>
/// <param name="Received">The day operations received it.</param>
/// <param name="IsNew">Whether that was after the last meeting of the group that was held.</param>
public sealed record CaseUnderWay(CaseId Case, Stage Stage, DateOnly Received, bool IsNew);

/// <summary>
/// What every scheduled meeting begins with (E1, E13, E17): the last minutes, good news at its fixed place, the cases under way (E5), the
/// actions that are open, late or accepted by the Chair between meetings (C19), and what the forward plan has until a quarter after it
/// (E19), counted; and the terms of reference at the last meeting before they are to be reviewed (E8).
/// </summary>
public static class StandingItems
{
    private const int MonthsAhead = 3;

    /// <summary>The items, in their order.</summary>
    /// <param name="day">The day of the meeting.</param>
    /// <param name="cases">The cases under way.</param>
    public static ImmutableList<NewItem> Of(
        GroupFile group,
        DateOnly day,
        DateOnly today,
        ActionCounts actions,
        IReadOnlyList<CaseUnderWay> cases
    )
    {
        var until = day.AddMonths(MonthsAhead);
        var ahead = group.Plan.Count(entry => entry.IsToCome && entry.On <= until);
        NewItem?[] items =
        [
            new(null, "Minutes of the last meeting, and what arises from them", AskedOfGroup.Accept),
            new(null, "Good news and good practice", AskedOfGroup.Note),
            cases.Count == 0
                ? null
                : new(
                    null,
                    $"Cases under way: {cases.Count}, {cases.Count(one => one.IsNew)} of them since the last meeting",
                    AskedOfGroup.Note
                ),
            actions.Open == 0
                ? null
                : new(
                    null,
                    $"Actions: {actions.Open} open, {actions.Late} of them late; {actions.Accepted} accepted by the Chair between meetings",
                    AskedOfGroup.Note
                ),
            ahead == 0
                ? null
                : new(
                    null,
                    $"Forward plan: {ahead} due until {Written.ShortDay(until)}, "
                        + $"{group.Plan.Count(entry => entry.IsToCome && entry.On < today)} of them late",
                    AskedOfGroup.Note
                ),
            group.Terms is { } terms && (NextAfter(group, day) is not { } next || terms.ReviewBy < next)
                ? new(null, $"Terms of reference: to be reviewed by {Written.ShortDay(terms.ReviewBy)}", AskedOfGroup.Accept)
                : null,
        ];
        return [.. items.OfType<NewItem>()];
    }

    private static DateOnly? NextAfter(GroupFile group, DateOnly day) =>
        group.Meetings.FirstOrDefault(next => next > day) is { Year: > 1 } next ? next : null;
}
