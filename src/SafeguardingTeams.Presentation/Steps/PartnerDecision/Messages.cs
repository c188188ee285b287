using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.PartnerDecision;

/// <summary>A lead decides: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.PartnerTask, asked => Partner(asked.About, asked.File, asked.Words))
            .Message(CardKind.RoundProgress, asked => Round(asked.About, asked.File, asked.Words));

    private static (string, string) Partner(Topic about, CaseFile file, PartnershipWords words) =>
        !IsOpen(about, file)
            ? ("The leads' decision: this round is over", "This card has been overtaken. Open it to see where the case stands.")
        : GoesOn(file) is { } goesOn ? (goesOn, $"{Then(file, words)} Your decision is no longer waited for. {MayStill}")
        : file.Mediation is not null
            ? ("The leads differ: the Scrutineer mediates", "Nothing is asked of you until the mediation is recorded.")
        : file.Round!.Differ && !file.Round.Missing.Any()
            ? ("The leads differ", "Open it to see the decisions, and to ask the Scrutineer to mediate.")
        : file.Round.Mediated
            ? (
                "After mediation: please decide again",
                $"Agree or disagree by {Clocks.DueDay(file, Timescales.LeadsDecision)}, counted from the day the leads were asked again."
            )
        : file.Recommendation!.ByTheGroup
            ? (
                "Please decide again",
                "The group has considered the case and says that the criteria may be met. Agree or disagree by "
                    + $"{Clocks.DueDay(file, Timescales.LeadsDecision)}, counted from the day the leads were asked."
            )
        : (
            "Please decide: the Chair has recommended",
            $"Agree or disagree by {Clocks.DueDay(file, Timescales.LeadsDecision)}, counted from the day the leads were asked."
        );

    private static (string, string) Round(Topic about, CaseFile file, PartnershipWords words) =>
        !IsOpen(about, file) ? ("The leads' decision: this round is over", "Open it to see what was decided.")
        : GoesOn(file) is { } goesOn ? (goesOn, $"{Then(file, words)} The leads' decisions are no longer waited for. {MayStill}")
        : file.Mediation is not null
            ? (
                "The Scrutineer mediates",
                $"Until {Clocks.DueDay(file, Timescales.Mediation)}, counted from the day mediation was asked for."
            )
        : file.Round!.Differ
            ? ("The leads differ", "Mediation by the Independent Scrutineer is offered. You, or any of the leads, can ask for it.")
        : (
            "The three leads have been asked",
            $"{3 - file.Round.Missing.Count()} of 3 have decided. They decide by {Clocks.DueDay(file, Timescales.LeadsDecision)}."
        );

    private const string MayStill =
        "What is recorded stays on the record, and the leads may still record their view. Open it to see where the case stands.";

    /// <summary>That the authority has decided meanwhile, and the case goes on by that (PD4); null while leads are waited for.</summary>
    internal static string? GoesOn(CaseFile file) =>
        file.PartnersAreAwaited ? null
        : file.Review.WithdrawnBecause is not null ? "The Rapid Review was withdrawn"
        : file.HasRapidReview ? "The authority notifies"
        : "The authority does not notify";

    /// <summary>What the case does meanwhile.</summary>
    internal static string Then(CaseFile file, PartnershipWords words) =>
        file.HasRapidReview ? "The Rapid Review goes on." : $"The case goes to the {words.GroupName}.";

    internal static bool IsOpen(Topic about, CaseFile file) =>
        file.PartnersView is null
        && (file.PartnersAreAwaited || file.MeetingIsAhead || file is { Stage: Stage.AwaitingGroupMeeting, Considered: null })
        && file.Round is { } round
        && Topic.Round(round.Number) == about;
}
