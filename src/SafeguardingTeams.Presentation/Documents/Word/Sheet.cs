using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>The page: A4 paper, two centimetres of margin, reference and page number at its foot.</summary>
internal static class Sheet
{
    internal const string FooterId = "footer";

    private const int Short = 11906,
        Long = 16838,
        Margin = 1134;

    internal static int TextWidth(bool landscape) => (landscape ? Long : Short) - (2 * Margin);

    internal static W.SectionProperties Section(bool landscape) =>
        new(
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = FooterId },
            landscape
                ? new W.PageSize
                {
                    Width = Long,
                    Height = Short,
                    Orient = W.PageOrientationValues.Landscape,
                }
                : new W.PageSize { Width = Short, Height = Long },
            new W.PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    internal static W.Footer Footer(string reference, bool landscape) =>
        new(
            new W.Paragraph(
                new W.ParagraphProperties
                {
                    ParagraphStyleId = new() { Val = "Footer" },
                    Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth(landscape) }),
                },
                Runs.Of($"Confidential. Reference {reference}\tPage "),
                Field("PAGE"),
                Runs.Of(" of "),
                Field("NUMPAGES")
            )
        );

    private static W.SimpleField Field(string instruction) => new(Runs.Of("1")) { Instruction = instruction };
}
