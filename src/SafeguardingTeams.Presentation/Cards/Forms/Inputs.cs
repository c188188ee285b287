using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Schema;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A form's questions as inputs, each with its label, what helps, and what is wrong with it.</summary>
internal static class Inputs
{
    /// <summary>Room beyond the form's own limit, so that the server, not the client, says that a text is too long and nothing typed is cut.</summary>
    private const int Room = 4;

    internal static IEnumerable<Element> Of(IEnumerable<Question> questions, Func<string, string> answer, IReadOnlyList<Problem> problems, string drawing) =>
        questions.SelectMany(question => Of(question, answer(question.Id), problems.FirstOrDefault(problem => problem.Place.QuestionId == question.Id), drawing));

    private static IEnumerable<Element> Of(Question question, string text, Problem? problem, string drawing)
    {
        if (problem is not null)
        {
            yield return Wrong(problem.Message);
        }

        var id = InputIds.For(question.Id, drawing);
        var label = question.Label + (question is { Needed: Needed.Optional, RequiredWhen: null } ? " (optional)" : "") + (question.Help.Length > 0 ? $" – {question.Help}" : "");
        switch (question.Kind)
        {
            case AnswerKind.Line line:
                yield return new InputText(id, label) { Value = text, MaxLength = line.MaxLength * Room, Style = Style(line.Format), Spacing = "medium" };
                break;
            case AnswerKind.Text several:
                yield return new InputText(id, label) { Value = text, MaxLength = several.MaxLength * Room, IsMultiline = true, Spacing = "medium" };
                break;
            case AnswerKind.Day:
                if (problem is not null && text.Length > 0)
                {
                    yield return Fact("You entered", text);
                }

                yield return new InputDate(id, label) { Value = text, Spacing = "medium" };
                break;
            case AnswerKind.Time:
                yield return new InputTime(id, label) { Value = text, Spacing = "medium" };
                break;
            case AnswerKind.Choice choice:
                yield return new InputChoiceSet(id, label, [.. choice.Options.Select(option => new InputChoice(option.Label, option.Value))]) { Value = text, Spacing = "medium" };
                break;
            default:
                throw new InvalidOperationException("An unknown kind of question.");
        }
    }

    /// <summary>An answer in words.</summary>
    internal static string Shown(Question question, string text) => (question.Kind, text) switch
    {
        (_, "") => "not answered",
        (AnswerKind.Choice choice, _) => choice.Options.FirstOrDefault(option => option.Value == text)?.Label ?? text,
        (AnswerKind.Day, _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? ShortDay(day) : text,
        _ => text,
    };

    /// <summary>One row in one line: its first answers.</summary>
    internal static string Summary(Page.Repeating page, AnswerRow row) =>
        string.Join(", ", page.Questions.Where(question => question.Kind is not AnswerKind.Text || question.Id == "event")
            .Select(question => row[question.Id].Length == 0 ? "" : Cut(Shown(question, row[question.Id]), 120)).Where(text => text.Length > 0).Take(3))
        is { Length: > 0 } summary ? summary : $"this {page.RowName} has no answers yet";

    internal static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..most].TrimEnd()}…";

    private static string? Style(LineFormat format) => format switch
    {
        LineFormat.Email => "email",
        LineFormat.Telephone => "tel",
        LineFormat.Any => null,
    };
}
