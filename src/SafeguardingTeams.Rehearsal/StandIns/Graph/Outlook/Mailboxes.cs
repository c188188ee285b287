namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

/// <summary>Exchange lets the application into the operational team's mailbox and into no other.</summary>
internal static class Mailboxes
{
    /// <exception cref="GraphRefusal">It is another mailbox.</exception>
    internal static OutlookStandIn Of(GraphStandIn graph, GraphCall call) =>
        call["user"].Equals(graph.Outlook.MailboxId, StringComparison.OrdinalIgnoreCase)
        || call["user"].Equals(graph.Outlook.Address, StringComparison.OrdinalIgnoreCase)
        || graph.ReachesEveryMailbox
            ? graph.Outlook
            : throw new GraphRefusal(403, "ErrorAccessDenied", "it is about a mailbox the application has no access to.");

    internal static StoredEvent Event(OutlookStandIn outlook, GraphCall call) =>
        outlook.Events.GetValueOrDefault(call["event"]) ?? throw new GraphRefusal(404, "ErrorItemNotFound");
}
