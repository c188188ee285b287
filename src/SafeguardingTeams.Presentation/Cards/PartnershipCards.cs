using AdaptiveCards;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards.Case;
using static SafeguardingTeams.Presentation.Cards.Case.StepCards;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>A bank holiday announced late, or taken back, in a list.</summary>
public sealed record HolidayLine(DateOnly Day, bool IsHoliday, string Reason);

/// <summary>An absence in a list.</summary>
public sealed record AbsenceLine(string Key, string Person, DateOnly From, DateOnly To);

/// <summary>The cards of what people change for the whole partnership: bank holidays and absences.</summary>
public static class PartnershipCards
{
    /// <summary>The bank holidays announced late, for operations.</summary>
    /// <param name="lines">What was amended.</param>
    /// <param name="lastDay">The last day that is known.</param>
    /// <param name="filled">What was typed.</param>
    /// <param name="notice">What is said on top.</param>
    /// <param name="context">The drawing.</param>
    public static AdaptiveCard BankHolidays(IReadOnlyList<HolidayLine> lines, DateOnly lastDay, Filled filled, Notice? notice, CardContext context) => Card(
    [
        Top(notice),
        .. OnTop(filled),
        Heading("Bank holidays"),
        Say($"The bank holidays of England and Wales are known to {Day(lastDay)}. Enter here what is announced late: a one-off holiday, or one that is moved. Every deadline that runs is counted again, and whoever waits on one is told."),
        context.Today > lastDay.AddYears(-1) ? Top(new(NoticeKind.Information, "Less than a year is left on the list. Ask whoever looks after this system to extend it.")) : null,
        .. lines.Select(line => Fact(Day(line.Day), $"{(line.IsHoliday ? "a bank holiday" : "no bank holiday after all")}. {line.Reason}")),
        Problem(filled, "date"),
        new InputDate(InputIds.For("date", context.Press), "The day") { Value = filled["date"] },
        Reason(filled, context, "Where was it announced?"),
        Buttons(
            Button(context, "It is a bank holiday", Verbs.BankHolidays, (Verbs.Do, "add")).Main(),
            Button(context, "It is none after all", Verbs.BankHolidays, (Verbs.Do, "remove")),
            Button(context, "Home", Verbs.Home)),
    ]);

    /// <summary>Absences: one's own; for operations everybody's (decision 17).</summary>
    /// <param name="people">Whose absence the viewer may record: themselves first.</param>
    /// <param name="lines">The absences that are recorded and not over.</param>
    /// <param name="filled">What was typed.</param>
    /// <param name="notice">What is said on top.</param>
    /// <param name="context">The drawing.</param>
    public static AdaptiveCard Absences(IReadOnlyList<Actor> people, IReadOnlyList<AbsenceLine> lines, Filled filled, Notice? notice, CardContext context) => Card(
    [
        Top(notice),
        .. OnTop(filled),
        Heading("Absences"),
        Say("While somebody is away, what waits for them is put before their deputies, in the order the partnership has set, and reminders go there too. It ends by itself after the last day."),
        .. lines.Take(8).SelectMany(line => new Element[]
        {
            Fact(line.Person, $"away from {ShortDay(line.From)} to {ShortDay(line.To)}") with { Separator = true },
            Buttons(Button(context, "Take this back", Verbs.Absences, ("absence", line.Key), (Verbs.Do, "remove"))) with { Spacing = "small" },
        }),
        Problem(filled, "person"),
        people.Count > 1 ? new InputChoiceSet(InputIds.For("person", context.Press), "Who is away?", [.. people.Select(person => new InputChoice(person.Display, person.PersonId))])
        {
            Value = filled["person"] is { Length: > 0 } typed ? typed : people[0].PersonId,
        } : null,
        Problem(filled, "from"),
        new InputDate(InputIds.For("from", context.Press), "First day away") { Value = filled["from"] },
        Problem(filled, "to"),
        new InputDate(InputIds.For("to", context.Press), "Last day away") { Value = filled["to"] },
        Buttons(Button(context, "Record it", Verbs.Absences, (Verbs.Do, "add")).Main(), Button(context, "Home", Verbs.Home)),
    ]);
}
