using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Absences;

/// <summary>An absence in a list.</summary>
public sealed record AbsenceLine(string Key, string Person, DateOnly From, DateOnly To);

/// <summary>Who is away, and when (PD17).</summary>
public static class AbsencesCard
{
    /// <summary>Absences: one's own; for operations everybody's (PD17).</summary>
    /// <param name="people">Whose absence the viewer may record: themselves first.</param>
    /// <param name="lines">The absences that are recorded and not over.</param>
    /// <param name="filled">What was typed.</param>
    /// <param name="notice">What is said on top.</param>
    public static AdaptiveCard Draw(
        IReadOnlyList<Actor> people,
        IReadOnlyList<AbsenceLine> lines,
        Filled filled,
        Notice? notice,
        CardContext context
    )
    {
        List<InputChoice> named = [.. people.Select(person => new InputChoice(person.Display, person.PersonId))];
        var who = filled["person"] is { Length: > 0 } typed ? typed : people[0].PersonId;
        return Card([
            Top(notice),
            .. OnTop(filled),
            Heading("Absences"),
            Say(
                "While somebody is away, what waits for them is put before their deputies, in the order the partnership has "
                    + "set, and reminders go there too. It ends by itself after the last day."
            ),
            .. lines
                .Take(8)
                .SelectMany(line =>
                    new Element[]
                    {
                        Fact(line.Person, $"away from {ShortDay(line.From)} to {ShortDay(line.To)}") with
                        {
                            Separator = true,
                        },
                        Buttons(Button(context, "Take this back", Verbs.Absences, ("absence", line.Key), (Verbs.Do, "remove"))) with
                        {
                            Spacing = "small",
                        },
                    }
                ),
            Problem(filled, "person"),
            .. Finding.Over(named, filled, context, Button(context, "Find", Verbs.Absences, (Verbs.Do, Finding.Do))),
            people.Count > 1
                ? new InputChoiceSet(InputIds.For("person", context.CardInvocation), "Who is away?", [.. Finding.Shown(named, filled, who)])
                {
                    Value = who,
                }
                : null,
            Problem(filled, "from"),
            new InputDate(InputIds.For("from", context.CardInvocation), "First day away") { Value = filled["from"] },
            Problem(filled, "to"),
            new InputDate(InputIds.For("to", context.CardInvocation), "Last day away") { Value = filled["to"] },
            Buttons(Button(context, "Record it", Verbs.Absences, (Verbs.Do, "add")).Main(), Button(context, "Home", Verbs.Home)),
        ]);
    }
}
