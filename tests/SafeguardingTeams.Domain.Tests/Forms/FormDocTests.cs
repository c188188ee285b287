using System.Text;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>A page for each form, for practitioners to read and review: made from the form, so it cannot say anything else.</summary>
public class FormDocTests
{
    [Fact]
    public void Every_form_has_its_page_in_docs()
    {
        foreach (var form in FormLibrary.All)
        {
            Approved.Same($"docs/forms/{form.Id}-v{form.Version}.md", Text(form));
        }
    }

    private static string Text(Form form)
    {
        var text = new StringBuilder(
            $"# {form.Title} (version {form.Version})\n\nMade from the form itself. \"Needed\" means: the form cannot be sent "
                + "without. \"Asked for\" means: it can be sent without, the review page says what is blank, and the MASH asks.\n"
        );
        foreach (var (page, number) in form.Pages.Select((page, i) => (page, i + 1)))
        {
            text.Append($"\n## {number}. {page.Title} ({page.Source})\n\n{(page.Intro.Length > 0 ? $"{page.Intro}\n\n" : "")}");
            foreach (var (title, questions) in Parts(page))
            {
                text.Append($"{title}| question | answer | |\n|---|---|---|\n");
                foreach (var question in questions)
                {
                    text.Append(
                        $"| {question.Label}{(question.Help.Length > 0 ? $"<br>{question.Help}" : "")} | {Kind(question.Kind)} "
                            + $"| {Need(question, questions)} |\n"
                    );
                }

                text.Append('\n');
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<(string Title, IReadOnlyList<Question> Questions)> Parts(Page page) =>
        page switch
        {
            Page.Single single => [("", single.Questions)],
            Page.Repeating repeating => repeating.Parts.Select(
                (part, i) =>
                    (
                        (
                            i == 0
                                ? $"Repeats: {(repeating.Minimum > 0 ? $"at least {repeating.Minimum}, " : "")}at most "
                                    + $"{repeating.Maximum} times ({repeating.RowName}).\n\n"
                                : ""
                        ) + $"### {part.Title}\n\n",
                        (IReadOnlyList<Question>)part.Questions
                    )
            ),
            Page.Matching matching => [("Asked of each detail we hold, person by person.\n\n", matching.Questions)],
            _ => throw new InvalidOperationException(),
        };

    private static string Kind(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Line { Format: LineFormat.Email } => "email address",
            AnswerKind.Line { Format: LineFormat.Telephone } => "telephone number",
            AnswerKind.Line line => $"one line, up to {line.MaxLength} characters",
            AnswerKind.Text several => $"text, up to {several.MaxLength} characters",
            AnswerKind.When => "day, month or year, not in the future",
            AnswerKind.Day day => day.MayBeInFuture ? "date" : "date, not in the future",
            AnswerKind.Time => "time",
            AnswerKind.Choice choice => $"one of: {string.Join("; ", choice.Options.Select(option => option.Label))}",
            AnswerKind.Several several => $"any of: {string.Join("; ", several.Options.Select(option => option.Label))}",
            _ => throw new InvalidOperationException(),
        };

    private static string Need(Question question, IReadOnlyList<Question> beside) =>
        (question.Needed, question.RequiredWhen) switch
        {
            (_, { } when) => $"needed when \"{beside.First(other => other.Id == when.QuestionId).Label}\" is answered "
                + string.Join(
                    " or ",
                    when.Values.Select(value =>
                        "\""
                        + ((AnswerKind.Choice)beside.First(other => other.Id == when.QuestionId).Kind)
                            .Options.First(option => option.Value == value)
                            .Label
                        + "\""
                    )
                ),
            (Needed.Required, _) => "needed",
            (Needed.Wanted, _) => "asked for",
            (Needed.Optional, _) => "if there is something to say",
            _ => throw new InvalidOperationException(),
        };
}
