using SafeguardingTeams.Rehearsal.StandIns.Graph;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// What requests cost in SharePoint's resource units, of which an application has 1,250 a minute in a tenant of up to a thousand licences:
/// everything about permissions five, lists and changes two, one thing one. Mailbox and directory count otherwise.
/// </summary>
internal static class GraphCost
{
    internal const int UnitsAMinute = 1250;

    /// <summary>Calls about sharing that an application may make in five minutes.</summary>
    internal const int SharingCalls = 300;

    internal static int Units(IEnumerable<GraphRequest> requests) => requests.Sum(Of);

    internal static bool IsOfSharing(GraphRequest request) =>
        request.Template.Contains("/permissions", StringComparison.Ordinal)
        || request.Template.EndsWith("/invite", StringComparison.Ordinal);

    /// <summary>A line for each kind of call: how many, and what they cost together.</summary>
    internal static IEnumerable<string> Table(IEnumerable<GraphRequest> requests) =>
        requests
            .GroupBy(request => $"{request.Method} {request.Template}")
            .OrderByDescending(kind => kind.Count())
            .Select(kind => $"| `{kind.Key}` | {kind.Count()} | {Units(kind)} |");

    private static int Of(GraphRequest request) =>
        IsOfSharing(request) ? 5
        : !request.Template.StartsWith("/drives/", StringComparison.Ordinal)
        && !request.Template.StartsWith("/sites/", StringComparison.Ordinal)
            ? 0
        : request.Method != "GET" || request.Template.EndsWith("/children", StringComparison.Ordinal) ? 2
        : request.Template == "/sites/{site}/drives" ? 2
        : 1;
}
