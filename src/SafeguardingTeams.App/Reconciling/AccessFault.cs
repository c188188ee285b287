using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>What is wrong with who can open some folders.</summary>
/// <param name="Words">In plain words; empty where all is as it should be.</param>
/// <param name="Print">The same for the same findings, whatever the words.</param>
internal sealed record AccessFault(string Words, string Print)
{
    internal static readonly AccessFault None = new("", "");

    /// <summary>Who is not listed although given access, and rightly: they have not accepted their invitation yet.</summary>
    internal ImmutableHashSet<string> NotListed { get; init; } = OpenFolder.Nobody;

    internal bool IsNone => Print.Length == 0;

    internal static AccessFault Of(ImmutableList<AccessFinding> found) =>
        found.IsEmpty
            ? None
            : new(
                string.Join(
                    ' ',
                    found
                        .GroupBy(one => (one.Folder.Library, one.Folder.Item))
                        .Select(folder => Said([.. folder.Select(one => one.Kind)]))
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                ),
                Convert.ToHexStringLower(
                    SHA256.HashData(
                        Encoding.UTF8.GetBytes(
                            string.Join(
                                '\n',
                                found
                                    .Select(one => $"{one.Kind} {one.Folder.Library}/{one.Folder.Item} {one.Who}")
                                    .Order(StringComparer.Ordinal)
                            )
                        )
                    )
                )[..16]
            );

    private static string Said(ImmutableHashSet<AccessKind> kinds)
    {
        var unknown = kinds.Contains(AccessKind.Unknown)
            ? "There is an entry of which this system cannot tell whose it is: look at the folder's access in SharePoint."
            : "";
        var rest = (kinds.Contains(AccessKind.Extra), kinds.Contains(AccessKind.Link), kinds.Contains(AccessKind.Missing)) switch
        {
            (false, false, false) => kinds.Contains(AccessKind.TooMuch) ? "Somebody can do more than they should." : "",
            (_, true, false) => "There is a sharing link, or somebody has access who should not.",
            (true, false, false) => "Somebody has access who should not.",
            (false, false, true) => "Somebody who should have access does not have it.",
            _ => "Somebody has access who should not, and somebody who should does not.",
        };
        return string.Join(' ', new[] { rest, unknown }.Where(text => text.Length > 0));
    }
}

/// <summary>One thing that is wrong with a folder.</summary>
/// <param name="Who">Whose entry, by what is known of it; an id.</param>
internal sealed record AccessFinding(AccessKind Kind, OpenFolder Folder, string Who);

/// <summary>What can be wrong with an entry of access.</summary>
internal enum AccessKind
{
    /// <summary>It is somebody's who should have none.</summary>
    Extra,

    /// <summary>It is a link.</summary>
    Link,

    /// <summary>There is none for somebody who should have one.</summary>
    Missing,

    /// <summary>It lets somebody do more than they should.</summary>
    TooMuch,

    /// <summary>It cannot be told whose it is.</summary>
    Unknown,
}
