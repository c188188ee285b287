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
    internal static Effect.ShowCard Draft(MeetingFile after) =>
        new(after.Ref, CardKind.MinutesDraft, new Recipient.HoldersOf(Role.Chair));

    /// <summary>Messages that are there already are drawn anew: what they ask may be done.</summary>
    internal static IEnumerable<Effect> Again(MeetingFile after) =>
        News(after).OfType<Effect.ShowCard>().Append(Draft(after)).Select(card => card with { OnlyIfShown = true });

    private static Effect.ShowCard News(MeetingFile after, Role role) =>
        new(after.Ref, CardKind.GroupMeetingNews, new Recipient.HoldersOf(role));
}
