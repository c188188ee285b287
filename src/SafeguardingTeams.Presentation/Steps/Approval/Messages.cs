using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Approval;

/// <summary>The three leads approve the recommendation: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.ApprovalTask, asked => Approval(asked.About, asked.File))
            .Message(CardKind.ApprovalProgress, asked => Progress(asked.About, asked.File))
            .Message(CardKind.ApprovalMediation, asked => Mediation(asked.About, asked.File));

    private static (string, string) Approval(Topic about, CaseFile file) =>
        !IsOpen(about, file)
            ? ("The leads' approval: this round is over", "This card has been overtaken. Open it to see where the case stands.")
        : file.Review.Approval!.MediationAskedAt is not null
            ? ("The leads differ: the Scrutineer mediates", "Nothing is asked of you until the mediation is recorded.")
        : file.Review.Approval.Round.Differ && !file.Review.Approval.Round.Missing.Any()
            ? ("The leads differ on the approval", "Open it to see the decisions, and to ask the Scrutineer to mediate.")
        : (
            file.Review.Approval.Round.Mediated ? "After mediation: please decide on the approval again"
            : ApprovalCards.AskedAgain(file) ? "The report was changed: please approve it again"
            : "Please approve the Rapid Review's recommendation",
            $"By {Clocks.DueFrom(file, Timescales.Approval.Id)}. Open it to read the recommendation and the report."
        );

    private static (string, string) Progress(Topic about, CaseFile file) =>
        !IsOpen(about, file) ? ("The leads' approval: this round is over", "Open it to see what was decided.")
        : file.Review.Approval!.MediationAskedAt is not null
            ? (
                "The Scrutineer mediates the approval",
                $"Until {Clocks.DueBy(file, Timescales.ApprovalMediation.Id)}, counted from the day mediation was asked for."
            )
        : file.Review.Approval.Round.Differ
            ? (
                "The leads differ on the approval",
                "Mediation by the Independent Scrutineer is offered. The Chair, or any of the leads, can ask for it."
            )
        : (
            "The three leads have been asked to approve",
            $"{3 - file.Review.Approval.Round.Missing.Count()} of 3 have decided. "
                + $"They decide by {Clocks.DueBy(file, Timescales.Approval.Id)}."
        );

    private static (string, string) Mediation(Topic about, CaseFile file) =>
        !IsOpen(about, file) || file.Review.Approval!.Round.Mediated
            ? ("Mediation of the approval: nothing more to do", "Open it to see where the case stands.")
        : file.Review.Approval.MediationAskedAt is not null
            ? (
                "Please mediate: the leads differ on the approval",
                $"You were asked. Record what came of it by {Clocks.DueBy(file, Timescales.ApprovalMediation.Id)}, counted from the day "
                    + "mediation was asked for."
            )
        : file.Review.Approval.Round.Differ
            ? (
                "The leads differ on the approval",
                "Mediation is offered; nothing is asked of you until one of the leads or the Chair asks for it."
            )
        : ("The leads no longer differ on the approval", "Nothing is asked of you.");

    private static bool IsOpen(Topic about, CaseFile file) =>
        file is { IsWithTheLeadsForApproval: true, Review.Approval.Approved: null }
        && Topic.Round(file.Review.Approval.Round.Number) == about;
}
