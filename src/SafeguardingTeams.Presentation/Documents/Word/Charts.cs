using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using SafeguardingTeams.Presentation.Documents.Excel;
using SafeguardingTeams.Presentation.Documents.Package;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>
/// Bar charts as Word's own: they can be edited, each bar has its value beside it, several in a group differ by their pattern and not by
/// colour alone, and what they show is said to those who do not see it. The numbers behind one are those it shows, and no others.
/// </summary>
internal static class Charts
{
    private const string Sheet = "Figures";

    /// <summary>The relationship from a chart to the workbook with its numbers.</summary>
    private const string Book = "book";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>One millimetre, in the unit of drawings (EMU).</summary>
    private const long Millimetre = 36_000;

    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Linked = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Patterns = ["", "wdUpDiag", "pct10", "dkHorz"];

    /// <summary>The most that stand in a group, each with a pattern of its own.</summary>
    internal static int MostSeries => Patterns.Length;

    /// <summary>The place of a chart in the text.</summary>
    /// <param name="number">Which of the document's, from 1.</param>
    internal static W.Paragraph Place(Block.Chart chart, int number, int textWidth)
    {
        var height = (12 + chart.Bars.Length * (3 + 6 * chart.Series.Length)) * Millimetre;
        return new(
            new W.Run(
                new W.Drawing(
                    new D.Inline(
                        new D.Extent { Cx = textWidth * 635L, Cy = height },
                        new D.DocProperties
                        {
                            Id = (uint)number,
                            Name = Id(number),
                            Description = SafeText.Clean(chart.Description),
                        },
                        new D.NonVisualGraphicFrameDrawingProperties(),
                        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = Id(number) }) { Uri = Chart.NamespaceName })
                    )
                    {
                        DistanceFromTop = 0,
                        DistanceFromBottom = 0,
                        DistanceFromLeft = 0,
                        DistanceFromRight = 0,
                    }
                )
            )
        );
    }

    /// <summary>What a chart shows, and the workbook that Word opens to edit it.</summary>
    internal static void Add(MainDocumentPart main, Block.Chart chart, int number)
    {
        var part = main.AddNewPart<ChartPart>(Id(number));
        using (var xml = new MemoryStream(Encoding.UTF8.GetBytes(Space(chart).ToString(SaveOptions.DisableFormatting))))
        {
            part.FeedData(xml);
        }

        using var book = new MemoryStream(
            Workbook.Write(
                Sheet,
                [
                    new(
                        Sheet,
                        [chart.Title, .. chart.Series],
                        [
                            .. chart.Bars.Select(bar =>
                                bar.Values.Select(value => new SheetCell("", value)).Prepend(new(bar.Name, null)).ToImmutableList()
                            ),
                        ]
                    ),
                ]
            )
        );
        part.AddNewPart<EmbeddedPackagePart>(WorkbookType, Book).FeedData(book);
    }

    private static string Id(int number) => $"chart{Text(number)}";

    private static XElement Space(Block.Chart chart) =>
        new(
            Chart + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", Chart),
            new XAttribute(XNamespace.Xmlns + "a", Drawing),
            new XAttribute(XNamespace.Xmlns + "r", Linked),
            Is("roundedCorners", 0),
            new XElement(
                Chart + "chart",
                Is("autoTitleDeleted", 1),
                new XElement(
                    Chart + "plotArea",
                    new XElement(Chart + "layout"),
                    new XElement(
                        Chart + "barChart",
                        Is("barDir", "bar"),
                        Is("grouping", "clustered"),
                        Is("varyColors", 0),
                        chart.Series.Select((_, column) => Series(chart, column)),
                        Is("gapWidth", 50),
                        Is("axId", 1),
                        Is("axId", 2)
                    ),
                    new XElement(
                        Chart + "catAx",
                        Is("axId", 1),
                        // The first line of the table stands on top.
                        new XElement(Chart + "scaling", Is("orientation", "maxMin")),
                        Is("delete", 0),
                        Is("axPos", "l"),
                        Is("numFmt", ("formatCode", "General"), ("sourceLinked", "0")),
                        Is("majorTickMark", "none"),
                        Is("minorTickMark", "none"),
                        Is("tickLblPos", "nextTo"),
                        Is("crossAx", 2)
                    ),
                    new XElement(
                        Chart + "valAx",
                        Is("axId", 2),
                        new XElement(Chart + "scaling", Is("orientation", "minMax"), Is("min", 0)),
                        Is("delete", 1),
                        Is("axPos", "t"),
                        Is("numFmt", ("formatCode", "0"), ("sourceLinked", "0")),
                        Is("majorTickMark", "none"),
                        Is("minorTickMark", "none"),
                        Is("tickLblPos", "nextTo"),
                        Is("crossAx", 1)
                    )
                ),
                chart.Series.Length > 1 ? new XElement(Chart + "legend", Is("legendPos", "b"), Is("overlay", 0)) : null,
                Is("plotVisOnly", 1),
                Is("dispBlanksAs", "gap")
            ),
            new XElement(Chart + "externalData", new XAttribute(Linked + "id", Book), Is("autoUpdate", 0))
        );

    private static XElement Series(Block.Chart chart, int column)
    {
        var letter = (char)('B' + column);
        var last = Text(chart.Bars.Length + 1);
        return new(
            Chart + "ser",
            Is("idx", column),
            Is("order", column),
            new XElement(
                Chart + "tx",
                new XElement(Chart + "strRef", Formula($"{letter}$1"), Cache("strCache", null, [SafeText.Clean(chart.Series[column])]))
            ),
            new XElement(Chart + "spPr", Fill(column), new XElement(Drawing + "ln", new XAttribute("w", 9525), Solid("0B5294"))),
            Is("invertIfNegative", 0),
            new XElement(
                Chart + "dLbls",
                Is("showLegendKey", 0),
                Is("showVal", 1),
                Is("showCatName", 0),
                Is("showSerName", 0),
                Is("showPercent", 0),
                Is("showBubbleSize", 0)
            ),
            new XElement(
                Chart + "cat",
                new XElement(
                    Chart + "strRef",
                    Formula($"A$2:$A${last}"),
                    Cache("strCache", null, chart.Bars.Select(bar => SafeText.Clean(bar.Name)))
                )
            ),
            new XElement(
                Chart + "val",
                new XElement(
                    Chart + "numRef",
                    Formula($"{letter}$2:${letter}${last}"),
                    Cache("numCache", "General", chart.Bars.Select(bar => Text(bar.Values[column])))
                )
            )
        );
    }

    private static XElement Fill(int column) =>
        Patterns[column] is { Length: > 0 } pattern
            ? new(
                Drawing + "pattFill",
                new XAttribute("prst", pattern),
                new XElement(Drawing + "fgClr", Colour("0B5294")),
                new XElement(Drawing + "bgClr", Colour("FFFFFF"))
            )
            : Solid("0B5294");

    private static XElement Solid(string colour) => new(Drawing + "solidFill", Colour(colour));

    private static XElement Colour(string colour) => new(Drawing + "srgbClr", new XAttribute("val", colour));

    private static XElement Formula(string cells) => new(Chart + "f", $"{Sheet}!${cells}");

    private static XElement Cache(string name, string? format, IEnumerable<string> values)
    {
        var all = values.ToList();
        return new(
            Chart + name,
            format is null ? null : new XElement(Chart + "formatCode", format),
            Is("ptCount", all.Count),
            all.Select((value, i) => new XElement(Chart + "pt", new XAttribute("idx", i), new XElement(Chart + "v", value)))
        );
    }

    private static XElement Is(string name, object value) => new(Chart + name, new XAttribute("val", value));

    private static XElement Is(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new XElement(Chart + name);
        foreach (var (attribute, value) in attributes)
        {
            element.Add(new XAttribute(attribute, value));
        }

        return element;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
