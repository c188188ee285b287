using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>A Word document as a text a person can read and approve: styles, tables, controls with their tags, properties.</summary>
internal static class DocumentText
{
    internal static string Of(ReadOnlyMemory<byte> file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        var text = new StringBuilder($"title: {document.PackageProperties.Title}, language: {document.PackageProperties.Language}\n");
        foreach (var property in document.CustomFilePropertiesPart?.Properties?.Elements() ?? [])
        {
            text.Append(
                $"property: {((DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty)property).Name} = {property.InnerText}\n"
            );
        }

        text.Append($"foot: {document.MainDocumentPart!.FooterParts.Single().Footer!.InnerText}\n\n");
        foreach (var element in document.MainDocumentPart.Document!.Body!.Elements())
        {
            text.Append(
                element switch
                {
                    Paragraph paragraph => Line(paragraph),
                    Table table => TableText(table),
                    _ => "",
                }
            );
        }

        return text.ToString();
    }

    internal static string Plain(ReadOnlyMemory<byte> file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        return string.Join(
            '\n',
            document
                .MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()
                .Select(paragraph =>
                    string.Concat(
                        paragraph
                            .Descendants()
                            .Select(one =>
                                one is Text text ? text.Text
                                : one is NoBreakHyphen ? "-"
                                : ""
                            )
                    )
                )
        );
    }

    private static string Line(Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        return style == "AfterTable"
            ? ""
            : (
                style switch
                {
                    "Heading1" => "# ",
                    "Heading2" => "## ",
                    "Heading3" => "### ",
                    "ListParagraph" => "- ",
                    "" => "",
                    _ => $"({style}) ",
                }
            ) + $"{Text(paragraph)}\n\n";
    }

    private static string TableText(Table table) =>
        string.Concat(
            table
                .Elements<TableRow>()
                .Select(row =>
                    (row.Descendants<TableHeader>().Any() ? "|=" : "| ")
                    + $"{string.Join(" | ", row.Elements<TableCell>().Select(cell => Text(cell)))} |\n"
                )
        ) + "\n";

    private static string Text(OpenXmlElement element) =>
        string.Concat(
            element.ChildElements.Select(child =>
                child switch
                {
                    SdtRun control => $"[{control.SdtProperties!.GetFirstChild<Tag>()!.Val}: {Text(control.SdtContentRun!)}]",
                    Text text => text.Text,
                    DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties drawing => $"(drawing) {drawing.Description}",
                    Break => " / ",
                    TabChar => "    ",
                    NoBreakHyphen => "-",
                    OpenXmlLeafElement => "",
                    ParagraphProperties or RunProperties => "",
                    _ => Text(child),
                }
            )
        );
}
