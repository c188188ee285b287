using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>The review before sending: every section with an edit button, what keeps the form from being sent, what is blank.</summary>
public static class ReviewCard
{
    private const int ProblemsShown = 6;

    private const int Shown = 300;
    private const int ShownOfChange = 150;
    private const int RowsShown = 12;

    public static AdaptiveCard Draw(
        Draft draft,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<AnswerPlace> blanks,
        string reason,
        Notice? notice,
        CardContext context,
        string reasonProblem = ""
    ) => Shortening.Draw(Texts(draft), shortening => Draw(draft, problems, blanks, reason, notice, context, reasonProblem, shortening));

    private static IEnumerable<string> Texts(Draft draft) =>
        draft.Answers.Values.Values.Concat(draft.Answers.Rows.Values.SelectMany(rows => rows).SelectMany(row => row.Values.Values));

    private static AdaptiveCard Draw(
        Draft draft,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<AnswerPlace> blanks,
        string reason,
        Notice? notice,
        CardContext context,
        string reasonProblem,
        Shortening shortening
    )
    {
        var first = draft.Form.Pages[0];
        var change = draft.Purpose is DraftPurpose.ChangeReferral or DraftPurpose.ChangeLearning;
        var words = DraftWords.Of(draft, context.Words);
        var asksWhy = change || draft.Again || reasonProblem.Length > 0;
        return Card([
            Top(notice),
            Aside($"{draft.Form.Title}. Reference {draft.Record}"),
            Heading(words.Heading),
            .. problems.Count == 0 ? Enumerable.Empty<Element>()
            : draft.MayBeIncomplete
                ?
                [
                    Say(
                        $"{Count(problems.Count, "answer is missing or needs a look", "answers are missing or need a look")} "
                            + "before this is complete. They are marked below; you can record what is here all the same."
                    ),
                ]
            :
            [
                Wrong(
                    $"{Count(problems.Count, "answer is missing or needs a look", "answers are missing or need a look")} before "
                        + "this can be sent. They are marked below."
                ),
            ],
            .. blanks.Count == 0
                ? Enumerable.Empty<Element>()
                : [Say($"{Count(blanks.Count, "question is", "questions are")} not answered yet. {words.Blanks}")],
            .. change
                ? Changes(draft, shortening)
                : draft.Form.Asked(draft.Answers).SelectMany(page => Section(draft, page, problems, context, shortening)),
            .. change
                ? draft
                    .Form.Asked(draft.Answers)
                    .Chunk(6)
                    .Select(pages =>
                        (Element)Buttons(
                            pages.Select(page => FormPageCard.Key(context, $"Edit: {Short(page)}", Verbs.DraftGo, draft, page))
                        )
                    )
                : [],
            .. reasonProblem.Length > 0 ? [Wrong(reasonProblem)] : Enumerable.Empty<Element>(),
            .. asksWhy
                ?
                [
                    new InputText(
                        InputIds.For("reason", context.CardInvocation),
                        change
                            ? "Why are you changing what was said? (needed where an earlier answer is replaced)"
                            : "Why is it put right? What was there before stays on the record."
                    )
                    {
                        Value = reason,
                        IsMultiline = true,
                        MaxLength = 8000,
                        Spacing = "medium",
                    },
                ]
                : Enumerable.Empty<Element>(),
            Say(words.Says),
            Buttons(
                FormPageCard.Key(context, words.Send, Verbs.DraftSend, draft, first).Main(),
                FormPageCard.Key(context, "Leave it for now", Verbs.DraftLeave, draft, first, ("to", "review")),
                FormPageCard.Key(context, words.Discard, Verbs.DraftDelete, draft, first)
            ),
        ]);
    }

    private static IEnumerable<Element> Section(
        Draft draft,
        Page page,
        IReadOnlyList<Problem> problems,
        CardContext context,
        Shortening shortening
    )
    {
        var wrong = problems.Where(problem => problem.Place.PageId == page.Id).ToList();
        yield return Subheading(page.Title) with
        {
            Separator = true,
        };
        foreach (var message in wrong.Select(problem => Said(draft, page, problem)).Distinct().Take(ProblemsShown))
        {
            yield return draft.MayBeIncomplete ? Say($"Still to do: {message}") with { Weight = "bolder" } : Wrong(message);
        }

        if (wrong.Count > ProblemsShown)
        {
            yield return Aside($"and {wrong.Count - ProblemsShown} more in this section");
        }

        foreach (var element in Answers(draft.Form, draft.Answers, page, shortening.Of(Shown)))
        {
            yield return element;
        }

        yield return Buttons(FormPageCard.Key(context, $"Edit: {Short(page)}", Verbs.DraftGo, draft, page));
    }

