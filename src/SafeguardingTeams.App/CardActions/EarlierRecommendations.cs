using System.Globalization;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// Recommendations of other reviews like one that is to be entered: of the same theme, or to the same body (C24). They are found by rows
/// without any text, and shown to who may read that review; the reading is recorded.
/// </summary>
public sealed class EarlierRecommendations(IRows rows, ReadAudit audit, ActionSources actions)
{
    /// <summary>The most that are shown.</summary>
    internal const int Most = 5;

    /// <summary>The most that are looked at: of some this person may read nothing.</summary>
    private const int MostRead = 25;

    /// <summary>The most actions of one that are said.</summary>
    private const int MostActions = 4;

    /// <summary>Those that are like it, the most alike first, each with what became of it.</summary>
    internal async Task<IReadOnlyList<LikeRecommendation>> OfAsync(
        MakeReviewRecommendation command,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        // A theme says more than a body, which is addressed again and again.
        var prefixes = command
            .Themes.Select(theme => (Prefix: Keys.RecommendedOn(theme), Weight: 10))
            .Concat(command.Plan.Bodies.Select(body => (Keys.RecommendedTo(body.AgencyId), 1)));
        var found = new Dictionary<(RecordRef Review, int Number), int>();
        foreach (var (prefix, weight) in prefixes.Distinct())
        {
            foreach (var row in await rows.ReadAsync(prefix, cancellationToken))
            {
                var one = (RecordRef.Parse(row["record"]), int.Parse(row["number"], CultureInfo.InvariantCulture));
                found[one] = found.GetValueOrDefault(one) + weight;
            }
        }

        var like = new List<LikeRecommendation>();
        foreach (
            var (review, number) in found
                .Where(one => one.Key.Review != command.Review)
                .OrderByDescending(one => one.Value)
                .ThenBy(one => one.Key.Review.Id, StringComparer.Ordinal)
                .ThenBy(one => one.Key.Number)
                .Select(one => one.Key)
                .Take(MostRead)
        )
        {
            if (
                like.Count < Most
                && (await StoredRecord.LoadAsync(rows, review, cancellationToken)).Record is ReviewFile file
                && ReviewPermissions.Sees(file, invocation.Actor)
                && file.Recommendation(number) is { } there
            )
            {
                await audit.RecordAsync(invocation.Reader, file, cancellationToken);
                var agreed = await actions.AgreedFromAsync(review, invocation.Actor, cancellationToken);
                like.Add(
                    new(
                        file,
                        there,
                        await actions.LoadAsync(agreed.Where(one => one.Answer == there.Key).Take(MostActions), cancellationToken)
                    )
                );
            }
        }

        return like;
    }
}
