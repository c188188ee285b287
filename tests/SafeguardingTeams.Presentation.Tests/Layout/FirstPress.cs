using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>
/// What is asked is in sight on a phone: the first button that does something ends within 560 px of the card's top at 360 px. Not on
/// cards that are read or filled in from the top: a page of a form, check answers, dates, a timeline. Fonts differ from machine to
/// machine, so a card comes off the list only when it is well within.
/// </summary>
internal static class FirstPress
{
    internal const int Limit = 560;
    private const int WellWithin = 520;
    private static readonly string[] FormVerbs =
    [
        "draft-continue",
        "draft-send",
        "row-save",
        "group-seat",
        "group-terms",
        "learning-alike",
        "learning-fed-back",
        "learning-decision",
        "learning-lead-said",
        "group-meeting-new",
        "group-meeting-move",
        "group-meeting-attendance",
        "item-interest",
        "item-action",
        "item-decide",
        "item-outline",
        "item-co-opt",
        "yearly-report",
        "report-update",
        "approval-mediation-correct",
        "nil-return",
        "securing-confirm",
    ];

    /// <summary>What is wrong with these cards, and with the list as far as it is about them.</summary>
    /// <param name="ends">Where the first press of each ends that it is asked of.</param>
    internal static IReadOnlyList<string> Faults(IReadOnlyDictionary<string, double> ends, Func<string, bool> isAbout)
    {
        var list = NotYet.On("first-press").Where(isAbout).ToList();
        return
        [
            .. NotYet.Faults(
                "first-press",
                list,
                ends.Where(one => one.Value > (list.Contains(one.Key) ? WellWithin : Limit))
                    .ToDictionary(one => one.Key, one => $"the first press ends at {one.Value:0} px.")
            ),
        ];
    }

    /// <summary>Whether it is to be in sight on this card.</summary>
    internal static bool IsAskedOf(string name, AdaptiveCard card) => !MayBeLower(name, card);

    private static bool MayBeLower(string name, AdaptiveCard card) =>
        name.StartsWith("timeline", StringComparison.Ordinal)
        || name.StartsWith("timetable", StringComparison.Ordinal)
        || name.StartsWith("action-form-", StringComparison.Ordinal)
        || name.StartsWith("further-form-", StringComparison.Ordinal)
        || name.StartsWith("briefing-form-", StringComparison.Ordinal)
        || name.StartsWith("leads-question-ask", StringComparison.Ordinal)
        || name.StartsWith("leads-question-comment", StringComparison.Ordinal)
        || name.StartsWith("group-form-plan-", StringComparison.Ordinal)
        || name.StartsWith("group-form-event-", StringComparison.Ordinal)
        || name.StartsWith("group-form-published", StringComparison.Ordinal)
        || name.StartsWith("people-form-", StringComparison.Ordinal)
        || name.StartsWith("closing-considered", StringComparison.Ordinal)
        || name == "sample-dates"
        || DrawnCard.Of(card).Buttons.Any(button => FormVerbs.Contains(DrawnCard.Text(button, "verb")));

    /// <summary>Where it ends, below the card's top; null where nothing is to be pressed.</summary>
    internal static async Task<double?> EndsAtAsync(CardPage page, AdaptiveCard card)
    {
        await page.DrawAsync(card);
        return await EndsAtAsync(page);
    }

    /// <summary>Where it ends on the card that is drawn.</summary>
    internal static Task<double?> EndsAtAsync(CardPage page) =>
        page.Page.EvaluateAsync<double?>(
            """
            () => {
              const place = document.getElementById("place");
              const first = [...place.querySelectorAll(".ac-pushButton:not([aria-expanded])")].find((button) => button.offsetParent);
              return first ? first.getBoundingClientRect().bottom - place.getBoundingClientRect().top : null;
            }
            """
        );
}
