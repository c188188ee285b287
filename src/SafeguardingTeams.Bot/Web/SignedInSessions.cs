using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Each sign-in is a row of the case storage, and the cookie only names it. Sign-out takes the row away, so every copy of the
/// cookie ends with it; a row ends by itself after a working day. Where the row cannot be read nobody is let in.
/// </summary>
internal sealed class SignedInSessions(IRows rows) : CookieAuthenticationEvents
{
    /// <summary>A property of a sign-in: the session it takes the place of.</summary>
    internal const string Replaces = "replaces";

    private const string Claim = "session";
    private const string Prefix = "meta|session|";
    private const int MaxSwept = 50;

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var now = context.Properties.IssuedUtc!.Value;
        var key = $"{Until(context.Properties.ExpiresUtc!.Value)}|{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new(Claim, key));
        var ended = (await rows.ReadRangeAsync(Prefix, Prefix + Until(now), context.HttpContext.RequestAborted))
            .Take(MaxSwept)
            .Select(row => row.Key);
        await rows.CommitAsync([new RowWrite.Put(Prefix + key, new Dictionary<string, string>())], context.HttpContext.RequestAborted);
        if (context.Properties.Items.TryGetValue(Replaces, out var before) && before is { Length: > 0 })
        {
            ended = ended.Append(Prefix + before);
        }

        foreach (var row in ended)
        {
            await rows.CommitAsync([new RowWrite.Delete(row)], context.HttpContext.RequestAborted);
        }
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (Of(context.Principal) is not { } key || await rows.FindAsync(Prefix + key, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
        }
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (Of(context.HttpContext.User) is { } key)
        {
            await rows.CommitAsync([new RowWrite.Delete(Prefix + key)], CancellationToken.None);
        }
    }

    /// <summary>Ends every session, whoever's it is: each host looks for the row at each request.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> EndAllAsync(IRows rows, CancellationToken cancellationToken)
    {
        var all = await rows.ReadAsync(Prefix, cancellationToken);
        foreach (var row in all)
        {
            await rows.CommitAsync([new RowWrite.Delete(row.Key)], cancellationToken);
        }

        return all.Count;
    }

    /// <summary>The session somebody is in; null where they are in none.</summary>
    internal static string? Of(ClaimsPrincipal? user) => user?.FindFirst(Claim)?.Value;

    /// <summary>An instant as it stands in keys: in order of time.</summary>
    private static string Until(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
