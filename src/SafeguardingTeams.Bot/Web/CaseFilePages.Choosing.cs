using Microsoft.AspNetCore.Antiforgery;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Bot.Web;

/// <content>The inputs of the pages that take a file.</content>
internal static partial class CaseFilePages
{
    /// <summary>The name of the input that says what a secured file is.</summary>
    private const string What = "description";

    /// <summary>The input that says what a file is, by which people tell it from the others of the folder (B9).</summary>
    private static string Described(string typed) =>
        $"""
            <p><label class="govuk-label" for="{What}">What is it? A few words and no names, such as: health visiting notes, 2019</label>
            <input class="govuk-input" type="text" id="{What}" name="{What}" required
            maxlength="{SecureFile.LongestDescription}" value="{Pages.Safe(typed)}"></p>
            """;

    internal static string Choose(
        HttpContext http,
        IAntiforgery forms,
        IEnumerable<string> extensions,
        string button,
        string most = "100 MB",
        string before = ""
    ) =>
        $"""
            <form method="post" enctype="multipart/form-data">
            {SentFile.Hidden(http, forms)}
            {before}
            <p><label class="govuk-label" for="file">The file, at most {most} ({Pages.Safe(string.Join(", ", extensions))})</label>
            <input class="govuk-file-upload" type="file" id="file" name="file" required accept="{Pages.Safe(
                string.Join(",", extensions)
            )}"></p>
            <p><button type="submit" class="govuk-button">{Pages.Safe(button)}</button></p>
            <p>A large file takes a while; leave the page open until the next one comes.</p>
            </form>
            """;
}
