using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Answered;

/// <summary>What was answered, to be read: labels come from the form, and what is blank says so.</summary>
/// <param name="showsAll">Of which question every choice is shown, with the one that was chosen marked in words.</param>
internal sealed class AnsweredPages(Answers answers, Func<Question, bool> showsAll)
{
    private const string Blank = "Not answered.";

    internal IEnumerable<Block> Of(Page page, int level) =>
        [
            Blocks.Heading(level, page.Title),
            .. page switch
            {
                Page.Single single => Of(single.Questions, page.Id).DefaultIfEmpty(Blocks.Text(Blank)),
                Page.Repeating repeating => Rows(repeating),
                Page.Matching => Persons(page),
                _ => throw new InvalidOperationException("An unknown kind of page."),
            },
        ];

    internal IEnumerable<Block> Of(IEnumerable<Question> questions, string pageId) =>
        questions.SelectMany(question => Of(question, answers[pageId, question.Id]));

    private IEnumerable<Block> Of(Question question, string text) =>
        question.Kind switch
        {
            AnswerKind.Several several => [Choices(question, several.Options, AnswerKind.Several.Values(text))],
            AnswerKind.Choice choice when showsAll(question) => [Choices(question, choice.Options, [text])],
            _ when text.Length == 0 && question.Needed == Needed.Optional => [],
            AnswerKind.Text => Blocks.Told(text, Blank).Prepend(Blocks.Text(question.Label, Look.Label)),
            _ => [Blocks.Fact(question.Label, Shown(question, text))],
        };

    private static Block.Table Choices(Question question, ImmutableArray<Option> options, ImmutableArray<string> chosen) =>
        Blocks.Table(
            question.Label,
            "Each row is a choice and whether it was chosen.",
            [new("Choice", 9), new("Chosen?", 3)],
            options.Select(option =>
                new[]
                {
                    option.Label,
                    chosen.All(value => value.Length == 0) ? Blank
                    : chosen.Contains(option.Value) ? $"{Controls.Ticked} Yes"
                    : $"{Controls.NotTicked} No",
                }
            ),
            firstNames: false
        );

    private IEnumerable<Block> Rows(Page.Repeating page)
    {
        var rows = answers.RowsOf(page.Id);
        if (rows.IsEmpty)
        {
            return [Blocks.Text("None.")];
        }

        return RowLayout.IsOneTable(page)
            ?
            [
                Blocks.Table(
                    page.Title,
                    $"Each row is one {page.RowName}.",
                    page.Questions.Select(question => new Column(question.Label, question.Kind is AnswerKind.Text ? 8 : 4)),
                    rows.Select(row => page.Questions.Select(question => Shown(question, row[question.Id]))),
                    firstNames: false
                ),
            ]
            : rows.Select(
                (row, i) =>
                    Blocks.Table(
                        $"{char.ToUpperInvariant(page.RowName[0])}{page.RowName[1..]} {(i + 1).ToString(CultureInfo.InvariantCulture)}",
                        "Each row is a question and its answer.",
                        [new("Question", 3), new("Answer", 5)],
                        page.Questions.Select(question => new[] { question.Label, Shown(question, row[question.Id]) })
                    )
            );
    }

    private IEnumerable<Block> Persons(Page page) =>
        Page
            .Matching.Persons(page, answers)
            .Select(rows =>
                Blocks.Table(
                    rows[0][Page.Matching.Of],
                    "Each row is a detail we hold and what the agency's records have.",
                    [
                        new("Detail", 4),
                        new("What we hold", 6),
                        .. ((Page.Matching)page).Questions.Select(question => new Column(
                            question.Label,
                            question.Kind is AnswerKind.Choice ? 5 : 6
                        )),
                    ],
                    rows.Select(row =>
                        new[] { row[Page.Matching.Detail], FormFields.Given(row) }.Concat(
                            ((Page.Matching)page).Questions.Select(question =>
                                row[question.Id].Length == 0 && question.Needed == Needed.Optional ? "" : Shown(question, row[question.Id])
                            )
                        )
                    )
                )
            );

    private static string Shown(Question question, string text) =>
        text.Length == 0
            ? question.Needed == Needed.Optional
                ? ""
                : Blank
            : Inputs.Shown(question, text);
}
