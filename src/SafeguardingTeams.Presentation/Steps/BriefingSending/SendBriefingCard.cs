using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.BriefingSending;

/// <summary>Send an approved briefing (E11, E20).</summary>
public static class SendBriefingCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Draw(BriefingFile file, Filled filled, CardContext context) =>
        BriefingForm.Draw(
            file,
            filled,
            context,
            "Send it?",
            file.Plan!.Agencies.IsEmpty
                ? "No agency here is sent it. It is kept as a Word file, for you to hand over."
                : "The agencies' members of the group read it here, and are asked how their agency used it. It is kept as it goes.",
            file.Plan.Agencies.IsEmpty
                ? []
                :
                [
                    Fact("To", RecommendationWording.Bodies(file.Plan.Agencies)),
                    Fact("Who may read it", BriefingWording.Of(file.Plan.Audience)),
                ],
            BriefingForm.Does(context, file.Plan.Agencies.IsEmpty ? "Keep it as it is" : "Send it", Verbs.BriefingSend, file).Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>().Line<BriefingDispatched>((_, _) => ("Sent", ""));

    internal static StepTexts<BriefingFile> Messages { get; } =
        new StepTexts<BriefingFile>()
            .Message(CardKind.BriefingToSend, asked =>
                asked.File is { Stage: BriefingStage.Approved } && asked.About == Topic.Round(asked.File.Text!.Number)
                    ? ("A briefing can be sent", "The Chair has approved it. Open it to send it to the agencies it is for.")
                    : BriefingRecordText.Over
            )
            .Message(CardKind.BriefingSent, Sent);

    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [new(40, Step.SendBriefing, Verbs.BriefingSend, file => file.Plan!.Agencies.IsEmpty ? "Make the Word file" : "Send it")];

    private static (string, string) Sent(RecordAsked<BriefingFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        return file.Stage == BriefingStage.Withdrawn ? ("This briefing was withdrawn", "Please do not use it any more.")
            : file.Sent.Count == 0 || file.Sent[^1].Version != about.Number
                ? ("There is a newer text of this", "It was corrected. Open it to read the text that holds.")
            : file.HasAnswered(about.Name) ? ("Your agency has answered", "Thank you. Open it to read it, or to change the answer.")
            : file.Stage != BriefingStage.Sent ? ("A briefing for your teams", "Open it to read it. No answer is asked for now.")
            : (
                file.Sent.Count > 1 ? "A briefing was corrected" : "A briefing for your teams",
                (
                    file.AnswerOf(about.Name) is null
                        ? "Read it, talk about it with your teams, and say how your agency used it"
                        : "Your agency answered a text that has been put right since. Read this one, and say how your agency uses it"
                ) + (BriefingWording.By(file) is { Length: > 0 } by ? $", by {by}." : ".")
            );
    }
}
