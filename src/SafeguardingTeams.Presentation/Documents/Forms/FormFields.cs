using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>A form's pages as headings, labels, tables and controls.</summary>
internal sealed class FormFields(Answers answers, int sectionOne)
{
    private const int LongText = 500,
        ManyRows = 100,
        EmptyRowsOfMany = 12,
        EmptyRows = 4,
        EmptyTables = 1;

    internal IEnumerable<Block> Of(Page page) =>
        [
            Blocks.Heading(1, page.Title),
            .. page.Intro.Length > 0 ? [Before(page.Intro, Look.Body)] : Enumerable.Empty<Block>(),
            .. page switch
            {
                Page.Single single => Single(single),
                Page.Repeating repeating => RowLayout.IsOneTable(repeating)
                    ? [Before("If you need more rows, copy an empty one and paste it below.", Look.Hint), OneTable(repeating)]
                    : TableEach(repeating),
                Page.Matching matching => Matching(matching),
                _ => throw new InvalidOperationException("An unknown kind of page."),
            },
        ];

    private static Block.Paragraph Before(string text, Look look) => new([new Inline.Words(text)], look) { KeepsWithNext = true };

    private IEnumerable<Block> Single(Page.Single page) =>
        page.Questions.Any(question => question.Kind is AnswerKind.Text { MaxLength: > LongText } or AnswerKind.Several)
            ? page.Questions.SelectMany(question => Boxed(page, question))
            : [Questions(page.Title, page.Questions, question => (new(page.Id, "", question.Id), answers[page.Id, question.Id]))];

    private IEnumerable<Block> Boxed(Page page, Question question)
    {
        yield return Blocks.Text(Label(question), Look.Label);
        if (question.Help.Length > 0)
        {
            yield return Blocks.Text(question.Help, Look.Hint);
        }

        yield return new Block.Paragraph(
            FieldControls.Of(question, new(page.Id, "", question.Id), answers[page.Id, question.Id], page.Title),
            Look.Answer
        );
    }

    private static Block.Table Questions(
        string caption,
        IEnumerable<Question> questions,
        Func<Question, (FormTag Tag, string Text)> answer
    ) =>
        new(
            caption,
            "Each row is a question and a field for the answer.",
            [new("Question", 2), new("Your answer", 4)],
            [
                .. questions.Select(question =>
                {
                    var (tag, text) = answer(question);
                    return ImmutableArray.Create(new Cell(WithHelp(question)), new Cell(FieldControls.Of(question, tag, text, caption)));
                }),
            ]
        );

    private Block.Table OneTable(Page.Repeating page) =>
        new(
            page.Title,
            $"One row for each {page.RowName}.",
            [.. page.Questions.Select(question => new Column(Label(question), Share(question)))],
            [
                .. Rows(page, page.Maximum >= ManyRows ? EmptyRowsOfMany : EmptyRows)
                    .Select(
                        (row, number) =>
                            page
                                .Questions.Select(question => new Cell(
                                    FieldControls.Of(
                                        question,
                                        new(page.Id, row.Key, question.Id),
                                        row.Answers[question.Id],
                                        $"{Capital(page.RowName)} {(number + 1).ToString(CultureInfo.InvariantCulture)}"
                                    )
                                ))
                                .ToImmutableArray()
                    ),
            ],
            FirstColumnNames: false
        );

    private IEnumerable<Block> TableEach(Page.Repeating page) =>
        Rows(page, EmptyTables)
            .Select(
                (row, number) =>
                    Questions($"{Capital(page.RowName)} {(number + 1).ToString(CultureInfo.InvariantCulture)}", page.Questions, question =>
                        (new(page.Id, row.Key, question.Id), row.Answers[question.Id])
                    )
            );

    private IEnumerable<Block> Matching(Page.Matching page) =>
        Page
            .Matching.Persons(page, answers)
            .Select(rows => new Block.Table(
                rows[0][Page.Matching.Of],
                "Each row is a detail we hold, with fields to say what your records have.",
                [
                    new("Detail", 4),
                    new("What we hold", 6),
                    .. page.Questions.Select(question => new Column(question.Label, question.Kind is AnswerKind.Choice ? 5 : 6)),
                ],
                [
                    .. rows.Select(row =>
                        ImmutableArray
                            .Create(Cell.Of(row[Page.Matching.Detail]), Cell.Of(Given(row)))
                            .AddRange(
                                page.Questions.Select(question => new Cell(
                                    FieldControls.Of(
                                        question,
                                        new(page.Id, FormTag.DetailKey(row.Id, sectionOne), question.Id),
                                        row[question.Id],
                                        $"{row[Page.Matching.Of]}: {row[Page.Matching.Detail]}"
                                    )
                                ))
                            )
                    ),
                ]
            ));

    private IEnumerable<(string Key, AnswerRow Answers)> Rows(Page.Repeating page, int empty)
    {
        var rows = answers.RowsOf(page.Id);
        var more = Math.Max(page.Minimum - rows.Count, Math.Min(empty, page.Maximum - rows.Count));
        return rows.Select(row => (FormTag.RowKey(row.Id), row))
            .Concat(Enumerable.Range(1, Math.Max(0, more)).Select(number => (FormTag.NewRow(number), AnswerRow.Empty("new"))));
    }

    internal static string Given(AnswerRow row) =>
        DateOnly.TryParseExact(row[Page.Matching.Given], "yyyy-MM-dd", out var day) ? Written.ShortDay(day)
        : row[Page.Matching.Given] is { Length: > 0 } given ? given
        : "Not known";

    private static ImmutableArray<Inline> WithHelp(Question question) =>
        question.Help.Length == 0
            ? [new Inline.Words(Label(question))]
            : [new Inline.Words(Label(question)), new Inline.Words($"\n{question.Help}")];

    private static string Label(Question question) =>
        question.Label + (question is { Needed: Needed.Optional, RequiredWhen: null } ? " (optional)" : "");

    private static int Share(Question question) =>
        question.Kind switch
        {
            AnswerKind.Text => 8,
            AnswerKind.Time => 3,
            _ => 4,
        };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
