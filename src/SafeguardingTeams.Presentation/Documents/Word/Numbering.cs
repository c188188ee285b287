using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Real lists: bullets, and numbers that start again with each list.</summary>
internal static class Numbering
{
    internal const int Bullets = 1,
        FirstList = 2;

    private const int Levels = 3,
        BulletKind = 1,
        NumberKind = 2;

    internal static W.Numbering Of(IReadOnlyList<int> numberedLists)
    {
        var numbering = new W.Numbering(Kind(BulletKind, bullets: true), Kind(NumberKind, bullets: false));
        numbering.Append(new W.NumberingInstance(new W.AbstractNumId { Val = BulletKind }) { NumberID = Bullets });
        foreach (var list in numberedLists)
        {
            numbering.Append(
                new W.NumberingInstance(
                    new W.AbstractNumId { Val = NumberKind },
                    new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }
                )
                {
                    NumberID = list,
                }
            );
        }

        return numbering;
    }

    private static W.AbstractNum Kind(int id, bool bullets) =>
        new(
            Enumerable
                .Range(0, Levels)
                .Select(level => new W.Level(
                    new W.StartNumberingValue { Val = 1 },
                    new W.NumberingFormat { Val = bullets ? W.NumberFormatValues.Bullet : W.NumberFormatValues.Decimal },
                    new W.LevelText { Val = bullets ? "•" : $"%{(level + 1).ToString(CultureInfo.InvariantCulture)}." },
                    new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                    new W.PreviousParagraphProperties(
                        new W.Indentation { Left = (426 * (level + 1)).ToString(CultureInfo.InvariantCulture), Hanging = "426" }
                    )
                )
                {
                    LevelIndex = level,
                })
                .Prepend<DocumentFormat.OpenXml.OpenXmlElement>(new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel })
        )
        {
            AbstractNumberId = id,
        };
}
