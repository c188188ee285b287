using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.JointAgencyResponse;

/// <summary>Whether a Joint Agency Response was held (A16).</summary>
public static class JointAgencyResponseCard
{
    /// <summary>The card, filled in with what is recorded.</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context)
    {
        var recorded = file.JointAgencyResponse;
        var typed =
            filled.Typed.Count > 0
                ? filled
                : new Filled(
                    ImmutableDictionary<string, string>
                        .Empty.Add("state", recorded?.State.ToString() ?? "")
                        .Add("date", recorded?.On is { } on ? Iso(on) : "")
                        .Add("note", recorded?.Note ?? ""),
                    []
                );
        return Step(
            file,
            filled,
            context,
            "Joint Agency Response",
            [
                "When a child dies suddenly and there is no apparent cause, hospital, police and social care look at the "
                    + "circumstances together. Its minutes are needed later for the Rapid Review.",
            ],
            [
                Problem(filled, "state"),
                new InputChoiceSet(
                    InputIds.For("state", context.CardInvocation),
                    "Was a Joint Agency Response held?",
                    [
                        new("Yes, it was held", nameof(JointAgencyResponseState.Held)),
                        new("It is due", nameof(JointAgencyResponseState.Due)),
                        new("No, and none is due", nameof(JointAgencyResponseState.NotNeeded)),
                        new("Not known yet", nameof(JointAgencyResponseState.NotKnown)),
                    ]
                )
                {
                    Value = typed["state"],
                },
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.CardInvocation), "Date it was, or will be, held") { Value = typed["date"] },
                Problem(filled, "note"),
                new InputText(InputIds.For("note", context.CardInvocation), "Where its minutes are, or anything else to know (optional)")
                {
                    Value = typed["note"],
                    IsMultiline = true,
                    MaxLength = 8000,
                },
                .. recorded is null
                    ? Array.Empty<Element>()
                    : [Reason(filled, context, "Why is it put right? What is recorded now stays on the record.")],
            ],
            [("Save", Verbs.JointAgencyResponse, "yes")]
        );
    }
}
