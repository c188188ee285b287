using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>The body of a request: JSON, at most so long and so deep, read into a rented buffer that is given back empty.</summary>
internal static class InboundBody
{
    private const int MaxBytes = 256 * 1024,
        Usual = 16 * 1024;

    internal static async Task<(Activity?, InboundRefusal?)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, new(415, "wrong-content-type"));
        }

        if (request.ContentLength > MaxBytes)
        {
            return (null, new(413, "too-large"));
        }

        // One byte more than was announced: the read that finds the end then needs no larger buffer.
        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? Usual) + 1);
        try
        {
            int length = 0,
                read;
            while ((read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                if ((length += read) > MaxBytes)
                {
                    return (null, new(413, "too-large"));
                }

                if (length == buffer.Length)
                {
                    buffer = Larger(buffer);
                }
            }

            return Parse(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private static (Activity?, InboundRefusal?) Parse(Span<byte> json)
    {
        WholeJson.Mend(json);
        try
        {
            var activity = JsonSerializer.Deserialize(json, TeamsJson.Default.Activity);
            return activity is null ? (null, new(400, "no-activity")) : (activity, null);
        }
        catch (JsonException)
        {
            return (null, new(400, "bad-json"));
        }
    }
}
