namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// The page is reached at <c>WebPage:Address</c> and nowhere else: scheme and host of every request are those, whatever its Host header
/// says and wherever TLS ends. So no link, redirect or cookie follows what somebody has put into a header, and sign-in comes back to the
/// address that is registered.
/// </summary>
internal static class OwnAddress
{
    /// <summary>How long a browser comes by TLS alone once it has been here.</summary>
    private static readonly TimeSpan ByTlsAlone = TimeSpan.FromDays(365);

    internal static void AddOwnAddress(this IServiceCollection services) => services.AddHsts(options => options.MaxAge = ByTlsAlone);

    /// <summary>Before anything else looks at a request.</summary>
    internal static void UseOwnAddress(this WebApplication app)
    {
        var page = new Uri(app.Configuration["WebPage:Address"]!);
        var host = page.IsDefaultPort ? new HostString(page.Host) : new HostString(page.Host, page.Port);
        app.Use(
            (http, next) =>
            {
                (http.Request.Scheme, http.Request.Host) = (page.Scheme, host);
                return next(http);
            }
        );
        app.UseHsts();
    }
}
