using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>One page of a form being filled in: a page of questions, or the list of a repeating page.</summary>
public static class FormPageCard
{
    /// <summary>A list of up to so many rows is shown whole; a longer one so many rows at a time, so that each can be reached.</summary>
    private const int AllShown = 15;

    private const int RowsShown = 12;
    private const int RowShown = 120;

    /// <param name="draft">The draft, with what was typed.</param>
    /// <param name="problems">What is wrong with it, said beside each field.</param>
    /// <param name="notice">What is said on top.</param>
    /// <param name="part">Of a page that compares person by person, which person, from 0; -1 for the first of whom something is still
    /// to be said.</param>
    /// <param name="beside">Lines to look at beside the page's questions, such as earlier cases with the same themes.</param>
    /// <param name="asked">What the page's questions are about, said above them: the period, the summary of the case.</param>
    public static AdaptiveCard Draw(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        CardContext context,
        int part = -1,
        IReadOnlyList<string>? beside = null,
        IReadOnlyList<(string Label, string Text)>? asked = null
    )
    {
        part = Part(draft, page, part, problems);
        var answers = Answered(draft, page, part).ToList();
        var texts = answers
            .Select(answer => answer.Text)
            .Concat(Listed(draft, page))
            .Concat(beside ?? [])
            .Concat((asked ?? []).Select(one => one.Text));
        return Shortening.Draw(texts, shortening => Draw(draft, page, problems, notice, context, part, beside, asked, answers, shortening));
    }

    private static AdaptiveCard Draw(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        Notice? notice,
        CardContext context,
        int part,
        IReadOnlyList<string>? beside,
        IReadOnlyList<(string Label, string Text)>? asked,
        List<(string Name, Question Question, string Text)> answers,
        Shortening shortening
    )
    {
        var first = draft.Form.Pages[0] == page;
        var shown = shortening.Keys(answers);
        (string, string)[] keys =
            page is Page.Matching
                ? [("part", part.ToString(CultureInfo.InvariantCulture)), (AskedRows.Key, Asked(draft, page, part)), .. shown]
                : [.. shown];
        return Card([
            Top(notice),
            Aside($"{draft.Form.Title}, {Place(draft, page)}. Reference {draft.Record}"),
            Heading(page.Title),
            first && draft.Purpose == DraftPurpose.NewReferral ? Parts.AtRisk(context.Words) : null,
            page.Intro.Length > 0 ? Say(page.Intro) : null,
            .. (asked ?? []).Select(one => Fact(one.Label, one.Text)),
            .. Body(draft, page, problems, part, context, shortening),
            .. beside is { Count: > 0 }
                ? ReviewParts.Items(beside).Prepend(Subheading("The partnership's own earlier cases with the same themes"))
                : [],
            Buttons(
                Key(context, "Continue", Verbs.DraftContinue, draft, page, keys).Main(),
                first && part <= 0 ? null : Key(context, "Back", Verbs.DraftBack, draft, page, keys),
                Key(context, "Save and leave", Verbs.DraftLeave, draft, page, keys),
                Key(context, "Save and review", Verbs.DraftReview, draft, page, keys)
            ),
            Advice(draft, context),
        ]);
    }

    /// <summary>Where advice on a referral is to be had, on every page of it as at the end of the paper form (A17).</summary>
    private static TextBlock? Advice(Draft draft, CardContext context) =>
        draft.Purpose is DraftPurpose.NewReferral or DraftPurpose.ChangeReferral
            ? Aside(
                $"For advice on this form: {context.Words.OperationsName}, {context.Words.OperationsTelephone}, "
                    + $"{context.Words.OperationsEmail}."
            )
            : null;

    /// <summary>Which page of those that are asked.</summary>
    private static string Place(Draft draft, Page page)
    {
        var asked = draft.Form.Asked(draft.Answers);
        return asked.IndexOf(page) is >= 0 and var at ? $"page {at + 1} of {asked.Length}" : "a page that is not asked now";
    }

    /// <summary>The part of a list a row stands in.</summary>
    public static int PartOf(Draft draft, Page page, string rowId) =>
        Math.Max(0, draft.Answers.RowsOf(page.Id).FindIndex(row => row.Id == rowId)) / RowsShown;

    /// <summary>
    /// Which person is shown, or which part of a list: the first in which something is wrong, else the one asked for, else the last.
    /// </summary>
    private static int Part(Draft draft, Page page, int part, IReadOnlyList<Problem> problems)
    {
        if (page is Page.Repeating)
        {
            var rows = draft.Answers.RowsOf(page.Id);
            var wrong = rows.FindIndex(row => problems.Any(problem => problem.Place.RowId == row.Id));
            var last = Math.Max(0, rows.Count - 1) / RowsShown;
            return rows.Count <= AllShown ? 0
                : wrong >= 0 ? wrong / RowsShown
                : part >= 0 ? Math.Min(part, last)
                : last;
        }

        if (page is not Page.Matching matching)
        {
            return 0;
        }

        var persons = Page.Matching.Persons(page, draft.Answers);
        return part >= 0
            ? Math.Clamp(part, 0, Math.Max(0, persons.Count - 1))
            : Math.Max(0, persons.FindIndex(rows => rows.Exists(row => row[matching.Questions[0].Id].Length == 0)));
    }

    /// <summary>Whom and what the boxes of a comparing page ask about.</summary>
    private static string Asked(Draft draft, Page page, int part) =>
        AskedRows.Value(draft.Answers.RowsOf(page.Id), Page.Matching.Persons(page, draft.Answers).ElementAtOrDefault(part) ?? []);

