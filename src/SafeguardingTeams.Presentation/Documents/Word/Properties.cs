using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using SafeguardingTeams.Presentation.Documents.Package;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Title, language and the hidden properties of a document.</summary>
internal static class Properties
{
    private const string CustomProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    internal static void Add(WordprocessingDocument package, MainDocumentPart main, WordDocument document)
    {
        var core = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XElement(Dublin + "language", "en-GB"),
            new XElement(Dublin + "title", SafeText.Clean(document.Title))
        );
        var corePart = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(corePart, "core");
        Feed(corePart, core);
        var properties = document.KeepsLineSums ? document.Properties.AddRange(LineSums.Of(main.Document!.OuterXml)) : document.Properties;
        if (!properties.IsEmpty)
        {
            var part = package.AddCustomFilePropertiesPart();
            package.ChangeIdOfPart(part, "custom");
            part.Properties = new(
                properties.Select(
                    (property, i) =>
                        new CustomDocumentProperty(new VTLPWSTR(SafeText.Clean(property.Value)))
                        {
                            FormatId = CustomProperties,
                            PropertyId = i + 2,
                            Name = property.Name,
                        }
                )
            );
        }
    }

    private static void Feed(OpenXmlPart part, XElement content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(stream);
    }
}
