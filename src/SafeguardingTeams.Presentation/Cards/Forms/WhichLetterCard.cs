using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>
/// Asks whoever reads a Word form in which letter it came with, where section 1 was not the same in all of them and the file does not
/// say: until somebody does, its answers of section 1 stand beside nobody (B4, B5).
/// </summary>
public static class WhichLetterCard
{
    /// <summary>The answer that nobody can tell.</summary>
    public const string NobodyCanTell = "none";

    private const int AnswersShown = 10,
        DetailsShown = 8,
        LettersShown = 6;

    /// <param name="draft">The return that was read from the form.</param>
    /// <param name="agency">The agency's name.</param>
    /// <param name="letters">Section 1 as each letter's form has it, oldest first.</param>
    public static AdaptiveCard Draw(Draft draft, string agency, ImmutableList<SectionOne> letters, CardContext context)
    {
        var page = draft.Form.Page(InitialScopingV1.Family)!;
        var unplaced = draft.Answers.RowsOf(page.Id).FindAll(row => SaidOfDetails.IsUnplaced(row) && SaidOfDetails.IsAnswered(row));
        return Card([
            Aside($"{draft.Form.Title}. Reference {draft.Record}"),
            Heading("Which letter is this form from?"),
            Fact("Returned by", agency),
            Say(
                "Section 1 was not the same in all the forms this agency was sent, and the file does not say which it is. "
                    + "Compare it with those below, or ask the agency. Do not guess: its answers would stand beside the wrong person."
            ),
            .. letters
                .TakeLast(LettersShown)
                .SelectMany((letter, i) => Letter(draft, page, letter, letters, first: i == 0 && letters.Count <= LettersShown, context)),
            Subheading("What the file says of section 1") with
            {
                Separator = true,
            },
            .. unplaced.Take(AnswersShown).Select(row => Fact(Printed(row), Inputs.Compared(row))),
            unplaced.Count > AnswersShown
                ? Aside($"and {(unplaced.Count - AnswersShown).ToString(CultureInfo.InvariantCulture)} more")
                : null,
            Buttons(
                FormPageCard.Key(context, "Nobody can tell", Verbs.DraftLetter, draft, page, ("letter", NobodyCanTell)),
                FormPageCard.Key(context, "Leave it for now", Verbs.DraftLeave, draft, page, ("to", "review")),
                FormPageCard.Key(context, DraftWords.Of(draft, context.Words).Discard, Verbs.DraftDelete, draft, page)
            ),
        ]);
    }

    private static IEnumerable<Element> Letter(
        Draft draft,
        Page page,
        SectionOne letter,
        ImmutableList<SectionOne> all,
        bool first,
        CardContext context
    )
    {
        yield return Subheading($"The form of {letter.Called}") with
        {
            Separator = true,
        };
        yield return Aside(
            first
                ? $"It went with the first letter to this agency, on {Moment(letter.At!.Value)}."
                : $"Section 1 was put right on {Moment(letter.At!.Value)}; this form went out from then on."
        );
        foreach (
            var line in Lines(
                letter,
                [.. letter.Details.Where(detail => all.Exists(other => !other.Details.Contains(detail)))],
                "Only here"
            )
        )
        {
            yield return line;
        }

        foreach (
            var line in Lines(
                letter,
                [.. all.SelectMany(other => other.Details).Distinct().Where(detail => !letter.Details.Exists(own => own.Id == detail.Id))],
                "Not on it"
            )
        )
        {
            yield return line;
        }

        yield return Buttons(
            FormPageCard.Key(
                context,
                $"It is the form of {letter.Called}",
                Verbs.DraftLetter,
                draft,
                page,
                ("letter", letter.Number.ToString(CultureInfo.InvariantCulture))
            )
        );
    }

    private static IEnumerable<Element> Lines(SectionOne letter, ImmutableList<HeldDetail> details, string label)
    {
        foreach (var detail in details.Take(DetailsShown))
        {
            var given = letter.Details.Contains(detail) ? $": {Inputs.Cut(Inputs.Given(detail.Row), 200)}" : "";
            yield return Fact(label, $"{detail.Of}, {detail.Detail.ToLowerInvariant()}{given}");
        }

        if (details.Count > DetailsShown)
        {
            yield return Aside($"and {(details.Count - DetailsShown).ToString(CultureInfo.InvariantCulture)} more");
        }
    }

    private static string Printed(AnswerRow row) =>
        string.Join(", ", new[] { row[Page.Matching.Of], row[Page.Matching.Detail] }.Where(text => text.Length > 0))
            is { Length: > 0 } printed
            ? printed
            : "A row of which nothing is printed";
}
