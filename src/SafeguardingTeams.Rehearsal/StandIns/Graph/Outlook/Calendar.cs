using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>Events in the calendar: made, changed, cancelled, read. Invitations leave when Exchange sends them.</summary>
internal static class Calendar
{
    private const int MaxAttendees = 500;

    /// <summary>How long the link of an online meeting may take.</summary>
    private static readonly TimeSpan LinkAfter = TimeSpan.FromSeconds(30);

    internal static GraphReply Create(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        var transaction = call.Body.Text("transactionId") ?? "";
        if (transaction.Length > 0 && outlook.Events.Values.FirstOrDefault(item => item.TransactionId == transaction) is { } there)
        {
            return graph.Does(GraphVariants.AgainIsAConflict)
                ? throw new GraphRefusal(409, "ErrorItemAlreadyExists")
                : new(201, EventJson.Of(there, graph, call));
        }

        var id = GraphStandIn.NewId();
        var empty = new StoredEvent(
            id,
            transaction,
            0,
            "",
            "",
            default,
            default,
            "",
            call.Body.Flag("isOnlineMeeting") && outlook.Providers.Contains("teamsForBusiness") ? $"https://teams.example/meet/{id}" : "",
            "normal",
            "busy",
            false,
            []
        )
        {
            IsToBeOnline = call.Body.Flag("isOnlineMeeting"),
            LinkFrom = graph.Time.GetUtcNow() + (graph.Does(GraphVariants.LinkComesLate) ? LinkAfter : TimeSpan.Zero),
        };
        var made = Fill(empty, call.Body);
        made = made.JoinUrl.Length > 0 ? made with { Html = made.Html + made.JoinDetails } : made;
        Keep(graph, empty, made);
        return new(201, EventJson.Of(made, graph, call));
    }

    /// <summary>The calendar itself.</summary>
    internal static GraphReply About(GraphStandIn graph, GraphCall call) =>
        new(
            200,
            new JsonObject
            {
                ["allowedOnlineMeetingProviders"] = new JsonArray([
                    .. Mailboxes.Of(graph, call).Providers.Select(provider => JsonValue.Create(provider)),
                ]),
                ["isTallyingResponses"] = graph.Outlook.IsTallying,
            }
        );

    /// <summary>An event that carries our own property.</summary>
    internal static GraphReply Find(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        var (id, value) = Post.Filtered(call);
        return GraphReply.Page(
            outlook
                .Events.Values.Where(item => item.Properties.GetValueOrDefault(id) == value)
                .Select(item => EventJson.Of(item, graph, call))
        );
    }

    /// <summary>Takes an event out of the calendar; whoever is invited hears that it is cancelled.</summary>
    internal static GraphReply Delete(GraphStandIn graph, GraphCall call)
    {
        var old = Mailboxes.Event(Mailboxes.Of(graph, call), call);
        graph.Outlook.Events = graph.Outlook.Events.Remove(old.Id);
        foreach (var attendee in old.Attendees)
        {
            Invitations.Withdraw(graph, old, attendee, "");
        }

        graph.Changed();
        return new(204);
    }

    internal static GraphReply Read(GraphStandIn graph, GraphCall call) =>
        new(200, EventJson.Of(Mailboxes.Event(Mailboxes.Of(graph, call), call), graph, call));

    internal static GraphReply Change(GraphStandIn graph, GraphCall call)
    {
        var old = Mailboxes.Event(Mailboxes.Of(graph, call), call);
        if (call.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag && tag != EventJson.Tag(old))
        {
            throw new GraphRefusal(412, "ErrorIrresolvableConflict");
        }

        var changed = Fill(old, call.Body) with { Change = old.Change + 1 };
        if (changed.JoinUrl.Length > 0 && !changed.Html.Contains(changed.JoinDetails, StringComparison.Ordinal))
        {
            graph.Complaints.Enqueue("The text of an online meeting was replaced without its join details: it is no longer online.");
            changed = changed with { JoinUrl = "" };
        }

        if (graph.Does(GraphVariants.TextEndsTheLink) && call.Body.Get("body") is not null)
        {
            changed = changed with { JoinUrl = "" };
        }

        Keep(graph, old, changed);
        return new(200, EventJson.Of(changed, graph, call));
    }

    internal static GraphReply Cancel(GraphStandIn graph, GraphCall call)
    {
        var old = Mailboxes.Event(Mailboxes.Of(graph, call), call);
        if (old.IsCancelled)
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest");
        }

        graph.Outlook.Events = graph.Outlook.Events.SetItem(old.Id, old with { IsCancelled = true, Change = old.Change + 1 });
        foreach (var attendee in old.Attendees)
        {
            Invitations.Withdraw(graph, old, attendee, call.Body.Text("comment") ?? "");
        }

        graph.Changed();
        return new(202);
    }

    private static StoredEvent Fill(StoredEvent item, JsonElement body) =>
        item with
        {
            Subject = body.Text("subject") ?? item.Subject,
            Html = body.Text("body", "content") ?? item.Html,
            Start = body.Get("start") is { } start ? Bodies.Instant(start) : item.Start,
            End = body.Get("end") is { } end ? Bodies.Instant(end) : item.End,
            Place = body.Text("location", "displayName") ?? item.Place,
            Sensitivity = body.Text("sensitivity") ?? item.Sensitivity,
            ShowAs = body.Text("showAs") ?? item.ShowAs,
            Properties = body.List("singleValueExtendedProperties")
                .ToImmutableDictionary(property => property.Text("id")!, property => property.Text("value")!)
                .SetItems(item.Properties),
            Attendees = body.Get("attendees") is null ? item.Attendees : Attendees(item, body),
        };

    private static ImmutableList<StoredAttendee> Attendees(StoredEvent item, JsonElement body)
    {
        var list = body.List("attendees")
            .Select(attendee => (Address: attendee.Text("emailAddress", "address")!, Name: attendee.Text("emailAddress", "name") ?? ""))
            .ToList();
        return list.Count > MaxAttendees
            ? throw new GraphRefusal(400, "ErrorInvalidRequest", "more than 500 are invited.")
            :
            [
                .. list.DistinctBy(attendee => attendee.Address, StringComparer.OrdinalIgnoreCase)
                    .Select(attendee =>
                        item.Attendees.FirstOrDefault(known => known.Is(attendee.Address)) is { } known
                            ? known with
                            {
                                Name = attendee.Name,
                            }
                            : new StoredAttendee(attendee.Address, attendee.Name, "none", null)
                    ),
            ];
    }

    private static void Keep(GraphStandIn graph, StoredEvent old, StoredEvent item)
    {
        if (
            item.IsToBeOnline
            && item.Attendees.Count > old.Attendees.Count
            && (item.JoinUrl.Length == 0 || item.LinkFrom > graph.Time.GetUtcNow())
        )
        {
            graph.Complaints.Enqueue("Somebody was invited to an online meeting that has no link.");
        }

        if (item.End <= item.Start)
        {
            throw new GraphRefusal(400, "ErrorPropertyValidationFailure", "the event ends before it begins.");
        }

        graph.Outlook.Events = graph.Outlook.Events.SetItem(item.Id, Invitations.Tell(graph, old, item));
        graph.Changed();
    }
}
