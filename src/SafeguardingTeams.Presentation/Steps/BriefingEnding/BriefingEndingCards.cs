using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.BriefingEnding;

/// <summary>A briefing is closed, written again, or withdrawn (E20, PD16).</summary>
public static class BriefingEndingCards
{
    /// <summary>Close it.</summary>
    public static AdaptiveCard Close(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Close it?",
            file.Missing.ToList() is { Count: > 0 } missing
                ? $"{Written.Count(missing.Count, "agency has", "agencies have")} not answered. Nobody is asked any more."
                : "Nobody is asked anything any more. The agencies can go on reading it.",
            GroupForm.Text(
                filled,
                context,
                "note",
                file.Missing.Any() ? "Why is it closed without them?" : "What is there to say? (optional)"
            ),
            BriefingForm.Does(context, "Close it", Verbs.BriefingClose, file).Main()
        );

    /// <summary>Have it written again.</summary>
    public static AdaptiveCard Correct(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Write it again?",
            "What was sent stays what the agencies read until the new text is checked, approved and sent. If somebody could be known "
                + "again by it, withdraw it instead.",
            GroupForm.Reason(filled, context, "What was wrong?"),
            BriefingForm.Does(context, "Have it written again", Verbs.BriefingCorrect, file).Main()
        );

    /// <summary>Withdraw it.</summary>
    public static AdaptiveCard Withdraw(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Withdraw it?",
            "The agencies it was sent to are told not to use it any more, and read it here no more. What they have printed is with them. "
                + "It cannot be taken up again; begin another.",
            GroupForm.Reason(filled, context, "Why is it withdrawn? The agencies are not told."),
            BriefingForm.Does(context, "Withdraw it", Verbs.BriefingWithdraw, file) with
            {
                Style = "destructive",
            }
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>()
            .Line<BriefingClosed>((closed, _) => ("Closed", closed.Note))
            .Line<BriefingCorrectionBegun>((again, _) => ("To be written again", again.Reason))
            .Line<BriefingTakenBack>((taken, _) => ("Withdrawn", taken.Reason));

    internal static StepTexts<BriefingFile> Messages { get; } =
        new StepTexts<BriefingFile>().Message(CardKind.BriefingWithdrawn, _ =>
            ("A briefing was withdrawn", "Please do not use it any more, and tell those you gave it to.")
        );

    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [
        new(60, Step.CloseBriefing, Verbs.BriefingClose, _ => "Close it"),
        new(300, Step.CorrectBriefing, Verbs.BriefingCorrect, _ => "Have it written again"),
        new(500, Step.WithdrawBriefing, Verbs.BriefingWithdraw, _ => "Withdraw it"),
    ];
}
