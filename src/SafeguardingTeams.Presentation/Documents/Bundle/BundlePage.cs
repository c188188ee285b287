using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Bundle;

/// <summary>An event of a record that is given out.</summary>
/// <param name="Recorded">The event.</param>
/// <param name="Data">Everything it holds, as it is stored.</param>
/// <param name="Hash">Its hash, which goes on from the one before.</param>
public sealed record BundledEvent(RecordedEvent Recorded, JsonElement Data, string Hash);

/// <summary>A document of a record that is given out.</summary>
/// <param name="File">Its name in the bundle; empty where it is not in it.</param>
/// <param name="Missing">Why it is not in it; empty where it is.</param>
public sealed record BundledDocument(KeptFile Kept, string File, string Missing);

/// <summary>A file that people keep for a record in SharePoint.</summary>
/// <param name="Path">Library, folders and name, as they are there.</param>
/// <param name="Url">Where somebody with access opens it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="File">Its name in the bundle; empty where it is not in it.</param>
/// <param name="Sha256">The fingerprint of what was brought.</param>
/// <param name="Missing">Why it is not in it; empty where it is.</param>
public sealed record BundledFile(string Path, string Url, long Size, string File, string Sha256, string Missing);

/// <summary>
/// A record as a page that any browser opens and prints: everything that happened with everything that was said, the documents that left,
/// who has looked. For a court, a coroner or an inquiry: nothing is left out and nothing is weighed.
/// </summary>
public static class BundlePage
{
    private const string Style =
        "body{font:16px/1.5 Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}"
        + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
        + "th,td{border-bottom:1px solid #b1b4b6;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
        + "th{font-weight:700}.hash{font-family:monospace;font-size:12px;overflow-wrap:anywhere}h2{margin-top:2.5rem}"
        + "dl{margin:.2rem 0 .2rem 1rem}dt{font-weight:700}dd{margin:0 0 .4rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}";

