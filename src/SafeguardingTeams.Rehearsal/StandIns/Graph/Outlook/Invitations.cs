namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>
/// What Exchange sends when an event changes. Who is invited newly gets an invitation; who is no longer, a cancellation; those who
/// stay hear of it only where something they see has changed, and have to answer anew where the time has.
/// </summary>
internal static class Invitations
{
    /// <summary>Sends what there is to send. Gives the event with the answers that still stand.</summary>
    internal static StoredEvent Tell(GraphStandIn graph, StoredEvent old, StoredEvent item)
    {
        var isMoved = (old.Start, old.End) != (item.Start, item.End);
        var isChanged =
            isMoved
            || (old.Subject, old.Html, old.Place) != (item.Subject, item.Html, item.Place)
            || graph.Does(GraphVariants.OneMoreTellsAll)
                && item.Attendees.Any(attendee => !old.Attendees.Any(other => other.Is(attendee.Address)));
        foreach (var gone in old.Attendees.Where(attendee => !item.Attendees.Any(other => other.Is(attendee.Address))))
        {
            Withdraw(graph, old, gone, "");
        }

        var attendees = item.Attendees;
        foreach (var attendee in item.Attendees)
        {
            var isNew = !old.Attendees.Any(other => other.Is(attendee.Address));
            if (!isNew && !isChanged)
            {
                continue;
            }

            var response = isNew || isMoved ? "none" : attendee.Response;
            attendees = attendees.Replace(
                attendee,
                attendee with
                {
                    Response = response,
                    RespondedAt = response == "none" ? null : attendee.RespondedAt,
                }
            );
            var person = graph.Outlook.Of(attendee.Address);
            person.Calendar = person.Calendar.SetItem(
                item.Id,
                new(item.Id, item.Subject, item.Html, item.Start, item.End, item.Place, response, IsCancelled: false)
            );
            person.Receive(Item(graph, isNew ? InboxKind.Invitation : InboxKind.Update, item, item.Html));
        }

        return item with
        {
            Attendees = attendees,
        };
    }

    /// <summary>Tells somebody that they need not come.</summary>
    internal static void Withdraw(GraphStandIn graph, StoredEvent item, StoredAttendee attendee, string comment)
    {
        var person = graph.Outlook.Of(attendee.Address);
        if (person.Calendar.TryGetValue(item.Id, out var invitation))
        {
            person.Calendar = person.Calendar.SetItem(item.Id, invitation with { IsCancelled = true });
        }

        person.Receive(Item(graph, InboxKind.Cancellation, item, comment));
    }

    private static InboxItem Item(GraphStandIn graph, InboxKind kind, StoredEvent item, string html) =>
        new(GraphStandIn.NewId(), kind, graph.Outlook.Address, item.Subject, html, graph.Time.GetUtcNow(), [], item.Id, IsEncrypted: false);
}
