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
                return Results.Json(
                    new JsonObject
                    {
                        ["address"] = chosen.Address,
                        ["boxes"] = new JsonArray([
                            .. boxes.Select(one => new JsonObject
                            {
                                ["address"] = one.Address,
                                ["name"] = one.Name,
                                ["items"] = Count(host.Graph.Outlook, host.Graph.Outlook.Of(one.Address)),
                            }),
                        ]),
                        ["items"] = new JsonArray([
                            .. Planned(host.Graph.Outlook, mailbox, who),
                            .. mailbox
                                .Inbox.Select(item => (item.At, Json: Item(item, mailbox, who)))
                                .Concat(Sent(host.Graph.Outlook, mailbox).Select(mail => (mail.At, Json: Item(mail, who))))
                                .Reverse()
                                .OrderByDescending(item => item.At)
                                .Select(item => item.Json),
                        ]),
                    }
                );
            }
        });
        app.MapGet("/api/outlook/{key}/files/{item}/{number:int}", (string key, string item, int number, string box) =>
            Boxes(host, key) is { } boxes
            && boxes.Exists(one => one.Address == box)
            && Files(host.Graph.Outlook, host.Graph.Outlook.Of(box), item)?.ElementAtOrDefault(number) is { } file
                ? Results.File(file.Bytes, "application/octet-stream", file.Name)
                : Results.NotFound()
        );
        app.MapPost("/api/outlook/{key}/answers", (string key, JsonObject body) =>
        {
            var (box, meeting, response) = (
                body["box"]?.GetValue<string>(),
                body["event"]?.GetValue<string>() ?? "",
                body["response"]?.GetValue<string>() ?? ""
            );
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
        var known = host
            .Cast.Select(who.AddressOf)
            .Concat(who.SharedMailboxes.Select(box => box.Address))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            new(own.ToLowerInvariant(), "Your inbox"),
            .. who.SharedMailboxes.Select(box => new Box(box.Address.ToLowerInvariant(), box.Name)),
            .. host
                .Graph.Outlook.People.Where(person => !known.Contains(person.Address) && !person.Inbox.IsEmpty)
                .Select(person => new Box(person.Address, $"Inbox of {who.AtAddress(person.Address)}")),
        ];
    }

    /// <summary>What the operational team's mailbox has sent; nobody else sends anything here.</summary>
    private static IEnumerable<StoredMail> Sent(OutlookStandIn outlook, PersonMailbox mailbox) =>
        IsOperations(outlook, mailbox) ? outlook.Mails.Values.Where(mail => !mail.IsDraft) : [];

    private static int Count(OutlookStandIn outlook, PersonMailbox mailbox) =>
        mailbox.Inbox.Count + Sent(outlook, mailbox).Count() + (IsOperations(outlook, mailbox) ? outlook.Events.Count : 0);

    private static ImmutableList<StoredFile>? Files(OutlookStandIn outlook, PersonMailbox mailbox, string item) =>
        mailbox.Inbox.Find(one => one.Id == item)?.Attachments
        ?? Sent(outlook, mailbox).FirstOrDefault(mail => mail.Id == item)?.Attachments;

    private static bool IsOperations(OutlookStandIn outlook, PersonMailbox mailbox) =>
        mailbox.Address.Equals(outlook.Address, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Item(InboxItem item, PersonMailbox mailbox, WhoIsWho who)
    {
        var kind = item.Kind switch
        {
            InboxKind.Mail => "Mail",
            InboxKind.Invitation => "Invitation",
            InboxKind.Update => "Changed meeting",
            InboxKind.Cancellation => "Cancelled meeting",
        };
        var json = Letter(
            item.Id,
            kind,
            $"{who.AtAddress(item.From)}, {When(item.At)}",
            item.Subject,
            item.Html,
            item.IsEncrypted,
            item.Attachments
        );
        json["meeting"] =
            item.EventId.Length > 0 && mailbox.Calendar.TryGetValue(item.EventId, out var meeting) ? Meeting(item, meeting) : null;
        return json;
    }

    private static JsonObject Item(StoredMail mail, WhoIsWho who) =>
        Letter(
            mail.Id,
            "Sent",
            $"To {string.Join("; ", mail.To.Select(who.AtAddress))}, {When(mail.At)}",
            mail.Subject,
            mail.Html,
            mail.IsEncrypted,
            mail.Attachments
        );

    /// <summary>The meetings in the operational team's calendar, with everybody's answer.</summary>
    private static IEnumerable<JsonObject> Planned(OutlookStandIn outlook, PersonMailbox mailbox, WhoIsWho who) =>
        !IsOperations(outlook, mailbox)
            ? []
            : outlook
                .Events.Values.OrderByDescending(item => item.Start)
                .Select(item =>
                {
                    var json = Letter(
                        item.Id,
                        item.IsCancelled ? "Cancelled meeting" : "In the calendar",
                        $"{When(item.Start)} to {Time(item.End)}",
                        item.Subject,
                        item.Html,
                        isEncrypted: false,
                        []
                    );
                    json["invited"] = new JsonArray([
                        .. item.Attendees.Select(attendee =>
                            (JsonNode)JsonValue.Create($"{who.AtAddress(attendee.Address)}: {Answer(attendee.Response)}")
                        ),
                    ]);
                    return json;
                });

    private static string Answer(string response) =>
        response switch
        {
            "accepted" => "accepted",
            "tentativelyAccepted" => "tentative",
            "declined" => "declined",
            _ => "no answer yet",
        };

    private static JsonObject Letter(
        string id,
        string kind,
        string line,
        string subject,
        string html,
        bool isEncrypted,
        ImmutableList<StoredFile> files
    ) =>
        new()
        {
            ["id"] = id,
            ["kind"] = kind,
            ["line"] = line,
            ["subject"] = subject,
            ["html"] = html,
            ["encrypted"] = isEncrypted,
            ["files"] = new JsonArray([
                .. files.Select(file => new JsonObject { ["name"] = file.Name, ["size"] = SizeInWords.Of(file.Bytes.Length) }),
            ]),
        };

    private static JsonObject Meeting(InboxItem item, ReceivedInvitation meeting) =>
        new()
        {
            ["event"] = meeting.EventId,
            ["when"] = $"{When(meeting.Start)} to {Time(meeting.End)}",
            ["place"] = meeting.Place,
            ["cancelled"] = meeting.IsCancelled,
            ["asks"] = !meeting.IsCancelled && item.Kind is (InboxKind.Invitation or InboxKind.Update),
            ["response"] = meeting.Response,
        };

    private static string When(DateTimeOffset instant) =>
        London.Local(instant).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private static string Time(DateTimeOffset instant) => London.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record Box(string Address, string Name);
}

/// <summary>How large a file is, in words.</summary>
internal static class SizeInWords
{
    private const int Kilobyte = 1024;

    internal static string Of(int bytes) => bytes < Kilobyte ? $"{bytes} bytes" : $"{(bytes + Kilobyte - 1) / Kilobyte} KB";
}
