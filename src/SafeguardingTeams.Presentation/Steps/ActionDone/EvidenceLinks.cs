using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionDone;

/// <summary>The links to what shows what was done of an action (C5, C19).</summary>
public static class EvidenceLinks
{
    /// <summary>What it shows, where it leads, and since when it is there.</summary>
    internal static string Line(EvidenceLink link) => $"{link.What}, at {new Uri(link.Address).Host}, {Written.Moment(link.At)}";

    /// <summary>The links; nothing where none is.</summary>
    internal static IEnumerable<Element> Of(ActionFile file) =>
        EvidenceLink.There(file) is { IsEmpty: false } there
            ?
            [
                Subheading("Links that show it") with
                {
                    Spacing = "large",
                },
                .. there.Select(one => Fact($"Link {Number(one.Number)}", Line(one))),
            ]
            : [];

    /// <summary>What opens each, the newest first.</summary>
    internal static IEnumerable<ActionOpenUrl> Open(ActionFile file) =>
        EvidenceLink.There(file).Reverse().Select(one => new ActionOpenUrl($"Open link {Number(one.Number)}", new(one.Address)));

    /// <summary>Add one.</summary>
    public static AdaptiveCard Add(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Add a link",
            "To something that shows what was done or what it has changed. Whoever reads the action sees the link; who may open it, the "
                + "place it leads to decides. Name no child, relative or practitioner, in the address neither.",
            [
                .. GroupForm.Line(filled, context, "link", "The address", "The whole of it; it begins with https://."),
                .. GroupForm.Line(
                    filled,
                    context,
                    "what",
                    "What does it show?",
                    $"In a few words, up to {AddEvidenceLink.LongestWhat} characters."
                ),
            ],
            ActionForm.Send(context, "Add it", Verbs.ActionLinkAdd, Step.AddEvidenceLink, file)
        );

    /// <summary>Take one out, with the reason (F2).</summary>
    public static AdaptiveCard TakeOut(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Take a link out?",
            "Nobody is shown it any more. That it was there, and why it is not, stays on the timeline. It can be added anew.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "link",
                    "Which link?",
                    EvidenceLink.There(file).Select(one => new InputChoice(Line(one), Number(one.Number))),
                    EvidenceLink.There(file) is [var only] ? Number(only.Number) : ""
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "reason",
                    "Why?",
                    "For example: it leads to a page that names somebody. Do not write the name."
                ),
            ],
            ActionForm.Send(context, "Take it out", Verbs.ActionLinkOut, Step.TakeOutEvidenceLink, file)
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
