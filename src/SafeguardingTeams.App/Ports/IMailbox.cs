using System.Collections.Immutable;

namespace SafeguardingTeams.App.Ports;

/// <summary>
/// The operational team's mailbox in Outlook: invitations and mail go from there and come back there. Each call is one request;
/// the steps of an invitation or a mail are separate, so that a crash between any two of them can be taken up.
/// </summary>
public interface IMailbox
{
    /// <summary>
    /// Makes the meeting's event without anybody invited: nothing leaves the mailbox. The same transaction id again gives the same
    /// event.
    /// </summary>
    Task<GraphResult<OutlookEvent>> CreateEventAsync(EventContent content, string transactionId, CancellationToken cancellationToken);

    /// <summary>Sets who is invited. Outlook invites those who are new, and tells those who are no longer invited.</summary>
    Task<GraphResult<Nothing>> InviteAsync(string eventId, ImmutableList<Invitee> invitees, CancellationToken cancellationToken);

    /// <summary>Puts new content (time, place, text) in place of the old. Outlook tells everybody invited.</summary>
    /// <param name="withText">Whether the text has changed: one that has not is left alone, and with it the link of the meeting.</param>
    Task<GraphResult<Nothing>> ChangeEventAsync(string eventId, EventContent content, bool withText, CancellationToken cancellationToken);

    /// <summary>Cancels the meeting; everybody invited is told.</summary>
    /// <param name="comment">What they read. Names no child.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<GraphResult<Nothing>> CancelEventAsync(string eventId, string comment, CancellationToken cancellationToken);

    /// <summary>Takes an event out of the calendar to which nobody was invited; one that is gone is taken out.</summary>
    Task<GraphResult<Nothing>> DeleteEventAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>The event as it is in the calendar: content, invitees and how each has answered.</summary>
    Task<GraphResult<OutlookEvent>> ReadEventAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>When people are busy, where their calendars say; those Outlook knows nothing of are left out.</summary>
    Task<GraphResult<ImmutableList<BusyTimes>>> FreeBusyAsync(
        ImmutableList<string> addresses,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    );

    /// <summary>The mail that carries a delivery id, draft or sent; <see cref="GraphResult{T}.NotFound"/> where there is none.</summary>
    Task<GraphResult<OutlookMail>> FindMailAsync(string deliveryId, CancellationToken cancellationToken);

    /// <summary>
    /// The sent mail with an id on its way; <see cref="GraphResult{T}.NotFound"/> where there is none. A sent mail may have another id than
    /// its draft, and may have lost what was written on it.
    /// </summary>
    Task<GraphResult<OutlookMail>> FindSentAsync(string internetMessageId, CancellationToken cancellationToken);

    /// <summary>Makes a draft that carries a delivery id: nothing leaves the mailbox.</summary>
    Task<GraphResult<OutlookMail>> CreateMailAsync(MailContent content, string deliveryId, CancellationToken cancellationToken);

    /// <summary>Sends a draft. Where the end of it is not known, <see cref="ReadMailAsync"/> says whether it was sent.</summary>
    Task<GraphResult<Nothing>> SendMailAsync(string mailId, CancellationToken cancellationToken);

    /// <summary>The mail as it is in the mailbox: evidence of what was sent, when, to whom.</summary>
    Task<GraphResult<OutlookMail>> ReadMailAsync(string mailId, CancellationToken cancellationToken);
}

/// <summary>What a meeting's event says: the reference, the time and a link, and no family data (PD18).</summary>
/// <param name="Subject">Names the case reference and no child.</param>
/// <param name="Html">The text.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Online">Whether it is a Teams meeting. Once on it cannot be taken off an event.</param>
public sealed record EventContent(string Subject, string Html, DateTimeOffset Start, DateTimeOffset End, string Place, bool Online);

/// <summary>Somebody invited.</summary>
/// <param name="Address">Their address, as given.</param>
/// <param name="Display">How they are shown: role and agency.</param>
public sealed record Invitee(string Address, string Display);

/// <summary>An event in the calendar.</summary>
/// <param name="Id">Immutable in the mailbox.</param>
/// <param name="Start">When it begins.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
/// <param name="JoinUrl">Where to join it online; null where it is not an online meeting.</param>
/// <param name="Invitees">Who is invited, by lower-case address, and what they answered.</param>
public sealed record OutlookEvent(
    string Id,
    DateTimeOffset Start,
    DateTimeOffset End,
    bool IsCancelled,
    Uri? JoinUrl,
    ImmutableSortedDictionary<string, InvitationAnswer> Invitees
)
{
    /// <summary>The same, each with the name they are listed by: Outlook may list them by another address than they were invited by.</summary>
    public ImmutableList<InvitedPerson> People { get; init; } = [];
}

/// <summary>Somebody in an event, and their answer.</summary>
/// <param name="Address">As Outlook has it: another of theirs, or a string of its own.</param>
/// <param name="Display">As Outlook has it.</param>
public sealed record InvitedPerson(string Address, string Display, InvitationAnswer Answer);

/// <summary>How somebody answered an invitation.</summary>
public enum InvitationAnswer
{
    /// <summary>Not at all yet.</summary>
    None,

    /// <summary>They come.</summary>
    Accepted,

    /// <summary>Perhaps.</summary>
    Tentative,

    /// <summary>They do not come.</summary>
    Declined,
}

/// <summary>When somebody is busy.</summary>
/// <param name="Address">Lower case.</param>
/// <param name="Busy">From and to, in order.</param>
public sealed record BusyTimes(string Address, ImmutableList<(DateTimeOffset From, DateTimeOffset To)> Busy);

/// <summary>A mail to be sent, to one recipient or several.</summary>
/// <param name="To">The addresses.</param>
/// <param name="Subject">Names the case reference and no child.</param>
/// <param name="Html">The text. Names no child.</param>
/// <param name="Attachments">Files named by the case reference.</param>
public sealed record MailContent(ImmutableList<string> To, string Subject, string Html, ImmutableList<MailAttachment> Attachments);

/// <summary>A file in a mail, at most 3 MB.</summary>
/// <param name="Name">The case reference and what it is; no child's name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">The file.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>A mail in the mailbox.</summary>
/// <param name="Id">Immutable in the mailbox.</param>
/// <param name="InternetMessageId">Its id on its way; a draft has the one it is going to have.</param>
/// <param name="SentAt">When it was sent; null while it is a draft.</param>
public sealed record OutlookMail(string Id, string InternetMessageId, DateTimeOffset? SentAt);