    /// <summary>What stands in the list of a repeating page, or of what we hold on one that compares.</summary>
    private static IEnumerable<string> Listed(Draft draft, Page page) =>
        page is Page.Single ? [] : draft.Answers.RowsOf(page.Id).SelectMany(row => row.Values.Values);

    /// <summary>The answers that stand in boxes on a page, by the name of their input.</summary>
    private static IEnumerable<(string Name, Question Question, string Text)> Answered(Draft draft, Page page, int part) =>
        page switch
        {
            Page.Single single => single.Questions.Select(question => (question.Id, question, draft.Answers[page.Id, question.Id])),
            Page.Matching matching when Page.Matching.Persons(page, draft.Answers) is { IsEmpty: false } persons => persons[part]
                .SelectMany(row => matching.Questions.Select(question => (Inputs.Name(row, question), question, row[question.Id]))),
            _ => [],
        };

    private static IEnumerable<Element> Body(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        int part,
        CardContext context,
        Shortening shortening
    ) =>
        page switch
        {
            Page.Single single => Inputs.Of(
                single.Questions,
                question => draft.Answers[page.Id, question],
                problems,
                Drawing(draft),
                shortening
            ),
            Page.Repeating repeating => Rows(draft, repeating, problems, part, context, shortening),
            Page.Matching matching => Person(draft, matching, problems, part, shortening),
            _ => throw new InvalidOperationException("An unknown kind of page."),
        };

    private static IEnumerable<Element> Person(
        Draft draft,
        Page.Matching page,
        IReadOnlyList<Problem> problems,
        int part,
        Shortening shortening
    )
    {
        var persons = Page.Matching.Persons(page, draft.Answers);
        return persons.IsEmpty
            ? [Aside("There is nothing to compare.")]
            : Inputs
                .Matching(page, persons[part], problems, Drawing(draft), shortening)
                .Prepend(Fact($"Person {part + 1} of {persons.Count}", persons[part][0][Page.Matching.Of]));
    }

    private static IEnumerable<Element> Rows(
        Draft draft,
        Page.Repeating page,
        IReadOnlyList<Problem> problems,
        int part,
        CardContext context,
        Shortening shortening
    )
    {
        foreach (var problem in problems.Where(problem => problem.Place.RowId is null))
        {
            yield return Wrong(problem.Message);
        }

        var rows = draft.Answers.RowsOf(page.Id);
        var (from, to) = rows.Count <= AllShown ? (0, rows.Count) : (part * RowsShown, Math.Min(rows.Count, (part + 1) * RowsShown));
        if (to - from < rows.Count)
        {
            yield return Aside($"Numbers {from + 1} to {to} of {rows.Count}.");
            yield return Buttons(
                from == 0
                    ? null
                    : Key(
                        context,
                        "Earlier in the list",
                        Verbs.DraftGo,
                        draft,
                        page,
                        ("part", (part - 1).ToString(CultureInfo.InvariantCulture))
                    ),
                to == rows.Count
                    ? null
                    : Key(
                        context,
                        "Later in the list",
                        Verbs.DraftGo,
                        draft,
                        page,
                        ("part", (part + 1).ToString(CultureInfo.InvariantCulture))
                    )
            );
        }

        for (var i = from; i < to; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            var wrong = problems.Where(problem => problem.Place.RowId == rows[i].Id).ToList();
            yield return new Container([
                Fact($"{Capital(page.RowName)} {number}", Inputs.Summary(page, rows[i], shortening.Of(RowShown))),
                .. wrong.Count == 0
                    ? Enumerable.Empty<Element>()
                    : [Wrong(Count(wrong.Count, "answer needs a look. Choose Edit.", "answers need a look. Choose Edit."))],
                Buttons(
                    Key(context, $"Edit {number}", Verbs.RowEdit, draft, page, ("row", rows[i].Id), ("part", "0")),
                    Key(context, $"Remove {number}", Verbs.RowRemove, draft, page, ("row", rows[i].Id))
                ),
            ])
            {
                Separator = true,
            };
        }

        if (rows.IsEmpty)
        {
            yield return Aside("None added yet.");
        }

        yield return Buttons(
            rows.Count >= page.Maximum
                ? null
                : Key(
                    context,
                    rows.IsEmpty
                        ? $"Add {("aeiou".Contains(page.RowName[0], StringComparison.Ordinal) ? "an" : "a")} {page.RowName}"
                        : $"Add another {page.RowName}",
                    Verbs.RowAdd,
                    draft,
                    page
                ),
            draft.Removed is { } removed && removed.GroupId == page.Id
                ? Key(context, $"Put back the {page.RowName} removed", Verbs.RowRestore, draft, page)
                : null
        );
    }

    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        Draft draft,
        Page page,
        params ReadOnlySpan<(string Key, string Value)> more
    )
    {
        var revision = draft.Revision.ToString(CultureInfo.InvariantCulture);
        var button = Button(context, title, verb, ("case", Code(draft.Record)), ("page", page.Id), ("rev", revision));
        foreach (var (key, value) in more)
        {
            button = button with { Data = button.Data.SetItem(key, value) };
        }

        return draft.Slot.Length == 0 ? button : button with { Data = button.Data.SetItem("draft", draft.Slot) };
    }

    internal static string Drawing(Draft draft) => $"r{draft.Revision}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
