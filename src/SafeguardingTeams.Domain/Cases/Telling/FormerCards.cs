using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>Who no longer has a role in the case is told so on the message that asked them (PD17).</summary>
internal static class FormerCards
{
    /// <summary>To all who would have it by the partnership's file, but not in this case.</summary>
    internal static IEnumerable<Effect> Of(CaseFile file, Role role) => To(file, role, new Recipient.FormerHoldersOf(role));

    /// <summary>To one whose time in the role has ended.</summary>
    internal static IEnumerable<Effect> Of(CaseFile file, Role role, string personId) =>
        To(file, role, new Recipient.FormerHolder(personId));

    private static IEnumerable<Effect> To(CaseFile file, Role role, Recipient to) =>
        Asked(file, role)
            .Prepend((Kind: CardKind.HandedOver, About: Topic.OfRole(role)))
            .Select(one => new Effect.ShowCard(file.Id, one.Kind, to) { About = one.About, OnlyIfShown = true });

    private static (CardKind Kind, Topic About)[] Asked(CaseFile file, Role role) =>
        role switch
        {
            Role.Chair =>
            [
                (CardKind.Alert, Topic.None),
                (CardKind.MeetingTask, Topic.None),
                .. InRounds(file, CardKind.RoundProgress, CardKind.ApprovalProgress),
            ],
            Role.LeadLocalAuthority or Role.LeadPolice or Role.LeadHealth =>
            [
                (CardKind.LeadsInformed, Topic.None),
                .. InRounds(file, CardKind.PartnerTask, CardKind.ApprovalTask),
                .. file.Questions.Select(asked => (CardKind.LeadsQuestion, Topic.Round(asked.Number))),
            ],
            Role.Scrutineer => InRounds(file, CardKind.MediationTask, CardKind.ApprovalMediation),
            // Where the group has the leads asked again, the authority is told beside them (E12).
            Role.AuthorityNotifier =>
            [
                (CardKind.NotifierTask, Topic.None),
                (CardKind.NotifierTask, Topic.Decided),
                .. file.Round is { } round ? new[] { (CardKind.NotifierTask, Topic.Round(round.Number)) } : [],
            ],
            _ => [],
        };

    private static (CardKind, Topic)[] InRounds(CaseFile file, CardKind deciding, CardKind approving) =>
        [
            .. file.Round is { } round ? new[] { (deciding, Topic.Round(round.Number)) } : [],
            .. file.Review.Approval is { } approval ? new[] { (approving, Topic.Round(approval.Round.Number)) } : [],
        ];
}
