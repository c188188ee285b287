using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using static SafeguardingTeams.Rehearsal.StandIns.Graph.Rules.Shape;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

/// <summary>The bodies of the requests, as Graph's metadata describes them, as far as this product needs them.</summary>
internal static partial class Bodies
{
    private const int LongestComment = 1000;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>A wall's time and its zone's name: an offset in it would be passed over without a word.</summary>
    private static readonly Shape When = Fields(
        new("dateTime", TextThat("a wall's time", text => WallTime().IsMatch(text)), true),
        new("timeZone", OneOf("UTC", "Europe/London", "GMT Standard Time"), true)
    );

    private static readonly Shape Html = Fields(new("contentType", OneOf("html", "text"), true), new("content", Text, true));

    private static readonly Shape Address = Fields(
        new("address", TextThat("an address that mail can go to", Mailboxed), true),
        new("name", Text)
    );

    private static readonly Shape Place = Fields(new Field("displayName", Text, true));

    private static readonly Shape Attendees = ListOf(
        Fields(new("emailAddress", Address, true), new("type", OneOf("required", "optional", "resource"), true))
    );

    private static readonly Shape Properties = ListOf(
        Fields(new("id", TextThat("the id of an extended property", text => PropertyId().IsMatch(text)), true), new("value", Text, true))
    );

    private static readonly Field[] Content =
    [
        new("subject", Text),
        new("body", Html),
        new("start", When),
        new("end", When),
        new("location", Place),
        new("sensitivity", OneOf("normal", "personal", "private", "confidential")),
        new("showAs", OneOf("free", "tentative", "busy", "oof", "workingElsewhere")),
        new("responseRequested", Flag),
        new("allowNewTimeProposals", Flag),
        new("hideAttendees", Flag),
        new("attendees", Attendees),
        new("singleValueExtendedProperties", Properties),
    ];

    /// <summary>A change of an event. Its transaction and whether it is online stay as they were made.</summary>
    internal static Shape EventChange { get; } = Fields(Content);

    internal static Shape Event { get; } =
        Fields([
            .. Content.Select(field => field with { IsRequired = field.Name is "subject" or "body" or "start" or "end" }),
            new("transactionId", Text),
            new("isOnlineMeeting", Flag),
            new("onlineMeetingProvider", OneOf("teamsForBusiness")),
        ]);

    internal static Shape Cancel { get; } =
        Fields(new Field("comment", TextThat("a comment", text => text.Length <= LongestComment), IsOfAction: true));

    internal static Shape Schedule { get; } =
        Fields(
            new("schedules", ListOf(Text), true, true),
            new("startTime", When, true, true),
            new("endTime", When, true, true),
            new("availabilityViewInterval", Number, false, true)
        );

    internal static Shape Message { get; } =
        Fields(
            new("subject", Text, true),
            new("body", Html, true),
            new("toRecipients", ListOf(Fields(new Field("emailAddress", Address, true))), true),
            new(
                "attachments",
                ListOf(
                    Fields(
                        new("@odata.type", OneOf("#microsoft.graph.fileAttachment"), true),
                        new("name", Text, true),
                        new("contentType", Text),
                        new(
                            "contentBytes",
                            TextThat("Base64", text => Convert.TryFromBase64String(text, new byte[text.Length], out _)),
                            true
                        )
                    )
                )
            ),
            new(
                "internetMessageHeaders",
                ListOf(
                    Fields(
                        new(
                            "name",
                            TextThat("a name that begins with x-", text => text.StartsWith("x-", StringComparison.OrdinalIgnoreCase)),
                            true
                        ),
                        new("value", Text, true)
                    )
                )
            ),
            new("singleValueExtendedProperties", Properties)
        );

    internal static Shape Folder { get; } =
        Fields(
            new("name", TextThat("a name SharePoint takes", IsName), true),
            new("folder", Fields(), true),
            new("@microsoft.graph.conflictBehavior", OneOf("fail", "rename", "replace"), true)
        );

    internal static Shape UploadSession { get; } =
        Fields(
            new Field("item", Fields(new Field("@microsoft.graph.conflictBehavior", OneOf("fail", "rename", "replace"), true)), true, true)
        );

    /// <summary>Whether what is inherited stays has to be said: what is done where it is not said has changed.</summary>
    internal static Shape Invite { get; } =
        Fields(
            new("recipients", ListOf(Fields(new Field("objectId", Text, true))), true, true),
            new("roles", ListOf(OneOf("read", "write")), true, true),
            new("requireSignIn", Flag, true, true),
            new("sendInvitation", Flag, true, true),
            new("retainInheritedPermissions", Flag, true, true)
        );

    internal static Shape Invitation { get; } =
        Fields(
            new("invitedUserEmailAddress", TextThat("an address that mail can go to", Mailboxed), true),
            new("invitedUserDisplayName", Text),
            new("inviteRedirectUrl", TextThat("an address", text => Uri.TryCreate(text, UriKind.Absolute, out _)), true),
            new("sendInvitationMessage", Flag)
        );

    /// <summary>What Exchange takes: one mailbox with a domain, by the grammar of RFC 5322, and nothing round it.</summary>
    private static bool Mailboxed(string text) =>
        MailboxAddress.TryParse(Strict, text, out var mailbox)
        && mailbox.Address == text
        && mailbox.Domain is { Length: > 0 } host
        && host.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsLetterOrDigit(c) || "@.!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal));

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 255
        && name.IndexOfAny(['"', '*', ':', '<', '>', '?', '/', '\\', '|']) < 0
        && name == name.Trim()
        && !name.EndsWith('.');

    internal static DateTimeOffset Instant(System.Text.Json.JsonElement when)
    {
        var wall = DateTime.Parse(when.Text("dateTime")!, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return when.Text("timeZone") == "UTC"
            ? new DateTimeOffset(wall, TimeSpan.Zero)
            : new DateTimeOffset(wall, TimeZoneInfo.FindSystemTimeZoneById("Europe/London").GetUtcOffset(wall)).ToUniversalTime();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WallTime();

    [GeneratedRegex(
        @"^(String|Integer|Boolean|SystemTime) (0x[0-9A-Fa-f]+|\{[0-9A-Fa-f-]{36}\} (Name .+|Id 0x[0-9A-Fa-f]+))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PropertyId();
}
