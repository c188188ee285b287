using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>Mail: a draft is made, found, sent once, and is in everybody's inbox then.</summary>
internal static partial class Post
{
    /// <summary>How long a mail may stay a draft after it was asked to be sent.</summary>
    private static readonly TimeSpan OutAfter = TimeSpan.FromSeconds(90);

    private const int LargestAttachment = 3 * 1024 * 1024;

    internal static GraphReply Find(GraphStandIn graph, GraphCall call)
    {
        var outlook = Mailboxes.Of(graph, call);
        Deliver(graph);
        var inFolder = outlook.Mails.Values.Where(mail =>
            !call.Names.TryGetValue("folder", out var folder) || folder == (mail.IsDraft ? "drafts" : "sentitems")
        );
        if (ByInternetId().Match(call.Query("$filter")) is { Success: true } byInternetId)
        {
            var onItsWay = byInternetId.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);
            return GraphReply.Page(inFolder.Where(mail => mail.InternetMessageId == onItsWay).Select(Json));
        }

        var (id, value) = Filtered(call);
        return GraphReply.Page(inFolder.Where(mail => mail.Properties.GetValueOrDefault(id) == value).Select(Json));
    }

    /// <summary>The extended property that is looked for, and its value.</summary>
    /// <exception cref="GraphRefusal">Something else is looked for.</exception>
    internal static (string Id, string Value) Filtered(GraphCall call)
    {
        var filter = Filter().Match(call.Query("$filter"));
        return filter.Success
            ? (filter.Groups["id"].Value, filter.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal))
            : throw new GraphRefusal(400, "ErrorInvalidUrlQueryFilter", "things are looked for by an extended property here.");
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

        if (graph.Outlook.OnTheirWay.ContainsKey(draft.Id))
        {
            graph.Complaints.Enqueue("A mail that was asked to be sent, and is on its way, was asked to be sent again.");
            Leave(graph, draft with { Id = GraphStandIn.NewId() });
        }
        else if (graph.Does(GraphVariants.SendsLate))
        {
            graph.Outlook.OnTheirWay = graph.Outlook.OnTheirWay.SetItem(draft.Id, graph.Time.GetUtcNow() + OutAfter);
        }
        else
        {
            Leave(graph, draft);
        }

        graph.Changed();
        return new(202);
    }

    /// <summary>Has what was asked to be sent leave once its time has come.</summary>
    private static void Deliver(GraphStandIn graph)
    {
        foreach (var (id, _) in graph.Outlook.OnTheirWay.Where(one => one.Value <= graph.Time.GetUtcNow()).ToList())
        {
            graph.Outlook.OnTheirWay = graph.Outlook.OnTheirWay.Remove(id);
            if (graph.Outlook.Mails.GetValueOrDefault(id) is { } draft)
            {
                Leave(graph, draft);
            }
        }
    }

    private static void Leave(GraphStandIn graph, StoredMail draft)
    {
        var isAnother = graph.Does(GraphVariants.SentUnderAnotherId | GraphVariants.SentWithoutOurProperty);
        var sent = draft with
        {
            Id = isAnother ? GraphStandIn.NewId() : draft.Id,
            IsDraft = false,
            At = graph.Time.GetUtcNow(),
            Properties = graph.Does(GraphVariants.SentWithoutOurProperty) ? draft.Properties.Clear() : draft.Properties,
        };
        graph.Outlook.Mails = graph.Outlook.Mails.Remove(draft.Id).SetItem(sent.Id, sent);
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
    }

    private static StoredMail Mail(GraphStandIn graph, GraphCall call)
    {
        Deliver(graph);
        return Found(graph, call);
    }

    private static StoredMail Found(GraphStandIn graph, GraphCall call) =>
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

    [GeneratedRegex("^internetMessageId eq '(?<value>([^']|'')+)'$", RegexOptions.CultureInvariant)]
    private static partial Regex ByInternetId();

    [GeneratedRegex(
        @"^singleValueExtendedProperties/Any\(ep: ep/id eq '(?<id>[^']+)' and ep/value eq '(?<value>([^']|'')+)'\)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Filter();
}
