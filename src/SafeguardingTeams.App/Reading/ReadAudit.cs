using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reading;

/// <summary>Who looks at something, for the record.</summary>
/// <param name="Id">Unique to this look: two at the same moment are two lines.</param>
/// <param name="What">The verb, or what was asked of the page.</param>
/// <param name="Channel">Where it came from: "Teams" or "web page".</param>
public sealed record Reader(string Id, Actor Actor, DateTimeOffset At, string What, string Channel);

/// <summary>Who looked at what, when: written before the facts are shown, so that nothing is seen unrecorded (F1).</summary>
public sealed class ReadAudit(IRows rows)
{
    internal async Task RecordAsync(Reader reader, RecordRef record, CancellationToken cancellationToken)
    {
        var key = Keys.ReadLine(record, reader.At, reader.Id);
        await rows.CommitAsync(
            [
                new RowWrite.Put(
                    key,
                    new Dictionary<string, string>
                    {
                        ["case"] = record.ToString(),
                        ["at"] = reader.At.ToString("O", CultureInfo.InvariantCulture),
                        ["person"] = reader.Actor.PersonId,
                        ["account"] = reader.Actor.Account,
                        ["what"] = reader.What,
                        ["carrier"] = reader.Channel,
                    }
                ),
            ],
            cancellationToken
        );
    }
}
