using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// What stands where a record stood that was disposed of: from the moment that is confirmed nobody opens the record, and nobody makes one
/// of the same reference again (F3).
/// </summary>
/// <param name="Certificate">The number of the certificate.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
internal sealed record Tombstone(RecordRef Record, string Certificate, DateTimeOffset ConfirmedAt)
{
    /// <summary>How much of it there was in each place, counted before anything was removed; null until then.</summary>
    internal ImmutableSortedDictionary<string, int>? Counted { get; init; }

    /// <summary>Whether its rows are being removed, or are: of them nothing is to be held against the audit any more.</summary>
    internal bool RowsGo { get; init; }

    /// <summary>The day the last of it went; null before.</summary>
    internal DateOnly? GoneOn { get; init; }

    /// <summary>The state of the row.</summary>
    internal string ETag { get; init; } = "";

    internal static bool Is(Row row) => row.Key.EndsWith("|g|", StringComparison.Ordinal);

    internal static async Task<Tombstone?> FindAsync(IRows rows, RecordRef record, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Gone(record), cancellationToken) is { } row ? Of(record, row) : null;

    internal static Tombstone Of(RecordRef record, Row row) =>
        new(record, row["certificate"], DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture))
        {
            Counted = row["counted"].Length == 0 ? null : Counts(row["counted"]),
            RowsGo = row["rowsGo"] == "yes",
            GoneOn = DateOnly.TryParseExact(row["gone"], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day) ? day : null,
            ETag = row.ETag,
        };

    internal Dictionary<string, string> Fields() =>
        new()
        {
            ["certificate"] = Certificate,
            ["at"] = ConfirmedAt.ToString("O", CultureInfo.InvariantCulture),
            ["counted"] = Counted is null ? "" : string.Join(',', Counted.Select(one => $"{one.Key}:{Number(one.Value)}").Append("")),
            ["rowsGo"] = RowsGo ? "yes" : "no",
            ["gone"] = GoneOn is { } day ? GroupRows.Iso(day) : "",
        };

    /// <summary>Messages in chats that the app reaches no longer, as they are counted.</summary>
    internal const string Unreached = "Unreached";

    /// <summary>With one more of something.</summary>
    internal Tombstone Plus(string what) => this with { Counted = Counted!.SetItem(what, Count(what) + 1) };

    /// <summary>How much there was.</summary>
    internal int Count(string what) => Counted?.GetValueOrDefault(what) ?? 0;

    private static ImmutableSortedDictionary<string, int> Counts(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':'))
            .ToImmutableSortedDictionary(one => one[0], one => int.Parse(one[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
