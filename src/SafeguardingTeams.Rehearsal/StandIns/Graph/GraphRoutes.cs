using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>The requests Graph has, as far as this product uses them, and the permissions each can be made with, the least first.</summary>
internal static class GraphRoutes
{
    private static readonly string[] ReadCalendar = ["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"];
    private static readonly string[] ReadMail = ["Mail.Read", "Mail.ReadWrite"];
    private static readonly string[] ReadFiles =
    [
        "Sites.Selected",
        "Files.Read.All",
        "Files.ReadWrite.All",
        "Sites.Read.All",
        "Sites.ReadWrite.All",
        "Sites.FullControl.All",
    ];
    private static readonly string[] WriteFiles = ["Sites.Selected", "Files.ReadWrite.All", "Sites.ReadWrite.All", "Sites.FullControl.All"];

    private static readonly string[] EventFields =
    [
        "id",
        "subject",
        "body",
        "start",
        "end",
        "location",
        "sensitivity",
        "showAs",
        "isCancelled",
        "isOnlineMeeting",
        "onlineMeeting",
        "attendees",
        "iCalUId",
        "transactionId",
        "changeKey",
    ];
    private static readonly string[] MailFields =
    [
        "id",
        "internetMessageId",
        "isDraft",
        "sentDateTime",
        "subject",
        "body",
        "toRecipients",
        "hasAttachments",
    ];
    private static readonly string[] ItemFields = ["id", "name", "size", "webUrl", "folder", "file", "eTag", "parentReference"];

    internal static ImmutableArray<GraphRoute> All { get; } =
    [
        new("POST", "/users/{user}/events", ["Calendars.ReadWrite"], Calendar.Create) { Body = Bodies.Event },
        new("GET", "/users/{user}/events", ReadCalendar, Calendar.Find) { Selects = EventFields, Queries = ["$filter", "$top"] },
        new("GET", "/users/{user}/calendar", ReadCalendar, Calendar.About)
        {
            Selects = ["allowedOnlineMeetingProviders", "defaultOnlineMeetingProvider", "isTallyingResponses"],
        },
        new("DELETE", "/users/{user}/events/{event}", ["Calendars.ReadWrite"], Calendar.Delete),
        new("GET", "/users/{user}/events/{event}", ReadCalendar, Calendar.Read) { Selects = EventFields },
        new("PATCH", "/users/{user}/events/{event}", ["Calendars.ReadWrite"], Calendar.Change) { Body = Bodies.EventChange },
        new("POST", "/users/{user}/events/{event}/cancel", ["Calendars.ReadWrite"], Calendar.Cancel) { Body = Bodies.Cancel },
        new("POST", "/users/{user}/calendar/getSchedule", ReadCalendar, Schedules.Read) { Body = Bodies.Schedule },
        new("GET", "/users/{user}/messages", ReadMail, Post.Find) { Selects = MailFields, Queries = ["$filter", "$top"] },
        new("GET", "/users/{user}/mailFolders/{folder}/messages", ReadMail, Post.Find)
        {
            Selects = MailFields,
            Queries = ["$filter", "$top"],
        },
        new("POST", "/users/{user}/messages", ["Mail.ReadWrite"], Post.Create) { Body = Bodies.Message },
        new("GET", "/users/{user}/messages/{message}", ReadMail, Post.Read) { Selects = MailFields },
        new("POST", "/users/{user}/messages/{message}/send", ["Mail.Send"], Post.Send),
        new("GET", "/sites/{site}/drives", ReadFiles, Libraries.List) { Selects = ["id", "name", "webUrl"], Queries = ["$skiptoken"] },
        new("POST", "/drives/{drive}/items/{item}/children", WriteFiles, Folders.Create) { Body = Bodies.Folder },
        new("GET", "/drives/{drive}/items/{item}/children", ReadFiles, Folders.List)
        {
            Selects = ItemFields,
            Queries = ["$top", "$skiptoken"],
        },
        new("GET", "/drives/{drive}/items/{item}:/{name}", ReadFiles, Folders.ByName) { Selects = ItemFields },
        new("PUT", "/drives/{drive}/items/{item}:/{name}:/content", WriteFiles, Files.Put)
        {
            TakesBytes = true,
            Queries = ["@microsoft.graph.conflictBehavior"],
        },
        new("POST", "/drives/{drive}/items/{item}:/{name}:/createUploadSession", WriteFiles, Files.Begin) { Body = Bodies.UploadSession },
        new("GET", "/drives/{drive}/items/{item}/content", ReadFiles, Files.Get) { Queries = ["$format", "format"] },
        new("POST", "/drives/{drive}/items/{item}/invite", WriteFiles, Sharing.Invite) { Body = Bodies.Invite },
        new("GET", "/drives/{drive}/items/{item}/permissions", ReadFiles, Sharing.List) { Queries = ["$skiptoken"] },
        new("DELETE", "/drives/{drive}/items/{item}", WriteFiles, Files.Delete),
        new("DELETE", "/drives/{drive}/items/{item}/permissions/{permission}", WriteFiles, Sharing.Delete),
        new("GET", "/users", ["User.Read.All"], Accounts.Find)
        {
            Selects =
            [
                "id",
                "displayName",
                "mail",
                "userPrincipalName",
                "userType",
                "otherMails",
                "createdDateTime",
                "externalUserState",
                "accountEnabled",
            ],
            Queries = ["$filter", "$top", "$count"],
        },
        new("GET", "/users/{user}", ["User.Read.All"], Accounts.Read)
        {
            Selects = ["id", "userPrincipalName", "accountEnabled", "externalUserState", "createdDateTime"],
        },
        new("POST", "/invitations", ["User.Invite.All"], Accounts.Invite) { Body = Bodies.Invitation },
        new("PUT", "(upload)", [], Files.Piece) { TakesBytes = true },
        new("GET", "(content)", [], Files.Fetch),
    ];

