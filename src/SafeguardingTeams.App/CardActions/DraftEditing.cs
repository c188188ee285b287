using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One press while a form is filled in: save what was typed, then show what comes next, or what is wrong.</summary>
public sealed partial class DraftEditing(IRows rows, DraftStore store, LondonClock clock)
{
    private const string ElsewhereText =
        "This was changed on another device or card in the meantime. What you typed is below and not yet saved; check it and "
        + "press the button again.";

    private const int Tries = 5;

    internal async Task<AdaptiveCard> AnswerAsync(
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; ; attempt++)
        {
            if (kept.Draft.Form.Page(invocation.Key("page")) is not { } page)
            {
                return DraftHandlers.Review(kept.Draft, "", null, invocation);
            }

            var edit = Edit(kept.Draft, page, invocation);
            if (edit.Changed is not { } typed || kept.Draft.Done.Contains(invocation.CommandId))
            {
                return edit.Next(kept.Draft);
            }

            var changed = kept.Draft.FormId == PracticeLearningV1.FormId ? LearningAnswers.Moved(page.Id, typed) : typed;
            if (IsStale(kept.Draft, invocation) && !edit.Typed.IsEmpty)
            {
                return edit.Elsewhere(kept.Draft with { Answers = changed });
            }

            var saved = kept.Draft.Saved(invocation.CommandId, clock.Now, changed) with
            {
                Removed = edit.Removed,
                At = Leads(kept.Draft, page, changed, invocation),
            };
            TooLong.RefuseUnlessShown(edit.Typed, () => edit.Page(saved));
            if (await store.SaveAsync(saved, kept.ETag, cancellationToken))
            {
                return edit.Next(saved);
            }

            var again = await StoredRecord.LoadAsync(rows, kept.Draft.Record, cancellationToken);
            if (again.DraftOf(invocation.Actor.PersonId, kept.Draft.Slot) is not { } there)
            {
                return NoticeCard.Draw(
                    "This draft is no longer there",
                    "It was sent or deleted on another device or card.",
                    invocation.Context
                );
            }

            kept = there;
            if (attempt == Tries)
            {
                return AtOnce(there.Draft, page, invocation);
            }
        }
    }

    /// <summary>The draft is there and was not to be had: others pressed at the same moment, again and again.</summary>
    private static AdaptiveCard AtOnce(Draft there, Page page, CardInvocation invocation)
    {
        var edit = Edit(there, page, invocation);
        return edit.Typed.IsEmpty
            ? NoticeCard.Draw(
                "Not done: this draft is being changed elsewhere",
                "It is still there, and nothing of it is lost. Open it again from Home, then press the button again.",
                invocation.Context
            )
            : edit.Elsewhere(there with { Answers = edit.Changed ?? there.Answers });
    }

    /// <summary>The page a press leads to, where somebody goes on who leaves now.</summary>
    private static string Leads(Draft draft, Page page, Answers answers, CardInvocation invocation)
    {
        var pages = draft.Form.Asked(answers);
        var at = pages.IndexOf(page);
        return invocation.Action.Verb switch
        {
            Verbs.DraftContinue when at + 1 < pages.Length && !Stopping(draft with { Answers = answers }, page, invocation).Any() => pages[
                at + 1
            ].Id,
            Verbs.DraftBack => pages[Math.Max(0, at - 1)].Id,
            _ => page.Id,
        };
    }

    private static bool IsStale(Draft draft, CardInvocation invocation) =>
        invocation.Key("rev") != draft.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static EditOf Edit(Draft draft, Page page, CardInvocation invocation) =>
        (invocation.Action.Verb, page) switch
        {
            (Verbs.RowAdd, Page.Repeating repeating) when draft.Answers.RowsOf(page.Id).Count < repeating.Maximum => AddRow(
                draft,
                repeating,
                invocation
            ),
            (Verbs.RowEdit, Page.Repeating repeating) when draft.Answers.Row(page.Id, invocation.Key("row")) is { } row => new(null, now =>
                RowCard.Draw(now, repeating, row, Part(invocation, repeating), [], null, invocation.Context)
            ),
            (Verbs.RowSave, Page.Repeating repeating) when draft.Answers.Row(page.Id, invocation.Key("row")) is { } row => SaveRow(
                draft,
                repeating,
                row,
                invocation
            ),
            (Verbs.RowRemove, Page.Repeating repeating) when draft.Answers.Row(page.Id, invocation.Key("row")) is { } row => new(
                draft.Answers.Without(page.Id, row.Id),
                now => List(now, repeating, new(NoticeKind.Done, $"The {repeating.RowName} is removed."), invocation)
            )
            {
                Removed = new(page.Id, draft.Answers.RowsOf(page.Id).IndexOf(row), row),
            },
            (Verbs.RowRestore, Page.Repeating repeating) when draft.Removed is { } removed && removed.GroupId == page.Id => new(
                draft.Answers.Insert(page.Id, removed.At, removed.Row),
                now => List(now, repeating, new(NoticeKind.Done, $"The {repeating.RowName} is back."), invocation)
            ),
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Single single) => new(
                single.Questions.Aggregate(draft.Answers, (answers, question) =>
                    answers.With(page.Id, question.Id, Typed(question, invocation, question.Id, draft.Answers[page.Id, question.Id]))
                ),
                now => Turn(now, page, invocation)
            )
            {
                Typed = [.. single.Questions.Select(question => new TypedAnswer(question, invocation.Input(question.Id)))],
                Page = now => DraftHandlers.Page(now, page, [], null, invocation),
                Elsewhere = now => DraftHandlers.Page(now, page, [], new(NoticeKind.Problem, ElsewhereText), invocation),
            },
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Matching matching)
                when Asked(draft, matching, invocation) is { IsEmpty: false } rows => new(
                rows.Aggregate(draft.Answers, (answers, row) =>
                    answers.With(
                        page.Id,
                        matching.Questions.Aggregate(row, (all, question) =>
                            all.With(question.Id, Typed(question, invocation, Inputs.Name(row, question), row[question.Id]))
                        )
                    )
                ),
                now => Turn(now, page, invocation)
            )
            {
                Typed =
                [
                    .. rows.SelectMany(row =>
                        matching.Questions.Select(question => new TypedAnswer(question, invocation.Input(Inputs.Name(row, question))))
                    ),
                ],
                Page = now => DraftHandlers.Page(now, page, [], null, invocation, PersonAt(draft, page, invocation)),
                Elsewhere = now =>
                    DraftHandlers.Page(
                        now,
                        page,
                        [],
                        new(NoticeKind.Problem, AskedOthers(draft, matching, invocation, ElsewhereText)),
                        invocation,
                        PersonAt(draft, page, invocation)
                    ),
            },
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Matching matching)
                when TypedForOthers(draft, matching, invocation).Any() => new(null, now =>
                DraftHandlers.Page(now, page, [], new(NoticeKind.Problem, AskedOthers(draft, matching, invocation, "")), invocation)
            ),
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, _) => new(null, now =>
                Turn(now, page, invocation)
            ),
            (Verbs.DraftGo, Page.Repeating) when invocation.Key("part").Length > 0 => new(null, now =>
                DraftHandlers.Page(now, page, [], null, invocation, Part(invocation))
            ),
            _ => new(null, now => DraftHandlers.Page(now, page, [], null, invocation)),
        };

    /// <summary>From one page to where the button leads; forward only when nothing on the page is wrong.</summary>
    private static AdaptiveCard Turn(Draft draft, Page page, CardInvocation invocation)
    {
        var pages = draft.Form.Asked(draft.Answers);
        var at = pages.IndexOf(page);
        switch (invocation.Action.Verb)
        {
            case Verbs.DraftLeave:
                return LeftCard.Saved(draft, invocation.Context);
            case Verbs.DraftReview:
                return DraftHandlers.Review(draft, "", null, invocation);
            case Verbs.DraftBack when page is Page.Matching && PersonAt(draft, page, invocation) is > 0 and var there:
                return DraftHandlers.Page(draft, page, [], null, invocation, there - 1);
            case Verbs.DraftBack:
                return DraftHandlers.Page(draft, pages[Math.Max(0, at - 1)], [], null, invocation);
            default:
                var here = Person(draft, page, invocation);
                var problems = Stopping(draft, page, invocation)
                    .Where(problem => here is null || here.Exists(row => row.Id == problem.Place.RowId))
                    .ToList();
                return problems.Count > 0 ? DraftHandlers.Page(draft, page, problems, null, invocation, PersonAt(draft, page, invocation))
                    : here is not null && PersonAt(draft, page, invocation) + 1 < Page.Matching.Persons(page, draft.Answers).Count
                        ? DraftHandlers.Page(draft, page, [], null, invocation, PersonAt(draft, page, invocation) + 1)
                    : at + 1 == pages.Length ? DraftHandlers.Review(draft, "", null, invocation)
                    : DraftHandlers.Page(draft, pages[at + 1], [], Advice(draft, page), invocation);
        }
    }

    /// <summary>The criteria are two, both needed (A1); whoever is in doubt refers, and the MASH decides (A3).</summary>
    private static Notice? Advice(Draft draft, Page page) =>
        draft.Purpose == DraftPurpose.NewReferral
        && page.Id == SeriousIncidentReferralV1.Criteria
        && new ReferralAnswers(draft.Answers).DeniesACriterion
            ? new(
                NoticeKind.Information,
                "From your answers this may not be a serious safeguarding incident, which needs both. If something can be "
                    + "learned from it, choose Home, then Refer for learning; your safeguarding lead can help. If you still think that it "
                    + "is serious, go on: the front door decides."
            )
            : null;

    private static int Part(CardInvocation invocation, Page.Repeating page) => Part(invocation) < page.Parts.Length ? Part(invocation) : 0;

    private static int Part(CardInvocation invocation) => invocation.Number("part");

    /// <summary>What was typed, as the form stores it; what was not shown whole and was left alone as it is.</summary>
    private static string Typed(Question question, CardInvocation invocation, string name, string kept) =>
        Shortening.Kept(kept, invocation.Input(name), invocation.Key(Shortening.KeyOf(name))) is var typed && typed == kept
            ? kept
            : TypedValue.Read(question.Kind, typed, invocation.Context.Today).Text;

    /// <summary>What keeps somebody from going on to the next page: what is wrong, and what is missing where it must not be.</summary>
    private static IEnumerable<Problem> Stopping(Draft draft, Page page, CardInvocation invocation) =>
        Checking
            .Problems(page, draft.Answers, invocation.Context.Today)
            .Where(problem => !draft.MayBeIncomplete || Said(draft.Answers, problem.Place).Length > 0);

    private static string Said(Answers answers, AnswerPlace place) =>
        place switch
        {
            { QuestionId: null } => "",
            { RowId: { } row, QuestionId: { } question } => answers.Row(place.PageId, row)?[question] ?? "",
            { QuestionId: { } question } => answers[place.PageId, question],
        };

    /// <summary>What a press does to the answers, and what is shown after it.</summary>
    /// <param name="Changed">The answers after it; null where it changes none.</param>
    /// <param name="Next">The card after it.</param>
    private sealed record EditOf(Answers? Changed, Func<Draft, AdaptiveCard> Next)
    {
        /// <summary>What somebody typed; an older card must not overwrite a newer state unseen.</summary>
        internal ImmutableList<TypedAnswer> Typed { get; init; } = [];

        /// <summary>The page it was typed on, as it would be drawn again.</summary>
        internal Func<Draft, AdaptiveCard> Page { get; init; } = _ => throw new InvalidOperationException("Nothing was typed.");

        /// <summary>The card with what was typed, where the draft has moved on since.</summary>
        internal Func<Draft, AdaptiveCard> Elsewhere { get; init; } = _ => throw new InvalidOperationException("Nothing was typed.");

        /// <summary>The row taken away, to be put back if wanted.</summary>
        internal RemovedRow? Removed { get; init; }
    }
}
