using System.Collections.Immutable;
using System.Text.Json;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;

namespace SafeguardingTeams.App.Audit;

/// <summary>
/// Which records were disposed of, by the group's own events: those stay for good, chained and exported, so that nobody passes off a record
/// that was taken out of the table as one that was disposed of (F3).
/// </summary>
internal static class AuditDisposals
{
    /// <summary>The certificates that were confirmed, by record; one that was confirmed again after a restore has the last.</summary>
    internal static ImmutableSortedDictionary<string, string> Confirmed(IEnumerable<AuditEvent> events)
    {
        var confirmed = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var one in events.Where(one => one.Record == RecordRef.Group.ToString()))
        {
            if (Confirmed(one.Text) is var (record, certificate))
            {
                confirmed[record] = certificate;
            }
        }

        return confirmed.ToImmutable();
    }

    private static (string Record, string Certificate)? Confirmed(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return
                json.RootElement.TryGetProperty("name", out var name)
                && name.GetString() == DisposalConfirmed.Name
                && json.RootElement.GetProperty("data") is var data
                && data.GetProperty("record").GetString() is { } record
                && data.GetProperty("certificate").GetString() is { } certificate
                ? (record, certificate)
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The records whose rows go or are gone: each is marked so, and the group's record confirms its certificate.</summary>
    internal static ImmutableSortedDictionary<string, Tombstone> Gone(IEnumerable<Row> rows, IEnumerable<AuditEvent> events)
    {
        var confirmed = Confirmed(events);
        return rows.Where(Tombstone.Is)
            .Select(row => Tombstone.Of(RecordRef.Parse(row.Key.Split('|')[1]), row))
            .Where(one => one.RowsGo && confirmed.GetValueOrDefault(one.Record.ToString()) == one.Certificate)
            .ToImmutableSortedDictionary(one => one.Record.ToString(), one => one, StringComparer.Ordinal);
    }
}
