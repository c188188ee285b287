using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Reassigning;

/// <summary>Hand a role over for this case (PD17).</summary>
public static class HandOverCard
{
    /// <summary>Hand a role over for this case (PD17).</summary>
    /// <param name="candidates">Who can have which role.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Draw(CaseFile file, IReadOnlyList<(Role Role, Actor Person)> candidates, Filled filled, CardContext context)
    {
        List<InputChoice> named =
        [
            .. candidates.Select(one => new InputChoice(
                $"{Written.Sentence(CaseWords.Roles([one.Role]))}: {one.Person.Display}",
                $"{one.Role}/{one.Person.PersonId}"
            )),
        ];
        return Step(
            file,
            filled,
            context,
            "Hand over",
            [
                "For this case only: the person you choose gets the role, with what waits for it, and is told. Whoever had it "
                    + "no longer has. It can be handed back in the same way.",
            ],
            [
                Problem(filled, "to"),
                .. Finding.Over(
                    named,
                    filled,
                    context,
                    Button(context, "Find", Verbs.HandOver, ("case", Code(file.Id)), (Verbs.Do, Finding.Do))
                ),
                candidates.Count == 0
                    ? Say("There is nobody in the partnership's list who could have it. Tell whoever keeps the list of people.")
                    : new InputChoiceSet(
                        InputIds.For("to", context.CardInvocation),
                        "What, and to whom?",
                        [.. Finding.Shown(named, filled, filled["to"])]
                    )
                    {
                        Value = filled["to"],
                    },
                Reason(filled, context, "Why?"),
            ],
            [("Hand it over", Verbs.HandOver, "yes")]
        );
    }
}
