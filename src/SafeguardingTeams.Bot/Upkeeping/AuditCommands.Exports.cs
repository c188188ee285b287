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

        if (RecordRef.TryParse(reference) is not { } record)
        {
            await console.SayAsync("There is no record of that reference.");
            return Wrong;
        }

        var place = new BundleFolder(Path.Combine(folder, record.ToString()));
        if (place.IsUsed)
        {
            await console.SayAsync($"{record} is there already. Name another folder; nothing was written.");
            return Wrong;
        }

        var bundles = services.GetRequiredService<RecordBundles>();
        if (await bundles.WriteAsync(record, actor, reason, place, cancellationToken) is not { } bundle)
        {
            await console.SayAsync("There is no record of that reference.");
            return Wrong;
        }

        await console.SayAsync($"{bundle.Files} files written.");
        if (bundle.Missing > 0)
        {
            await console.SayAsync(
                $"{bundle.Missing} could not be brought, and the bundle is not whole: {record}.html says which, and why."
            );
        }

        return bundle.Missing > 0 ? Wrong : Done;
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
        var place = Path.Combine(Directory.CreateDirectory(folder).FullName, "places.html");
        if (File.Exists(place))
        {
            await console.SayAsync("places.html is there already. Name another folder; nothing was written.");
            return Wrong;
        }

        await File.WriteAllTextAsync(place, page.ToString(), cancellationToken);
        await console.SayAsync("places.html written.");
        return Done;
    }

    /// <summary>A folder that a bundle is written into; made with its first file.</summary>
    private sealed class BundleFolder(string path) : IBundlePlace
    {
        internal bool IsUsed => Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();

        public Stream Create(string name) => File.Create(Path.Combine(Directory.CreateDirectory(path).FullName, name));

        public void Remove(string name) => File.Delete(Path.Combine(path, name));
    }
}