    /// <summary>Which question it is about, and what is to be done.</summary>
    private static string Said(Draft draft, Page page, Problem problem)
    {
        if (problem.Place.QuestionId is null or "")
        {
            return problem.Message;
        }

        var row = draft.Answers.RowsOf(page.Id).FindIndex(row => row.Id == problem.Place.RowId);
        var about =
            page is Page.Matching && row >= 0
                ? draft.Answers.RowsOf(page.Id)[row][Page.Matching.Detail]
                : Inputs.Cut(Question(draft.Form, problem.Place).Label.TrimEnd('?', '.'), 70);
        return $"{about}{(row >= 0 && page is Page.Repeating ? $" (number {(row + 1).ToString(CultureInfo.InvariantCulture)})" : "")}: "
            + $"{problem.Message}";
    }

    /// <summary>A section's answers to read, each cut to so many characters.</summary>
    internal static IEnumerable<Element> Answers(Form form, Answers answers, Page page, int cut)
    {
        switch (page)
        {
            case Page.Single single:
                foreach (var question in single.Questions)
                {
                    yield return Fact(question.Label, Inputs.Cut(Inputs.Shown(question, answers[page.Id, question.Id]), cut));
                }

                break;
            case Page.Repeating repeating:
                var rows = answers.RowsOf(page.Id);
                foreach (var (row, number) in rows.Take(RowsShown).Select((row, i) => (row, i + 1)))
                {
                    yield return Fact(number.ToString(CultureInfo.InvariantCulture), Inputs.Summary(repeating, row, Math.Min(120, cut)));
                }

                if (rows.Count > RowsShown)
                {
                    yield return Aside($"and {rows.Count - RowsShown} more");
                }

                if (rows.IsEmpty)
                {
                    yield return Aside("None.");
                }

                break;
            case Page.Matching:
                var compared = answers.RowsOf(page.Id);
                foreach (
                    var (label, answer) in new[]
                    {
                        ("The same", Comparison.TheSame),
                        ("Not held", Comparison.NotHeld),
                        ("Something else", Comparison.SomethingElse),
                        ("Not answered", Comparison.NotAnswered),
                    }
                )
                {
                    yield return Fact(label, Count(compared.Count(row => new ComparedDetail(row).Says == answer), "detail", "details"));
                }

                foreach (
                    var row in compared
                        .Where(row =>
                            new ComparedDetail(row).Says == Comparison.SomethingElse || Domain.Steps.Scoping.SaidOfDetails.IsKept(row)
                        )
                        .Take(RowsShown)
                )
                {
                    yield return Fact(
                        $"{row[Page.Matching.Of]}, {row[Page.Matching.Detail].ToLowerInvariant()}",
                        Inputs.Compared(row, cut == Shown ? 1000 : cut)
                    );
                }

                break;
        }
    }

    private static IEnumerable<Element> Changes(Draft draft, Shortening shortening)
    {
        var changes = AnswerChange.Between(draft.Form, draft.Before!, draft.Answers);
        if (changes.IsEmpty)
        {
            yield return Say("You have changed nothing yet. Choose a section to edit.");
        }

        foreach (var change in changes.Take(40))
        {
            var question = Question(draft.Form, change.Place);
            string Short(string text) => Inputs.Cut(Inputs.Shown(question, text), shortening.Of(ShownOfChange));
            yield return Fact(question.Label, $"earlier: {Short(change.Old)}; now: {Short(change.New)}");
        }

        if (changes.Count > 40)
        {
            yield return Aside($"and {changes.Count - 40} more");
        }
    }

    internal static Question Question(Form form, AnswerPlace place) =>
        form.Page(place.PageId) switch
        {
            Page.Single single => single.Questions.First(question => question.Id == place.QuestionId),
            Page.Repeating repeating => repeating.Questions.First(question => question.Id == place.QuestionId),
            Page.Matching matching => matching.Questions.First(question => question.Id == place.QuestionId),
            _ => throw new InvalidOperationException("An answer to a page the form does not have."),
        };

    private static string Short(Page page) => Inputs.Cut(page.Title, 70);
}

/// <summary>Saved and left, deleted: how to come back.</summary>
public static class LeftCard
{
    /// <summary>The draft is kept.</summary>
    public static AdaptiveCard Saved(Draft draft, CardContext context) =>
        Card([
            Heading("Saved, not sent"),
            Say(
                "Your answers are kept. Come back on any device where you are signed in: say hello to the bot, or open the web "
                    + "page, and choose Continue."
            ),
            Fact("Reference", draft.Record.ToString()),
            Buttons(
                FormPageCard.Key(context, "Continue now", Verbs.DraftOpen, draft, draft.Form.Pages[0]).Main(),
                Button(context, "Home", Verbs.Home)
            ),
        ]);

    /// <summary>Asks once more.</summary>
    public static AdaptiveCard AskDelete(Draft draft, CardContext context) =>
        Card([
            Heading(DraftWords.Of(draft, context.Words).DiscardAsks),
            Say(DraftWords.Of(draft, context.Words).DiscardSays),
            Buttons(
                FormPageCard.Key(context, "Yes, delete it", Verbs.DraftDelete, draft, draft.Form.Pages[0], ("to", "yes")) with
                {
                    Style = "destructive",
                },
                FormPageCard.Key(context, "No, keep it", Verbs.DraftOpen, draft, draft.Form.Pages[0])
            ),
        ]);
}
