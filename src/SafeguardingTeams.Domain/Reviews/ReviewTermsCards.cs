using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who is told what of the terms of reference of a review (C10).</summary>
internal static class ReviewTermsCards
{
    /// <summary>To the three leads: approve this version, or not.</summary>
    internal static IEnumerable<Effect.ShowCard> ToLeads(ReviewFile after) =>
        Partners.Leads.Select(lead => new Effect.ShowCard(after.Ref, CardKind.ReviewTermsAsked, new Recipient.HoldersOf(lead))
        {
            About = Version(after),
        });

    /// <summary>To operations, the Chair and who sees to it: all three approve, or it went back.</summary>
    internal static IEnumerable<Effect.ShowCard> Answered(ReviewFile after) =>
        new[] { new Recipient.HoldersOf(Role.Operations), new Recipient.HoldersOf(Role.Chair), ReviewRecordCards.Owner(after) }
            .Distinct()
            .Select(to => new Effect.ShowCard(after.Ref, CardKind.ReviewTermsAnswered, to) { About = Version(after) });

    /// <summary>What the leads were asked is drawn anew: it may be done, or be asked again.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after) =>
        after.Terms.Versions.IsEmpty ? [] : ToLeads(after).Select(card => card with { OnlyIfShown = true });

    private static Topic Version(ReviewFile after) => Topic.Round(after.Terms.Versions.Count);
}
