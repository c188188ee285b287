using System.Collections.Immutable;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>
/// An event in the organiser's calendar. <c>Change</c> counts its changes; <c>JoinUrl</c> is empty where it is no online meeting,
/// or is one no longer.
/// </summary>
public sealed record StoredEvent(
    string Id,
    string TransactionId,
    int Change,
    string Subject,
    string Html,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Place,
    string JoinUrl,
    string Sensitivity,
    string ShowAs,
    bool IsCancelled,
    ImmutableList<StoredAttendee> Attendees
)
{
    /// <summary>Whether it was asked to be an online meeting.</summary>
    public bool IsToBeOnline { get; init; }

    /// <summary>From when its link is there to be read.</summary>
    public DateTimeOffset LinkFrom { get; init; }

    /// <summary>What was written on it beside what people see.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What Outlook writes below the text of an online meeting.</summary>
    internal string JoinDetails => $"""<div class="join"><a href="{JoinUrl}">Join the meeting now</a></div>""";
}

/// <summary>Somebody invited, and their answer: none, accepted, tentativelyAccepted or declined.</summary>
public sealed record StoredAttendee(string Address, string Name, string Response, DateTimeOffset? RespondedAt)
{
    internal bool Is(string address) => Address.Equals(address, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A mail in the operational team's mailbox. <c>At</c> is when it was sent, or the draft made.</summary>
public sealed record StoredMail(
    string Id,
    bool IsDraft,
    string InternetMessageId,
    DateTimeOffset At,
    ImmutableList<string> To,
    string Subject,
    string Html,
    ImmutableList<StoredFile> Attachments,
    ImmutableDictionary<string, string> Properties,
    ImmutableDictionary<string, string> Headers
)
{
    /// <summary>Whether the tenant's rule encrypts it on its way.</summary>
    internal bool IsEncrypted => Headers.GetValueOrDefault("x-rr-secure") == "encrypt";
}

/// <summary>A file in a mail.</summary>
public sealed record StoredFile(string Name, string ContentType, byte[] Bytes);

/// <summary>What kind of thing came into an inbox.</summary>
public enum InboxKind
{
    Mail,

    /// <summary>An invitation, to be answered.</summary>
    Invitation,

    /// <summary>The meeting has changed.</summary>
    Update,

    /// <summary>The meeting does not take place, or they are no longer invited.</summary>
    Cancellation,
}

/// <summary>
/// Something in somebody's inbox. <c>EventId</c> is empty for a mail; <c>IsEncrypted</c> says whether the tenant's rule has
/// encrypted it on its way.
/// </summary>
public sealed record InboxItem(
    string Id,
    InboxKind Kind,
    string From,
    string Subject,
    string Html,
    DateTimeOffset At,
    ImmutableList<StoredFile> Attachments,
    string EventId,
    bool IsEncrypted
);

/// <summary>A meeting in the calendar of somebody invited, and their answer: none, accepted, tentativelyAccepted or declined.</summary>
public sealed record ReceivedInvitation(
    string EventId,
    string Subject,
    string Html,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Place,
    string Response,
    bool IsCancelled
);
