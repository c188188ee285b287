using CsCheck;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Documents.Package;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class DocumentsRoundTripTests
{
    private static readonly Form Form = InitialScopingV1.Form;

    private static readonly string[] Awkward = [DocumentsWrittenTests.Hostile, "", "a\n\n  b\tc", "1. one", "שלום"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char.AlphaNumeric, 0, 60],
        Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i])
    );

    /// <summary>What is filled in before the form is sent comes back as it was, whatever was typed.</summary>
    [Fact]
    public void A_form_written_with_answers_gives_them_back() =>
        Filled.Sample(
            answers =>
            {
                var taken = Read(ScopingForm.Write(DocumentExamples.ScopingFormFacts, answers), answers);
                Assert.Empty(taken.NotRead);
                Same(answers, taken.Answers);
            },
            iter: 60,
            threads: 1
        );

    /// <summary>What is typed into the empty form comes back as it was typed.</summary>
    [Fact]
    public void A_form_filled_in_by_hand_gives_what_was_filled_in() =>
        Filled.Sample(
            answers =>
            {
                var file = Filling.Change(DocumentsReadTests.Empty, part =>
                {
                    foreach (
                        var (page, question, text) in Form
                            .Pages.OfType<Page.Single>()
                            .SelectMany(page => page.Questions.Select(question => (page, question, Plain(answers[page.Id, question.Id]))))
                            .Where(each => each.Item3.Length > 0)
                    )
                    {
                        part.Control(Filling.TagOf(page.Id, "", question.Id)).Type(Shown(question, text));
                    }

                    foreach (var (row, i) in answers.RowsOf("chronology").Select((row, i) => (row, i)))
                    {
                        foreach (var question in ((Page.Repeating)Form.Page("chronology")!).Questions)
                        {
                            part.Control($"chronology/_{i + 1}/{question.Id}").Type(Shown(question, Plain(row[question.Id])));
                        }
                    }
                });
                var taken = Read(file, DocumentExamples.Sent);
                Assert.Empty(taken.NotRead);
                Assert.Equal(Texts(answers.Values), taken.Answers.Values);
                Assert.Equal(
                    Written(answers.RowsOf("chronology")).SelectMany(row => Texts(row.Values)),
                    taken.Answers.RowsOf("chronology").SelectMany(row => Texts(row.Values))
                );
            },
            iter: 60,
            threads: 1
        );

    /// <summary>Forms of every shape the definitions have: long rows, ticks, choices.</summary>
    [Fact]
    public void Every_form_can_be_written_and_read()
    {
        foreach (var form in FormLibrary.All)
        {
            var answers = form.Pages.Aggregate(Answers.None, (made, page) => page switch
                {
                    Page.Single single => single.Questions.Aggregate(made, (each, question) =>
                        each.With(page.Id, question.Id, Example(question))
                    ),
                    Page.Repeating repeating => new[] { "r1", "r2" }.Aggregate(made, (each, id) =>
                        each.With(
                            page.Id,
                            repeating.Questions.Aggregate(AnswerRow.Empty(id), (row, question) => row.With(question.Id, Example(question)))
                        )
                    ),
                    _ => made,
                });
            var facts = new FormDocumentFacts(DocumentExamples.Reference, "police", "Police", "A partnership", [], [], []);
            var taken = Assert.IsType<WordIntake.Taken>(
                FormIntake.Read(
                    FormDocument.Write(form, answers, facts),
                    new(form, DocumentExamples.Reference, "police", answers),
                    DocumentExamples.Today
                )
            );
            Assert.Empty(taken.NotRead);
            Same(answers, taken.Answers);
        }
    }

    internal static void Same(Answers expected, Answers actual)
    {
        Assert.Equal(Texts(expected.Values), actual.Values);
        foreach (var page in Form.Pages)
        {
            Assert.Equal(
                Written(expected.RowsOf(page.Id)).Select(row => (row.Id, Values: Texts(row.Values))),
                actual.RowsOf(page.Id).Select(row => (row.Id, Values: Texts(row.Values))),
                (a, b) => a.Id == b.Id && a.Values.SequenceEqual(b.Values)
            );
        }
    }

    private static readonly Gen<Answers> Filled =
        from texts in Text.Array[40]
        from rows in Gen.Int[0, 6]
        from day in Gen.Int[0, 20000]
        from minute in Gen.Int[0, 1439]
        select Make(texts, rows, new DateOnly(1980, 1, 1).AddDays(day), new TimeOnly(0, 0).AddMinutes(minute));

    private static Answers Make(string[] texts, int rows, DateOnly day, TimeOnly time)
    {
        var next = 0;
        string Value(Question question) =>
            question.Kind switch
            {
                AnswerKind.When => new[] { "2019-03", "~2015", "2026-03-05", "~2019-11" }[next % 4],
                AnswerKind.Day => day.AddDays(next).ToString("yyyy-MM-dd"),
                AnswerKind.Time => time.ToString("HH:mm"),
                AnswerKind.Choice choice => choice.Options[next % choice.Options.Length].Value,
                _ => texts[next++ % texts.Length],
            };
        var answers = DocumentExamples.Sent;
        foreach (var page in Form.Pages)
        {
            answers = page switch
            {
                Page.Single single => single.Questions.Aggregate(answers, (made, question) =>
                    made.With(page.Id, question.Id, Value(question))
                ),
                Page.Matching matching => answers
                    .RowsOf(page.Id)
                    .Aggregate(answers, (made, row) =>
                        made.With(page.Id, matching.Questions.Aggregate(row, (each, question) => each.With(question.Id, Value(question))))
                    ),
                Page.Repeating repeating => Enumerable
                    .Range(0, rows)
                    .Aggregate(answers, (made, i) =>
                        made.With(
                            page.Id,
                            repeating.Questions.Aggregate(AnswerRow.Empty($"id of row {i}"), (each, question) =>
                                each.With(question.Id, Value(question))
                            )
                        )
                    ),
                _ => answers,
            };
        }

        return answers;
    }

    private static string Example(Question question) =>
        question.Kind switch
        {
            AnswerKind.Day or AnswerKind.When => "2026-11-02",
            AnswerKind.Time => "09:05",
            AnswerKind.Choice choice => choice.Options[^1].Value,
            AnswerKind.Several several => $"{several.Options[0].Value},{several.Options[2].Value}",
            _ => $"About {question.Id}",
        };

    private static WordIntake.Taken Read(ReadOnlyMemory<byte> file, Answers sent) =>
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(file, DocumentsReadTests.Expected with { Sent = sent }, DocumentExamples.Today));

    private static string Shown(Question question, string text) =>
        question.Kind switch
        {
            AnswerKind.Day => DateOnly.ParseExact(text, "yyyy-MM-dd").ToString("dd/MM/yyyy"),
            AnswerKind.When => Wording.Written.When(KnownDay.Of(text)!.Value),
            AnswerKind.Choice choice => choice.Options.First(option => option.Value == text).Label,
            _ => text,
        };

    private static string Plain(string text) => Typed.Kept(SafeText.Clean(text)).Trim();

    private static IEnumerable<AnswerRow> Written(IEnumerable<AnswerRow> rows) => rows.Where(row => Texts(row.Values).Count > 0);

    private static SortedDictionary<string, string> Texts(IEnumerable<KeyValuePair<string, string>> values) =>
        new(
            values
                .Select(value => (value.Key, Text: Plain(value.Value)))
                .Where(value => value.Text.Length > 0)
                .ToDictionary(value => value.Key, value => value.Text),
            StringComparer.Ordinal
        );
}
