using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>Everything that happened to a case, newest first: what, who, when, why.</summary>
public static class TimelineCard
{
    private const int Shown = 15;

    /// <summary>Draws one page of it.</summary>
    public static AdaptiveCard Draw(CaseFile file, int page, CardContext context)
    {
        var all = Visibility.History(file, context.Viewer).Reverse().ToList();
        return Card([
            Aside($"Serious incident referral {file.Id}"),
            Heading("Timeline"),
            .. all.Skip(page * Shown).Take(Shown).SelectMany(recorded => Line(recorded, file)),
            Buttons(
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id))).Main(),
                all.Count > (page + 1) * Shown
                    ? Button(
                        context,
                        "Older",
                        Verbs.Timeline,
                        ("case", Code(file.Id)),
                        ("page", (page + 1).ToString(CultureInfo.InvariantCulture))
                    )
                    : null,
                page > 0
                    ? Button(
                        context,
                        "Newer",
                        Verbs.Timeline,
                        ("case", Code(file.Id)),
                        ("page", (page - 1).ToString(CultureInfo.InvariantCulture))
                    )
                    : null,
                WhoLookedCard.May(file, context.Viewer) ? Button(context, "Who has looked", Verbs.WhoLooked, ("case", Code(file.Id))) : null
            ),
        ]);
    }

    private static IEnumerable<Element> Line(RecordedEvent recorded, CaseFile file)
    {
        var (what, why) = TimelineText.Of((CaseEvent)recorded.Event, file);
        var roles = CaseWords.Roles(recorded.By.Roles);
        return
        [
            new RichTextBlock([new TextRun(what) { Weight = "bolder" }]) { Separator = true },
            Fact(Moment(recorded.At), $"{recorded.By.Display}, {recorded.By.Agency}{(roles.Length > 0 ? $" ({roles})" : "")}"),
            .. why.Length == 0 ? Enumerable.Empty<Element>() : [Fact("Why, or how", Inputs.Cut(why, 600))],
        ];
    }
}
