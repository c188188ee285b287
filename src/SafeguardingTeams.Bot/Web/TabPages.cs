using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Presentation.Pages;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// The oversight tab in Teams (E5): an empty page, which Teams may frame, and what its script asks for with Teams' token each time.
/// </summary>
internal static class TabPages
{
    /// <summary>The kind of what is answered.</summary>
    internal const string Html = "text/html; charset=utf-8";

    /// <summary>The page that is framed.</summary>
    private const string Page = "/tab/oversight";

    private const string Api = "/tab/api/oversight";

    /// <summary>
    /// Who may frame the tab: Teams and the other programs that show Teams' tabs, as Microsoft lists them
    /// (learn.microsoft.com, "Tab requirements").
    /// </summary>
    private static readonly string[] Hosts =
    [
        "https://teams.microsoft.com",
        "https://*.teams.microsoft.com",
        "https://*.cloud.microsoft",
        "https://*.microsoft365.com",
        "https://*.office.com",
        "https://outlook.office365.com",
    ];

    /// <summary>Whether an address is the tab's.</summary>
    internal static bool Has(PathString path) => path.StartsWithSegments("/tab", StringComparison.Ordinal);

    /// <summary>Who may frame what stands at an address: Teams its page, nobody anything else.</summary>
    /// <param name="rehearsal">A host on this machine that stands in for Teams; null everywhere else.</param>
    internal static string FramedBy(PathString path, string? rehearsal) =>
        path != Page ? "'none'"
        : rehearsal is null ? string.Join(' ', Hosts)
        : rehearsal;

    internal static void MapTab(this WebApplication app, Uri address, string? rehearsal)
    {
        var shell = Pages.Shell(
            "Oversight",
            """
            <div id="problem" role="alert"></div>
            <p class="govuk-body" id="status" role="status">Asking Teams who you are …</p>
            <div id="lists"></div>
            """,
            $"""<script src="/page/own.js"></script><script src="/page/teams.min.js"></script><script src="/page/tab.js"></script>""",
            $""" data-host="{Pages.Safe(rehearsal ?? "")}" data-web="{Pages.Safe(address.ToString())}" """
        );
        app.MapGet(Page, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Results.Content(shell, Html);
            })
            .AllowAnonymous();
        app.MapGet(Api, async (HttpContext http, OversightPapers papers) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return await papers.PageAsync(Visitor.Did(http, "tab-oversight"), address, http.RequestAborted) is { } page
                    ? Results.Content(page, Html)
                    : NotTheirs(address);
            })
            .RequireAuthorization(TabSignIn.Policy);
        app.MapGet($"{Api}/excel/{{list}}", async (HttpContext http, OversightPapers papers, string list) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                OversightList? only = Enum.GetValues<OversightList>()
                    .Where(one => OversightPage.Name(one) == list)
                    .Cast<OversightList?>()
                    .FirstOrDefault();
                return only is null && list != "all" ? Pages.NotThere()
                    : await papers.ExcelAsync(Visitor.Did(http, "tab-oversight-excel"), only, http.RequestAborted) is PaperEnd.Drawn drawn
                        ? Results.File(drawn.Bytes.ToArray(), CasePapers.ContentTypeOf(drawn.Name), drawn.Name)
                    : NotTheirs(address);
            })
            .RequireAuthorization(TabSignIn.Policy);
    }

    private static IResult NotTheirs(Uri address) =>
        Results.Content(OversightPage.NotTheirs(address), Html, statusCode: StatusCodes.Status403Forbidden);
}
