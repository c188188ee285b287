using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.Reading;

/// <summary>Who looks at something, for the record.</summary>
/// <param name="Id">Unique to this look: two at the same moment are two lines.</param>
/// <param name="What">The verb, or what was asked of the page.</param>
/// <param name="Channel">Where it came from: "Teams" or "web page".</param>
public sealed record Reader(string Id, Actor Actor, DateTimeOffset At, string What, string Channel);

/// <summary>
/// Who looked at what, when, in what capacity and for what purpose: written before the facts are shown, so that nothing is seen unrecorded
/// (F1).
/// </summary>
public sealed class ReadAudit(IRows rows)
{
    /// <summary>Records it.</summary>
    /// <param name="record">What they look at, as it was just read: it says which roles they hold for it.</param>
    internal Task RecordAsync(Reader reader, RecordFile record, CancellationToken cancellationToken) =>
        RecordAsync(reader, record.Ref, record.RolesOf(reader.Actor), cancellationToken);

    /// <summary>Records it.</summary>
    /// <param name="capacity">The roles they hold for it; none for a record that cannot be read.</param>
    internal async Task RecordAsync(Reader reader, RecordRef record, IEnumerable<Role> capacity, CancellationToken cancellationToken)
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
                        ["name"] = reader.Actor.Display,
                        ["agency"] = reader.Actor.AgencyName,
                        ["capacity"] = string.Join(',', capacity.Order()),
                        ["purpose"] = ReadPurposes.Of(reader).ToString(),
                        ["what"] = reader.What,
                        ["carrier"] = reader.Channel,
                    }
                ),
            ],
            cancellationToken
        );
    }

    /// <summary>Who has looked at a record, newest first.</summary>
    internal async Task<IReadOnlyList<Looked>> OfAsync(RecordRef record, CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.Reads(record), cancellationToken)).Reverse().Select(In)];

    /// <summary>A reading as it was recorded; what an older one does not say is empty.</summary>
    internal static Looked In(Row row) =>
        new(
            DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture),
            row["person"],
            row["name"],
            row["agency"],
            [.. row["capacity"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)],
            Enum.TryParse<ReadPurpose>(row["purpose"], out var purpose) ? purpose : null
        );
}