    /// <summary>Draws it.</summary>
    /// <param name="folders">What people keep in SharePoint; null where it is not set up, so that nothing was looked for.</param>
    /// <param name="linked">The records that belong together with this one: each is a bundle of its own.</param>
    /// <param name="reason">For whom and why it was made.</param>
    public static string Draw(
        RecordFile file,
        ImmutableList<BundledEvent> events,
        ImmutableList<BundledDocument> documents,
        ImmutableList<BundledFile>? folders,
        ImmutableList<Looked> looked,
        ImmutableList<RecordRef> linked,
        string reason,
        DateTimeOffset at
    )
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{Safe(file.Ref.ToString())}</title>"""
        );
        page.Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head><body><h1>Record {Safe(file.Ref.ToString())}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>Made {Safe(Written.Moment(at))} (London time). {Safe(reason)}</p>");
        page.Append("<p>Everything that was recorded stands here in its order, with everything that was said; nothing is left out. ");
        page.Append("events.jsonl has the same as it is stored, for a machine. SHA256SUMS has the fingerprint of every file.</p>");
        Section(page, "Documents that left, as they left", documents.IsEmpty ? "None has left." : "");
        Table(
            page,
            ["File", "Name when it left", "When", "To", "SHA-256"],
            documents.Select(one =>
                (string[])
                    [
                        one.Missing.Length > 0 ? $"not in this bundle: {one.Missing}" : one.File,
                        one.Kept.Document.Name,
                        Written.Moment(one.Kept.At),
                        one.Kept.Document.To,
                        one.Kept.Document.Sha256,
                    ]
            )
        );
        Section(
            page,
            "Files that people keep in SharePoint",
            folders switch
            {
                null => "SharePoint is not set up here: whatever people keep for this record elsewhere is not in this bundle.",
                { IsEmpty: true } => "None.",
                _ => "As they were when this was made. Earlier versions of a file are not in this bundle.",
            }
        );
        Table(
            page,
            ["File", "Where it is kept", "Bytes", "SHA-256"],
            (folders ?? []).Select(one =>
                (string[])
                    [
                        one.Missing.Length > 0 ? $"not in this bundle: {one.Missing}" : one.File,
                        one.Url.Length > 0 ? $"{one.Path} ({one.Url})" : one.Path,
                        one.File.Length > 0 ? one.Size.ToString(CultureInfo.InvariantCulture) : "",
                        one.Sha256,
                    ]
            )
        );
        Section(page, "Records that belong to it", linked.IsEmpty ? "None." : string.Join(", ", linked) + ". Each is a bundle of its own.");
        Section(page, $"What happened: {events.Count.ToString(CultureInfo.InvariantCulture)} events", "");
        foreach (var one in events)
        {
            Event(page, one, file);
        }

        Section(page, "Who has looked", looked.IsEmpty ? "Nobody." : "Each look was recorded before anything was shown; newest first.");
        Table(
            page,
            ["When", "Who", "In what capacity", "For what"],
            looked.Select(one =>
                (string[])
                    [
                        Written.Moment(one.At),
                        one.Name.Length > 0 ? $"{one.Name}, {one.Agency}" : one.PersonId,
                        ReadWords.Capacity(one.Capacity),
                        ReadWords.Of(one.Purpose),
                    ]
            )
        );
        return page.Append("</body></html>\n").ToString();
    }

    private static void Event(StringBuilder page, BundledEvent one, RecordFile file)
    {
        var (what, why) = Words(one.Recorded.Event, file);
        var by = one.Recorded.By;
        var roles = CaseWords.Roles(by.Roles);
        page.Append(CultureInfo.InvariantCulture, $"<h3>{one.Recorded.Sequence.ToString(CultureInfo.InvariantCulture)}. {Safe(what)}</h3>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Safe(Written.Moment(one.Recorded.At))}: {Safe(by.Display)}, {Safe(by.Agency)}");
        page.Append(roles.Length > 0 ? $" ({Safe(roles)})</p>" : "</p>");
        page.Append(why.Length > 0 ? $"<p>Why, or how: {Safe(why)}</p>" : "");
        Value(page, one.Data);
        page.Append(CultureInfo.InvariantCulture, $"""<p class="hash">SHA-256 {Safe(one.Hash)}</p>""");
    }

    private static (string What, string Why) Words(RecordEvent happened, RecordFile file) =>
        (happened, file) switch
        {
            (CaseEvent one, CaseFile of) => TimelineText.Of(one, of),
            (LearningEvent one, LearningFile of) => LearningText.Of(one, of),
            (ActionEvent one, ActionFile of) => ActionText.Of(one, of),
            (MeetingEvent one, MeetingFile of) => MeetingText.Of(one, of),
            (ReviewEvent one, ReviewFile of) => ReviewRecordText.Of(one, of),
            (BriefingEvent one, BriefingFile of) => BriefingRecordText.Of(one, of),
            _ => (Spaced(happened.GetType().Name), ""),
        };

    /// <summary>Whatever a value holds; answers to a form with their questions.</summary>
    private static void Value(StringBuilder page, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                page.Append("<dl>");
                foreach (var one in value.EnumerateObject().Where(one => !IsEmpty(one.Value)))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(Label(one.Name))}</dt><dd>");
                    Value(page, one.Value);
                    page.Append("</dd>");
                }

                page.Append("</dl>");
                break;
            case JsonValueKind.Array:
                page.Append("<ol>");
                foreach (var one in value.EnumerateArray())
                {
                    page.Append("<li>");
                    Value(page, one);
                    page.Append("</li>");
                }

                page.Append("</ol>");
                break;
            default:
                page.Append(Safe(value.ToString()));
                break;
        }
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => value.GetString() is "",
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };

    /// <summary>A question as it was asked, where it is one of a form's; else the name it is stored under, as words.</summary>
    internal static string Label(string name)
    {
        var parts = name.Split('.');
        foreach (var page in FormLibrary.All.Reverse().SelectMany(form => form.Pages))
        {
            var questions = page switch
            {
                Page.Single single when parts.Length == 2 && single.Id == parts[0] => single.Questions,
                Page.Repeating repeating when parts.Length == 1 => repeating.Questions,
                _ => [],
            };
            if (questions.FirstOrDefault(question => question.Id == parts[^1]) is { } asked)
            {
                return asked.Label;
            }
        }

        return Spaced(name);
    }

    private static string Spaced(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        }

        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text.ToString(1, text.Length - 1) : "";
    }

    private static void Section(StringBuilder page, string title, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(title)}</h2>").Append(text.Length > 0 ? $"<p>{Safe(text)}</p>" : "");

    private static void Table(StringBuilder page, string[] columns, IEnumerable<string[]> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Append("<table><thead><tr>").AppendJoin("", columns.Select(one => $"""<th scope="col">{Safe(one)}</th>"""));
        page.Append("</tr></thead><tbody>");
        foreach (var line in all)
        {
            page.Append("<tr>").AppendJoin("", line.Select(cell => $"<td>{Safe(cell)}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody></table>");
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(Direction.Steady(text));
}
