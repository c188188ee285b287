using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Bundle;

namespace SafeguardingTeams.App.Audit;

/// <summary>A file of a bundle; its name holds the reference and nothing of what it says (F2).</summary>
public sealed record BundleFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Everything of one record, for a court, a coroner or an inquiry: a page that can be read and printed, the events as they are stored with
/// their hashes, each document as it left, who has looked, and the fingerprint of every file. That it was given out is recorded first.
/// </summary>
public sealed class RecordBundles(IRows rows, IKeptFiles files, ReadAudit audit, LondonClock clock)
{
    /// <summary>Makes it; null where there is no such record.</summary>
    /// <param name="by">Who gives it out.</param>
    /// <param name="reason">For whom and why.</param>
    public async Task<ImmutableList<BundleFile>?> MakeAsync(RecordRef record, Actor by, string reason, CancellationToken cancellationToken)
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
        var linked = (await rows.ReadAsync(Keys.LinksOf(record), cancellationToken)).Select(row => RecordRef.Parse(row["record"]));
        var page = BundlePage.Draw(
            file,
            [.. file.History.Zip(events, (recorded, one) => new BundledEvent(recorded, Data(one.Text), one.Hash))],
            documents,
            [.. await audit.OfAsync(record, cancellationToken)],
            [.. linked],
            reason,
            clock.Now
        );
        ImmutableList<BundleFile> all =
        [
            new($"{record}.html", Encoding.UTF8.GetBytes(page)),
            new("events.jsonl", Encoding.UTF8.GetBytes(string.Concat(events.Select(one => JsonSerializer.Serialize(one, Lines) + "\n")))),
            .. bytes,
        ];
        var sums = string.Concat(all.Select(one => $"{Convert.ToHexStringLower(SHA256.HashData(one.Bytes.Span))}  {one.Name}\n"));
        return all.Add(new("SHA256SUMS", Encoding.UTF8.GetBytes(sums)));
    }

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

    private async Task<(ImmutableList<BundledDocument> Documents, ImmutableList<BundleFile> Files)> DocumentsAsync(
        RecordFile file,
        CancellationToken cancellationToken
    )
    {
        var documents = ImmutableList.CreateBuilder<BundledDocument>();
        var all = ImmutableList.CreateBuilder<BundleFile>();
        foreach (var kept in KeptFile.Of(file))
        {
            var bytes = await files.ReadAsync(file.Ref, kept.Document.Sha256, cancellationToken);
            var wrong = KeptDocuments.Wrong(kept.Document, bytes);
            var name = $"{file.Ref}-document-{documents.Count + 1:D3}{Ending(kept.Document.Name)}";
            documents.Add(new(kept, wrong.Length == 0 ? name : "", wrong));
            if (wrong.Length == 0)
            {
                all.Add(new(name, bytes!.Value));
            }
        }

        return (documents.ToImmutable(), all.ToImmutable());
    }

    /// <summary>The ending of a name, where it is one of a kind of file.</summary>
    private static string Ending(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= 6 } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending.ToLowerInvariant()
            : "";
}
