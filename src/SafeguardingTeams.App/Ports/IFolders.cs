using System.Collections.Immutable;

namespace SafeguardingTeams.App.Ports;

/// <summary>
/// The partnership's closed SharePoint site: nobody but the operational team inherits access to anything in it, and access is
/// only ever added, on one folder, for one person. Each call is one request.
/// </summary>
public interface IFolders
{
    /// <summary>Makes a folder in another, or finds the one of that name that is there already.</summary>
    /// <param name="parentId">The folder it goes into; null for the library's root.</param>
    /// <param name="name">Case reference or agency id: no name of a child.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<GraphResult<StoredItem>> EnsureFolderAsync(Library library, string? parentId, string name, CancellationToken cancellationToken);

    /// <summary>A folder at a library's root by its name; <see cref="GraphResult{T}.NotFound"/> where there is none. Makes none.</summary>
    Task<GraphResult<StoredItem>> FindFolderAsync(Library library, string name, CancellationToken cancellationToken);

    /// <summary>What is in a folder.</summary>
    Task<GraphResult<ImmutableList<StoredItem>>> ListAsync(Library library, string folderId, CancellationToken cancellationToken);

    /// <summary>Puts a new file into a folder. Refuses where there is one of that name: nothing is ever replaced in silence.</summary>
    Task<GraphResult<StoredItem>> UploadAsync(
        Library library,
        string folderId,
        string name,
        FileContent content,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Takes a file this system has made out of its folder, into the site's recycle bin; one that is gone already is taken out.
    /// </summary>
    Task<GraphResult<Nothing>> DeleteAsync(Library library, string itemId, CancellationToken cancellationToken);

    /// <summary>A file's content.</summary>
    Task<GraphResult<ReadOnlyMemory<byte>>> DownloadAsync(Library library, string itemId, CancellationToken cancellationToken);

    /// <summary>A file's content, written as it comes, however large it is.</summary>
    Task<GraphResult<Nothing>> CopyAsync(Library library, string itemId, Stream to, CancellationToken cancellationToken);

    /// <summary>A Word file as SharePoint turns it into PDF.</summary>
    Task<GraphResult<ReadOnlyMemory<byte>>> PdfAsync(Library library, string itemId, CancellationToken cancellationToken);

    /// <summary>Gives one person access to one item, without a message of SharePoint's own. Gives the permission's id.</summary>
    Task<GraphResult<string>> GrantAsync(
        Library library,
        string itemId,
        string objectId,
        FolderAccess access,
        CancellationToken cancellationToken
    );

    /// <summary>Takes one permission away; one that is gone already is taken away.</summary>
    Task<GraphResult<Nothing>> RevokeAsync(Library library, string itemId, string permissionId, CancellationToken cancellationToken);

    /// <summary>Who has access to an item, inherited or given, links included.</summary>
    Task<GraphResult<ImmutableList<ItemPermission>>> PermissionsAsync(Library library, string itemId, CancellationToken cancellationToken);

    /// <summary>
    /// Who has access to everything in a library by its root: what every folder inherits and nobody but operations and this system
    /// may stand in.
    /// </summary>
    Task<GraphResult<ImmutableList<ItemPermission>>> RootPermissionsAsync(Library library, CancellationToken cancellationToken);
}

/// <summary>The libraries of the site.</summary>
public enum Library
{
    /// <summary>The case's own papers: letters, pack, report.</summary>
    CaseRecords,

    /// <summary>Secured records, a folder for each case and agency (B9).</summary>
    SecuredRecords,

    /// <summary>The agencies' submissions, apart from their records (B10).</summary>
    Submissions,
}

/// <summary>What somebody may do with an item.</summary>
public enum FolderAccess
{
    /// <summary>Open it.</summary>
    Read,

    /// <summary>Open it and add to it.</summary>
    Write,
}

/// <summary>A file or folder.</summary>
/// <param name="Id">Its id in the library.</param>
/// <param name="Size">Bytes.</param>
/// <param name="WebUrl">Where somebody with access opens it.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
public sealed record StoredItem(string Id, string Name, long Size, Uri WebUrl, bool IsFolder);

/// <summary>One permission on an item. Who is only let through to what lies below has none.</summary>
/// <param name="Id">Its id, for taking it away.</param>
/// <param name="Keys">
/// All it can be told by whose it is, in whatever case: object ids of a person, group or application; <c>link</c> for a sharing link.
/// Two with one key in common are the same holder's.
/// </param>
/// <param name="Roles">read, write, owner and others, as SharePoint says them.</param>
public sealed record ItemPermission(string Id, ImmutableHashSet<string> Keys, ImmutableList<string> Roles)
{
    /// <summary>Whether the holder is a group or an application, and no single person, no link and not everybody.</summary>
    public bool IsOfMany { get; init; }

    public bool IsLink { get; init; }

    /// <summary>Whether it can be told whose it is; where not, its only key is its own id.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The name the holder signs in with, where nothing else is said of them; else empty.</summary>
    public string SignInName { get; init; } = "";
}
