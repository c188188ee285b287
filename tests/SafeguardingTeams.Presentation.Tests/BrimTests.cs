using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>No text locks a draft: every form filled to the brim, in any script, can be opened, shortened and deleted.</summary>
public class BrimTests
{
    private static readonly CardContext Context = Gallery.Context(CaseStory.Somebody(Role.Operations));

    public static TheoryData<string, string> Scripts =>
        new()
        {
            { "Latin", "a" },
            { "Arabic", "ع" },
            { "emoji", "😀" },
            { "quotes", "\"" },
            { "apostrophes", "'" },
            { "backslashes", "\\" },
            { "angle brackets", "<" },
            { "Chinese", "事" },
            { "line ends", "\n" },
            { "accents set apart", "e\u0301" },
            { "private use", "\uE000" },
            { "control characters", "\u0001" },
            { "one letter a line", "a\n" },
            { "pairs that Teams runs", "${{" },
        };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_form_filled_to_the_brim_can_be_opened_on_every_page(string script, string character)
    {
        foreach (var form in FormLibrary.All)
        {
            foreach (var card in Cards(Brim.Of(form, character, 1)))
            {
                Assert.True(CardJson.Fits(card), $"{form.Id}: a page is too large in {script}.");
            }
        }
    }

    /// <summary>
    /// Whatever may be sent is shown whole: only pages of nothing but quotes, backslashes, control characters or pairs that are broken
    /// take more room than a card has.
    /// </summary>
    [Theory]
    [MemberData(nameof(Scripts))]
    public void What_is_within_the_forms_own_limits_is_shown_whole(string script, string character)
    {
        if (script is "quotes" or "backslashes" or "line ends" or "one letter a line" or "control characters" or "pairs that Teams runs")
        {
            return;
        }

        foreach (var draft in FormLibrary.All.Select(form => Brim.Of(form, character, 1)))
        {
            var inputs = Cards(draft)
                .SelectMany(card => CardJson.Flat(card.Body))
                .OfType<InputText>()
                .Where(input => input.IsMultiline == true)
                .ToList();
            Assert.NotEmpty(inputs);
            Assert.Empty(
                inputs
                    .Where(input =>
                        !input.Id.StartsWith("reason__", StringComparison.Ordinal) && input.Value.Length < input.MaxLength / 4 - 1
                    )
                    .Select(input => input.Id)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_text_far_beyond_its_limit_is_shown_in_part_and_kept_whole_until_it_is_changed(string script, string character)
    {
        foreach (var form in FormLibrary.All)
        {
            var draft = Brim.Of(form, character, 8);
            foreach (var card in Cards(draft))
            {
                Assert.True(CardJson.Fits(card), $"{form.Id}: a page is too large in {script}.");
                foreach (var invocation in card.Body.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ActionExecute>())
                {
                    foreach (var (key, shown) in invocation.Data.Where(pair => pair.Key.StartsWith("shown-", StringComparison.Ordinal)))
                    {
                        var input = CardJson
                            .Flat(card.Body)
                            .OfType<InputElement>()
                            .Single(input => Shortening.KeyOf(input.Id.Split("__")[0]) == key);
                        var value = input is InputText text ? text.Value : ((dynamic)input).Value;
                        var kept = value + string.Concat(Enumerable.Repeat(character, 100));
                        Assert.Equal(kept, Shortening.Kept(kept, value, shown));
                        Assert.Equal("shorter", Shortening.Kept(kept, "shorter", shown));
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_row_of_a_long_list_can_be_reached_edited_and_removed_and_one_with_something_wrong_is_shown_first()
    {
        var form = FormLibrary.All.Single(form => form.Id == "initial-scoping");
        var draft = Brim.Of(form, "a", 1);
        foreach (var page in form.Pages.OfType<Page.Repeating>())
        {
            var rows = draft.Answers.RowsOf(page.Id);
            HashSet<string> edited = [],
                removed = [];
            for (var part = 0; part < rows.Count; part++)
            {
                var presses = CardJson
                    .Flat(FormPageCard.Draw(draft, page, [], null, Context, part).Body)
                    .OfType<ActionSet>()
                    .SelectMany(set => set.Actions)
                    .OfType<ActionExecute>()
                    .ToList();
                edited.UnionWith(
                    presses.Where(invocation => invocation.Verb == Verbs.RowEdit).Select(invocation => invocation.Data["row"])
                );
                removed.UnionWith(
                    presses.Where(invocation => invocation.Verb == Verbs.RowRemove).Select(invocation => invocation.Data["row"])
                );
                if (presses.FirstOrDefault(invocation => invocation.Title == "Later in the list") is not { } later)
                {
                    break;
                }

                Assert.Equal($"{part + 1}", later.Data["part"]);
            }

            Assert.Equal(rows.Select(row => row.Id).Order(), edited.Order());
            Assert.Equal(edited.Order(), removed.Order());
            var wrong = rows[rows.Count / 2].Id;
            var shown = FormPageCard.Draw(draft, page, [new(new(page.Id, wrong, page.Questions.First().Id), "Wrong.")], null, Context);
            Assert.Contains(
                CardJson.Flat(shown.Body).OfType<ActionSet>().SelectMany(set => set.Actions).OfType<ActionExecute>(),
                invocation => invocation.Verb == Verbs.RowEdit && invocation.Data["row"] == wrong
            );
        }
    }

    /// <summary>Every card on which a draft is filled in, looked through, left or deleted.</summary>
    private static IEnumerable<AdaptiveCard> Cards(Draft draft)
    {
        var problems = Checking.Problems(draft.Form, draft.Answers, Context.Today);
        var why = new Notice(NoticeKind.Problem, new string('x', 200));
        foreach (var page in draft.Form.Pages)
        {
            var parts = page is Page.Matching ? Page.Matching.Persons(page, draft.Answers).Count : 1;
            for (var part = 0; part < parts; part++)
            {
                yield return FormPageCard.Draw(draft, page, problems, why, Context, part);
            }

            if (page is Page.Repeating repeating)
            {
                var row = draft.Answers.RowsOf(page.Id)[^1];
                for (var part = 0; part < repeating.Parts.Length; part++)
                {
                    yield return RowCard.Draw(draft, repeating, row, part, problems, why, Context);
                }
            }
        }

        yield return ReviewCard.Draw(draft, problems, Checking.Blanks(draft.Form, draft.Answers), "", why, Context, "Say why.");
        yield return ReviewCard.Draw(
            draft with
            {
                Purpose = DraftPurpose.ChangeReferral,
                Before = Answers.None,
            },
            problems,
            [],
            "",
            why,
            Context,
            "Say why."
        );
        yield return LeftCard.Saved(draft, Context);
        yield return LeftCard.AskDelete(draft, Context);
    }
}
