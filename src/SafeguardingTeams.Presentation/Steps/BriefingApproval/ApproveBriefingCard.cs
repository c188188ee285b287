using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.BriefingApproval;

/// <summary>The Chair approves a briefing, or sends it back: both ways are equal (E20).</summary>
public static class ApproveBriefingCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Draw(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Do you approve it?",
            $"It was checked by somebody who did not write it. {BriefingWording.LowNotNone}",
            [
                Parts.Fact("Title", file.Text!.Title),
                .. BriefingViews.Boxes(file.Text),
                .. BriefingViews.Behind(file.Text, file.Check),
                .. GroupForm.Reason(filled, context, "What should change? (needed where you do not approve)"),
            ],
            BriefingForm.Does(context, "Approve it", Verbs.BriefingApprove, file, ("approves", "yes")),
            BriefingForm.Does(context, "Do not approve it", Verbs.BriefingApprove, file, ("approves", "no"))
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>()
            .Line<BriefingApproved>((_, _) => ("The Chair approved it", ""))
            .Line<BriefingNotApproved>((returned, _) => ("The Chair sent it back", returned.Reason));

    internal static StepTexts<BriefingFile> Messages { get; } =
        new StepTexts<BriefingFile>().Message(CardKind.BriefingToApprove, asked =>
            asked.File is { Stage: BriefingStage.WithChair } && asked.About == Topic.Round(asked.File.Text!.Number)
                ? ("Do you approve a briefing?", "It was checked by somebody who did not write it. Open it to read it, and answer.")
                : BriefingRecordText.Over
        );

    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [new(30, Step.ApproveBriefing, Verbs.BriefingApprove, _ => "Approve it, or not")];
}
