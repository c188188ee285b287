using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who is told that an agency is asked for detail (C23): who represents it and its member of the group.</summary>
internal static class ReviewDetailCards
{
    /// <summary>The agency is asked, or asked again; what it was told before is drawn anew.</summary>
    internal static IEnumerable<Effect> Asked(ReviewFile after, int number) =>
        Of(after, number).Select(card => card with { OnlyIfShown = card.About.Number != after.Version });

    /// <summary>What it was told is drawn anew: it may have answered.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after, int number) =>
        Of(after, number).Select(card => card with { OnlyIfShown = true });

    /// <summary>What every agency was told is drawn anew: nothing more is asked, or it is again.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after) => after.Details.SelectMany(one => Again(after, one.Number));

    private static IEnumerable<Effect.ShowCard> Of(ReviewFile after, int number)
    {
        var there = after.Details[number - 1];
        Recipient[] whom = [new Recipient.RepresentativeOf(there.Body.AgencyId), new Recipient.MemberOf(there.Body.AgencyId)];
        return from version in there.Asked
            from to in whom
            select new Effect.ShowCard(after.Ref, CardKind.ReviewDetailAsked, to) { About = Topic.Agency(there.Body.AgencyId, version) };
    }
}
