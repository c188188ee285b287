using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>Puts the controls found in a file together to answers, and says what does not fit.</summary>
internal sealed class IntakeAnswers(ExpectedForm expected, Reading reading, DateOnly today, ImmutableArray<string>.Builder said)
{
    private const int MaxRows = 500;

    private readonly TypedAnswer _typed = new(today, said);

    internal Answers Read()
    {
        var answers = Answers.None;
        var tagged = reading
            .Found.Select(control => (Control: control, Tag: FormTag.Read(control.Tag)!))
            .ToLookup(each => each.Tag.Page, StringComparer.Ordinal);
        foreach (var page in expected.Form.Pages)
        {
            var here = tagged[page.Id].ToList();
            answers = page switch
            {
                Page.Single single => Single(answers, single, here),
                Page.Matching matching when !expected.SectionOnes.IsEmpty => SectionOne(answers, matching, here),
                Page.Matching matching => Matching(answers, matching, here),
                Page.Repeating repeating => Repeating(answers, repeating, here),
                _ => answers,
            };
        }

        return answers;
    }

    private Answers Single(Answers answers, Page.Single page, List<(FoundControl Control, FormTag Tag)> found)
    {
        foreach (var question in page.Questions)
        {
            var controls = found.Where(each => each.Tag.Question == question.Id && each.Tag.Row.Length == 0).ToList();
            answers = answers.With(page.Id, question.Id, Text(question, controls, $"{page.Title}: {question.Label}"));
        }

        return answers;
    }

    private Answers SectionOne(Answers answers, Page.Matching page, List<(FoundControl Control, FormTag Tag)> found)
    {
        var rows = found
            .GroupBy(each => (each.Tag.Row, each.Control.Row))
            .Select(fields =>
            {
                var printed = reading.Printed(fields.Key.Item2);
                var row = AnswerRow
                    .Empty(fields.Key.Item1)
                    .With(Page.Matching.Of, reading.Caption(fields.First().Control.Table))
                    .With(Page.Matching.Detail, printed.Count > 0 ? printed[0] : "")
                    .With(Page.Matching.Given, string.Join(' ', printed.Skip(1)));
                var (key, number) = FormTag.ReadDetailKey(fields.Key.Item1);
                return new FileRow(
                    key,
                    number,
                    page.Questions.Aggregate(row, (made, question) =>
                        made.With(
                            question.Id,
                            Text(
                                question,
                                [.. fields.Where(each => each.Tag.Question == question.Id)],
                                $"{row[Page.Matching.Of]}, {row[Page.Matching.Detail]}: {question.Label}"
                            )
                        )
                    )
                );
            });
        return PrefilledReturn.With(answers, new IntakeSectionOne(page, expected.SectionOnes, said).Place([.. rows]));
    }

    private Answers Matching(Answers answers, Page.Matching page, List<(FoundControl Control, FormTag Tag)> found)
    {
        var sent = expected.Sent.RowsOf(page.Id);
        var byRow = found.ToLookup(each => each.Tag.Row, StringComparer.Ordinal);
        foreach (var row in sent)
        {
            var here = byRow[FormTag.DetailKey(row.Id, 0)].ToList();
            var read = page.Questions.Aggregate(row, (made, question) =>
                made.With(
                    question.Id,
                    Text(
                        question,
                        [.. here.Where(each => each.Tag.Question == question.Id)],
                        $"{row[Page.Matching.Of]}, {row[Page.Matching.Detail]}: {question.Label}"
                    )
                )
            );
            answers = answers.With(page.Id, read);
        }

        var unknown = byRow.Select(row => row.Key).Except(sent.Select(row => FormTag.DetailKey(row.Id, 0)), StringComparer.Ordinal).Count();
        if (unknown > 0)
        {
            said.Add(
                $"{page.Title}: the file has {unknown} {(unknown == 1 ? "detail that is" : "details that are")} no longer among "
                    + "those we hold. Look at the file."
            );
        }

        return answers;
    }

    private Answers Repeating(Answers answers, Page.Repeating page, List<(FoundControl Control, FormTag Tag)> found)
    {
        var oneTable = RowLayout.IsOneTable(page);
        var sent = expected.Sent.RowsOf(page.Id).ToDictionary(row => FormTag.RowKey(row.Id), row => row.Id, StringComparer.Ordinal);
        var rows = found.GroupBy(each => (each.Tag.Row, Place: oneTable ? each.Control.Row : each.Control.Table)).ToList();
        var ids = new RowIds(sent);
        var number = 0;
        foreach (var controls in rows.Take(MaxRows))
        {
            number++;
            var id = ids.Of(controls.Key.Row);
            var row = page.Questions.Aggregate(AnswerRow.Empty(id), (made, question) =>
                made.With(
                    question.Id,
                    Text(
                        question,
                        [.. controls.Where(each => each.Tag.Question == question.Id)],
                        $"{page.Title}, {page.RowName} {number.ToString(CultureInfo.InvariantCulture)}: {question.Label}"
                    )
                )
            );
            answers = row.Values.IsEmpty ? answers : answers.With(page.Id, row);
        }

        if (rows.Count > MaxRows)
        {
            said.Add($"{page.Title}: only the first {MaxRows} rows were read of {rows.Count}. Look at the file.");
        }

        foreach (var missing in sent.Keys.Except(found.Select(each => each.Tag.Row), StringComparer.Ordinal))
        {
            said.Add($"{page.Title}: a {page.RowName} that was in the form when it was sent is no longer there.");
        }

        return answers;
    }

    private string Text(Question question, List<(FoundControl Control, FormTag Tag)> controls, string place)
    {
        if (controls.Count == 0)
        {
            said.Add($"{place} – the field is no longer in the file. If there is an answer, it stands beside the fields.");
            return "";
        }

        if (question.Kind is AnswerKind.Several several)
        {
            var ticked = controls
                .Where(each => each.Control.Ticked ?? each.Control.Text == Controls.Ticked)
                .Select(each => each.Tag.Option)
                .ToHashSet(StringComparer.Ordinal);
            return string.Join(',', several.Options.Select(option => option.Value).Where(ticked.Contains));
        }

        var texts = controls.Select(each => each.Control.Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count > 1)
        {
            said.Add($"{place} – the field is there {texts.Count} times with different answers. They were put one after the other.");
        }

        return _typed.Read(question.Kind, string.Join('\n', texts), place);
    }

    /// <summary>Row ids: a row that was sent keeps its own, a new row or a copy gets one that none has.</summary>
    private sealed class RowIds(Dictionary<string, string> sent)
    {
        private readonly HashSet<string> _used = [.. sent.Values];
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _last;

        internal string Of(string key)
        {
            if (_seen.Add(key) && sent.TryGetValue(key, out var id))
            {
                return id;
            }

            string made;
            do
            {
                made = $"w{(++_last).ToString(CultureInfo.InvariantCulture)}";
            } while (!_used.Add(made));

            return made;
        }
    }
}
