using System.Collections.Immutable;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>The closed site: three libraries, in which nobody stands by inheritance but operations and the product.</summary>
public sealed class SharePointStandIn
{
    private readonly GraphStandIn _graph;

    internal SharePointStandIn(GraphStandIn graph)
    {
        _graph = graph;
        CaseRecords = New("Case records");
        SecuredRecords = New("Secured records");
        Submissions = New("Submissions");

        LibraryDrive New(string name) => new(graph, name);
    }

    /// <summary>As Graph names a site: host, site collection, web.</summary>
    public string SiteId { get; } = $"partnership.sharepoint.example,{Guid.NewGuid()},{Guid.NewGuid()}";

    /// <summary>The security group of the operational team.</summary>
    public string OperationsGroup { get; } = Guid.NewGuid().ToString();

    /// <summary>Who is in it, by object id.</summary>
    public ImmutableHashSet<string> OperationsMembers { get; set; } = [];

    /// <summary>What an administrator has granted the product on the site: sharing needs fullcontrol.</summary>
    public string SiteRole { get; set; } = "fullcontrol";

    /// <summary>How many entries a page of a list has at most.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The cases' own papers.</summary>
    public LibraryDrive CaseRecords { get; }

    public LibraryDrive SecuredRecords { get; }

    /// <summary>The agencies' submissions.</summary>
    public LibraryDrive Submissions { get; }

    /// <summary>All three.</summary>
    public ImmutableArray<LibraryDrive> Drives => [CaseRecords, SecuredRecords, Submissions];

    internal ImmutableDictionary<string, UploadSession> Uploads { get; set; } = ImmutableDictionary<string, UploadSession>.Empty;

    internal ImmutableDictionary<string, byte[]> Tickets { get; set; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>Whether somebody can open a file or folder: by a permission of their own or as a member of operations.</summary>
    public bool MayOpen(string objectId, LibraryDrive drive, string itemId) =>
        drive
            .PermissionsOf(itemId)
            .Any(grant =>
                grant.Kind == HolderKind.User && grant.Holder == objectId
                || grant.Kind == HolderKind.Group && grant.Holder == OperationsGroup && OperationsMembers.Contains(objectId)
            );

    /// <summary>Upload sessions come to their end, as they do after some days.</summary>
    public void ExpireUploads()
    {
        lock (_graph.Gate)
        {
            Uploads = Uploads.Clear();
        }
    }

    internal void Clear()
    {
        (Uploads, Tickets) = (Uploads.Clear(), Tickets.Clear());
        foreach (var drive in Drives)
        {
            drive.Clear();
        }
    }
}

/// <summary>An upload under way.</summary>
internal sealed record UploadSession(LibraryDrive Drive, string FolderId, string Name, ImmutableList<byte[]> Pieces)
{
    internal int Length => Pieces.Sum(piece => piece.Length);

    internal byte[] Whole()
    {
        using var whole = new MemoryStream(Length);
        Pieces.ForEach(piece => whole.Write(piece));
        return whole.ToArray();
    }
}
