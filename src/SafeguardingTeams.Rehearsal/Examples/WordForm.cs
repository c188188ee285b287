using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Rehearsal.Examples;

/// <summary>Fills in the Word form as somebody at a desk would: types into its fields and saves it.</summary>
internal static class WordForm
{
    /// <summary>The form with the example's answers typed in.</summary>
    internal static byte[] FilledIn(byte[] form, ExampleForm example)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var field in document.MainDocumentPart!.Document!.Descendants<SdtRun>())
            {
                if (
                    (field.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "").Split('/') is [var page, var row, var question]
                    && Answer(example, page, row, question) is { Length: > 0 } text
                )
                {
                    Type(field, text);
                }
            }
        }

        return stream.ToArray();
    }

    private static string Answer(ExampleForm example, string page, string row, string question)
    {
        if (page == "family")
        {
            return question == "answer" ? "The same" : "";
        }

        var number = row.StartsWith('_') && int.TryParse(row.AsSpan(1), out var given) ? given - 1 : -1;
        return number >= 0 ? example.Rows.GetValueOrDefault(page)?.ElementAtOrDefault(number)?.GetValueOrDefault(question) ?? ""
            : row.Length == 0 ? example.Answers.GetValueOrDefault(page)?.GetValueOrDefault(question) ?? ""
            : "";
    }

    private static void Type(SdtRun field, string text)
    {
        field.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
        field.SdtContentRun!.RemoveAllChildren();
        field.SdtContentRun.Append(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
