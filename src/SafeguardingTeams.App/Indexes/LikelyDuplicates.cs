using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
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
        foreach (var token in tokens.Of(file))
        {
            hits.AddRange(
                (await rows.ReadAsync(Keys.Finds(token.Value), cancellationToken))
                    .Where(row => row["stage"] is not (nameof(Stage.Withdrawn) or nameof(Stage.Joined)))
                    .Select(row => (CaseId.Parse(row["case"]), token))
            );
        }

        var words = tokens.Of(file).Count(token => token.By == FindBy.Name);
        return hits.Where(hit => hit.Id != file.Id)
            .GroupBy(hit => hit.Id)
            .Where(group =>
                group.Any(hit => hit.Token.By == FindBy.Born)
                || group.Count() > 1
                || words == 1 && group.Any(hit => hit.Token.By == FindBy.Name)
            )
            .ToDictionary(group => group.Key, group => group.Select(hit => hit.Token.By).ToImmutableSortedSet());
    }
}
