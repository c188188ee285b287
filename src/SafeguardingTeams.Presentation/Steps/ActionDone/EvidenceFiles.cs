using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionDone;

/// <summary>The files that show what was done of an action, with the links beside them (C5, C19).</summary>
public static class EvidenceFiles
{
    /// <summary>The page on which one is added, before the action's reference.</summary>
    public const string Address = "evidence";

    /// <summary>What is said of a file: its name, size and when it was added.</summary>
    public static string Line(KeptFile kept) => $"{kept.Document.Name}, {FileWords.Size(kept.Document.Length)}, {Written.Moment(kept.At)}";

    /// <summary>
    /// The files and the links, each to be opened, and the way to add one for who may; nothing where neither is. In view is the newest, or
    /// the way to add the first; the rest stands behind "More", in as many sets as it takes.
    /// </summary>
    internal static IEnumerable<Element> Of(ActionFile file, CardContext context)
    {
        var there = EvidenceFile.There(file);
        var mayAdd = ActionRules.MayTake(Step.AddEvidenceFile, file, context.Viewer);
        return there.IsEmpty && EvidenceLink.There(file).IsEmpty && !mayAdd
            ? []
            :
            [
                Subheading("Files that show it") with
                {
                    Spacing = "large",
                },
                .. there.IsEmpty ? [Say("None yet.")] : there.Select(one => Fact($"File {Number(one.Number)}", Line(one.Kept))),
                .. EvidenceLinks.Of(file),
                .. ReviewParts.InRows(
                    there
                        .Reverse()
                        .Select(one =>
                            ReviewParts.Link(
                                context,
                                $"Open file {Number(one.Number)}",
                                $"documents/{file.Ref}/evidence/{Number(one.Number)}"
                            )
                        )
                        .Concat(EvidenceLinks.Open(file))
                        .Append(mayAdd ? ReviewParts.Link(context, "Add a file", $"{Address}/{file.Ref}") : null)
                        .Concat<CardButton?>([
                            Key(Step.AddEvidenceLink, "Add a link", Verbs.ActionLinkAdd),
                            Key(Step.TakeOutEvidenceFile, "Take a file out", Verbs.ActionFileOut),
                            Key(Step.TakeOutEvidenceLink, "Take a link out", Verbs.ActionLinkOut),
                        ])
                        .OfType<CardButton>()
                        .Select((button, i) => i == 0 ? button : button.BehindMore())
                ),
            ];

        ActionExecute? Key(Step step, string title, string verb) =>
            ActionRules.MayTake(step, file, context.Viewer) ? ActionForm.Key(context, title, verb, file) : null;
    }

    /// <summary>Take one out, with the reason (F2).</summary>
    public static AdaptiveCard TakeOut(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Take a file out?",
            "Nobody opens it any more. That it was there, and why it is not, stays on the timeline. It cannot be put back; it can be added "
                + "anew.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "file",
                    "Which file?",
                    EvidenceFile.There(file).Select(one => new InputChoice(Line(one.Kept), Number(one.Number))),
                    EvidenceFile.There(file) is [var only] ? Number(only.Number) : ""
                ),
                .. GroupForm.Text(filled, context, "reason", "Why?", "For example: a name stands in it. Do not write the name."),
            ],
            ActionForm.Send(context, "Take it out", Verbs.ActionFileOut, Step.TakeOutEvidenceFile, file)
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
