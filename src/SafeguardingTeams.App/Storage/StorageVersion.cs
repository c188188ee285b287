using System.Globalization;
using System.Reflection;

namespace SafeguardingTeams.App.Storage;

/// <summary>Which shape of the table a program writes, and the least it has to know to work with what it writes.</summary>
/// <param name="Writes">Raised with whatever is stored otherwise than before.</param>
/// <param name="Needs">
/// What a program has to write at least so as to read what this one stores: raised only where an older one would read it wrongly, or not
/// at all. Where it stays, both may work at the same time.
/// </param>
public sealed record ProgramVersion(int Writes, int Needs)
{
    /// <summary>This program's.</summary>
    public static ProgramVersion This { get; } = new(1, 1);
}

/// <summary>
/// The stamp in the table: the newest program that has worked with it, and what a program needs to know for it. An older one is refused
/// in words and changes nothing.
/// </summary>
public sealed class StorageVersion(IRows rows, ProgramVersion own)
{
    /// <summary>Looks at the stamp, and moves it on where this program is the newer one.</summary>
    /// <exception cref="NewerTableException">The table is for a newer program.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var stamp = await rows.FindAsync(Keys.Version, cancellationToken);
            if (stamp is not null && Refuses(stamp) is { } why)
            {
                throw new NewerTableException(why);
            }

            if (stamp is not null && Number(stamp, "writes") >= own.Writes)
            {
                return;
            }

            var fields = new Dictionary<string, string>
            {
                ["writes"] = own.Writes.ToString(CultureInfo.InvariantCulture),
                ["needs"] = own.Needs.ToString(CultureInfo.InvariantCulture),
                ["program"] = Program,
            };
            RowWrite write = stamp is null
                ? new RowWrite.Insert(Keys.Version, fields)
                : new RowWrite.Replace(Keys.Version, fields, stamp.ETag);
            if (await rows.CommitAsync([write], cancellationToken) is CommitResult.Done)
            {
                return;
            }
        }
    }

    /// <summary>Looks at the stamp and changes nothing. Why this program may not work with the table; null where it may.</summary>
    public async Task<string?> LookAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Version, cancellationToken) is { } stamp ? Refuses(stamp) : null;

    /// <summary>Why this program may not work with a table of that stamp; null where it may.</summary>
    internal string? Refuses(Row stamp) =>
        Number(stamp, "needs") <= own.Writes
            ? null
            : $"The table was written by a newer version of this program ({stamp["program"]}); this is {Program}, and cannot read all of "
                + "it. Nothing was changed. Install the newer version again; the way back is docs/runbook/12-upgrade-and-rollback.md.";

    private static string Program { get; } =
        typeof(StorageVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static int Number(Row stamp, string field) =>
        int.TryParse(stamp[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}

/// <summary>The table is for a newer program.</summary>
/// <param name="message">In words, for whoever starts it.</param>
public sealed class NewerTableException(string message) : Exception(message);
