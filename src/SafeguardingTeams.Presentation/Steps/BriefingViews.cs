using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>The text of a briefing on a card, and what stands behind it.</summary>
internal static class BriefingViews
{
    private const int MostOfAKind = 300;

    /// <summary>The boxes and the foot: what its readers see.</summary>
    internal static IEnumerable<Element> Boxes(BriefingText text) =>
        [
            .. BriefingForms.Boxes(text.Form, text.Answers).Select(box => Fact(box.Box.Label, box.Text)),
            Fact("Whom to ask", text.Answers[BriefingForms.Foot, BriefingForms.Contact]),
        ];

    /// <summary>What was found, replaced and may have been missed: for whoever checks and approves it (E26).</summary>
    internal static IEnumerable<Element> Behind(BriefingText text, BriefingCheck? check) =>
        [
            Subheading("Behind it") with
            {
                Spacing = "large",
            },
            Fact("Written by", $"{text.Author.Display}, {Written.ShortDay(text.On)}"),
            Fact("Changed or left out", text.Answers[BriefingForms.Behind, BriefingForms.Replaced]),
            .. Found(text),
            .. check is null
                ? Array.Empty<Element>()
                : [Fact("Checked by", $"{check.By.Display}, {Written.ShortDay(check.On)}"), Fact("May have been missed", check.Missed)],
        ];

    /// <summary>What in it may point to a person, by kind.</summary>
    private static IEnumerable<Element> Found(BriefingText text) =>
        text.Found.IsEmpty
            ? [Fact("Found by itself", "Nothing. That is no proof: read it as somebody who knows the family.")]
            :
            [
                .. text
                    .Found.GroupBy(one => one.Kind)
                    .Select(kind =>
                        Fact(
                            $"Found: {char.ToLowerInvariant(BriefingWording.Of(kind.Key)[0])}{BriefingWording.Of(kind.Key)[1..]}",
                            Inputs.Cut(string.Join("; ", kind.Select(one => $"“{one.Text}” ({one.Box})")), MostOfAKind)
                        )
                    ),
            ];
}
