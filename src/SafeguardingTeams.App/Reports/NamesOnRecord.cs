using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReports;

namespace SafeguardingTeams.App.Reports;

/// <summary>
/// The names on record, for what people write in a report of the group (E24, F2): those of every case and every referral for practice
/// learning, whenever it was, since nobody can say which one a sentence is about. They are read, and kept nowhere.
/// </summary>
public sealed class NamesOnRecord(IRows rows)
{
    private const int AtOnce = 8;

    /// <summary>The words of a report that are among them.</summary>
    public async Task<IReadOnlyList<NamedInReport>> InAsync(ReportTexts texts, CancellationToken cancellationToken)
    {
        var records = (await rows.ReadAsync(Keys.AllFigures, cancellationToken))
            .Select(row => RecordRef.Parse(row.Key.Split('|')[2]))
            .Where(record => record.Kind is RecordKind.Case or RecordKind.Learning);
        var read = new List<RecordFile>();
        foreach (var some in records.Chunk(AtOnce))
        {
            read.AddRange(
                (await Task.WhenAll(some.Select(record => StoredRecord.LoadAsync(rows, record, cancellationToken)))).Select(one =>
                    one.Record
                )
            );
        }

        return NamedInReport.In(texts, SourceNames.Of(read));
    }
}
