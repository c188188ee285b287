using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>When people are busy, for those whose calendars are known here.</summary>
internal static class Schedules
{
    private const int MaxAtOnce = 20;

    internal static GraphReply Read(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        var (from, to) = (Bodies.Instant(call.Body.Get("startTime")!.Value), Bodies.Instant(call.Body.Get("endTime")!.Value));
        var asked = call.Body.List("schedules").Select(address => address.GetString()!).ToList();
        return to <= from || asked.Count is 0 or > MaxAtOnce
            ? throw new GraphRefusal(400, "ErrorInvalidRequest", "it asks for no time, for nobody or for too many.")
            : GraphReply.Page(asked.Select(address => Of(outlook.Of(address), from, to, call.Preference("outlook.timezone") ?? "UTC")));
    }

    private static JsonObject Of(PersonMailbox person, DateTimeOffset from, DateTimeOffset to, string zone)
    {
        if (person.Busy is not { } busy)
        {
            return new()
            {
                ["scheduleId"] = person.Address,
                ["error"] = new JsonObject
                {
                    ["message"] = "Unable to resolve mail recipient.",
                    ["responseCode"] = "ErrorMailRecipientNotFound",
                },
            };
        }

        var meetings = person
            .Calendar.Values.Where(meeting => !meeting.IsCancelled && meeting.Response is not "declined")
            .Select(meeting => (meeting.Start, meeting.End, Status: meeting.Response == "accepted" ? "busy" : "tentative"));
        return new()
        {
            ["scheduleId"] = person.Address,
            ["scheduleItems"] = new JsonArray([
                .. busy.Select(time => (Start: time.From, End: time.To, Status: "busy"))
                    .Concat(meetings)
                    .Where(item => item.Start < to && item.End > from)
                    .Select(item => new JsonObject
                    {
                        ["status"] = item.Status,
                        ["start"] = EventJson.When(item.Start, zone),
                        ["end"] = EventJson.When(item.End, zone),
                    }),
            ]),
        };
    }
}
