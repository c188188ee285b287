using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Group;

/// <summary>What waits for somebody in the group's record.</summary>
public static class GroupTasks
{
    /// <summary>Everything that waits: a change for each second person who was asked, once; the review of who can get in.</summary>
    public static IEnumerable<(CaseTask Task, DateTimeOffset Since)> Of(GroupFile group)
    {
        foreach (
            var (personId, since) in group
                .Proposals.Where(one => one.Answer is null)
                .SelectMany(one => one.Asked.Select(id => (id, one.At)))
                .GroupBy(one => one.id, one => one.At, StringComparer.Ordinal)
                .Select(of => (of.Key, of.Min()))
        )
        {
            yield return (new(TaskKind.ConfirmPeopleChange, Role.Operations, null) { PersonId = personId }, since);
        }

        if (group.OpenAccessReview is not null && group.Clock(Timescales.AccessReview.Id)?.Deadline is { } due)
        {
            yield return (new(TaskKind.ReviewAccess, Role.Operations, due), due.DueAt);
        }
    }
}
