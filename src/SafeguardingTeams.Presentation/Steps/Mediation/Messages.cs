using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Mediation;

/// <summary>The Scrutineer mediates between the leads: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.MediationTask, asked => Mediation(asked.About, asked.File, asked.Words));

    private static (string, string) Mediation(Topic about, CaseFile file, PartnershipWords words) =>
        !PartnerDecision.Messages.IsOpen(about, file) || file.Round!.Mediated
            ? ("Mediation: nothing more to do", "Open it to see where the case stands.")
        : PartnerDecision.Messages.GoesOn(file) is { } goesOn
            ? (
                goesOn,
                $"{PartnerDecision.Messages.Then(file, words)} Mediation is no longer waited for; you may still record what "
                    + "came of it. Open it to see where the case stands."
            )
        : file.Mediation is not null
            ? (
                "Please mediate: the leads differ",
                $"You were asked. Record what came of it by {Clocks.DueDay(file, Timescales.Mediation)}, counted from the day mediation "
                    + "was asked for."
            )
        : file.Round.Differ
            ? ("The leads differ", "Mediation is offered; nothing is asked of you until one of the leads or the Chair asks for it.")
        : ("The leads no longer differ", "Nothing is asked of you.");
}
