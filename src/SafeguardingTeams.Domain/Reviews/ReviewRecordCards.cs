using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who is shown what of a review.</summary>
internal static class ReviewRecordCards
{
    private static readonly Role[] Told = [Role.Operations, Role.Chair, .. Partners.Leads, Role.Scrutineer];

    /// <summary>To the three leads: say whether there is to be a review (C8).</summary>
    internal static IEnumerable<Effect.ShowCard> Proposed(ReviewFile after) =>
        Partners.Leads.Select(lead => new Effect.ShowCard(after.Ref, CardKind.ReviewProposed, new Recipient.HoldersOf(lead))
        {
            About = Topic.Round(after.Asked),
        });

    /// <summary>To the Chair: the leads are done, and differ (C8).</summary>
    internal static Effect.ShowCard Differ(ReviewFile after) =>
        new(after.Ref, CardKind.ReviewLeadsDiffer, new Recipient.HoldersOf(Role.Chair)) { About = Topic.Round(after.Asked) };

    /// <summary>To a lead whose answer operations recorded just now: they say otherwise where it is not what they said (PD8).</summary>
    internal static IEnumerable<Effect.ShowCard> ToldByTelephone(ReviewFile after) =>
        ByTelephone(after).Where(card => card.About.Number == after.Version);

    /// <summary>To operations, Chair, leads, Scrutineer: it was decided, begun, ended or opened again.</summary>
    internal static IEnumerable<Effect.ShowCard> News(ReviewFile after) =>
        Told.Select(role => new Effect.ShowCard(after.Ref, CardKind.ReviewNews, new Recipient.HoldersOf(role))
        {
            About = Topic.AfterEvent(after.Version),
        });

    /// <summary>To its owner: it is theirs to see to; to operations where they have no account.</summary>
    internal static Effect.ShowCard ToOwner(ReviewFile after) =>
        new(after.Ref, CardKind.ReviewOwned, Owner(after)) { About = Topic.Round(after.Turns) };

    /// <summary>Its owner, or operations, who ask them.</summary>
    internal static Recipient Owner(ReviewFile after) =>
        after.Owner is { HasAccount: true } owner ? new Recipient.ThePerson(owner.PersonId) : new Recipient.HoldersOf(Role.Operations);

    /// <summary>Messages that are there already are drawn anew: what they ask may be done.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after) =>
        Proposed(after)
            .Append(Differ(after))
            .Append(ToOwner(after))
            .Concat(ByTelephone(after).Where(card => card.About.Number != after.Version))
            .Select(card => card with { OnlyIfShown = true })
            .Concat(ReviewTermsCards.Again(after));

    private static IEnumerable<Effect.ShowCard> ByTelephone(ReviewFile after) =>
        after.ByTelephone.Select(one => new Effect.ShowCard(after.Ref, CardKind.ReviewAnsweredForLead, new Recipient.HoldersOf(one.Lead))
        {
            About = Topic.OfRole(one.Lead, one.Version),
        });
}
