using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Audit;

/// <summary>Where something about a person stands.</summary>
/// <param name="Record">In which record; empty where it is in none.</param>
/// <param name="Where">Which event, draft or row, and which part of it.</param>
/// <param name="By">What it was found by: their id, their name, their date of birth, or both.</param>
/// <param name="Text">What it says.</param>
public sealed record PersonPlace(string Record, string Where, string By, string Text);

/// <summary>
/// Every place that holds something on one person, for a request for access to their data: over all events, drafts, readings and rows, of
/// every record. It finds; what is released, and what of others has to be taken out, a person decides. Documents and folders are not
/// searched: those of the records found are for a person to read.
/// </summary>
public sealed class PersonSearch(IRows rows, IPeople people, ReadAudit audit, LondonClock clock)
{
    /// <summary>Of somebody who works with the system, by their id.</summary>
    /// <param name="by">Who looks: it is recorded with each record that something is found in, before it is shown (F1).</param>
    public Task<ImmutableList<PersonPlace>> OfStaffAsync(string personId, Actor by, CancellationToken cancellationToken)
    {
        var known = people.Roster.Find(personId);
        HashSet<string> exact = new([personId, known?.Display ?? "", known?.Email ?? ""], StringComparer.OrdinalIgnoreCase);
        exact.Remove("");
        return FindAsync(text => exact.Contains(text) ? "id" : "", personId, by, cancellationToken);
    }

    /// <summary>Of a child or an adult, by every word of a name, by a date of birth, or by either.</summary>
    /// <param name="name">Empty where only the date is known.</param>
    /// <param name="born">Null where only the name is known.</param>
    /// <param name="by">Who looks, recorded likewise.</param>
    public Task<ImmutableList<PersonPlace>> OfPersonAsync(string name, DateOnly? born, Actor by, CancellationToken cancellationToken)
    {
        var words = Words(name);
        string[] dates = born is { } day ? [.. Formats.Select(format => day.ToString(format, CultureInfo.GetCultureInfo("en-GB")))] : [];
        return FindAsync(
            text =>
            {
                var byName = words.Count > 0 && words.IsSubsetOf(Words(text));
                var byDate = dates.Any(date => text.Contains(date, StringComparison.OrdinalIgnoreCase));
                return byName && byDate ? "name and date of birth"
                    : byName ? "name"
                    : byDate ? "date of birth"
                    : "";
            },
            "",
            by,
            cancellationToken
        );
    }

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "d/M/yyyy",
        "dd/MM/yyyy",
        "d.M.yyyy",
        "dd.MM.yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
    ];

    private static HashSet<string> Words(string text) =>
        NameWords.Split(text).SelectMany(NameWords.Forms).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private async Task<ImmutableList<PersonPlace>> FindAsync(
        Func<string, string> foundBy,
        string personId,
        Actor by,
        CancellationToken cancellationToken
    )
    {
        var places = ImmutableList.CreateBuilder<PersonPlace>();
        foreach (var row in await rows.ReadRangeAsync("!", "~", cancellationToken))
        {
            var (record, where) = Place(row.Key);
            if (personId.Length > 0 && row.Key.Split('|').Contains(personId))
            {
                places.Add(new(record, where, "id", "a row of their own"));
            }

            foreach (var (name, text) in row.Fields.Where(field => field.Key is not ("previous" or "hash" or "Timestamp")))
            {
                var plain = name.EndsWith(".br", StringComparison.Ordinal) ? LongText.In(row, name[..^3]) : text;
                places.AddRange(
                    from part in Parts(name, plain)
                    let found = foundBy(part.Text)
                    where found.Length > 0
                    select new PersonPlace(record, $"{where}, {part.Path}", found, part.Text)
                );
            }
        }

        await RecordAsync(
            places.Select(place => place.Record).Distinct().Select(RecordRef.TryParse).OfType<RecordRef>(),
            by,
            cancellationToken
        );
        return places.ToImmutable();
    }

    private async Task RecordAsync(IEnumerable<RecordRef> found, Actor by, CancellationToken cancellationToken)
    {
        foreach (var record in found)
        {
            var reader = new Reader(
                Guid.NewGuid().ToString("N")[..12],
                by,
                clock.Now,
                $"{ReadPurposes.Disclosed}one person's data",
                "command"
            );
            var file = FoundRecord.Of(record, [.. await rows.ReadAsync(Keys.Record(record), cancellationToken)]).File;
            await audit.RecordAsync(reader, record, file?.RolesOf(by) ?? [], cancellationToken);
        }
    }

    private static (string Record, string Where) Place(string key) =>
        key.Split('|') switch
        {
            ["group", "e", var number] => ("group", $"event {Number(number)}"),
            [_, var record, "e", var number] => (record, $"event {Number(number)}"),
            [_, var record, "d", ..] => (record, "a draft that is not sent"),
            ["read", var record, ..] => (record, "a reading"),
            [var kind, ..] => ("", $"a row of the kind {kind}"),
            _ => ("", "a row"),
        };

    private static string Number(string digits) => digits.TrimStart('0');

    /// <summary>The texts of a field: every text of JSON with its path, or the field itself.</summary>
    private static IEnumerable<(string Path, string Text)> Parts(string name, string text)
    {
        if (!text.StartsWith('{') && !text.StartsWith('['))
        {
            return [(name, text)];
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. Parts(name, json.RootElement)];
        }
        catch (JsonException)
        {
            return [(name, text)];
        }
    }

    private static IEnumerable<(string Path, string Text)> Parts(string path, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(one => Parts($"{path}/{one.Name}", one.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((one, number) => Parts($"{path}/{number + 1}", one)),
            JsonValueKind.String => [(path, value.GetString()!)],
            _ => [],
        };
}
