using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Rehearsal;

/// <summary>Outlook on the rehearsal's page: what has come, its files, invitations answered.</summary>
internal static class OutlookEndpoints
{
    internal static void MapOutlook(this WebApplication app, RehearsalHost host, ConcurrentDictionary<string, bool> pressed)
    {
        app.MapGet("/api/outlook/{key}", (string key, string? box) =>
        {
            if (Boxes(host, key) is not { } boxes || (box is null ? boxes[0] : boxes.Find(one => one.Address == box)) is not { } chosen)
            {
                return Results.NotFound();
            }

            pressed["outlook"] = true;
            var who = WhoIsWho.Of(host);
            lock (host.Graph.Gate)
            {
                var mailbox = host.Graph.Outlook.Of(chosen.Address);
                return Results.Json(new JsonObject
                {
                    ["address"] = chosen.Address,
                    ["boxes"] = new JsonArray([.. boxes.Select(one => new JsonObject { ["address"] = one.Address, ["name"] = one.Name, ["items"] = host.Graph.Outlook.Of(one.Address).Inbox.Count })]),
                    ["items"] = new JsonArray([.. mailbox.Inbox.Reverse().Select(item => Item(item, mailbox, who))]),
                });
            }
        });
        app.MapGet("/api/outlook/{key}/files/{item}/{number:int}", (string key, string item, int number, string box) =>
            Boxes(host, key) is { } boxes && boxes.Exists(one => one.Address == box)
            && host.Graph.Outlook.Of(box).Inbox.Find(one => one.Id == item)?.Attachments.ElementAtOrDefault(number) is { } file
                ? Results.File(file.Bytes, "application/octet-stream", file.Name) : Results.NotFound());
        app.MapPost("/api/outlook/{key}/answers", (string key, JsonObject body) =>
        {
            var (box, meeting, response) = (body["box"]?.GetValue<string>(), body["event"]?.GetValue<string>() ?? "", body["response"]?.GetValue<string>() ?? "");
            if (box is null || Boxes(host, key) is not { } boxes || !boxes.Exists(one => one.Address == box))
            {
                return Results.NotFound();
            }

            try
            {
                host.Graph.Outlook.Respond(box, meeting, response);
                return Results.NoContent();
            }
            catch (InvalidOperationException)
            {
                return Results.Conflict();
            }
        });
    }

    /// <summary>The mailboxes one can look into, the person's own first; null where there is no such person.</summary>
    private static ImmutableList<Box>? Boxes(RehearsalHost host, string key)
    {
        if (host.Cast.FirstOrDefault(member => member.Key == key) is not { } member)
        {
            return null;
        }

        var who = WhoIsWho.Of(host);
        var own = who.AddressOf(member);
        var known = host.Cast.Select(who.AddressOf).Concat(who.SharedMailboxes.Select(box => box.Address)).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            new(own.ToLowerInvariant(), $"Inbox of {member.Name}"),
            .. who.SharedMailboxes.Select(box => new Box(box.Address.ToLowerInvariant(), box.Name)),
            .. host.Graph.Outlook.People.Where(person => !known.Contains(person.Address) && !person.Inbox.IsEmpty).Select(person => new Box(person.Address, $"Inbox of {who.AtAddress(person.Address)}")),
        ];
    }

    private static JsonObject Item(InboxItem item, PersonMailbox mailbox, WhoIsWho who) => new()
    {
        ["id"] = item.Id,
        ["kind"] = item.Kind switch { InboxKind.Mail => "Mail", InboxKind.Invitation => "Invitation", InboxKind.Update => "Changed meeting", InboxKind.Cancellation => "Cancelled meeting" },
        ["from"] = who.AtAddress(item.From),
        ["subject"] = item.Subject,
        ["html"] = item.Html,
        ["at"] = When(item.At),
        ["encrypted"] = item.IsEncrypted,
        ["files"] = new JsonArray([.. item.Attachments.Select(file => new JsonObject { ["name"] = file.Name, ["size"] = SizeInWords.Of(file.Bytes.Length) })]),
        ["meeting"] = item.EventId.Length > 0 && mailbox.Calendar.TryGetValue(item.EventId, out var meeting) ? Meeting(item, meeting) : null,
    };

    private static JsonObject Meeting(InboxItem item, ReceivedInvitation meeting) => new()
    {
        ["event"] = meeting.EventId,
        ["when"] = $"{When(meeting.Start)} to {London.Local(meeting.End).ToString("HH:mm", CultureInfo.InvariantCulture)}",
        ["place"] = meeting.Place,
        ["cancelled"] = meeting.IsCancelled,
        ["asks"] = !meeting.IsCancelled && item.Kind is (InboxKind.Invitation or InboxKind.Update),
        ["response"] = meeting.Response,
    };

    private static string When(DateTimeOffset instant) => London.Local(instant).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private sealed record Box(string Address, string Name);
}

/// <summary>How large a file is, in words.</summary>
internal static class SizeInWords
{
    private const int Kilobyte = 1024;

    internal static string Of(int bytes) => bytes < Kilobyte ? $"{bytes} bytes" : $"{(bytes + Kilobyte - 1) / Kilobyte} KB";
}
