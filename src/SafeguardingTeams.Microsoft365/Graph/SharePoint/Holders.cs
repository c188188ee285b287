using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Graph.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>
/// Whose an entry of access is. SharePoint answers with one facet or with several at once, and for some holders with a sign-in name of the
/// site alone: an entry has all keys that can be read of it, and is one holder's with whatever has one of them.
/// </summary>
internal static partial class Holders
{
    private const string Limited = "sp.limited access";

    private const string Person = "i:0#.f|membership|";

    private static readonly ImmutableHashSet<string> None = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether it lets somebody through to what lies below, and opens nothing: to take it away would take what lies below.
    /// </summary>
    internal static bool IsThrough(Permission permission) =>
        permission is { Link: null, Roles: { Count: > 0 } roles }
        && roles.TrueForAll(role => role.Equals(Limited, StringComparison.OrdinalIgnoreCase));

    /// <summary>One entry.</summary>
    internal static ItemPermission Of(Permission permission)
    {
        var holder = permission.GrantedToV2;
        var signIn = holder?.SiteUser?.LoginName ?? "";
        var keys = permission.Link is not null
            ? None.Add("link")
            : None.Union(
                new[]
                {
                    holder?.User?.Id ?? permission.GrantedTo?.User?.Id,
                    holder?.Group?.Id,
                    holder?.Application?.Id ?? permission.GrantedTo?.Application?.Id,
                    holder?.SiteGroup?.Id is { } siteGroup ? $"site group {siteGroup}" : null,
                    OfMany().Match(signIn) is { Success: true } many ? many.Groups["id"].Value : null,
                    Everyone().IsMatch(signIn) ? "everyone" : null,
                }.OfType<string>()
            );
        return new(
            permission.Id ?? "",
            keys.IsEmpty ? None.Add($"entry {permission.Id}") : keys,
            [.. (permission.Roles ?? []).Except([Limited], StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]
        )
        {
            IsKnown = !keys.IsEmpty,
            IsLink = permission.Link is not null,
            IsOfMany =
                permission is { Link: null, GrantedToV2: { User: null } to }
                && !signIn.StartsWith(Person, StringComparison.OrdinalIgnoreCase)
                && !Everyone().IsMatch(signIn)
                && (to is { Group: not null } or { Application: not null } or { SiteGroup: not null } || OfMany().IsMatch(signIn)),
            SignInName =
                !keys.IsEmpty ? ""
                : signIn.StartsWith(Person, StringComparison.OrdinalIgnoreCase) ? signIn[Person.Length..]
                : "",
        };
    }

    /// <summary>A group of the directory, or an application, by the sign-in name it has in a site.</summary>
    [GeneratedRegex(
        @"^(c:0[to]\.c\|(tenant|federateddirectoryclaimprovider)\||i:0i\.t\|[^|]+\|)(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(_o|@.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex OfMany();

    /// <summary>Everybody, or everybody of the tenant: never a holder a folder may have.</summary>
    [GeneratedRegex(@"^c:0\(\.s\|true$|\|spo-grid-all-users/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Everyone();
}
