using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>A folder, and who should be able to do what in it.</summary>
/// <param name="Item">The folder.</param>
/// <param name="Should">Account ids of those who should have access, beside those who have it by the library's root.</param>
/// <param name="Access">What they may do.</param>
internal sealed record OpenFolder(Library Library, string Item, ImmutableHashSet<string> Should, FolderAccess Access)
{
    /// <summary>Who of them is not listed, as far as is known, because they have not accepted their invitation yet.</summary>
    internal ImmutableHashSet<string> Pending { get; init; } = Nobody;

    /// <summary>What was given to those, each account with its entry: nobody can see it, and it is taken away by what is noted here.</summary>
    internal ImmutableDictionary<string, string> Given { get; init; } = NoneGiven;

    internal static readonly ImmutableDictionary<string, string> NoneGiven = ImmutableDictionary.Create<string, string>(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What was given, in a line of a checkpoint.</summary>
    internal static ImmutableDictionary<string, string> NotedGiven(string given) =>
        NoneGiven.AddRange(
            given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => KeyValuePair.Create(one.Split('|')[0], one.Split('|')[1]))
        );

    /// <summary>The same as a line.</summary>
    internal static string Line(ImmutableDictionary<string, string> given) =>
        string.Join(' ', given.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}|{one.Value}"));

    /// <summary>Nobody's.</summary>
    internal static readonly ImmutableHashSet<string> Nobody = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The accounts in a line of a checkpoint.</summary>
    internal static ImmutableHashSet<string> Noted(string accounts) =>
        Nobody.Union(accounts.Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Who should be able to do it and, by these entries, is not.</summary>
    internal IEnumerable<string> Missing(ImmutableList<ItemPermission> entries) =>
        Should.Where(person => !entries.Exists(entry => entry.Keys.Contains(person) && entry.IsEnoughFor(Access)));
}

/// <summary>What is read of SharePoint for one look at one folder or at many: each library's root once.</summary>
internal sealed class AccessLook(IFolders folders)
{
    private readonly Dictionary<Library, ImmutableList<ItemPermission>> _roots = [];

    /// <summary>How often SharePoint was asked.</summary>
    internal int Calls { get; private set; }

    /// <summary>Who stands at a library's root.</summary>
    /// <exception cref="ReconcileStopped">SharePoint did not say.</exception>
    internal async Task<ImmutableList<ItemPermission>> RootAsync(Library library, CancellationToken cancellationToken)
    {
        if (!_roots.TryGetValue(library, out var root))
        {
            Calls++;
            _roots[library] = root = await folders.RootPermissionsAsync(library, cancellationToken).ValueAsync();
        }

        return root;
    }

    /// <summary>Who stands in a folder.</summary>
    /// <exception cref="ReconcileStopped">SharePoint did not say.</exception>
    internal Task<ImmutableList<ItemPermission>> OfAsync(OpenFolder folder, CancellationToken cancellationToken)
    {
        Calls++;
        return folders.PermissionsAsync(folder.Library, folder.Item, cancellationToken).ValueAsync();
    }
}

/// <summary>How an entry of access stands to what somebody should be able to do.</summary>
internal static class Entries
{
    private const string Read = "read";

    private const string Write = "write";

    /// <summary>Whether it is one of these people's.</summary>
    internal static bool IsAnyOf(this ItemPermission entry, ImmutableHashSet<string> people) => entry.Keys.Overlaps(people);

    /// <summary>Whether two entries are the same holder's.</summary>
    internal static bool IsOneWith(this ItemPermission entry, ItemPermission other) => entry.Keys.Overlaps(other.Keys);

    /// <summary>Whether it lets somebody do what they should be able to: who may add may open as well.</summary>
    internal static bool IsEnoughFor(this ItemPermission entry, FolderAccess access) =>
        access == FolderAccess.Read ? !entry.Roles.IsEmpty : entry.Roles.Exists(role => role is not Read);

    internal static bool IsTooMuchFor(this ItemPermission entry, FolderAccess access) =>
        entry.Roles.Exists(role => role is not Read && (access == FolderAccess.Read || role is not Write));
}
