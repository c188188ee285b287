using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Who is shown what of a meeting of the group.</summary>
internal static class MeetingCards
{
    /// <summary>To the members and the Scrutineer (E6): the agenda is out, it moved, it is cancelled, the minutes are there.</summary>
    internal static IEnumerable<Effect> News(MeetingFile after) =>
        new[] { Role.GroupMember, Role.Scrutineer, Role.Chair }.Select(role => News(after, role));

    /// <summary>To the Chair: the draft of the minutes (E17).</summary>
    internal static Effect.ShowCard Draft(MeetingFile after) => new(after.Ref, CardKind.MinutesDraft, new Recipient.HoldersOf(Role.Chair));

    /// <summary>The Chair's message, where it is there already, is drawn anew: what it asks may be done.</summary>
    internal static IEnumerable<Effect> Again(MeetingFile after) => [Draft(after) with { OnlyIfShown = true }];

    /// <summary>
    /// To those co-opted (E3): a message for the event that told them, and those before it drawn anew; a mail, where they have no account.
    /// </summary>
    /// <param name="which">Which of them.</param>
    internal static IEnumerable<Effect> CoOpted(MeetingFile after, Func<AgendaItem, CoOpted, bool> which) =>
        from item in after.Items
        from one in item.CoOpted
        where which(item, one)
        from effect in CoOpted(after, item, one)
        select effect;

    private static IEnumerable<Effect> CoOpted(MeetingFile after, AgendaItem item, CoOpted one) =>
        one.Who.HasAccount
            ? one.Told.Select(told => new Effect.ShowCard(after.Ref, CardKind.CoOpted, new Recipient.ThePerson(one.Who.PersonId))
            {
                About = Topic.CoOpted(item.Number, one.Number, told),
                OnlyIfShown = told != after.Version,
            })
            : [new Effect.SendMail(after.Ref, MailKind.CoOpted, Topic.CoOpted(item.Number, one.Number, after.Version))];

    /// <summary>A new message each time; one for each person, whatever roles they hold.</summary>
    private static Effect.ShowCard News(MeetingFile after, Role role) =>
        new(after.Ref, CardKind.GroupMeetingNews, new Recipient.HoldersOf(role)) { About = Topic.OfRole(Role.GroupMember, after.Version) };
}
