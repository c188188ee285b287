using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace SafeguardingTeams.Bot.Web;

/// <summary>What came of a page with one file: it says whom the page was drawn for, and counts for them or for nobody.</summary>
internal abstract record SentFile
{
    private const string For = "for";

    private SentFile() { }

    /// <summary>The file.</summary>
    internal sealed record Chosen(string Name, ReadOnlyMemory<byte> Bytes) : SentFile;

    /// <summary>No file, or too large a one: the page is to be sent again.</summary>
    internal sealed record None : SentFile;

    /// <summary>A page of an earlier sign-in of theirs, or one that another page of theirs has overtaken: it is to be sent again.</summary>
    internal sealed record Old : SentFile
    {
        /// <summary>What is said of it.</summary>
        internal const string Says =
            "This page had grown old, so nothing was sent. Choose the file again, then press the button once more.";
    }

    /// <summary>The page was drawn for somebody else than the one who is signed in now.</summary>
    internal sealed record NotFor : SentFile;

    /// <summary>What the page carries with it: its token, and whom it is drawn for.</summary>
    internal static string Hidden(HttpContext http, IAntiforgery forms) =>
        $"""
            <input type="hidden" name="__RequestVerificationToken" value="{Pages.Safe(forms.GetAndStoreTokens(http).RequestToken!)}">
            <input type="hidden" name="{For}" value="{Pages.Safe(Visitor.Of(http))}">
            """;

    internal static async Task<SentFile> ReadAsync(HttpContext http, IAntiforgery forms, long mostBytes)
    {
        if (http.Request.ContentLength is null || http.Request.ContentLength > mostBytes || !http.Request.HasFormContentType)
        {
            return new None();
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = mostBytes;
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        if (sent[For] != Visitor.Of(http))
        {
            return new NotFor();
        }

        if (!await forms.IsRequestValidAsync(http))
        {
            return new Old();
        }

        if (sent.Files is not [var file])
        {
            return new None();
        }

        using var held = new MemoryStream((int)file.Length);
        await file.CopyToAsync(held, http.RequestAborted);
        return new Chosen(file.FileName, held.ToArray());
    }

    /// <summary>
    /// Says so, with the ways on. The page is not drawn again here: it would be somebody else's, with the file still chosen.
    /// </summary>
    internal static IResult NotForVisitor(HttpContext http) =>
        Pages.Of(
            "Nothing was sent",
            Pages.Problem($"The page you sent was opened by somebody else. {Visitor.NameOf(http)} is signed in here now.")
                + Pages.Say(
                    "The file is still on the computer it was chosen on. "
                        + "To send it, the person who opened the page signs in and opens the page again."
                )
                + $"""<p><a href="{SignIn.ChooseAddress}">Sign in as somebody else</a></p>"""
                + $"""<p><a href="{Pages.Safe(http.Request.Path)}">Open the page as {Pages.Safe(Visitor.NameOf(http))}</a></p>""",
            StatusCodes.Status409Conflict
        );
}
