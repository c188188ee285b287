using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.BankHolidays;

/// <summary>A bank holiday announced late, or taken back, in a list.</summary>
public sealed record HolidayLine(DateOnly Day, bool IsHoliday, string Reason);

/// <summary>The bank holidays announced late, or taken back (PD1).</summary>
public static class BankHolidaysCard
{
    /// <summary>The bank holidays announced late, for operations.</summary>
    /// <param name="lines">What was amended.</param>
    /// <param name="lastDay">The last day that is known.</param>
    /// <param name="filled">What was typed.</param>
    /// <param name="notice">What is said on top.</param>
    public static AdaptiveCard Draw(
        IReadOnlyList<HolidayLine> lines,
        DateOnly lastDay,
        Filled filled,
        Notice? notice,
        CardContext context
    ) =>
        Card([
            Top(notice),
            .. OnTop(filled),
            Heading("Bank holidays"),
            Say(
                $"The bank holidays of England and Wales are known to {Day(lastDay)}. Enter here what is announced late: a "
                    + "one-off holiday, or one that is moved. Every deadline that runs is counted again, and whoever waits on one is "
                    + "told."
            ),
            context.Today > lastDay.AddYears(-1)
                ? Top(
                    new(NoticeKind.Information, "Less than a year is left on the list. Ask whoever looks after this system to extend it.")
                )
                : null,
            .. lines.Select(line =>
                Fact(Day(line.Day), $"{(line.IsHoliday ? "a bank holiday" : "no bank holiday after all")}. {line.Reason}")
            ),
            Problem(filled, "date"),
            new InputDate(InputIds.For("date", context.CardInvocation), "The day") { Value = filled["date"] },
            Reason(filled, context, "Where was it announced?"),
            Buttons(
                Button(context, "It is a bank holiday", Verbs.BankHolidays, (Verbs.Do, "add")).Main(),
                Button(context, "It is none after all", Verbs.BankHolidays, (Verbs.Do, "remove")),
                Button(context, "Home", Verbs.Home)
            ),
        ]);
}
