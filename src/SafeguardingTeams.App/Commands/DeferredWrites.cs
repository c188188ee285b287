using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Commands;

/// <summary>
/// What does not fit into one transaction of the storage, which takes 100 rows: a review of many agencies tells many people at once. The
/// record itself always fits. Effects and index rows then wait in one row under the record, committed with it, and follow at once in
/// transactions of their own; each takes them off that row, so that none is done twice. Nothing else changes the record before they
/// are done.
/// </summary>
public sealed class DeferredWrites(IRows rows)
{
    /// <summary>The most rows of one transaction.</summary>
    internal const int MaxRows = 100;

    private const int AtOnce = 90;

    /// <summary>The rows in which writes wait.</summary>
    internal static IEnumerable<RowWrite> Waiting(RecordRef record, int version, IReadOnlyList<RowWrite> writes) =>
        writes.Count == 0
            ? []
            :
            [
                new RowWrite.Insert(Keys.Deferred(record, version), new Dictionary<string, string> { ["writes"] = Json(writes) }),
                new RowWrite.Put(
                    Keys.DeferringRecord(record),
                    new Dictionary<string, string>
                    {
                        ["case"] = record.ToString(),
                        ["version"] = version.ToString(CultureInfo.InvariantCulture),
                    }
                ),
            ];

    /// <summary>Does what waits of every record: where a process was cut off before it did so itself.</summary>
    internal async Task FinishAllAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ReadAsync(Keys.DeferredFrom, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await FinishAsync(RecordRef.Parse(row["case"]), int.Parse(row["version"], CultureInfo.InvariantCulture), cancellationToken);
        }
    }

    /// <summary>Does what waits since a version of a record. Where somebody else does it at this moment, it is left to them.</summary>
    internal async Task FinishAsync(RecordRef record, int version, CancellationToken cancellationToken)
    {
        while (await rows.FindAsync(Keys.Deferred(record, version), cancellationToken) is { } row)
        {
            var writes = Read(row["writes"]);
            var later = writes.RemoveRange(0, Math.Min(AtOnce, writes.Count));
            var end = await rows.CommitAsync([.. writes.Take(AtOnce), .. After(row, record, later)], cancellationToken);
            if (end is CommitResult.Missing { Key: var gone })
            {
                // An index row that should go is gone: the index was built anew meanwhile.
                end = await rows.CommitAsync(
                    [
                        new RowWrite.Replace(
                            row.Key,
                            new Dictionary<string, string> { ["writes"] = Json(writes.RemoveAll(write => write.Key == gone)) },
                            row.ETag
                        ),
                    ],
                    cancellationToken
                );
            }

            if (end is CommitResult.Conflict)
            {
                return;
            }
        }
    }

    private static IEnumerable<RowWrite> After(Row row, RecordRef record, ImmutableList<RowWrite> later) =>
        later.IsEmpty
            ? [new RowWrite.Delete(row.Key, row.ETag), new RowWrite.Delete(Keys.DeferringRecord(record))]
            : [new RowWrite.Replace(row.Key, new Dictionary<string, string> { ["writes"] = Json(later) }, row.ETag)];

    private static string Json(IReadOnlyList<RowWrite> writes) =>
        JsonSerializer.Serialize(
            [
                .. writes.Select(write =>
                    write switch
                    {
                        RowWrite.Insert insert => new WaitingWrite("insert", insert.Key, insert.Fields.ToDictionary()),
                        RowWrite.Put put => new WaitingWrite("put", put.Key, put.Fields.ToDictionary()),
                        RowWrite.Delete { ETag: null } delete => new WaitingWrite("delete", delete.Key, null),
                        _ => throw new InvalidOperationException("Only what needs no state of its row can wait."),
                    }
                ),
            ],
            WaitingJson.Default.ListWaitingWrite
        );

    private static ImmutableList<RowWrite> Read(string json) =>
        [
            .. JsonSerializer
                .Deserialize(json, WaitingJson.Default.ListWaitingWrite)!
                .Select(write =>
                    write switch
                    {
                        { Kind: "insert", Fields: { } fields } => (RowWrite)new RowWrite.Insert(write.Key, fields),
                        { Kind: "put", Fields: { } fields } => new RowWrite.Put(write.Key, fields),
                        { Kind: "delete" } => new RowWrite.Delete(write.Key),
                        _ => throw new InvalidOperationException("A waiting write of an unknown kind."),
                    }
                ),
        ];
}

internal sealed record WaitingWrite(string Kind, string Key, Dictionary<string, string>? Fields);

/// <summary>How writes that wait are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<WaitingWrite>))]
internal sealed partial class WaitingJson : JsonSerializerContext;
