using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SafeguardingTeams.Bot.Web;

/// <summary>The parts of a page with one file, taken in as they come.</summary>
internal sealed class FormParts(HttpContext http, HeldFiles held, long mostBytes)
{
    private const int LongestField = 16 * 1024,
        MostFields = 8;

    /// <summary>What the page carries besides its file.</summary>
    internal Dictionary<string, StringValues> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The one file with what it was called; null where there is none, more than one, or it is too large.</summary>
    internal (string Name, HeldFile File)? File { get; private set; }

    /// <exception cref="InvalidDataException">It is not what a browser sends.</exception>
    internal async Task ReadAsync(string boundary)
    {
        var reader = new MultipartReader(boundary, http.Request.Body);
        var files = 0;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw new InvalidDataException("A part of a form without a name.");
            }

            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar is { Length: > 0 } star ? star : disposition.FileName);
                await TakeAsync(name.ToString(), ++files, section.Body);
            }
            else if (disposition.IsFormDisposition() && Fields.Count < MostFields)
            {
                Fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await FieldAsync(section.Body);
            }
            else
            {
                throw new InvalidDataException("A part that no form of ours has.");
            }
        }

        File = files == 1 ? File : null;
    }

    private async Task TakeAsync(string name, int number, Stream content)
    {
        if (number == 1 && await held.TakeAsync(content, mostBytes, http.RequestAborted) is { } file)
        {
            // However this ends, it is deleted.
            http.Response.RegisterForDisposeAsync(file);
            File = (name, file);
        }
    }

    private async Task<string> FieldAsync(Stream content)
    {
        var bytes = new byte[LongestField];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, http.RequestAborted);
        return read < bytes.Length ? Encoding.UTF8.GetString(bytes, 0, read) : throw new InvalidDataException("A field that is too long.");
    }
}
