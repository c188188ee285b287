using Microsoft.Graph.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>
/// A mail as Outlook has it: it carries the delivery it belongs to, is private, and is encrypted on its way by the tenant's rule.
/// </summary>
internal static class Mails
{
    /// <summary>What is read of a mail.</summary>
    internal static readonly string[] Read = ["id", "internetMessageId", "isDraft", "sentDateTime"];

    /// <summary>The property that carries the delivery id: a named one of our own.</summary>
    internal const string DeliveryProperty = "String {6b1f3f5e-59a4-4b5c-9d52-0e3c3f0f7a11} Name SafeguardingDelivery";

    /// <summary>Graph takes requests of up to 4 MB; this leaves room for what goes round the files and the text.</summary>
    internal const int LargestRequest = 4_000_000;

    private const int LargestAttachment = 3_000_000;

    /// <summary>
    /// Made anew for each mail: the SDK changes what it writes while it writes it, and two mails at once would each lose part of
    /// it.
    /// </summary>
    private static SingleValueLegacyExtendedProperty Private => new() { Id = "Integer 0x36", Value = "2" };

    private static InternetMessageHeader Secure => new() { Name = "x-rr-secure", Value = "encrypt" };

    /// <summary>Whether it goes into one request: a draft without one of its files must never be.</summary>
    internal static bool Fits(MailContent content) =>
        content.Attachments.All(file => file.Bytes.Length < LargestAttachment)
        && content.Attachments.Sum(file => (file.Bytes.Length + 2L) / 3 * 4) + content.Html.Length * 2L < LargestRequest;

    internal static Message New(MailContent content, string deliveryId) =>
        new()
        {
            Subject = content.Subject,
            Body = new() { ContentType = BodyType.Html, Content = content.Html },
            ToRecipients = [.. content.To.Select(address => new Recipient { EmailAddress = new() { Address = address } })],
            Attachments =
            [
                .. content.Attachments.Select(file => new FileAttachment
                {
                    OdataType = "#microsoft.graph.fileAttachment",
                    Name = file.Name,
                    ContentType = file.ContentType,
                    ContentBytes = file.Bytes.ToArray(),
                }),
            ],
            InternetMessageHeaders = [Secure],
            SingleValueExtendedProperties = [new() { Id = DeliveryProperty, Value = deliveryId }, Private],
        };

    /// <summary>The filter that finds the mail of a delivery.</summary>
    internal static string Filter(string deliveryId) =>
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{DeliveryProperty}' and ep/value eq "
        + $"'{deliveryId.Replace("'", "''", StringComparison.Ordinal)}')";

    /// <summary>The filter that finds the mail with an id on its way.</summary>
    internal static string SentFilter(string internetMessageId) =>
        $"internetMessageId eq '{internetMessageId.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Drafts have a time too, which means nothing before they are sent.</summary>
    internal static OutlookMail? Of(Message? item) =>
        item is not { Id: { } id, IsDraft: { } isDraft } ? null
        : isDraft ? new(id, item.InternetMessageId ?? "", null)
        : new(id, item.InternetMessageId ?? "", item.SentDateTime);
}
