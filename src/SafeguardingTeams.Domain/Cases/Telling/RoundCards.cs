using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>The cards of a round of the leads' decisions, on the criteria (A10, A11) and on the approval (B20).</summary>
internal static class RoundCards
{
    /// <summary>The leads' cards of a round on the criteria, the open one unless told, and the Chair's view of it.</summary>
    internal static IEnumerable<Effect> OnCriteria(CaseFile file, int? number = null)
    {
        var round = Topic.Round(number ?? file.Round!.Number);
        return
        [
            .. Partners.Leads.Select(lead => Tell.To(file, CardKind.PartnerTask, lead, round)),
            Tell.To(file, CardKind.RoundProgress, Role.Chair, round),
        ];
    }

    /// <summary>What leads, Chair and Scrutineer were shown of the round on the criteria is drawn anew, where there is one.</summary>
    internal static IEnumerable<Effect> Again(CaseFile file) =>
        file.Round is { } round ? Tell.Again([.. OnCriteria(file), Mediation(file, round.Number)]) : [];

    /// <summary>The leads' cards of a round on the approval, the open one unless told, and the view of it.</summary>
    internal static IEnumerable<Effect> OnApproval(CaseFile file, int? number = null)
    {
        var round = Topic.Round(number ?? file.Review.Approval!.Round.Number);
        return
        [
            .. Partners.Leads.Select(lead => Tell.To(file, CardKind.ApprovalTask, lead, round)),
            Tell.To(file, CardKind.ApprovalProgress, Role.Chair, round),
            Tell.To(file, CardKind.ApprovalProgress, Role.Operations, round),
        ];
    }

    internal static Effect.ShowCard Mediation(CaseFile file, int round) =>
        Tell.To(file, CardKind.MediationTask, Role.Scrutineer, Topic.Round(round));

    internal static Effect.ShowCard ApprovalMediation(CaseFile file, int round) =>
        Tell.To(file, CardKind.ApprovalMediation, Role.Scrutineer, Topic.Round(round));

    /// <summary>Mediation is offered to the Scrutineer as soon as leads differ (A11); where they no longer do, that is said.</summary>
    internal static IEnumerable<Effect> MediationOffered(CaseFile file) =>
        file is { Round: { CanBeMediated: true } round, Mediation: null }
            ? [Mediation(file, round.Number)]
            : Tell.Again([Mediation(file, file.Round!.Number)]);

    /// <summary>The same on the approval (B20).</summary>
    internal static IEnumerable<Effect> ApprovalMediationOffered(CaseFile file) =>
        file.Review.Approval is { Approved: null, Round: { CanBeMediated: true } round }
            ? [ApprovalMediation(file, round.Number)]
            : Tell.Again([ApprovalMediation(file, file.Review.Approval!.Round.Number)]);
}
