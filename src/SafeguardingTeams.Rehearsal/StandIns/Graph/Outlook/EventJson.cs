using System.Globalization;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>An event as Graph writes it, its times in the zone that was asked for, else in UTC.</summary>
internal static class EventJson
{
    internal static string Tag(StoredEvent item) => $"W/\"{item.Id}-{item.Change}\"";

    internal static JsonObject Of(StoredEvent item, GraphCall call)
    {
        var zone = call.Preference("outlook.timezone") ?? "UTC";
        return new()
        {
            ["@odata.etag"] = Tag(item),
            ["id"] = item.Id,
            ["changeKey"] = $"{item.Change}",
            ["iCalUId"] = $"uid-{item.Id}",
            ["transactionId"] = item.TransactionId.Length > 0 ? item.TransactionId : null,
            ["subject"] = item.Subject,
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = item.Html },
            ["start"] = When(item.Start, zone),
            ["end"] = When(item.End, zone),
            ["location"] = new JsonObject { ["displayName"] = item.Place },
            ["sensitivity"] = item.Sensitivity,
            ["showAs"] = item.ShowAs,
            ["isCancelled"] = item.IsCancelled,
            ["isOnlineMeeting"] = item.JoinUrl.Length > 0,
            ["onlineMeeting"] = item.JoinUrl.Length > 0 ? new JsonObject { ["joinUrl"] = item.JoinUrl } : null,
            ["attendees"] = new JsonArray([
                .. item.Attendees.Select(attendee => new JsonObject
                {
                    ["type"] = "required",
                    ["status"] = new JsonObject
                    {
                        ["response"] = attendee.Response,
                        ["time"] = attendee.RespondedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "0001-01-01T00:00:00Z",
                    },
                    ["emailAddress"] = new JsonObject { ["address"] = attendee.Address, ["name"] = attendee.Name },
                }),
            ]),
        };
    }

    /// <exception cref="GraphRefusal">There is no such zone.</exception>
    internal static JsonObject When(DateTimeOffset instant, string zone) =>
        new()
        {
            ["dateTime"] = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
                ? TimeZoneInfo.ConvertTime(instant, found).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture)
                : throw new GraphRefusal(400, "TimeZoneNotSupportedException", "there is no such time zone."),
            ["timeZone"] = zone,
        };
}
