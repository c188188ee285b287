using System.Collections.Immutable;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>Outlook: the operational team's mailbox with its calendar, and everybody else's, as far as things arrive there.</summary>
public sealed class OutlookStandIn
{
    private readonly GraphStandIn _graph;
    private ImmutableDictionary<string, PersonMailbox> _people = ImmutableDictionary<string, PersonMailbox>.Empty.WithComparers(
        StringComparer.OrdinalIgnoreCase
    );

    internal OutlookStandIn(GraphStandIn graph, string address) => (_graph, Address) = (graph, address);

    /// <summary>The object id of the operational team's mailbox.</summary>
    public string MailboxId { get; } = Guid.NewGuid().ToString();

    public string Address { get; }

    /// <summary>The events in its calendar, cancelled ones among them.</summary>
    public ImmutableSortedDictionary<string, StoredEvent> Events { get; internal set; } =
        ImmutableSortedDictionary<string, StoredEvent>.Empty;

    /// <summary>Its drafts and sent mails.</summary>
    public ImmutableSortedDictionary<string, StoredMail> Mails { get; internal set; } = ImmutableSortedDictionary<string, StoredMail>.Empty;

    /// <summary>With what the mailbox can hold meetings online, as Graph says it.</summary>
    public ImmutableList<string> Providers { get; set; } = ["teamsForBusiness"];

    /// <summary>Whether answers are counted in its calendar.</summary>
    public bool IsTallying { get; set; } = true;

    /// <summary>The mails on their way, and when each is out.</summary>
    internal ImmutableDictionary<string, DateTimeOffset> OnTheirWay { get; set; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Everybody to whom something has come, by address.</summary>
    public IEnumerable<PersonMailbox> People => _people.Values.OrderBy(person => person.Address, StringComparer.Ordinal);

    /// <summary>Somebody's mailbox, of whatever organisation; empty until something comes.</summary>
    public PersonMailbox Of(string address) =>
        ImmutableInterlocked.GetOrAdd(ref _people, address.ToLowerInvariant(), key => new PersonMailbox(key));

    /// <summary>Somebody answers an invitation: Exchange notes it in the organiser's calendar.</summary>
    /// <param name="response">accepted, tentativelyAccepted or declined, as Graph says it.</param>
    /// <exception cref="InvalidOperationException">They have no such invitation, or it was cancelled, or there is no such
    /// answer.</exception>
    public void Respond(string address, string eventId, string response)
    {
        lock (_graph.Gate)
        {
            var person = Of(address);
            if (
                response is not ("accepted" or "tentativelyAccepted" or "declined")
                || !person.Calendar.TryGetValue(eventId, out var invitation)
                || invitation.IsCancelled
                || !Events.TryGetValue(eventId, out var item)
            )
            {
                throw new InvalidOperationException("There is no invitation that could be answered so.");
            }

            person.Calendar = person.Calendar.SetItem(eventId, invitation with { Response = response });
            Events = Events.SetItem(
                eventId,
                item with
                {
                    Attendees =
                    [
                        .. item.Attendees.Select(attendee =>
                            attendee.Is(address) ? attendee with { Response = response, RespondedAt = _graph.Time.GetUtcNow() } : attendee
                        ),
                    ],
                }
            );
            _graph.Changed();
        }
    }

    /// <summary>Somebody of the operational team deletes a meeting or a mail for good, past the product.</summary>
    public void DeleteFromOutside(string id)
    {
        lock (_graph.Gate)
        {
            (Events, Mails) = (Events.Remove(id), Mails.Remove(id));
            _graph.Changed();
        }
    }

    internal void Clear() => (Events, Mails, OnTheirWay, _people) = (Events.Clear(), Mails.Clear(), OnTheirWay.Clear(), _people.Clear());
}

/// <summary>Somebody's mailbox.</summary>
/// <param name="address">In lower case.</param>
public sealed class PersonMailbox(string address)
{
    /// <summary>In lower case.</summary>
    public string Address => address;

    /// <summary>What has come, the oldest first.</summary>
    public ImmutableList<InboxItem> Inbox { get; internal set; } = [];

    /// <summary>Their invitations, by event.</summary>
    public ImmutableSortedDictionary<string, ReceivedInvitation> Calendar { get; internal set; } =
        ImmutableSortedDictionary<string, ReceivedInvitation>.Empty;

    /// <summary>
    /// When they are busy besides. Null where Graph knows nothing of their calendar, as with people of other organisations.
    /// </summary>
    public ImmutableList<(DateTimeOffset From, DateTimeOffset To)>? Busy { get; set; }

    internal void Receive(InboxItem item) => Inbox = Inbox.Add(item);
}
