using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Considered;

/// <summary>What the Learning from Practice Group decided on a case that went to its meeting (A14).</summary>
public static class ConsideredCard
{
    /// <summary>The card, with what is recorded already.</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "What did the group decide?",
            ["Then the case can be closed, and a withdrawn review cannot go on."],
            [
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.CardInvocation), "The day of the meeting")
                {
                    Value = filled.Typed.Count > 0 || file.Considered is null ? filled["date"] : $"{file.Considered.On:yyyy-MM-dd}",
                },
                Problem(filled, "decided"),
                new InputText(InputIds.For("decided", context.CardInvocation), "What was decided?")
                {
                    Value = filled.Typed.Count > 0 || file.Considered is null ? filled["decided"] : file.Considered.Decided,
                    IsMultiline = true,
                    MaxLength = 8000,
                },
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "recommends",
                    "What does it recommend to the partners? (optional)",
                    Ways(file),
                    string.Join(',', file.GroupRecommends)
                ),
                file.Considered is null ? null : Reason(filled, context, "Why is this corrected?"),
            ],
            [("Save", Verbs.Considered, "yes")],
            Again(file.Considered)
        );

    /// <summary>What can be recommended for a case (E12); a withdrawn review is taken up again instead of asking the leads.</summary>
    internal static IEnumerable<InputChoice> Ways(CaseFile file) =>
        Enum.GetValues<GroupsMethod>()
            .Where(method => method != GroupsMethod.CriteriaMayBeMet || file.Review.WithdrawnBecause is null)
            .Select(method => new InputChoice(Written.Sentence(GroupsWay.Of(method)), method.ToString()));
}

/// <summary>What the timeline says of it.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ConsideredByGroup>(
                (considered, _) =>
                    (
                        $"{(considered.Reason.Length > 0 ? "Corrected: considered" : "Considered")} by the group on "
                            + $"{Written.Day(considered.On)}",
                        considered.Reason.Length > 0 ? $"{considered.Decided} Corrected because: {considered.Reason}" : considered.Decided
                    )
            )
            .Line<GroupRecommended>(
                (recommended, _) => ($"The group recommends to the partners: {GroupsWay.InWords(recommended.Methods)}", recommended.Reason)
            );
}

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 142, Verbs.Considered, look =>
            look.May(Domain.Records.Step.RecordConsidered)
                ? (look.File.Considered is null ? "What the group decided" : "Correct what was decided")
                : null
        ),
    ];
}
