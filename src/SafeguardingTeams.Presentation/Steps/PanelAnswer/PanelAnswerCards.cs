using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.PanelAnswer;

/// <summary>What the Panel answered, and what the partners respond (B25).</summary>
public static class PanelAnswerCards
{
    /// <summary>What the Panel answered (B25), or its correction.</summary>
    public static AdaptiveCard Answer(CaseFile file, Filled filled, CardContext context)
    {
        var there = file.Review.Answer;
        var (key, value) = Again(there);
        return Small(
            file,
            filled,
            context,
            there is null ? "Record the Panel's answer" : "Correct the Panel's answer",
            [
                there is null
                    ? null
                    : Fact("Recorded now", $"{(there.Concurs ? "it concurs" : "it does not concur")}, {ShortDay(there.ReceivedOn)}"),
            ],
            ["The Panel cannot require a local review. Where it does not concur, the partners' response is recorded next."],
            [
                .. Date(filled, context, "date", "The day the answer came", Iso(there?.ReceivedOn ?? context.Today)),
                .. Line(filled, context, "text", "What does it say?", there?.Text ?? "", isLong: true),
                there is null ? null : Reason(filled, context, "Why is it being corrected?"),
            ],
            Go(file, context, "The Panel concurs", Verbs.PanelAnswer, (key, value), (Verbs.Do, "concurs")).Main(),
            Go(file, context, "The Panel does not concur", Verbs.PanelAnswer, (key, value), (Verbs.Do, "differs")),
            ToTheCase(file, context)
        );
    }

    /// <summary>What the partners respond where the Panel does not concur (B25), or its correction.</summary>
    public static AdaptiveCard Response(CaseFile file, Filled filled, CardContext context)
    {
        var there = file.Review.PartnersResponse.Length > 0;
        return Small(
            file,
            filled,
            context,
            there ? "Correct the partners' response" : "Record the partners' response",
            [Fact("The Panel answered", file.Review.Answer!.Text)],
            ["What the three partners have decided to do in the light of the Panel's answer, and why."],
            [
                .. Line(filled, context, "text", "The partners' response", file.Review.PartnersResponse, isLong: true),
                there ? Reason(filled, context, "Why is it being corrected?") : null,
            ],
            Go(file, context, "Record the response", Verbs.PartnersResponse, ("again", there ? "yes" : "no"), (Verbs.Do, "yes")).Main(),
            ToTheCase(file, context)
        );
    }
}