    /// <summary>The route of a request, and what stands in its path.</summary>
    internal static (GraphRoute Route, IReadOnlyDictionary<string, string> Names)? Find(string method, string path)
    {
        foreach (var route in All.Where(route => route.Method == method))
        {
            if (route.Pattern.Match(path) is { Success: true } match)
            {
                return (
                    route,
                    match
                        .Groups.Keys.Where(name => !char.IsAsciiDigit(name[0]))
                        .ToDictionary(name => name, name => match.Groups[name].Value)
                );
            }
        }

        return null;
    }
}

/// <param name="Method">HTTP.</param>
/// <param name="Template">The path after the version, with names in braces.</param>
/// <param name="Permissions">Any of them will do; the least first. None for an address that carries its own permission.</param>
/// <param name="Answer">What it does.</param>
internal sealed record GraphRoute(string Method, string Template, string[] Permissions, Func<GraphStandIn, GraphCall, GraphReply> Answer)
{
    /// <summary>What the body has to look like; null where there must be none.</summary>
    internal Shape? Body { get; init; }

    /// <summary>Whether the body is a file.</summary>
    internal bool TakesBytes { get; init; }

    /// <summary>What may be chosen with <c>$select</c>.</summary>
    internal string[] Selects { get; init; } = [];

    /// <summary>What else may stand behind the path.</summary>
    internal string[] Queries { get; init; } = [];

    internal Regex Pattern { get; } =
        Template[0] == '('
            ? new Regex($"^/{Template.Trim('(', ')')}/(?<ticket>[0-9a-f]+)$", RegexOptions.CultureInvariant)
            : new Regex($"^/v1\\.0{Regex.Replace(Template, "\\{(\\w+)\\}", "(?<$1>[^/:]+)")}$", RegexOptions.CultureInvariant);

    /// <summary>Whether it is of a mailbox, where ids must be asked for that stay.</summary>
    internal bool IsOfMailbox => Template.StartsWith("/users/{user}/", StringComparison.Ordinal);
}
