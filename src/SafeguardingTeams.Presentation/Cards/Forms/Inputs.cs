using AdaptiveCards;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Typing;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A form's questions as inputs, each with its label, what helps, and what is wrong with it.</summary>
public static class Inputs
{
    /// <summary>
    /// Room beyond the form's own limit, so that the server, not the client, says that a text is too long and nothing typed is cut.
    /// </summary>
    private const int Room = 4;

    private const int AsWrittenRoom = 200;

    internal static IEnumerable<Element> Of(
        IEnumerable<Question> questions,
        Func<string, string> answer,
        IReadOnlyList<Problem> problems,
        string drawing,
        Shortening shortening
    ) =>
        questions.SelectMany(question =>
            Of(
                question,
                answer(question.Id),
                problems.FirstOrDefault(problem => problem.Place.QuestionId == question.Id),
                question.Id,
                drawing,
                shortening
            )
        );

    /// <summary>What we hold of one person, detail by detail, each with the questions asked of it (B4).</summary>
    internal static IEnumerable<Element> Matching(
        Page.Matching page,
        IReadOnlyList<AnswerRow> rows,
        IReadOnlyList<Problem> problems,
        string drawing,
        Shortening shortening
    ) =>
        rows.SelectMany(row =>
            page.Questions.SelectMany(question =>
                    Of(
                        question with
                        {
                            Label = $"{row[Page.Matching.Detail]}: {char.ToLowerInvariant(question.Label[0])}{question.Label[1..]}",
                        },
                        row[question.Id],
                        problems.FirstOrDefault(problem => problem.Place.RowId == row.Id && problem.Place.QuestionId == question.Id),
                        Name(row, question),
                        drawing,
                        shortening
                    )
                )
                .Prepend(
                    Fact(
                        $"{row[Page.Matching.Detail]}, as we hold it",
                        shortening.Level == 0 ? Given(row) : Cut(Given(row), shortening.Of(400))
                    ) with
                    {
                        Separator = true,
                        Spacing = "large",
                    }
                )
        );

    /// <summary>The name of a matching row's input.</summary>
    public static string Name(AnswerRow row, Question question) => $"{row.Id}-{question.Id}";

