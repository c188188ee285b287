using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// Tells operations that a message reaches somebody by no way, once a day for each such person. Whom and of what stands in the list that
/// it opens. It is no event of a record: the record has not changed, and operations may have no part in it.
/// </summary>
public sealed class UnreachedAlarm(IRows rows, IPeople people, LondonClock clock)
{
    /// <summary>
    /// The rows of the alarm, for the transaction that gives the message up; none of an alarm that itself reaches nobody.
    /// </summary>
    internal IEnumerable<RowWrite> Of(OutboxItem given)
    {
        if (given.Kind == CardKind.Unreached)
        {
            yield break;
        }

        var (now, about) = (clock.Now, Topic.Unreached(given.PersonId, clock.Today));
        var operations = people.Actors(clock.Today).Where(person => person.Roles.Contains(Role.Operations)).ToList();
        foreach (var person in operations.Exists(one => !one.IsAway) ? operations.Where(one => !one.IsAway) : operations)
        {
            var alarm = new OutboxItem(RecordRef.Group, CardKind.Unreached, person.PersonId, now) { About = about };
            yield return new RowWrite.Put(Keys.AlarmLine(now, about, person.PersonId), alarm.Fields());
        }
    }

    /// <summary>Whether it is an alarm about somebody for whom nothing is left in the list.</summary>
    internal async Task<bool> IsOverAsync(OutboxItem item, CancellationToken cancellationToken) =>
        item.Kind == CardKind.Unreached
        && !(await rows.ReadAsync(Keys.DeadLetteredMessages, cancellationToken)).Any(row => row["person"] == item.About.Name);
}
