using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who is told that recommendations wait for their agency's answer (C18).</summary>
internal static class ReviewRecommendationCards
{
    /// <summary>To the members of the agencies asked by the last event; what they were told before is drawn anew.</summary>
    internal static IEnumerable<Effect> Asked(ReviewFile after) =>
        after
            .AnswersAsked.Where(asked => after.AnswersAsked.Contains((asked.AgencyId, after.Version)))
            .Select(asked => Card(after, asked) with { OnlyIfShown = asked.Version != after.Version });

    /// <summary>What an agency was told is drawn anew: it may have answered.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after, params IEnumerable<string> agencies) =>
        after
            .AnswersAsked.Where(asked => agencies.Contains(asked.AgencyId))
            .Select(asked => Card(after, asked) with { OnlyIfShown = true });

    private static Effect.ShowCard Card(ReviewFile after, (string AgencyId, int Version) asked) =>
        new(after.Ref, CardKind.ReviewRecommendations, new Recipient.MemberOf(asked.AgencyId))
        {
            About = Topic.Agency(asked.AgencyId, asked.Version),
        };
}