    private static IEnumerable<Element> Of(
        Question question,
        string text,
        Problem? problem,
        string name,
        string drawing,
        Shortening shortening
    )
    {
        var whole = text.Length;
        text = shortening.Shown(question, text);
        if (text.Length < whole)
        {
            yield return Aside(
                $"Too long to be shown whole: the box holds the first {text.Length} of {whole} characters. "
                    + "Leave the box as it is, and all of it is kept. Change it, and what stands in the box then is the answer."
            );
        }

        // Directly above the field, which is marked by it.
        if (problem is not null)
        {
            yield return Wrong(problem.Message);
        }

        var id = InputIds.For(name, drawing);
        var label =
            question.Label
            + (question is { Needed: Needed.Optional, RequiredWhen: null } ? " (optional)" : "")
            + (question.Help.Length > 0 ? $" – {question.Help}" : "");
        switch (question.Kind)
        {
            case AnswerKind.Line line:
                yield return new InputText(id, label)
                {
                    Value = text,
                    MaxLength = Math.Max(line.MaxLength * Room, text.Length),
                    Style = Style(line.Format),
                    Spacing = "medium",
                };
                break;
            case AnswerKind.Text lines:
                yield return new InputText(id, label)
                {
                    Value = text,
                    MaxLength = Math.Max(lines.MaxLength * Room, text.Length),
                    IsMultiline = true,
                    Spacing = "medium",
                };
                break;
            case AnswerKind.Day when text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _):
                yield return AsWritten(id, $"{label} (year, month, day, such as 2026-11-02)", text);
                break;
            case AnswerKind.Day:
                if (problem is not null && text.Length > 0)
                {
                    yield return Fact("You entered", text);
                }

                yield return new InputDate(id, label) { Value = text, Spacing = "medium" };
                break;
            case AnswerKind.When:
                yield return new InputText(id, label)
                {
                    Value = Shown(question, text) is var words && text.Length > 0 ? words : "",
                    MaxLength = Math.Max(AsWrittenRoom, text.Length),
                    Spacing = "medium",
                };
                break;
            case AnswerKind.Time when text.Length > 0 && !TimeOnly.TryParseExact(text, "HH:mm", out _):
                yield return AsWritten(id, $"{label} (hours and minutes, such as 14:30)", text);
                break;
            case AnswerKind.Time:
                yield return new InputTime(id, label) { Value = text, Spacing = "medium" };
                break;
            case AnswerKind.Choice choice:
                yield return new InputChoiceSet(
                    id,
                    label,
                    [.. choice.Options.Select(option => new InputChoice(option.Label, option.Value))]
                )
                {
                    Value = text,
                    Spacing = "medium",
                };
                break;
            case AnswerKind.Several several:
                yield return new InputChoiceSet(
                    id,
                    label,
                    [.. several.Options.Select(option => new InputChoice(option.Label, option.Value))]
                )
                {
                    Value = text,
                    IsMultiSelect = true,
                    Spacing = "medium",
                };
                break;
            default:
                throw new InvalidOperationException("An unknown kind of question.");
        }
    }

    /// <summary>
    /// A date or time that is none, such as one read from a Word form: a box for dates cannot hold it and would send back nothing.
    /// It stands
    /// as it was written, to be corrected or taken out.
    /// </summary>
    private static InputText AsWritten(string id, string label, string text) =>
        new(id, label)
        {
            Value = text,
            MaxLength = Math.Max(AsWrittenRoom, text.Length),
            Spacing = "medium",
        };

    /// <summary>An answer in words.</summary>
    internal static string Shown(Question question, string text) =>
        (question.Kind, text) switch
        {
            (_, "") => "not answered",
            (AnswerKind.Choice choice, _) => choice.Options.FirstOrDefault(option => option.Value == text)?.Label ?? text,
            (AnswerKind.Several several, _) => string.Join(
                "; ",
                AnswerKind
                    .Several.Values(text)
                    .Select(value => several.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value)
            ),
            (AnswerKind.Day, _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? ShortDay(day) : text,
            (AnswerKind.When, _) => KnownDay.Of(text) is { } known ? When(known) : text,
            _ => text,
        };

    /// <summary>What was answered to a question, in words.</summary>
    internal static string Shown(QuestionAnswered answered) => Shown(answered.Question, answered.Text);

    /// <summary>One row in one line: its first answers.</summary>
    internal static string Summary(Page.Repeating page, AnswerRow row, int cut = 120) =>
        string.Join(
            ", ",
            page.Questions.Where(question => question.Kind is not AnswerKind.Text || KeyEvent.AsksWhatHappened(question))
                .Select(question => row[question.Id].Length == 0 ? "" : Cut(Shown(question, row[question.Id]), cut))
                .Where(text => text.Length > 0)
                .Take(3)
        )
            is { Length: > 0 } summary
            ? summary
            : $"this {page.RowName} has no answers yet";

    /// <summary>What was said of one detail, beside what we hold.</summary>
    internal static string Compared(AnswerRow row, int most = 1000) =>
        new ComparedDetail(row).Says switch
        {
            Comparison.NotAnswered => $"{Cut(Given(row), Math.Min(200, most))} (not answered)",
            Comparison.SomethingElse =>
                $"{Cut(Given(row), Math.Min(200, most))}; their records say: {Cut(new ComparedDetail(row).How, most)}",
            Comparison.NotHeld => $"{Cut(Given(row), Math.Min(200, most))} (they do not hold this)",
            Comparison.TheSame or Comparison.Unreadable => $"{Cut(Given(row), Math.Min(200, most))} (the same)",
        };

    /// <summary>What we hold, a date in words.</summary>
    internal static string Given(AnswerRow row) =>
        DateOnly.TryParseExact(row[Page.Matching.Given], "yyyy-MM-dd", out var day) ? ShortDay(day) : row[Page.Matching.Given];

    internal static string Cut(string text, int most) => text.Length <= most ? text : $"{Cutting.To(text, most).TrimEnd()}…";

    private static string? Style(LineFormat format) =>
        format switch
        {
            LineFormat.Email => "email",
            LineFormat.Telephone => "tel",
            LineFormat.Any => null,
        };
}
