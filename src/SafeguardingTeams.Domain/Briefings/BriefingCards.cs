using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>Who is shown what of a briefing.</summary>
internal static class BriefingCards
{
    /// <summary>To those who may check it: never to whoever wrote it.</summary>
    internal static Effect.ShowCard ToCheck(BriefingFile after) =>
        To(after, CardKind.BriefingToCheck, new Recipient.WhoMay(Step.CheckBriefing));

    /// <summary>To the Chair, or a deputy where the Chair wrote it: it was checked, and waits for approval.</summary>
    internal static Effect.ShowCard ToApprove(BriefingFile after) =>
        To(after, CardKind.BriefingToApprove, new Recipient.WhoMay(Step.ApproveBriefing));

    /// <summary>To whoever wrote it: it went back.</summary>
    internal static Effect.ShowCard Returned(BriefingFile after) =>
        new(after.Ref, CardKind.BriefingReturned, new Recipient.ThePerson(after.Text!.Author.PersonId)) { About = Which(after) };

    /// <summary>To operations: it is approved, and can be sent.</summary>
    internal static Effect.ShowCard ToSend(BriefingFile after) =>
        To(after, CardKind.BriefingToSend, new Recipient.HoldersOf(Role.Operations));

    /// <summary>To the members of the agencies it is for: what was sent last, for their agency's answer.</summary>
    internal static IEnumerable<Effect.ShowCard> ToAgencies(BriefingFile after) => OfAgencies(after, CardKind.BriefingSent, after.Sent[^1]);

    /// <summary>To the same: it was withdrawn.</summary>
    internal static IEnumerable<Effect.ShowCard> TakenBack(BriefingFile after) =>
        after.Sent.IsEmpty ? [] : OfAgencies(after, CardKind.BriefingWithdrawn, after.Sent[^1]);

    /// <summary>Messages that are there already are drawn anew: what they ask may be done.</summary>
    internal static IEnumerable<Effect> Again(BriefingFile after) =>
        (after.Text is null ? [] : ToReaders(after))
            .Concat(after.Sent.SelectMany(sent => OfAgencies(after, CardKind.BriefingSent, sent)))
            .Select(card => card with { OnlyIfShown = true });

    /// <summary>To whoever may have been shown that it waits for a check, for approval, for sending, or went back.</summary>
    private static IEnumerable<Effect.ShowCard> ToReaders(BriefingFile after) =>
        new[]
        {
            (Kind: CardKind.BriefingToCheck, Roles: BriefingPermissions.Reading),
            (CardKind.BriefingToApprove, [Role.Chair]),
            (CardKind.BriefingReturned, [Role.Operations, Role.Chair]),
            (CardKind.BriefingToSend, [Role.Operations]),
        }.SelectMany(one => one.Roles.Select(role => To(after, one.Kind, new Recipient.HoldersOf(role))));

    private static Topic Which(BriefingFile after) => Topic.Round(after.Text!.Number);

    private static Effect.ShowCard To(BriefingFile after, CardKind kind, Recipient to) => new(after.Ref, kind, to) { About = Which(after) };

    private static IEnumerable<Effect.ShowCard> OfAgencies(BriefingFile after, CardKind kind, SentText sent) =>
        after.Plan!.Agencies.Select(agency => new Effect.ShowCard(after.Ref, kind, new Recipient.MemberOf(agency.AgencyId))
        {
            About = Topic.Agency(agency.AgencyId, sent.Version),
        });
}
