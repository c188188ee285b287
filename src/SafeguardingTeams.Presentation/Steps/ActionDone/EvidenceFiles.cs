using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionDone;

/// <summary>The files that show what was done of an action (C5, C19).</summary>
public static class EvidenceFiles
{
    /// <summary>The page on which one is added, before the action's reference.</summary>
    public const string Address = "evidence";

    /// <summary>What is said of a file: its name, size and when it was added.</summary>
    public static string Line(KeptFile kept) => $"{kept.Document.Name}, {FileWords.Size(kept.Document.Length)}, {Written.Moment(kept.At)}";

    /// <summary>The files, each to be opened, and the way to add one for who may; nothing where neither is.</summary>
    internal static IEnumerable<Element> Of(ActionFile file, CardContext context)
    {
        var there = KeptFile.Of(file).ToList();
        var mayAdd = ActionRules.MayTake(Step.AddEvidenceFile, file, context.Viewer);
        return there.Count == 0 && !mayAdd
            ? []
            :
            [
                Subheading("Files that show it") with
                {
                    Spacing = "large",
                },
                .. there.Count == 0 ? [Say("None yet.")] : there.Select((kept, i) => Fact($"File {Number(i + 1)}", Line(kept))),
                .. ReviewParts.InRows([
                    .. there.Select(
                        (_, i) =>
                            (CardButton)
                                ReviewParts.Link(context, $"Open file {Number(i + 1)}", $"documents/{file.Ref}/evidence/{Number(i + 1)}")
                    ),
                    mayAdd ? ReviewParts.Link(context, "Add a file", $"{Address}/{file.Ref}") : null,
                ]),
            ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
