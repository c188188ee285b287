using System.Collections.Immutable;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>
/// A file, or a folder, which has no bytes. Without a parent it is in the root. <c>Own</c> says who has access where the item goes
/// its own way, and is null where it has what its folder has. It is locked while somebody has it open.
/// </summary>
public sealed record StoredEntry(string Id, string Name, string? ParentId, byte[]? Bytes, ImmutableList<StoredGrant>? Own, bool IsLocked)
{
    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Bytes is null;
}

/// <summary>Who holds a permission.</summary>
public enum HolderKind
{
    /// <summary>A person, member or guest.</summary>
    User,

    /// <summary>A security group.</summary>
    Group,

    Application,

    /// <summary>Whoever has a link.</summary>
    Link,
}

/// <summary>A permission on an item. One that came from above cannot be taken away on the item.</summary>
public sealed record StoredGrant(string Id, string Holder, HolderKind Kind, string Role, bool IsInherited);
