using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Bot.Web;

/// <summary>What came of a page with one file: it says whom the page was drawn for, and counts for them or for nobody.</summary>
internal abstract record SentFile
{
    private const string For = "for";

    /// <summary>What a page carries besides its file.</summary>
    private const long Around = 64 * 1024;

    private SentFile() { }

    /// <summary>The file, which is held until the answer has gone.</summary>
    internal sealed record Chosen(string Name, FileContent Content) : SentFile;

    /// <summary>No file, or too large a one: the page is to be sent again.</summary>
    internal sealed record None : SentFile;

    /// <summary>Too many others are at it: the page is to be sent again a little later.</summary>
    internal sealed record Busy : SentFile;

    /// <summary>A page of an earlier sign-in of theirs, or one that another page of theirs has overtaken: it is to be sent again.</summary>
    internal sealed record Old : SentFile;

    /// <summary>The page was drawn for somebody else than the one who is signed in now.</summary>
    internal sealed record NotFor : SentFile;

    /// <summary>What the page carries with it: its token, and whom it is drawn for.</summary>
    internal static string Hidden(HttpContext http, IAntiforgery forms) =>
        $"""
            <input type="hidden" name="__RequestVerificationToken" value="{Pages.Safe(forms.GetAndStoreTokens(http).RequestToken!)}">
            <input type="hidden" name="{For}" value="{Pages.Safe(Visitor.Of(http))}">
            """;

    /// <summary>What is said where no file came through, above the page drawn once more.</summary>
    /// <param name="most">What may be chosen: how many megabytes, of what.</param>
    internal string Problem(string most) =>
        this switch
        {
            Old => "This page had grown old, so nothing was sent. Choose the file again, then press the button once more.",
            Busy =>
                "Others are putting in files just now, so yours was not taken. Nothing is lost or changed: try again in a minute. Choose "
                    + "the file again, then press the button once more.",
            _ => $"Choose one {most}, then press the button again.",
        };

    /// <summary>Takes the page in. The file is held on disk until the answer has gone, and is looked at when its turn has come.</summary>
    internal static async Task<SentFile> ReadAsync(HttpContext http, IAntiforgery forms, long mostBytes)
    {
        if (
            http.Request.ContentLength is not { } length
            || length > mostBytes + Around
            || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary
        )
        {
            return new None();
        }

        var turns = http.RequestServices.GetRequiredService<UploadTurns>();
        using var place = await turns.ComeInAsync(http.RequestAborted);
        if (place is null)
        {
            return new Busy();
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = mostBytes + Around;
        var parts = new FormParts(http, http.RequestServices.GetRequiredService<HeldFiles>(), mostBytes);
        try
        {
            await parts.ReadAsync(boundary.ToString());
        }
        catch (InvalidDataException)
        {
            return new None();
        }

        http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(parts.Fields)));
        if (parts.Fields.GetValueOrDefault(For) != Visitor.Of(http))
        {
            return new NotFor();
        }

        if (!await forms.IsRequestValidAsync(http))
        {
            return new Old();
        }

        if (parts.File is not var (name, file))
        {
            return new None();
        }

        if (await turns.TakeAsync(http.RequestAborted) is not { } turn)
        {
            return new Busy();
        }

        http.Response.RegisterForDispose(turn);
        return new Chosen(name, file.Content);
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
