using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>
/// Who is told that an agency is asked for detail (C23): who represents it and its member of the group; that it has answered: operations.
/// </summary>
internal static class ReviewDetailCards
{
    /// <summary>The agency is asked, or asked again; what was told before is drawn anew.</summary>
    internal static IEnumerable<Effect> Asked(ReviewFile after, int number) =>
        Of(after, number)
            .Concat(ToOperations(after, number))
            .Select(card => card with { OnlyIfShown = card.About.Number != after.Version });

    /// <summary>To operations: the agency has answered.</summary>
    internal static Effect Answered(ReviewFile after, int number) => ToOperations(after, number).Last();

    /// <summary>What was told is drawn anew: the agency may have answered, or answered otherwise.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after, int number) =>
        Of(after, number)
            .Concat(ToOperations(after, number).Where(card => card.About.Number != after.Version))
            .Select(card => card with { OnlyIfShown = true });

    /// <summary>What every agency was told is drawn anew: nothing more is asked, or it is again.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after) => after.Details.SelectMany(one => Again(after, one.Number));

    private static IEnumerable<Effect.ShowCard> ToOperations(ReviewFile after, int number)
    {
        var there = after.Details[number - 1];
        return there.Heard.Select(version => new Effect.ShowCard(
            after.Ref,
            CardKind.ReviewDetailAnswered,
            new Recipient.HoldersOf(Role.Operations)
        )
        {
            About = Topic.Agency(there.Body.AgencyId, version),
        });
    }

    private static IEnumerable<Effect.ShowCard> Of(ReviewFile after, int number)
    {
        var there = after.Details[number - 1];
        Recipient[] whom = [new Recipient.RepresentativeOf(there.Body.AgencyId), new Recipient.MemberOf(there.Body.AgencyId)];
        return from version in there.Asked
            from to in whom
            select new Effect.ShowCard(after.Ref, CardKind.ReviewDetailAsked, to) { About = Topic.Agency(there.Body.AgencyId, version) };
    }
}
