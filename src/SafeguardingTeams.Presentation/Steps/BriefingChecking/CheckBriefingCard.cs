using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.BriefingChecking;

/// <summary>
/// Check a briefing that somebody else wrote: the text, what was found in it, the list, and what may have been missed (E26).
/// </summary>
public static class CheckBriefingCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Draw(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Could somebody be known again?",
            "Read it as somebody who knows the family, the street, the school. What is found by itself is a help and no proof. "
                + BriefingWording.LowNotNone,
            [
                Parts.Fact("Title", file.Text!.Title),
                .. BriefingViews.Boxes(file.Text),
                .. BriefingViews.Behind(file.Text, null),
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "looked",
                    "What have you looked for? (all of them, for it to pass)",
                    Enum.GetValues<CheckedFor>().Select(one => new InputChoice(BriefingWording.Of(one), one.ToString()))
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "missed",
                    "What may have been missed? (needed for it to pass)",
                    "What could be put together with local news or local knowledge."
                ),
                .. GroupForm.Reason(filled, context, "What should change? (needed for it to go back)"),
            ],
            BriefingForm.Does(context, "It passes", Verbs.BriefingCheck, file, ("passes", "yes")),
            BriefingForm.Does(context, "It goes back", Verbs.BriefingCheck, file, ("passes", "no"))
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>()
            .Line<BriefingChecked>((done, _) => ("Checked by somebody who did not write it", $"May have been missed: {done.Check.Missed}"))
            .Line<BriefingCheckReturned>((returned, _) => ("The check sent it back", returned.Reason));

    internal static StepTexts<BriefingFile> Messages { get; } =
        new StepTexts<BriefingFile>()
            .Message(CardKind.BriefingToCheck, asked =>
                asked.File is { Stage: BriefingStage.Checking } && asked.About == Topic.Round(asked.File.Text!.Number)
                    ? (
                        "A briefing waits for a check",
                        "Somebody who did not write it checks that nobody can be known again. Open it to read it, and to say so."
                    )
                    : BriefingRecordText.Over
            )
            .Message(CardKind.BriefingReturned, asked =>
                asked.File is { Stage: BriefingStage.Writing } && asked.About == Topic.Round(asked.File.Text!.Number)
                    ? ("Your briefing came back", "Open it to read what should change, and write it again.")
                    : BriefingRecordText.Over
            );

    internal static IReadOnlyList<BriefingButton> Buttons { get; } = [new(20, Step.CheckBriefing, Verbs.BriefingCheck, _ => "Check it")];
}
