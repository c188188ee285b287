using System.Text.RegularExpressions;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// Whether an address may be called back: an https address of a listed host and nothing that another reader of it could take for another
/// host. What its host resolves to is checked where the connection is made.
/// </summary>
public static partial class CallbackAddress
{
    private const int Longest = 2048;

    private const int LongestName = 253;

    /// <summary>Why it may not be called; null where it may. Says nothing of the address, which is as good as a password.</summary>
    public static string? Refuse(string? callback, FlowSetting setting)
    {
        if (callback is null or "" || callback.Length > Longest || callback.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return "It is not an address, or too long.";
        }

        if (callback.AsSpan().ContainsAny('\\', '#') || !Uri.TryCreate(callback, UriKind.Absolute, out var uri))
        {
            return "It is not an address that can be called.";
        }

        if (setting.Loopback && IsLoopback(callback, uri))
        {
            return null;
        }

        var parts = Https().Match(callback);
        if (!parts.Success || uri.Scheme != Uri.UriSchemeHttps || uri.Port != 443 || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "It must be an https address at the usual port, of a host by its name, without user or fragment.";
        }

        // Written as it is, and read by whoever connects, it has to be the same host.
        var host = parts.Groups["host"].Value.ToLowerInvariant();
        return
            host.Length <= LongestName
            && host == uri.IdnHost
            && IsName(host)
            && setting.CallbackHosts.Any(pattern => Matches(pattern, host))
            ? null
            : "Its host is not among those that may be called (setting Connector:CallbackHosts).";
    }

    /// <summary>Whether it is on this machine, where a setting permits that.</summary>
    public static bool IsLoopback(string callback, Uri uri) => uri.IsLoopback && Loopback().IsMatch(callback);

    /// <summary>Whether a pattern names a host, or all below a name of two labels or more.</summary>
    public static bool IsPattern(string pattern) => IsName(pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern);

    private static bool Matches(string pattern, string host) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.Ordinal)
            : host == pattern;

    /// <summary>A name of two labels or more, whose last is no number; none that stands for letters of another script.</summary>
    private static bool IsName(string host) =>
        Name().IsMatch(host) && !host.Split('.').Any(label => label.StartsWith("xn--", StringComparison.Ordinal));

    [GeneratedRegex(@"\A[Hh][Tt][Tt][Pp][Ss]://(?<host>[A-Za-z0-9.-]+)(:443)?(?=[/?]|\z)")]
    private static partial Regex Https();

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\Ahttp://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(?=[/?]|\z)")]
    private static partial Regex Loopback();
}
