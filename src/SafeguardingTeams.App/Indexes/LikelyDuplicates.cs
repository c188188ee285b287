using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// Referrals that may be about the same incident: the same birth date, or name, or day, but not one word of a name alone (PD15).
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

    private static Dictionary<TId, ImmutableSortedSet<FindBy>> Likely<TId>(
        IEnumerable<(TId Id, FindToken Token)> hits,
        IReadOnlyList<FindToken> own
    )
        where TId : notnull
    {
        var words = own.Count(token => token.By == FindBy.Name);
        return hits.GroupBy(hit => hit.Id)
            .Where(group =>
                group.Any(hit => hit.Token.By == FindBy.Born)
                || group.Count() > 1
                || words == 1 && group.Any(hit => hit.Token.By == FindBy.Name)
            )
            .ToDictionary(group => group.Key, group => group.Select(hit => hit.Token.By).ToImmutableSortedSet());
    }
}
