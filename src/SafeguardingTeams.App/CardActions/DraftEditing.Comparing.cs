using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <content>Pages that compare what we hold person by person: what was typed stays with whom it was typed about (B4).</content>
public sealed partial class DraftEditing
{
    /// <summary>The rows of the person a comparing page shows; null on any other page.</summary>
    private static ImmutableList<AnswerRow>? Person(Draft draft, Page page, CardInvocation invocation) =>
        page is Page.Matching
        && Page.Matching.Persons(page, draft.Answers) is var persons
        && PersonAt(draft, page, invocation) is var at
        && at < persons.Count
            ? persons[at]
            : null;

    /// <summary>Where that person stands now: whose fields the card has, wherever it stood when the card was drawn.</summary>
    private static int PersonAt(Draft draft, Page page, CardInvocation invocation) =>
        page is Page.Matching matching
        && Asked(draft, matching, invocation) is var asked
        && Page.Matching.Persons(page, draft.Answers).FindIndex(rows => rows.Exists(asked.Contains)) is >= 0 and var at
            ? at
            : Part(invocation);

    /// <summary>
    /// The rows a comparing card asks about as they are now, by what its buttons carry. A card of before they did is trusted only while
    /// nothing has changed since it was drawn.
    /// </summary>
    private static ImmutableList<AnswerRow> Asked(Draft draft, Page.Matching page, CardInvocation invocation)
    {
        var all = draft.Answers.RowsOf(page.Id);
        return invocation.Key(AskedRows.Key) is { Length: > 0 } asks ? all.FindAll(row => AskedRows.Has(asks, all, row))
            : IsStale(draft, invocation) ? []
            : all.FindAll(row => page.Questions.Any(question => invocation.Has(Inputs.Name(row, question))));
    }

    /// <summary>
    /// What was typed on a card for details the draft has no more, or has of somebody else: it belongs to none of its rows.
    /// </summary>
    private static IEnumerable<string> TypedForOthers(Draft draft, Page.Matching page, CardInvocation invocation)
    {
        var asked = Asked(draft, page, invocation)
            .SelectMany(row => page.Questions.Select(question => $"in:{Inputs.Name(row, question)}"))
            .ToHashSet();
        return invocation
            .Data.Where(pair => pair.Value.Length > 0 && !asked.Contains(pair.Key) && pair.Key.StartsWith("in:", StringComparison.Ordinal))
            .Select(pair =>
                (pair.Value, Question: page.Questions.FirstOrDefault(asks => pair.Key.EndsWith($"-{asks.Id}", StringComparison.Ordinal)))
            )
            .Where(typed => typed.Question is not null)
            .Select(typed => InWords(typed.Question!, typed.Value));
    }

    /// <summary>An answer as the person read it on the card.</summary>
    private static string InWords(Question question, string typed) =>
        (question.Kind as AnswerKind.Choice)?.Options.FirstOrDefault(option => option.Value == typed)?.Label ?? typed;

    private static string AskedOthers(Draft draft, Page.Matching page, CardInvocation invocation, string rest) =>
        TypedForOthers(draft, page, invocation).ToList() is not { Count: > 0 } typed
            ? rest
            : $"That card asked about section 1 as it was before it was put right. "
                + $"What you typed on it is not saved: {string.Join("; ", typed)}. Below are the details as they are now."
                + (
                    rest.Length > 0
                        ? " What you typed of those that are unchanged is there, not yet saved; check it and press the button again."
                        : ""
                );
}
