using System.Reflection;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Writes documents. The same document gives the same bytes, whenever it is written: nothing in the file tells the time.</summary>
internal static class WordFile
{
    internal static byte[] Write(WordDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "main");
            var body = new Body(document.Landscape);
            main.Document = new(body.Of(document.Blocks));
            main.Document.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");
            main.Document.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
            main.Document.MCAttributes = new() { Ignorable = "w14" };
            main.AddNewPart<FooterPart>(Sheet.FooterId).Footer = Sheet.Footer(document.Reference, document.Landscape);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = Numbering.Of(body.NumberedLists);
            using (var styles = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(WordFile), "styles.xml")!)
            {
                main.AddNewPart<StyleDefinitionsPart>("styles").FeedData(styles);
            }

            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new(
                new W.Compatibility(
                    new W.CompatibilitySetting
                    {
                        Name = W.CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                ),
                new W.ThemeFontLanguages { Val = "en-GB" }
            );
            foreach (var (chart, i) in body.Charts.Select((chart, i) => (chart, i)))
            {
                Charts.Add(main, chart, i + 1);
            }

            Properties.Add(package, main, document);
        }

        return SteadyPackage.Of(stream);
    }
}
