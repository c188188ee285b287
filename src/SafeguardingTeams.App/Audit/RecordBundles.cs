using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Bundle;

namespace SafeguardingTeams.App.Audit;

/// <summary>
/// Everything of one record, for a court, a coroner or an inquiry: a page that can be read and printed, the events as they are stored with
/// their hashes, each document as it left, the files people keep for it in SharePoint, who has looked, and the fingerprint of every file.
/// That it was given out is recorded first.
/// </summary>
/// <param name="sharePoint">The site, where it is set up.</param>
public sealed class RecordBundles(
    IRows rows,
    IKeptFiles files,
    ReadAudit audit,
    LondonClock clock,
    IEnumerable<IFolders> sharePoint,
    TimeProvider time
)
{
    /// <summary>Writes it; null where there is no such record.</summary>
    /// <param name="by">Who gives it out.</param>
    /// <param name="reason">For whom and why.</param>
    /// <param name="place">Where it is written.</param>
    public async Task<RecordBundle?> WriteAsync(
        RecordRef record,
        Actor by,
        string reason,
        IBundlePlace place,
        CancellationToken cancellationToken
    )
    {
        var stored = await rows.ReadAsync(Keys.Record(record), cancellationToken);
        var file = StoredRecord.From(record, stored).Record;
        if (file.Version == 0)
        {
            return null;
        }

        await audit.RecordAsync(
            new(Guid.NewGuid().ToString("N")[..12], by, clock.Now, ReadPurposes.Disclosed + reason, "command"),
            file,
            cancellationToken
        );
        var events = stored.Select(AuditTable.EventIn).OfType<AuditEvent>().OrderBy(one => one.Number).ToList();
        var (documents, bytes) = await DocumentsAsync(file, cancellationToken);
        var folders = await FoldersAsync(file, place, cancellationToken);
        var linked = (await rows.ReadAsync(Keys.LinksOf(record), cancellationToken)).Select(row => RecordRef.Parse(row["record"]));
        var page = BundlePage.Draw(
            file,
            [.. file.History.Zip(events, (recorded, one) => new BundledEvent(recorded, Data(one.Text), one.Hash))],
            documents,
            folders,
            [.. await audit.OfAsync(record, cancellationToken)],
            [.. linked],
            reason,
            clock.Now
        );
        ImmutableList<(string Name, ReadOnlyMemory<byte> Bytes)> all =
        [
            ($"{record}.html", Encoding.UTF8.GetBytes(page)),
            ("events.jsonl", Encoding.UTF8.GetBytes(string.Concat(events.Select(one => JsonSerializer.Serialize(one, Lines) + "\n")))),
            .. bytes,
        ];
        var brought = folders?.Where(one => one.Missing.Length == 0).ToList() ?? [];
        var sums = all.Select(one => (Sum: Convert.ToHexStringLower(SHA256.HashData(one.Bytes.Span)), one.Name))
            .Concat(brought.Select(one => (Sum: one.Sha256, Name: one.File)));
        all = all.Add(("SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(sums.Select(one => $"{one.Sum}  {one.Name}\n")))));
        foreach (var (name, content) in all)
        {
            await using var to = place.Create(name);
            await to.WriteAsync(content, cancellationToken);
        }

        return new(
            all.Count + brought.Count,
            documents.Count(one => one.Missing.Length > 0) + (folders?.Count(one => one.Missing.Length > 0) ?? 0)
        );
    }

    /// <summary>The files in SharePoint; null where it is not set up. No other kind of record has folders there.</summary>
    private async Task<ImmutableList<BundledFile>?> FoldersAsync(
        RecordFile file,
        IBundlePlace place,
        CancellationToken cancellationToken
    ) =>
        file is not CaseFile { Id: var id } ? []
        : sharePoint.FirstOrDefault() is { } site ? await new RecordFolders(site, place, time).BringAsync(id, cancellationToken)
        : null;

    private static JsonSerializerOptions Lines { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            IgnoreReadOnlyProperties = true,
            Encoder = StoredJson.Options.Encoder,
        };

    private static JsonElement Data(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("data").Clone();
    }

    private async Task<(
        ImmutableList<BundledDocument> Documents,
        ImmutableList<(string Name, ReadOnlyMemory<byte> Bytes)> Files
    )> DocumentsAsync(RecordFile file, CancellationToken cancellationToken)
    {
        var documents = ImmutableList.CreateBuilder<BundledDocument>();
        var all = ImmutableList.CreateBuilder<(string Name, ReadOnlyMemory<byte> Bytes)>();
        foreach (var kept in KeptFile.Of(file))
        {
            var bytes = await files.ReadAsync(file.Ref, kept.Document.Sha256, cancellationToken);
            var wrong = KeptDocuments.Wrong(kept.Document, bytes);
            var name = $"{file.Ref}-document-{documents.Count + 1:D3}{BundleNames.Ending(kept.Document.Name)}";
            documents.Add(new(kept, wrong.Length == 0 ? name : "", wrong));
            if (wrong.Length == 0)
            {
                all.Add((name, bytes!.Value));
            }
        }

        return (documents.ToImmutable(), all.ToImmutable());
    }
}
