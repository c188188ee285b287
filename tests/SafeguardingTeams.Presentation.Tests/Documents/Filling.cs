using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeguardingTeams.Presentation.Documents.Forms;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>Fills in a Word form as somebody at a desk would, and as they should not.</summary>
internal static class Filling
{
    /// <summary>Changes the body of a form.</summary>
    internal static ReadOnlyMemory<byte> Change(ReadOnlyMemory<byte> file, Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Span);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document.MainDocumentPart!);
        }

        return stream.ToArray();
    }

    internal static SdtRun Control(this MainDocumentPart part, string tag) =>
        part.Document!.Descendants<SdtRun>().First(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val == tag);

    /// <summary>Types into a control: the placeholder goes, line ends become line ends.</summary>
    internal static void Type(this SdtRun control, string text)
    {
        control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
        var run = new Run();
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        control.SdtContentRun!.RemoveAllChildren();
        control.SdtContentRun.Append(run);
    }

    /// <summary>The tag of a control.</summary>
    internal static string TagOf(string page, string row, string question) =>
        new FormTag(page, row.Length == 0 ? "" : FormTag.RowKey(row), question).Written;
}
