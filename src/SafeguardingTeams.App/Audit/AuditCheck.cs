using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Audit;

/// <summary>Verifies the table against the exports, and the exports against one another. Reads only.</summary>
public sealed class AuditCheck(IRows rows, IAuditFiles files)
{
    /// <summary>Verifies everything there is.</summary>
    /// <param name="fingerprint">
    /// One that was noted elsewhere, such as in the log of the sweep; empty for none. An export has to have it: so exports that were all
    /// written anew are found too.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditReport> RunAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var verification = new AuditVerification();
        var days = 0;
        var noted = fingerprint.Length == 0;
        DateOnly? first = null;
        foreach (var name in await files.NamesAsync(AuditDay.Folder, cancellationToken))
        {
            if (AuditDay.DayOf(name) is { } day && await files.ReadAsync(name, cancellationToken) is { } bytes)
            {
                first ??= day;
                days++;
                verification.Take(name, bytes);
                noted |= verification.Fingerprint == fingerprint;
            }
        }

        verification.Compare(await AuditTable.LoadAsync(rows, cancellationToken));
        return new(
            days,
            first,
            verification.LastDay,
            verification.Entries,
            verification.Fingerprint,
            noted
                ? verification.Findings
                : verification.Findings.Add(new("exports", "None has the fingerprint that was noted: they were written anew, or removed."))
        );
    }
}

/// <summary>What was found.</summary>
/// <param name="Days">How many exports there are.</param>
/// <param name="First">The day of the oldest.</param>
/// <param name="Last">The day of the newest that can be read.</param>
/// <param name="Entries">How many readings and events they hold.</param>
/// <param name="Fingerprint">The fingerprint of the newest: note it where nobody who looks after storage can change it.</param>
/// <param name="Findings">What is not as it was exported.</param>
public sealed record AuditReport(
    int Days,
    DateOnly? First,
    DateOnly? Last,
    int Entries,
    string Fingerprint,
    ImmutableList<AuditFinding> Findings
);
