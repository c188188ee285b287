using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Bot.Upkeeping;

/// <content>What is given out: one record, or everything on one person.</content>
public sealed partial class AuditCommands
{
    /// <summary>In characters.</summary>
    private const int LongestReason = 300;

    private async Task<int> RecordAsync(string reference, string folder, string by, string reason, CancellationToken cancellationToken)
    {
        if (await ByAsync(by) is not { } actor)
        {
            return Wrong;
        }

        if (reason.Length > LongestReason)
        {
            await console.SayAsync($"--reason: it has {reason.Length} characters, and may have {LongestReason}.");
            return Wrong;
        }

        if (
            RecordRef.TryParse(reference) is not { } record
            || await services.GetRequiredService<RecordBundles>().MakeAsync(record, actor, reason, cancellationToken) is not { } bundle
        )
        {
            await console.SayAsync("There is no record of that reference.");
            return Wrong;
        }

        return await WriteAsync(Path.Combine(folder, record.ToString()), bundle, cancellationToken);
    }

    /// <summary>Who gives something out; null, and said, where nobody has that id.</summary>
    private async Task<Actor?> ByAsync(string by)
    {
        var today = services.GetRequiredService<LondonClock>().Today;
        var actor = services.GetRequiredService<IPeople>().Actors(today).Find(one => one.PersonId == by);
        if (actor is null)
        {
            await console.SayAsync("--by: nobody in the partnership's file has that id. Who gives it out is recorded.");
        }

        return actor;
    }

    private async Task<int> StaffAsync(string id, string folder, string by, CancellationToken cancellationToken) =>
        await ByAsync(by) is { } actor
            ? await PlacesAsync(
                await services.GetRequiredService<PersonSearch>().OfStaffAsync(id, actor, cancellationToken),
                folder,
                cancellationToken
            )
            : Wrong;

    private async Task<int> PersonAsync(string folder, string by, CancellationToken cancellationToken)
    {
        if (await ByAsync(by) is not { } actor)
        {
            return Wrong;
        }

        var name = await console.AskAsync("Name (empty for none):");
        var date = await console.AskAsync("Date of birth (empty for none):");
        var born = TypedDay.Read(date, services.GetRequiredService<LondonClock>().Today)?.Day;
        if (name.Length == 0 && born is null || date.Length > 0 && born is null)
        {
            await console.SayAsync("Give a name, a date of birth such as 2019-06-03, or both.");
            return NotUnderstood;
        }

        var places = await services.GetRequiredService<PersonSearch>().OfPersonAsync(name, born, actor, cancellationToken);
        return await PlacesAsync(places, folder, cancellationToken);
    }

    private async Task<int> PlacesAsync(ImmutableList<PersonPlace> places, string folder, CancellationToken cancellationToken)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(text);
        var page = new StringBuilder(
            "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Places found</title></head>"
        );
        page.Append(
            "<body><h1>Places that hold something on one person</h1><p>These are places, not an answer. Somebody decides for each "
        );
        page.Append(
            "what is released, what of other people is taken out, and what an exemption covers. Documents and folders of the records "
        );
        page.Append(
            "named are not searched: read them.</p><table><tr><th>Record</th><th>Where</th><th>Found by</th><th>What it says</th></tr>"
        );
        foreach (var one in places)
        {
            page.AppendJoin("", ["<tr><td>", Safe(one.Record), "</td><td>", Safe(one.Where), "</td><td>", Safe(one.By), "</td><td>"]);
            page.Append(Safe(one.Text)).Append("</td></tr>\n");
        }

        page.Append("</table></body></html>\n");
        var records = places.Where(one => one.Record.Length > 0).Select(one => one.Record).Distinct(StringComparer.Ordinal).Count();
        await console.SayAsync($"{places.Count} places, in {records} records.");
        return await WriteAsync(folder, [new("places.html", Encoding.UTF8.GetBytes(page.ToString()))], cancellationToken);
    }

    /// <summary>Writes files where there are none of the name yet.</summary>
    private async Task<int> WriteAsync(string folder, ImmutableList<BundleFile> files, CancellationToken cancellationToken)
    {
        var into = Directory.CreateDirectory(folder).FullName;
        if (files.Find(file => File.Exists(Path.Combine(into, file.Name))) is { } there)
        {
            await console.SayAsync($"{there.Name} is there already. Name another folder; nothing was written.");
            return Wrong;
        }

        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(into, file.Name), file.Bytes, cancellationToken);
        }

        await console.SayAsync($"{files.Count} files written.");
        return Done;
    }
}
