using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph;

/// <summary>
/// Microsoft Graph, as far as this product uses it, with the Outlook, SharePoint and directory behind it. As strict as the real
/// one and stricter: what Graph would refuse, or do otherwise than was meant, is a complaint. Everything is in memory.
/// </summary>
public sealed class GraphStandIn : IDisposable
{
    /// <summary>Whom tokens are for.</summary>
    public const string Resource = "https://graph.microsoft.com";

    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private int _version;
    private ImmutableList<GraphRequest> _requests = [];

    /// <summary>A new one, empty.</summary>
    /// <param name="time">The clock mails and answers are dated by.</param>
    /// <param name="operationsAddress">The address of the operational team's mailbox.</param>
    public GraphStandIn(TimeProvider time, string operationsAddress)
    {
        Time = time;
        Outlook = new(this, operationsAddress);
        SharePoint = new(this);
    }

    /// <summary>The permissions the tokens show that are given out from now on: those the product asks an administrator for.</summary>
    public ImmutableList<string> Roles { get; set; } =
    ["Calendars.ReadWrite", "Mail.ReadWrite", "Mail.Send", "Sites.Selected", "User.Invite.All", "User.Read.All"];

    /// <summary>What is done otherwise than Graph's description says.</summary>
    public GraphVariants Variants { get; set; }

    /// <summary>Whether an administrator has let the product into every mailbox, which none should.</summary>
    public bool ReachesEveryMailbox { get; set; }

    /// <summary>Everybody's mail and calendars.</summary>
    public OutlookStandIn Outlook { get; }

    /// <summary>The closed site.</summary>
    public SharePointStandIn SharePoint { get; }

    /// <summary>The accounts of the site's tenant.</summary>
    public DirectoryStandIn Directory { get; } = new();

    /// <summary>What goes wrong, planned by a test.</summary>
    public GraphFaults Faults { get; } = new();

    /// <summary>Everything wrong that was asked of Graph: empty at the end of a good run.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Every request so far, in order.</summary>
    public ImmutableList<GraphRequest> Requests => _requests;

    /// <summary>The permissions the requests so far have needed, in order of the alphabet.</summary>
    public ImmutableSortedSet<string> PermissionsUsed =>
        [.. _requests.Select(request => request.Permission).Where(permission => permission.Length > 0)];

    /// <summary>The product's application, as SharePoint lists it among those with access.</summary>
    public string AppId { get; } = Guid.NewGuid().ToString();

    /// <summary>The host this is reached at.</summary>
    public Uri Host { get; set; } = new("http://127.0.0.1");

    /// <summary>Goes up whenever something changes.</summary>
    public int Version => _version;

    /// <summary>The settings a host of the product needs to come here.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["Graph:BaseUrl"] = new Uri(Host, "/graph/v1.0").ToString(),
            ["Graph:Mailbox"] = Outlook.MailboxId,
            ["Graph:SiteId"] = SharePoint.SiteId,
            ["Graph:CaseRecords"] = SharePoint.CaseRecords.Id,
            ["Graph:SecuredRecords"] = SharePoint.SecuredRecords.Id,
            ["Graph:Submissions"] = SharePoint.Submissions.Id,
        };

    internal TimeProvider Time { get; }

    internal SigningKey Key { get; } = new();

    /// <summary>Held by every request while it is worked on, and by people's own doings.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>A token as Entra gives it to the product's application. Its life is the machine's time.</summary>
    /// <param name="audience">Whom it is for; another than Graph is refused.</param>
    public string Token(string audience = Resource) =>
        Key.Sign("rehearsal", audience, TimeProvider.System.GetUtcNow(), TokenLife, ("appid", AppId), ("roles", Roles.ToArray()));

    /// <summary>Everything is forgotten: no mail, no files, no guests.</summary>
    public void Clear()
    {
        lock (Gate)
        {
            Outlook.Clear();
            SharePoint.Clear();
            Directory.Clear();
            _requests = [];
            Changed();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();

    internal bool Does(GraphVariants variant) => (Variants & variant) != 0;

    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    internal void Changed() => Interlocked.Increment(ref _version);

    internal void Record(GraphRequest request) => ImmutableInterlocked.Update(ref _requests, (all, one) => all.Add(one), request);
}

/// <summary>One request as it came and was answered.</summary>
/// <param name="Method">HTTP.</param>
/// <param name="Template">The path, with names in braces for what stands in it; <c>(upload)</c> and <c>(content)</c> for the
/// addresses outside Graph.</param>
/// <param name="Permission">The permission that allowed it; empty where none did or none is needed.</param>
/// <param name="Status">What was answered; 0 where the connection was cut.</param>
/// <param name="Query">What stands behind the path.</param>
/// <param name="Body">The JSON that was sent; empty where it was none, or is too long to keep.</param>
public sealed record GraphRequest(string Method, string Template, string Permission, int Status, string Query, string Body);
