using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.ReferrerTold;

/// <summary>Operations told the referrer themselves (A4).</summary>
public static class ReferrerToldCard
{
    /// <summary>Operations told the referrer themselves (A4).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "The referrer has been told",
            [
                file.ReferrerTold is { } told
                    ? $"It is recorded that the referrer was told {told.How}, {Moment(told.At)}. If that is wrong, put it right; "
                        + "it stays on the record."
                    : "Record how the referrer was told of the decision, when the card could not reach them.",
            ],
            [
                Problem(filled, "how"),
                new InputText(InputIds.For("how", context.CardInvocation), "How, and when?") { Value = filled["how"], MaxLength = 8000 },
            ],
            [("Save", Verbs.ReferrerTold, "yes")],
            Again(file.ReferrerTold)
        );
}
