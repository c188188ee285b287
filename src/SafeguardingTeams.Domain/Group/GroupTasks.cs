using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Group;

/// <summary>What waits for somebody in the group's record.</summary>
public static class GroupTasks
{
    /// <summary>
    /// Everything that waits: a change for each second person who was asked, once; the review of who can get in; records whose time has
    /// come, and those that somebody proposes to dispose of, each once however many there are.
    /// </summary>
    public static IEnumerable<(CaseTask Task, DateTimeOffset Since)> Of(GroupFile group)
    {
        foreach (
            var (personId, asked) in group
                .Proposals.Where(one => one.Answer is null)
                .SelectMany(one => one.Asked.Select(id => (id, one.At)))
                .GroupBy(one => one.id, one => one.At, StringComparer.Ordinal)
                .Select(of => (of.Key, of.Min()))
        )
        {
            yield return (new(TaskKind.ConfirmPeopleChange, Role.Operations, null) { PersonId = personId }, asked);
        }

        if (group.OpenAccessReview is not null && group.Clock(Timescales.AccessReview.Id)?.Deadline is { } due)
        {
            yield return (new(TaskKind.ReviewAccess, Role.Operations, due), due.DueAt);
        }

        var kept = group.Retained.Values.Where(one => one is { Disposal: null, IsHeld: false }).ToList();
        var toReview = kept.Where(one => one.Proposed is null).Select(one => one.Due?.Until).Min();
        if (toReview is { } since)
        {
            yield return (new(TaskKind.ReviewRecords, Role.Operations, null), new(since, TimeOnly.MinValue, TimeSpan.Zero));
        }

        if (kept.Select(one => one.Proposed?.At).Min() is { } proposed)
        {
            yield return (new(TaskKind.ConfirmDisposal, Role.Chair, null), proposed);
        }
    }
}
