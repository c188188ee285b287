using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Of records that follow from a case: every command is tried by everybody from wherever the others lead.</content>
public partial class StagesTests
{
    /// <param name="empty">The record before anything happened to it.</param>
    /// <param name="begin">Where it is begun from, and when.</param>
    /// <param name="other">Another record a command needs.</param>
    /// <param name="context">What a decision knows at a time, by somebody.</param>
    private static HashSet<Followed> Following<TFile>(
        TFile empty,
        IEnumerable<(TFile File, DateTimeOffset Now)> begin,
        Func<IEnumerable<Command>> commands,
        IReadOnlyList<Actor> people,
        Func<RecordRef, RecordFile> other,
        Func<DateTimeOffset, Actor, DecisionContext> context
    )
        where TFile : RecordFile
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(TFile File, DateTimeOffset Now)>();
        foreach (var from in begin)
        {
            seen.UnionWith(Path(empty, from.File));
            open.Enqueue(from);
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var command in commands())
            {
                var found = people
                    .Select(actor =>
                        (actor, Decision: command.DecideFor(from.File, [.. command.Others.Select(other)], context(from.Now, actor)))
                    )
                    .FirstOrDefault(one => one.Decision is Decision.Accepted);
                if (found.Decision is not Decision.Accepted accepted)
                {
                    continue;
                }

                var after = accepted.Changes.Aggregate(from.File, (file, change) => Walks.After(file, change, found.actor, from.Now));
                if (Path(from.File, after).Where(seen.Add).ToList().Count > 0)
                {
                    open.Enqueue((after, from.Now));
                }
            }
        }

        return seen;
    }

    /// <summary>By an amended calendar.</summary>
    private static IEnumerable<Followed> Recounted<TFile>(TFile before, RecordEvent counted)
        where TFile : RecordFile => Path(before, Walks.After(before, new(before.Ref, counted), CaseStory.Somebody(), CaseStory.Monday));
}
