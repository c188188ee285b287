using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>Mail: a draft is made, found, sent once, and is in everybody's inbox then.</summary>
internal static partial class Post
{
    private const int LargestAttachment = 3 * 1024 * 1024;

    internal static GraphReply Find(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        var filter = Filter().Match(call.Query("$filter"));
        if (!filter.Success)
        {
            throw new GraphRefusal(400, "ErrorInvalidUrlQueryFilter", "mails are looked for by an extended property here.");
        }

        var value = filter.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);
        return GraphReply.Page(
            outlook.Mails.Values.Where(mail => mail.Properties.GetValueOrDefault(filter.Groups["id"].Value) == value).Select(Json)
        );
    }

    internal static GraphReply Create(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        var files = call
            .Body.List("attachments")
            .Select(file => new StoredFile(
                file.Text("name")!,
                file.Text("contentType") ?? "",
                Convert.FromBase64String(file.Text("contentBytes")!)
            ))
            .ToImmutableList();
        if (files.Any(file => file.Bytes.Length >= LargestAttachment))
        {
            throw new GraphRefusal(413, "ErrorMessageSizeExceeded", "a file of 3 MB or more needs an upload session.");
        }

        var id = GraphStandIn.NewId();
        var mail = new StoredMail(
            id,
            IsDraft: true,
            $"<{id}@mail.example>",
            graph.Time.GetUtcNow(),
            [.. call.Body.List("toRecipients").Select(to => to.Text("emailAddress", "address")!)],
            call.Body.Text("subject")!,
            call.Body.Text("body", "content")!,
            files,
            call.Body.List("singleValueExtendedProperties")
                .ToImmutableDictionary(property => property.Text("id")!, property => property.Text("value")!),
            call.Body.List("internetMessageHeaders")
                .ToImmutableDictionary(header => header.Text("name")!, header => header.Text("value")!, StringComparer.OrdinalIgnoreCase)
        );
        outlook.Mails = outlook.Mails.SetItem(id, mail);
        graph.Changed();
        return new(201, Json(mail));
    }

    internal static GraphReply Read(GraphStandIn graph, GraphCall call) => new(200, Json(Mail(graph, call)));

    internal static GraphReply Send(GraphStandIn graph, GraphCall call)
    {
        var draft = Mail(graph, call);
        if (!draft.IsDraft)
        {
            throw new GraphRefusal(400, "ErrorInvalidRequest", "the mail was sent already.");
        }

        if (draft.To.IsEmpty)
        {
            throw new GraphRefusal(400, "ErrorInvalidRecipients", "the mail is for nobody.");
        }

        var sent = draft with { IsDraft = false, At = graph.Time.GetUtcNow() };
        graph.Outlook.Mails = graph.Outlook.Mails.SetItem(sent.Id, sent);
        foreach (var address in sent.To.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            graph
                .Outlook.Of(address)
                .Receive(
                    new(
                        GraphStandIn.NewId(),
                        InboxKind.Mail,
                        graph.Outlook.Address,
                        sent.Subject,
                        sent.Html,
                        sent.At,
                        sent.Attachments,
                        "",
                        sent.IsEncrypted
                    )
                );
        }

        graph.Changed();
        return new(202);
    }

    private static StoredMail Mail(GraphStandIn graph, GraphCall call) =>
        Mailboxes.Of(graph, call).Mails.GetValueOrDefault(call["message"]) ?? throw new GraphRefusal(404, "ErrorItemNotFound");

    /// <summary>A draft has an id for its way and a time as well, as with Graph.</summary>
    private static JsonObject Json(StoredMail mail) =>
        new()
        {
            ["id"] = mail.Id,
            ["internetMessageId"] = mail.InternetMessageId,
            ["isDraft"] = mail.IsDraft,
            ["sentDateTime"] = mail.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["subject"] = mail.Subject,
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = mail.Html },
            ["hasAttachments"] = !mail.Attachments.IsEmpty,
            ["toRecipients"] = new JsonArray([
                .. mail.To.Select(address => new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = address } }),
            ]),
        };

    [GeneratedRegex(
        @"^singleValueExtendedProperties/Any\(ep: ep/id eq '(?<id>[^']+)' and ep/value eq '(?<value>([^']|'')+)'\)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Filter();
}
