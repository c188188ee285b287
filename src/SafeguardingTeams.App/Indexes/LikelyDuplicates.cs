using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// Referrals that may be about the same incident: the same birth date, or name, or day, but not one word of a name alone (PD15). The
/// same day alone is the least likely (<see cref="ByDayAlone"/>).
/// </summary>
public sealed class LikelyDuplicates(IRows rows, FindTokens tokens)
{
    internal async Task<IReadOnlyDictionary<CaseId, ImmutableSortedSet<FindBy>>> OfAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var hits = new List<(CaseId Id, FindToken Token)>();
        foreach (var token in tokens.Compared(file))
        {
            hits.AddRange(
                (await rows.ReadAsync(Keys.Finds(token.Value), cancellationToken))
                    .Where(row => row["stage"] is not (nameof(Stage.Withdrawn) or nameof(Stage.Joined)))
                    .Select(row => (CaseId.Parse(row["case"]), token))
            );
        }

        return Likely(hits.Where(hit => hit.Id != file.Id), tokens.Compared(file));
    }

    /// <summary>
    /// Referrals for practice learning that may be about the same child as a record of either kind; whether somebody may see them is not
    /// asked here.
    /// </summary>
    internal async Task<IReadOnlyDictionary<RecordRef, ImmutableSortedSet<FindBy>>> LearningAsync(
        RecordFile file,
        CancellationToken cancellationToken
    )
    {
        var hits = new List<(RecordRef Id, FindToken Token)>();
        foreach (var token in tokens.Compared(file))
        {
            hits.AddRange(
                (await rows.ReadAsync(Keys.Alike(token.Value), cancellationToken)).Select(row => (RecordRef.Parse(row["record"]), token))
            );
        }

        return Likely(hits.Where(hit => hit.Id != file.Ref), tokens.Compared(file));
    }

    /// <summary>Cases that may be about the same child as a referral for practice learning.</summary>
    internal async Task<IReadOnlyDictionary<RecordRef, ImmutableSortedSet<FindBy>>> CasesAsync(
        LearningFile file,
        CancellationToken cancellationToken
    )
    {
        var hits = new List<(RecordRef Id, FindToken Token)>();
        foreach (var token in tokens.Compared(file))
        {
            hits.AddRange(
                (await rows.ReadAsync(Keys.Finds(token.Value), cancellationToken)).Select(row => (RecordRef.Parse(row["case"]), token))
            );
        }

        return Likely(hits, tokens.Compared(file));
    }

    /// <summary>Whether nothing but the day is the same: it is listed, last, and gives nobody reason to look by itself.</summary>
    internal static bool ByDayAlone(ImmutableSortedSet<FindBy> same) => same is [FindBy.Happened];

    /// <summary>The most alike first.</summary>
    internal static IEnumerable<KeyValuePair<TId, ImmutableSortedSet<FindBy>>> Ordered<TId>(
        IReadOnlyDictionary<TId, ImmutableSortedSet<FindBy>> found
    ) => found.OrderBy(pair => ByDayAlone(pair.Value)).ThenByDescending(pair => pair.Value.Count);

    internal static Dictionary<TId, ImmutableSortedSet<FindBy>> Likely<TId>(
        IEnumerable<(TId Id, FindToken Token)> hits,
        IReadOnlyList<FindToken> own
    )
        where TId : notnull
    {
        var words = own.Count(token => token.By == FindBy.Name);
        return hits.GroupBy(hit => hit.Id)
            .Where(group =>
                group.Any(hit => hit.Token.By == FindBy.Born)
                || group.Any(hit => hit.Token.By == FindBy.Happened)
                || group.Count() > 1
                || words == 1 && group.Any(hit => hit.Token.By == FindBy.Name)
            )
            .ToDictionary(group => group.Key, group => group.Select(hit => hit.Token.By).ToImmutableSortedSet());
    }
}
