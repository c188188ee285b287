using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>The referral as it stands, one section at a time: a copy of what was sent, with what was corrected since.</summary>
public static class ReferralCard
{
    private const int RowsShown = 4;
    private const int PersonsShown = 3;

    /// <summary>The most text of several rows on one card: twice that, were it all quotation marks, still fits.</summary>
    private const int MaxText = 12_000;

    /// <summary>Where the next part of a section begins; null where all of it is shown.</summary>
    internal static int? Next(Answers answers, Page page, int from)
    {
        var (all, most) = Listed(answers, page);
        var shown = Fitting(all, most, from);
        return all.Count > from + shown ? from + shown : null;
    }

    /// <summary>
    /// How many rows, or persons, stand on one card: as many as usual, fewer where what was written of them is long, at least one.
    /// </summary>
    private static int Fitting(IReadOnlyList<int> lengths, int most, int from)
    {
        var (shown, text) = (0, 0);
        foreach (var length in lengths.Skip(from).Take(most))
        {
            text += length;
            if (shown > 0 && text > MaxText)
            {
                break;
            }

            shown++;
        }

        return shown;
    }

    /// <summary>
    /// The length of what was written in each row of a section, or of each person; and how many of them a card shows at most.
    /// </summary>
    private static (IReadOnlyList<int> Lengths, int Most) Listed(Answers answers, Page page) =>
        page switch
        {
            Page.Matching => ([.. Page.Matching.Persons(page, answers).Select(rows => rows.Sum(Length))], PersonsShown),
            Page.Repeating => ([.. answers.RowsOf(page.Id).Select(Length)], RowsShown),
            _ => ([], RowsShown),
        };

    private static int Length(AnswerRow row) => row.Values.Values.Sum(text => text.Length);

    /// <summary>Draws one section.</summary>
    /// <param name="section">The index of the form's page.</param>
    /// <param name="from">The first row of a repeating section to show.</param>
    public static AdaptiveCard Draw(CaseFile file, int section, int from, CardContext context)
    {
        var form = file.Referral!.Form;
        section = Math.Clamp(section, 0, form.Pages.Length - 1);
        var page = form.Pages[section];
        var next = Next(file.Referral.Answers, page, from);
        ActionExecute Go(string title, int to, int row) =>
            Button(
                context,
                title,
                Verbs.ReadReferral,
                ("case", Code(file.Id)),
                ("page", to.ToString(CultureInfo.InvariantCulture)),
                ("row", row.ToString(CultureInfo.InvariantCulture))
            );
        return Card([
            Aside($"{form.Title} {file.Id}, section {section + 1} of {form.Pages.Length}"),
            Heading(page.Title),
            .. Section(file.Referral.Answers, page, from),
            .. Corrected(file, page),
            Buttons(
                next is { } more ? Go("More of this section", section, more)
                    : section + 1 < form.Pages.Length ? Go("Next section", section + 1, 0).Main()
                    : null,
                section > 0 ? Go("Previous section", section - 1, 0) : null,
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))
            ),
        ]);
    }

    /// <summary>A section's answers in full.</summary>
    internal static IEnumerable<Element> Section(Answers answers, Page page, int from) =>
        page switch
        {
            Page.Single single => single.Questions.SelectMany(question => Answer(question, answers[page.Id, question.Id])),
            Page.Repeating repeating when answers.RowsOf(page.Id).IsEmpty => [Aside("None given.")],
            Page.Repeating repeating => Rows(answers, page, from)
                .SelectMany(
                    (row, i) =>
                        repeating
                            .Questions.SelectMany(question => Answer(question, row[question.Id]))
                            .Prepend(
                                Subheading($"{char.ToUpperInvariant(repeating.RowName[0])}{repeating.RowName[1..]} {from + i + 1}") with
                                {
                                    Separator = true,
                                }
                            )
                ),
            Page.Matching => Page
                .Matching.Persons(page, answers)
                .Skip(from)
                .Take((Next(answers, page, from) ?? int.MaxValue) - from)
                .SelectMany(rows =>
                    rows.Select(row => Fact(row[Page.Matching.Detail], Inputs.Compared(row)))
                        .Prepend(Fact("Person", rows[0][Page.Matching.Of]) with { Separator = true })
                ),
            _ => [],
        };

    private static IEnumerable<AnswerRow> Rows(Answers answers, Page page, int from) =>
        answers.RowsOf(page.Id).Skip(from).Take((Next(answers, page, from) ?? int.MaxValue) - from);

    internal static IEnumerable<Element> Answer(Question question, string text) =>
        question.Kind is AnswerKind.Text && text.Length > 0
            ? [new RichTextBlock([new TextRun($"{question.Label}:") { Weight = "bolder" }]), .. Told(text)]
            : [Fact(question.Label, Inputs.Shown(question, text))];

    private static IEnumerable<Element> Corrected(CaseFile file, Page page)
    {
        var changes = file
            .History.Where(recorded => recorded.Event is Domain.Steps.Referral.ReferralChanged)
            .SelectMany(recorded => ((Domain.Steps.Referral.ReferralChanged)recorded.Event).Changes.Select(change => (recorded, change)))
            .Where(pair => pair.change.Place.PageId == page.Id && pair.change.Replaces)
            .ToList();
        if (changes.Count == 0)
        {
            yield break;
        }

        yield return Subheading("Corrected since it was sent");
        foreach (var (recorded, change) in changes.TakeLast(10))
        {
            var question = ReviewCard.Question(file.Referral!.Form, change.Place);
            yield return Fact(
                question.Label,
                $"earlier: {Inputs.Cut(Inputs.Shown(question, change.Old), 300)} (changed {Moment(recorded.At)} by {recorded.By.Display})"
            );
        }
    }
}
