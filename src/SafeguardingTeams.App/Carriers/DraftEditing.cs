using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.Carriers;

/// <summary>One press while a form is filled in: save what was typed, then show what comes next, or what is wrong.</summary>
public sealed partial class DraftEditing(IRows rows, DraftStore store, LondonClock clock)
{
    private const string ElsewhereText =
        "This was changed on another device or card in the meantime. What you typed is below and not yet saved; check it and press the button again.";

    private const int Tries = 5;

    internal async Task<AdaptiveCard> AnswerAsync((Draft Draft, string ETag) kept, Press press, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (kept.Draft.Form.Page(press.Key("page")) is not { } page)
            {
                return DraftVerbs.Review(kept.Draft, "", null, press);
            }

            var edit = Edit(kept.Draft, page, press);
            if (edit.Changed is not { } changed || kept.Draft.Done.Contains(press.CommandId))
            {
                return edit.Next(kept.Draft);
            }

            if (IsStale(kept.Draft, press) && !edit.Typed.IsEmpty)
            {
                return edit.Elsewhere(kept.Draft with { Answers = changed });
            }

            var saved = kept.Draft.Saved(press.CommandId, clock.Now, changed) with
            {
                Removed = edit.Removed,
                At = Leads(kept.Draft, page, changed, press),
            };
            TooLong.RefuseUnlessShown(edit.Typed, () => edit.Page(saved));
            if (await store.SaveAsync(saved, kept.ETag, cancellationToken))
            {
                return edit.Next(saved);
            }

            var again = await StoredCase.LoadAsync(rows, kept.Draft.CaseId, cancellationToken);
            if (attempt == Tries || again.DraftOf(press.Actor.PersonId, kept.Draft.Slot) is not { } there)
            {
                return NoticeCard.Draw("This draft is no longer there", "It was sent or deleted on another device or card.", press.Context);
            }

            kept = there;
        }
    }

    /// <summary>The page a press leads to, where somebody goes on who leaves now.</summary>
    private static string Leads(Draft draft, Page page, Answers answers, Press press)
    {
        var form = draft.Form;
        var at = form.Pages.IndexOf(page);
        return press.Action.Verb switch
        {
            Verbs.DraftContinue when at + 1 < form.Pages.Length && !Stopping(draft with { Answers = answers }, page, press).Any() =>
                form.Pages[at + 1].Id,
            Verbs.DraftBack => form.Pages[Math.Max(0, at - 1)].Id,
            _ => page.Id,
        };
    }

    private static bool IsStale(Draft draft, Press press) =>
        press.Key("rev") != draft.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static EditOf Edit(Draft draft, Page page, Press press) =>
        (press.Action.Verb, page) switch
        {
            (Verbs.RowAdd, Page.Repeating repeating) when draft.Answers.RowsOf(page.Id).Count < repeating.Maximum => AddRow(
                draft,
                repeating,
                press
            ),
            (Verbs.RowEdit, Page.Repeating repeating) when draft.Answers.Row(page.Id, press.Key("row")) is { } row => new(null, now =>
                RowCard.Draw(now, repeating, row, Part(press, repeating), [], null, press.Context)
            ),
            (Verbs.RowSave, Page.Repeating repeating) when draft.Answers.Row(page.Id, press.Key("row")) is { } row => SaveRow(
                draft,
                repeating,
                row,
                press
            ),
            (Verbs.RowRemove, Page.Repeating repeating) when draft.Answers.Row(page.Id, press.Key("row")) is { } row => new(
                draft.Answers.Without(page.Id, row.Id),
                now => List(now, repeating, new(NoticeKind.Done, $"The {repeating.RowName} is removed."), press)
            )
            {
                Removed = new(page.Id, draft.Answers.RowsOf(page.Id).IndexOf(row), row),
            },
            (Verbs.RowRestore, Page.Repeating repeating) when draft.Removed is { } removed && removed.GroupId == page.Id => new(
                draft.Answers.Insert(page.Id, removed.At, removed.Row),
                now => List(now, repeating, new(NoticeKind.Done, $"The {repeating.RowName} is back."), press)
            ),
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Single single) => new(
                single.Questions.Aggregate(draft.Answers, (answers, question) =>
                    answers.With(page.Id, question.Id, Typed(question, press, question.Id, draft.Answers[page.Id, question.Id]))
                ),
                now => Turn(now, page, press)
            )
            {
                Typed = [.. single.Questions.Select(question => new TypedAnswer(question, press.Input(question.Id)))],
                Page = now => DraftVerbs.Page(now, page, [], null, press),
                Elsewhere = now => DraftVerbs.Page(now, page, [], new(NoticeKind.Problem, ElsewhereText), press),
            },
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Matching matching)
                when Asked(draft, matching, press) is { IsEmpty: false } rows => new(
                rows.Aggregate(draft.Answers, (answers, row) =>
                    answers.With(
                        page.Id,
                        matching.Questions.Aggregate(row, (all, question) =>
                            all.With(question.Id, Typed(question, press, Inputs.Name(row, question), row[question.Id]))
                        )
                    )
                ),
                now => Turn(now, page, press)
            )
            {
                Typed =
                [
                    .. rows.SelectMany(row =>
                        matching.Questions.Select(question => new TypedAnswer(question, press.Input(Inputs.Name(row, question))))
                    ),
                ],
                Page = now => DraftVerbs.Page(now, page, [], null, press, PersonAt(draft, page, press)),
                Elsewhere = now =>
                    DraftVerbs.Page(
                        now,
                        page,
                        [],
                        new(NoticeKind.Problem, AskedOthers(draft, matching, press, ElsewhereText)),
                        press,
                        PersonAt(draft, page, press)
                    ),
            },
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, Page.Matching matching)
                when TypedForOthers(draft, matching, press).Any() => new(null, now =>
                DraftVerbs.Page(now, page, [], new(NoticeKind.Problem, AskedOthers(draft, matching, press, "")), press)
            ),
            (Verbs.DraftContinue or Verbs.DraftBack or Verbs.DraftLeave or Verbs.DraftReview, _) => new(null, now =>
                Turn(now, page, press)
            ),
            (Verbs.DraftGo, Page.Repeating) when press.Key("part").Length > 0 => new(null, now =>
                DraftVerbs.Page(now, page, [], null, press, Part(press))
            ),
            _ => new(null, now => DraftVerbs.Page(now, page, [], null, press)),
        };

    /// <summary>From one page to where the button leads; forward only when nothing on the page is wrong.</summary>
    private static AdaptiveCard Turn(Draft draft, Page page, Press press)
    {
        var pages = draft.Form.Pages;
        var at = pages.IndexOf(page);
        switch (press.Action.Verb)
        {
            case Verbs.DraftLeave:
                return LeftCard.Saved(draft, press.Context);
            case Verbs.DraftReview:
                return DraftVerbs.Review(draft, "", null, press);
            case Verbs.DraftBack when page is Page.Matching && PersonAt(draft, page, press) is > 0 and var there:
                return DraftVerbs.Page(draft, page, [], null, press, there - 1);
            case Verbs.DraftBack:
                return DraftVerbs.Page(draft, pages[Math.Max(0, at - 1)], [], null, press);
            default:
                var here = Person(draft, page, press);
                var problems = Stopping(draft, page, press)
                    .Where(problem => here is null || here.Exists(row => row.Id == problem.Place.RowId))
                    .ToList();
                return problems.Count > 0 ? DraftVerbs.Page(draft, page, problems, null, press, PersonAt(draft, page, press))
                    : here is not null && PersonAt(draft, page, press) + 1 < Page.Matching.Persons(page, draft.Answers).Count
                        ? DraftVerbs.Page(draft, page, [], null, press, PersonAt(draft, page, press) + 1)
                    : at + 1 == pages.Length ? DraftVerbs.Review(draft, "", null, press)
                    : DraftVerbs.Page(draft, pages[at + 1], [], Advice(draft, page), press);
        }
    }

    /// <summary>The criteria are two, both needed (A1); whoever is in doubt refers, and the MASH decides (A3).</summary>
    private static Notice? Advice(Draft draft, Page page) =>
        draft.Purpose == DraftPurpose.NewReferral
        && page.Id == "criteria"
        && (draft.Answers["criteria", "abuse"] == "no" || draft.Answers["criteria", "harm"] == "no")
            ? new(
                NoticeKind.Information,
                "From your answers this may not be a serious safeguarding incident, which needs both. Speak to your safeguarding lead about practice learning instead. If you still think it should be looked at, go on: the MASH decides."
            )
            : null;

    private static int Part(Press press, Page.Repeating page) => Part(press) < page.Parts.Length ? Part(press) : 0;

    private static int Part(Press press) => int.TryParse(press.Key("part"), out var part) && part >= 0 ? part : 0;

    /// <summary>What was typed; of several choices in the order of the list, whatever order a client sends.</summary>
    private static string Typed(Question question, Press press, string name, string kept) =>
        question.Kind is AnswerKind.Several several
            ? several.Ordered(press.Input(name))
            : Shortening.Kept(kept, press.Input(name), press.Key(Shortening.KeyOf(name)));

    /// <summary>What keeps somebody from going on to the next page: what is wrong, and what is missing where it must not be.</summary>
    private static IEnumerable<Problem> Stopping(Draft draft, Page page, Press press) =>
        Checking
            .Problems(page, draft.Answers, press.Context.Today)
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
