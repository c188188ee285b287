using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>A library with its files and folders, and who may open each.</summary>
public sealed class LibraryDrive
{
    private readonly GraphStandIn _graph;

    /// <summary>Who was let through which folder to one below; the root has no name.</summary>
    private ImmutableHashSet<(string Item, string Holder)> _through = [];

    internal LibraryDrive(GraphStandIn graph, string name) => (_graph, Name) = (graph, name);

    /// <summary>As Graph names it.</summary>
    public string Id { get; } = $"b!{GraphStandIn.NewId()}";

    /// <summary>As people read it.</summary>
    public string Name { get; }

    /// <summary>Everything in it but the root, by id.</summary>
    public ImmutableSortedDictionary<string, StoredEntry> Items { get; internal set; } =
        ImmutableSortedDictionary<string, StoredEntry>.Empty;

    /// <summary>More who stand in the library by its root: nobody should.</summary>
    public ImmutableList<StoredGrant> AddedAtRoot { get; set; } = [];

    /// <summary>What is in a folder; null for the root.</summary>
    public IEnumerable<StoredEntry> In(string? folderId) =>
        Items.Values.Where(item => item.ParentId == folderId).OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names from the root down, with strokes between.</summary>
    public string PathOf(string itemId) =>
        Items.TryGetValue(itemId, out var item) ? $"{(item.ParentId is { } parent ? PathOf(parent) : "")}/{item.Name}" : "";

    /// <summary>Who has access to an item, or to the root where it is null: its own entries, else those above it.</summary>
    public ImmutableList<StoredGrant> PermissionsOf(string? itemId) =>
        itemId is null
            ?
            [
                Grant(_graph.SharePoint.OperationsGroup, HolderKind.Group, "write"),
                Grant(_graph.AppId, HolderKind.Application, "owner"),
                .. AddedAtRoot,
            ]
        : Items[itemId] is { Own: { } own } ? own
        : PermissionsOf(Items[itemId].ParentId).ConvertAll(grant => grant with { IsInherited = true });

    /// <summary>
    /// Who was once given something below an item, or below the root where it is null: SharePoint lists them there to let them through.
    /// </summary>
    internal ImmutableList<StoredGrant> LimitedOf(string? itemId) =>
        itemId is not null && Items[itemId].Own is null
            ? LimitedOf(Items[itemId].ParentId)
            :
            [
                .. _through
                    .Where(one => one.Item == (itemId ?? "") && !PermissionsOf(itemId).Exists(grant => grant.Holder == one.Holder))
                    .Select(one => Grant($"limited {one.Holder}", HolderKind.User, Facets.Limited) with { Holder = one.Holder }),
            ];

    /// <summary>Takes somebody's way through away, and with it all they were given below.</summary>
    internal void TakeBelow(string itemId, StoredGrant limited)
    {
        _through = _through.Remove((itemId, limited.Holder));
        foreach (var item in Items.Values.Where(item => IsWithin(item, itemId) && item.Own is not null))
        {
            Items = Items.SetItem(item.Id, item with { Own = item.Own!.RemoveAll(grant => grant.Holder == limited.Holder) });
        }

        _graph.Changed();
    }

    private bool IsWithin(StoredEntry item, string folderId) =>
        item.ParentId is { } parent && (parent == folderId || IsWithin(Items[parent], folderId));

    /// <summary>Somebody shares an item past the product, as a site owner can: what the product has to notice.</summary>
    public void ShareFromOutside(string itemId, string objectId, string role = "read") =>
        Change(itemId, Grant(objectId, HolderKind.User, role));

    /// <summary>Somebody makes a link to an item past the product.</summary>
    public void LinkFromOutside(string itemId) => Change(itemId, Grant($"link-{GraphStandIn.NewId()}", HolderKind.Link, "read"));

    /// <summary>A file is opened in Word, or closed again.</summary>
    public void Lock(string itemId, bool isLocked = true)
    {
        lock (_graph.Gate)
        {
            Items = Items.SetItem(itemId, Items[itemId] with { IsLocked = isLocked });
        }
    }

    /// <summary>
    /// From the first entry of its own on an item goes its own way: what it had from above is its own now, and what changes above
    /// no longer reaches it.
    /// </summary>
    internal StoredGrant Give(string itemId, string objectId, string role, bool keepsInherited)
    {
        var grant = Grant(objectId, HolderKind.User, role);
        var item = Items[itemId];
        var own = item.Own ?? (keepsInherited ? OwnOf(itemId) : []);
        Items = Items.SetItem(itemId, item with { Own = own.RemoveAll(other => other.Id == grant.Id).Add(grant) });
        for (var above = item.ParentId; ; above = Items[above].ParentId)
        {
            _through = _through.Add((above ?? "", objectId));
            if (above is null)
            {
                break;
            }
        }

        _graph.Changed();
        return grant;
    }

    internal StoredEntry Add(string? parentId, string name, byte[]? bytes)
    {
        var item = new StoredEntry(GraphStandIn.NewId(), name, parentId, bytes, null, IsLocked: false);
        Items = Items.SetItem(item.Id, item);
        _graph.Changed();
        return item;
    }

    internal void Clear() => (Items, AddedAtRoot, _through) = (Items.Clear(), [], []);

    private void Change(string itemId, StoredGrant grant)
    {
        lock (_graph.Gate)
        {
            Items = Items.SetItem(itemId, Items[itemId] with { Own = OwnOf(itemId).Add(grant) });
            _graph.Changed();
        }
    }

    private ImmutableList<StoredGrant> OwnOf(string itemId) =>
        PermissionsOf(itemId).ConvertAll(grant => grant with { IsInherited = false });

    /// <summary>A permission's id says whose it is, and is the same wherever they stand.</summary>
    private static StoredGrant Grant(string holder, HolderKind kind, string role) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(holder)))[..20], holder, kind, role, IsInherited: false);
}
