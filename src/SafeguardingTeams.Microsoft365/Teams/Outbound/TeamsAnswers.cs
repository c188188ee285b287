using System.Globalization;
using System.Text.Json;
using Microsoft.Rest;
using SafeguardingTeams.App.Dispatch;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>What Teams' answers mean for a message, where they are not 200, 201 or 202: the table of the facts, row by row.</summary>
internal static class TeamsAnswers
{
    internal static PostResult Read(HttpResponseMessageWrapper response, bool isPost)
    {
        var body = response.Content ?? "";
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => new PostResult.Delivered(null),
            403 when body.Contains("InvalidBotApiHost", StringComparison.Ordinal) => new PostResult.Unreachable(
                "Teams serves this person from another address. Ask them to write to the app once."
            ),
            403 => new PostResult.Unreachable("The app is not installed for this person in Teams, or they have blocked it."),
            // An update says it of the message, or of the chat: that is seen when it is posted anew.
            404 when isPost => new PostResult.Unreachable("The chat with this person is no longer there."),
            404 => new PostResult.NotFound(),
            412 => new PostResult.Later(TimeSpan.FromSeconds(2), OutcomeUnknown: false),
            413 => new PostResult.Refused("Teams says the message is too large."),
            429 => new PostResult.Later(RetryAfter(response), OutcomeUnknown: false),
            // The work may have been done although the answer got lost.
            502 or 504 => new PostResult.Later(TimeSpan.FromSeconds(10), OutcomeUnknown: isPost),
            503 => new PostResult.Later(TimeSpan.FromSeconds(10), OutcomeUnknown: false),
            var status => new PostResult.Refused($"Teams answered {status}{(Code(body) is { Length: > 0 } code ? $" ({code})" : "")}."),
        };
    }

    private static TimeSpan RetryAfter(HttpResponseMessageWrapper response) =>
        response
            .Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            .Value?.FirstOrDefault()
            is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 3600
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(5);

    private static string Code(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code)
                && code.GetString() is { Length: < 60 } text
                && text.All(char.IsAsciiLetter)
                ? text
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
