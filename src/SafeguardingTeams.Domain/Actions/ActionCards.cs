using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>Who is shown what of an action. What a message says follows the action; a new one comes for each thing that is asked.</summary>
internal static class ActionCards
{
    /// <summary>To the owner: it is theirs to do (C5).</summary>
    internal static Effect.ShowCard ToOwner(ActionFile after) => Owner(after, CardKind.ActionTask, after.TimesBegun);

    /// <summary>An owner who was entered by hand is brought in, so that it is theirs to do (C5).</summary>
    internal static IEnumerable<Effect> Invited(ActionFile after) =>
        after.Owner is { HasAccount: false } ? [new Effect.InviteGuest(after.Ref, Topic.Round(after.TimesBegun))] : [];

    /// <summary>To the owner: it was returned (C19).</summary>
    internal static Effect.ShowCard Returned(ActionFile after) => Owner(after, CardKind.ActionReturned, after.Reports.Count);

    /// <summary>To the owner: what the Chair answered to more time (C20).</summary>
    internal static Effect.ShowCard TimeAnswered(ActionFile after) => Owner(after, CardKind.ActionTimeAnswered, after.MoreTime.Count);

    /// <summary>To the Chair: it was reported as done (C19).</summary>
    internal static Effect.ShowCard Done(ActionFile after) => Chair(after, CardKind.ActionDone, after.Reports.Count);

    /// <summary>To the Chair: more time is asked for (C20).</summary>
    internal static Effect.ShowCard TimeAsked(ActionFile after) => Chair(after, CardKind.ActionTimeAsked, after.MoreTime.Count);

    /// <summary>To operations: what the owner says it has changed is to be recorded (C19).</summary>
    internal static Effect.ShowCard ImpactReported(ActionFile after) =>
        new(after.Ref, CardKind.ActionImpact, new Recipient.HoldersOf(WhoChecks(after))) { About = Topic.Round(after.Impact.Count) };

    /// <summary>Who records what an action has changed: never its owner, so of their own the operational team asks the Chair.</summary>
    internal static Role WhoChecks(ActionFile file) => file.Impact is [.., { IsOfOperations: true }] ? Role.Chair : Role.Operations;

    /// <summary>To who owned it: it is with somebody else.</summary>
    internal static Effect.ShowCard HandedOn(ActionFile after, string personId) =>
        new(after.Ref, CardKind.ActionHandedOn, new Recipient.ThePerson(personId)) { About = Topic.Round(after.TimesBegun) };

    /// <summary>
    /// What was shown because of who owned it asks nothing any more: to them, or to operations who asked them, whatever time it was, and to
    /// both of one who came in; and what reminders said, to whoever they went to. Who has no sight of it now is shown that, and no more
    /// (F2).
    /// </summary>
    internal static IEnumerable<Effect> TakenBack(ActionFile after, ActionOwner before)
    {
        Recipient[] theirs =
        [
            .. before.HasAccount ? [new Recipient.FormerHolder(before.PersonId)] : Array.Empty<Recipient>(),
            .. before.IsByHand ? [new Recipient.HoldersOf(Role.Operations)] : Array.Empty<Recipient>(),
        ];
        Recipient[] Whom(Role role) =>
            role switch
            {
                Role.ActionOwner => theirs,
                Role.GroupMember or Role.AgencyRepresentative => [new Recipient.FormerHoldersOf(role)],
                _ => [new Recipient.HoldersOf(role)],
            };
        IEnumerable<Effect.ShowCard> Each(CardKind kind, int count) =>
            from number in Enumerable.Range(1, count)
            from to in theirs
            select new Effect.ShowCard(after.Ref, kind, to) { About = Topic.Round(number) };
        return Each(CardKind.ActionTask, after.TimesBegun - 1)
            .Concat(Each(CardKind.ActionReturned, after.Reports.Count))
            .Concat(Each(CardKind.ActionTimeAnswered, after.MoreTime.Count))
            .Concat(
                from recorded in after.History
                where recorded.Event is IReminder
                let reminded = (IReminder)recorded.Event
                from chased in reminded.To
                from to in Whom(chased.Role)
                select new Effect.ShowCard(after.Ref, CardKind.Reminder, to)
                {
                    About = Topic.Reminder(reminded.TimescaleId, recorded.Sequence),
                }
            )
            .Select(card => card with { OnlyIfShown = true });
    }

    /// <summary>Messages that are there already are drawn anew: what they ask may be done.</summary>
    internal static IEnumerable<Effect> Again(ActionFile after) =>
        ToTheOwner(after)
            .Concat(after.Reports.IsEmpty ? [] : [Done(after)])
            .Concat(after.MoreTime.IsEmpty ? [] : [TimeAsked(after)])
            .Concat(after.Impact.IsEmpty ? [] : [ImpactReported(after)])
            .Select(card => card with { OnlyIfShown = true });

    private static IEnumerable<Effect.ShowCard> ToTheOwner(ActionFile after) =>
        new[] { ToOwner(after) }
            .Concat(after.Reports.IsEmpty ? [] : [Returned(after)])
            .Concat(after.MoreTime.IsEmpty ? [] : [TimeAnswered(after)]);

    /// <summary>To the owner; to operations, who ask them, where they have no account.</summary>
    private static Effect.ShowCard Owner(ActionFile after, CardKind kind, int number) =>
        new(
            after.Ref,
            kind,
            after.Owner is { HasAccount: true } owner ? new Recipient.ThePerson(owner.PersonId) : new Recipient.HoldersOf(Role.Operations)
        )
        {
            About = Topic.Round(number),
        };

    private static Effect.ShowCard Chair(ActionFile after, CardKind kind, int number) =>
        new(after.Ref, kind, new Recipient.HoldersOf(Role.Chair)) { About = Topic.Round(number) };
}
