using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>Everything that happened to a case, newest first: what, who, when, why.</summary>
public static class TimelineCard
{
    private const int Shown = 15;

    /// <summary>Draws one page of it.</summary>
    public static AdaptiveCard Draw(CaseFile file, int page, CardContext context)
    {
        var all = file.History.Reverse().Where(recorded => Insight.Shows(recorded.Event, file, context.Viewer)).ToList();
        return Card(
        [
            Aside($"Serious incident referral {file.Id}"),
            Heading("Timeline"),
            .. all.Skip(page * Shown).Take(Shown).SelectMany(recorded => Line(recorded, file)),
            Buttons(
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id))).Main(),
                all.Count > (page + 1) * Shown ? Button(context, "Older", Verbs.Timeline, ("case", Code(file.Id)), ("page", (page + 1).ToString(CultureInfo.InvariantCulture))) : null,
                page > 0 ? Button(context, "Newer", Verbs.Timeline, ("case", Code(file.Id)), ("page", (page - 1).ToString(CultureInfo.InvariantCulture))) : null),
        ]);
    }

    private static IEnumerable<Element> Line(RecordedEvent recorded, CaseFile file)
    {
        var (what, why) = Happenings.Of(recorded.Event, file);
        var roles = Happenings.Roles(recorded.By.Roles);
        return
        [
            new RichTextBlock([new TextRun(what) { Weight = "bolder" }]) { Separator = true },
            Fact(Moment(recorded.At), $"{recorded.By.Display}, {recorded.By.Agency}{(roles.Length > 0 ? $" ({roles})" : "")}"),
            .. why.Length == 0 ? Enumerable.Empty<Element>() : [Fact("Why, or how", Inputs.Cut(why, 600))],
        ];
    }
}

/// <summary>The referral as it stands, one section at a time: a copy of what was sent, with what was corrected since.</summary>
public static class ReferralCard
{
    internal const int RowsShown = 4;
    private const int PersonsShown = 3;

    /// <summary>Where the next part of a section begins; null where all of it is shown.</summary>
    internal static int? Next(Answers answers, Page page, int from)
    {
        var (all, shown) = page is Page.Matching ? (Page.Matching.Persons(page, answers).Count, PersonsShown) : (page is Page.Repeating ? answers.RowsOf(page.Id).Count : 0, RowsShown);
        return all > from + shown ? from + shown : null;
    }

    /// <summary>Draws one section.</summary>
    /// <param name="file">The case.</param>
    /// <param name="section">The index of the form's page.</param>
    /// <param name="from">The first row of a repeating section to show.</param>
    /// <param name="context">The drawing.</param>
    public static AdaptiveCard Draw(CaseFile file, int section, int from, CardContext context)
    {
        var form = file.Referral!.Form;
        section = Math.Clamp(section, 0, form.Pages.Length - 1);
        var page = form.Pages[section];
        var more = page is Page.Repeating && file.Referral.Answers.RowsOf(page.Id).Count > from + RowsShown;
        ActionExecute Go(string title, int to, int row) => Button(context, title, Verbs.ReadReferral,
            ("case", Code(file.Id)), ("page", to.ToString(CultureInfo.InvariantCulture)), ("row", row.ToString(CultureInfo.InvariantCulture)));
        return Card(
        [
            Aside($"{form.Title} {file.Id}, section {section + 1} of {form.Pages.Length}"),
            Heading(page.Title),
            .. Section(file.Referral.Answers, page, from),
            .. Corrected(file, page),
            Buttons(
                more ? Go("More of this section", section, from + RowsShown) : section + 1 < form.Pages.Length ? Go("Next section", section + 1, 0).Main() : null,
                section > 0 ? Go("Previous section", section - 1, 0) : null,
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))),
        ]);
    }

    /// <summary>A section's answers in full.</summary>
    internal static IEnumerable<Element> Section(Answers answers, Page page, int from) => page switch
    {
        Page.Single single => single.Questions.SelectMany(question => Answer(question, answers[page.Id, question.Id])),
        Page.Repeating repeating when answers.RowsOf(page.Id).IsEmpty => [Aside("None given.")],
        Page.Repeating repeating => answers.RowsOf(page.Id).Skip(from).Take(RowsShown).SelectMany((row, i) =>
            repeating.Questions.SelectMany(question => Answer(question, row[question.Id]))
                .Prepend(Subheading($"{char.ToUpperInvariant(repeating.RowName[0])}{repeating.RowName[1..]} {from + i + 1}") with { Separator = true })),
        Page.Matching => Page.Matching.Persons(page, answers).Skip(from).Take(PersonsShown).SelectMany(rows =>
            rows.Select(row => Fact(row[Page.Matching.Detail], Inputs.Compared(row))).Prepend(Fact("Person", rows[0][Page.Matching.Of]) with { Separator = true })),
        _ => [],
    };

    internal static IEnumerable<Element> Answer(Question question, string text) => question.Kind is AnswerKind.Text && text.Length > 0
        ? [new RichTextBlock([new TextRun($"{question.Label}:") { Weight = "bolder" }]), .. Told(text)]
        : [Fact(question.Label, Inputs.Shown(question, text))];

    private static IEnumerable<Element> Corrected(CaseFile file, Page page)
    {
        var changes = file.History.Where(recorded => recorded.Event is Domain.Steps.Referral.ReferralChanged)
            .SelectMany(recorded => ((Domain.Steps.Referral.ReferralChanged)recorded.Event).Changes.Select(change => (recorded, change)))
            .Where(pair => pair.change.Place.PageId == page.Id && pair.change.Replaces).ToList();
        if (changes.Count == 0)
        {
            yield break;
        }

        yield return Subheading("Corrected since it was sent");
        foreach (var (recorded, change) in changes.TakeLast(10))
        {
            var question = ReviewCard.Question(file.Referral!.Form, change.Place);
            yield return Fact(question.Label, $"earlier: {Inputs.Cut(Inputs.Shown(question, change.Old), 300)} (changed {Moment(recorded.At)} by {recorded.By.Display})");
        }
    }
}
