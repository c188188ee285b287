using System.Globalization;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>An event as Graph writes it, its times in the zone that was asked for, else in UTC.</summary>
internal static class EventJson
{
    internal static string Tag(StoredEvent item) => $"W/\"{item.Id}-{item.Change}\"";

    internal static JsonObject Of(StoredEvent item, GraphStandIn graph, GraphCall call)
    {
        var isLinked = item.JoinUrl.Length > 0 && item.LinkFrom <= graph.Time.GetUtcNow();
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
            ["onlineMeeting"] = isLinked ? new JsonObject { ["joinUrl"] = item.JoinUrl } : null,
            ["attendees"] = new JsonArray([
                .. item.Attendees.Select(attendee => new JsonObject
                {
                    ["type"] = "required",
                    ["status"] = new JsonObject
                    {
                        ["response"] = attendee.Response,
                        ["time"] = attendee.RespondedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "0001-01-01T00:00:00Z",
                    },
                    ["emailAddress"] = new JsonObject
                    {
                        ["address"] = graph.Does(GraphVariants.OtherAddresses) ? Listed(attendee.Address) : attendee.Address,
                        ["name"] = attendee.Name,
                    },
                }),
            ]),
        };
    }

    /// <summary>The address Exchange lists somebody by: half of them by a string of its own, the others by another address of theirs.</summary>
    private static string Listed(string address) =>
        address.Length % 2 == 0 ? $"/o=ExchangeLabs/cn=Recipients/cn={address.Split('@')[0]}" : $"primary.{address}";

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
