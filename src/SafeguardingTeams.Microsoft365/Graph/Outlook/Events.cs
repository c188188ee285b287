using System.Collections.Immutable;
using Microsoft.Graph.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>The meeting's event as Outlook has it.</summary>
internal static class Events
{
    /// <summary>What is read of an event.</summary>
    internal static readonly string[] Read = ["id", "start", "end", "isCancelled", "isOnlineMeeting", "onlineMeeting", "attendees"];

    /// <summary>A new event, with nobody invited: private, not to be moved by those invited, answers asked for.</summary>
    internal static Event New(EventContent content, string transactionId)
    {
        var item = Changed(content, EventText.Marked(content.Html));
        item.Sensitivity = Sensitivity.Private;
        item.ShowAs = FreeBusyStatus.Busy;
        item.ResponseRequested = true;
        item.AllowNewTimeProposals = false;
        item.TransactionId = transactionId;
        item.SingleValueExtendedProperties = [new() { Id = Mails.DeliveryProperty, Value = transactionId }];
        if (content.Online)
        {
            item.IsOnlineMeeting = true;
            item.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        }

        return item;
    }

    /// <summary>New content for one that is there.</summary>
    /// <param name="content">The content. Whether it is online is not changed: Outlook does not allow it.</param>
    /// <param name="html">The whole text; null to leave the old.</param>
    internal static Event Changed(EventContent content, string? html)
    {
        var item = new Event
        {
            Subject = content.Subject,
            Start = WallTime.Of(content.Start),
            End = WallTime.Of(content.End),
            Location = new() { DisplayName = content.Place },
        };
        // What is set to null is sent as null: it would empty the text.
        if (html is not null)
        {
            item.Body = new() { ContentType = BodyType.Html, Content = html };
        }

        return item;
    }

    internal static Event Inviting(ImmutableList<Invitee> invitees) =>
        new()
        {
            Attendees =
            [
                .. invitees.Select(invitee => new Attendee
                {
                    EmailAddress = new() { Address = invitee.Address, Name = invitee.Display },
                    Type = AttendeeType.Required,
                }),
            ],
        };

    internal static OutlookEvent? Of(Event? item) =>
        item?.Id is not { } id
            ? null
            : new(
                id,
                WallTime.Read(item.Start),
                WallTime.Read(item.End),
                item.IsCancelled ?? false,
                item.IsOnlineMeeting == true && Uri.TryCreate(item.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var join) ? join : null,
                (item.Attendees ?? [])
                    .Where(attendee => !string.IsNullOrEmpty(attendee.EmailAddress?.Address))
                    .GroupBy(attendee => attendee.EmailAddress!.Address!.ToLowerInvariant(), StringComparer.Ordinal)
                    .ToImmutableSortedDictionary(group => group.Key, group => Answer(group.Last().Status?.Response), StringComparer.Ordinal)
            )
            {
                People =
                [
                    .. (item.Attendees ?? []).Select(attendee => new InvitedPerson(
                        attendee.EmailAddress?.Address ?? "",
                        attendee.EmailAddress?.Name ?? "",
                        Answer(attendee.Status?.Response)
                    )),
                ],
            };

    private static InvitationAnswer Answer(ResponseType? response) =>
        response switch
        {
            ResponseType.Accepted or ResponseType.Organizer => InvitationAnswer.Accepted,
            ResponseType.TentativelyAccepted => InvitationAnswer.Tentative,
            ResponseType.Declined => InvitationAnswer.Declined,
            ResponseType.None or ResponseType.NotResponded or null => InvitationAnswer.None,
        };
}
