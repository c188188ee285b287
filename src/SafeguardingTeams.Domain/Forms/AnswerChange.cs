using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>One answer that differs: the old value stays on the record (PD16).</summary>
/// <param name="Place">Where. A place without a question is a row added or removed whole.</param>
/// <param name="Old">The text before, empty where there was none.</param>
/// <param name="New">The text after, empty where there is none.</param>
public sealed record AnswerChange(AnswerPlace Place, string Old, string New)
{
    /// <summary>Whether something that was said is now said differently or no longer, as against a blank filled in.</summary>
    public bool Replaces => Old.Length > 0;

    /// <summary>All differences between two sets of answers to one form, in the form's order.</summary>
    public static ImmutableList<AnswerChange> Between(Form form, Answers before, Answers after)
    {
        var changes = ImmutableList.CreateBuilder<AnswerChange>();
        foreach (var page in form.Pages)
        {
            switch (page)
            {
                case Page.Single single:
                    changes.AddRange(Differences(single.Questions, q => before[page.Id, q], q => after[page.Id, q], page.Id, null));
                    break;
                case Page.Repeating or Page.Matching:
                    var questions = page is Page.Repeating repeating ? repeating.Questions : ((Page.Matching)page).Questions;
                    var rows = before.RowsOf(page.Id).Concat(after.RowsOf(page.Id)).Select(row => row.Id).Distinct(StringComparer.Ordinal);
                    foreach (var id in rows)
                    {
                        var (was, now) = (before.Row(page.Id, id), after.Row(page.Id, id));
                        changes.AddRange(Differences(questions, q => was?[q] ?? "", q => now?[q] ?? "", page.Id, id));
                    }

                    break;
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Answers with the changes made: rows that lose every answer go.</summary>
    public static Answers Apply(Answers answers, IEnumerable<AnswerChange> changes)
    {
        foreach (var (place, _, text) in changes)
        {
            answers = place switch
            {
                { RowId: null, QuestionId: { } question } => answers.With(place.PageId, question, text),
                { RowId: { } row, QuestionId: { } question } => Put(answers, place.PageId, row, question, text),
                _ => answers,
            };
        }

        return answers;
    }

    private static Answers Put(Answers answers, string group, string rowId, string question, string text)
    {
        var row = (answers.Row(group, rowId) ?? AnswerRow.Empty(rowId)).With(question, text);
        return row.Values.IsEmpty ? answers.Without(group, rowId) : answers.With(group, row);
    }

    private static IEnumerable<AnswerChange> Differences(
        IEnumerable<Question> questions,
        Func<string, string> before,
        Func<string, string> after,
        string pageId,
        string? rowId
    ) =>
        from question in questions
        let was = before(question.Id)
        let now = after(question.Id)
        where was != now
        select new AnswerChange(new(pageId, rowId, question.Id), was, now);
}
