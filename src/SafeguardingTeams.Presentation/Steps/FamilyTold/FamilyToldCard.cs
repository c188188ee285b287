using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using Told = SafeguardingTeams.Domain.Steps.FamilyTold.FamilyTold;

namespace SafeguardingTeams.Presentation.Steps.FamilyTold;

/// <summary>When and by whom the family was told of the Rapid Review (C4).</summary>
public static class FamilyToldCard
{
    /// <summary>The card, with what is recorded already.</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Has the family been told?",
            [
                "Record who in the family was told that a Rapid Review takes place, when, and by whom. This system writes nothing to a "
                    + "family: somebody who knows them tells them.",
                .. file.History.Select(recorded => recorded.Event).OfType<Told>().Select(told => $"Recorded: {Timeline.Said(told)}."),
            ],
            [
                Problem(filled, "whom"),
                new InputText(InputIds.For("whom", context.CardInvocation), "Who was told? For example: mother, or the family")
                {
                    Value = filled["whom"],
                    MaxLength = RecordFamilyTold.Longest,
                },
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.CardInvocation), "The day they were told") { Value = filled["date"] },
                Problem(filled, "by"),
                new InputText(InputIds.For("by", context.CardInvocation), "Who told them? Role and agency")
                {
                    Value = filled["by"],
                    MaxLength = RecordFamilyTold.Longest,
                },
                file.History.Exists(recorded => recorded.Event is Told)
                    ? Reason(filled, context, "If this corrects what is recorded: why?")
                    : null,
            ],
            [("Save", Verbs.FamilyTold, "yes")]
        );
}

/// <summary>What the timeline says of it.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<Told>((told, _) => ($"Told of the Rapid Review: {Said(told)}", told.Reason));

    /// <summary>Whom, when, by whom.</summary>
    internal static string Said(Told told) => $"{told.Whom}, on {Written.ShortDay(told.On)}, by {told.By}";
}

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 220, Verbs.FamilyTold, look => look.May(Domain.Records.Step.RecordFamilyTold) ? "Family told of the review" : null)];
}
