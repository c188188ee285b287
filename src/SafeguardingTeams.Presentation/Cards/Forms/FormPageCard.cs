using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Schema;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>One page of a form being filled in: a page of questions, or the list of a repeating page.</summary>
public static class FormPageCard
{
    private const int RowsShown = 12;

    /// <summary>Draws it.</summary>
    /// <param name="draft">The draft, with what was typed.</param>
    /// <param name="page">The page.</param>
    /// <param name="problems">What is wrong with it, said beside each field.</param>
    /// <param name="notice">What is said on top.</param>
    /// <param name="context">The drawing.</param>
    public static AdaptiveCard Draw(Draft draft, Page page, IReadOnlyList<Problem> problems, Notice? notice, CardContext context) => Card(
    [
        Top(notice),
        Aside($"{draft.Form.Title}, page {draft.Form.Pages.IndexOf(page) + 1} of {draft.Form.Pages.Length}. Reference {draft.CaseId}"),
        Heading(page.Title),
        page.Id == "criteria" ? HomeCard.AtRisk(context.Words) : null,
        page.Intro.Length > 0 ? Say(page.Intro) : null,
        .. Body(draft, page, problems, context),
        Buttons(
            Key(context, "Continue", Verbs.DraftContinue, draft, page).Main(),
            draft.Form.Pages[0] == page ? null : Key(context, "Back", Verbs.DraftBack, draft, page),
            Key(context, "Save and leave", Verbs.DraftLeave, draft, page),
            Key(context, "Save and review", Verbs.DraftReview, draft, page)),
    ]);

    private static IEnumerable<Element> Body(Draft draft, Page page, IReadOnlyList<Problem> problems, CardContext context) => page switch
    {
        Page.Single single => Inputs.Of(single.Questions, question => draft.Answers[page.Id, question], problems, Drawing(draft)),
        Page.Repeating repeating => Rows(draft, repeating, problems, context),
        _ => throw new InvalidOperationException("An unknown kind of page."),
    };

    private static IEnumerable<Element> Rows(Draft draft, Page.Repeating page, IReadOnlyList<Problem> problems, CardContext context)
    {
        foreach (var problem in problems.Where(problem => problem.Place.RowId is null))
        {
            yield return Wrong(problem.Message);
        }

        var rows = draft.Answers.RowsOf(page.Id);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i >= RowsShown && i < rows.Count - 3)
            {
                if (i == RowsShown)
                {
                    yield return Aside($"{rows.Count - RowsShown - 3} more are kept; the review shows all of them.");
                }

                continue;
            }

            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            var wrong = problems.Where(problem => problem.Place.RowId == rows[i].Id).ToList();
            yield return new Container(
            [
                Fact($"{Capital(page.RowName)} {number}", Inputs.Summary(page, rows[i])),
                .. wrong.Count == 0 ? Enumerable.Empty<Element>() : [Wrong(Count(wrong.Count, "answer needs a look. Choose Edit.", "answers need a look. Choose Edit."))],
                Buttons(
                    Key(context, $"Edit {number}", Verbs.RowEdit, draft, page, ("row", rows[i].Id), ("part", "0")),
                    Key(context, $"Remove {number}", Verbs.RowRemove, draft, page, ("row", rows[i].Id))),
            ]) { Separator = true };
        }

        if (rows.IsEmpty)
        {
            yield return Aside("None added yet.");
        }

        yield return Buttons(
            rows.Count >= page.Maximum ? null : Key(context, rows.IsEmpty ? $"Add a {page.RowName}".Replace("a agency", "an agency", StringComparison.Ordinal).Replace("a event", "an event", StringComparison.Ordinal) : $"Add another {page.RowName}", Verbs.RowAdd, draft, page),
            draft.Removed is { } removed && removed.GroupId == page.Id ? Key(context, $"Put back the {page.RowName} removed", Verbs.RowRestore, draft, page) : null);
    }

    internal static ActionExecute Key(CardContext context, string title, string verb, Draft draft, Page page, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var revision = draft.Revision.ToString(CultureInfo.InvariantCulture);
        var button = Button(context, title, verb, ("case", Code(draft.CaseId)), ("page", page.Id), ("rev", revision));
        foreach (var (key, value) in more)
        {
            button = button with { Data = button.Data.SetItem(key, value) };
        }

        return button;
    }

    internal static string Drawing(Draft draft) => $"r{draft.Revision}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>One page of a row's questions.</summary>
public static class RowCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(
        Draft draft, Page.Repeating page, AnswerRow row, int part, IReadOnlyList<Problem> problems, Notice? notice, CardContext context)
    {
        (string, string)[] keys = [("row", row.Id), ("part", part.ToString(CultureInfo.InvariantCulture))];
        return Card(
        [
            Top(notice),
            Aside($"{draft.Form.Title}: {page.Title}. Reference {draft.CaseId}"),
            Heading(page.Parts[part].Title),
            .. Inputs.Of(page.Parts[part].Questions, question => row[question], [.. problems.Where(problem => problem.Place.RowId == row.Id)], FormPageCard.Drawing(draft)),
            Buttons(
                FormPageCard.Key(context, part + 1 < page.Parts.Length ? "Continue" : "Save", Verbs.RowSave, draft, page, [.. keys, ("to", "next")]).Main(),
                FormPageCard.Key(context, "Back", Verbs.RowSave, draft, page, [.. keys, ("to", "back")]),
                FormPageCard.Key(context, "Save and leave", Verbs.RowSave, draft, page, [.. keys, ("to", "leave")])),
        ]);
    }
}
