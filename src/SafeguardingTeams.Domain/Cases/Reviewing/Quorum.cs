using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>A meeting is quorate only with at least one eligible representative of each of the three partners (B12, B14).</summary>
public static class Quorum
{
    /// <summary>The partners nobody eligible stands for at the meeting; none where it is quorate.</summary>
    public static ImmutableList<Role> Missing(IEnumerable<Attendee> attendees) =>
        MissingAmong(attendees.Where(attendee => attendee.Present));

    /// <summary>
    /// The partners nobody may come for, by how invitations were answered: those who declined, or have declared that they cannot
    /// count, are left out.
    /// </summary>
    public static ImmutableList<Role> Doubtful(IEnumerable<Attendee> attendees)
    {
        var all = attendees.ToList();
        return
        [
            .. Partners.Leads.Where(partner =>
                !all.Exists(attendee => attendee.Partner == partner && attendee.Answer == Answered.Accepted && MayCount(attendee))
            ),
        ];
    }

    /// <summary>
    /// The partners of whom everybody invited has declined, or cannot count, or of whom nobody is invited: without a change the
    /// meeting will not be quorate.
    /// </summary>
    public static ImmutableList<Role> Impossible(IEnumerable<Attendee> attendees)
    {
        var all = attendees.ToList();
        return
        [
            .. Partners.Leads.Where(partner =>
                !all.Exists(attendee => attendee.Partner == partner && attendee.Answer != Answered.Declined && MayCount(attendee))
            ),
        ];
    }

    private static bool MayCount(Attendee attendee) => attendee.Declared is null || attendee.IsEligible;

    private static ImmutableList<Role> MissingAmong(IEnumerable<Attendee> attendees)
    {
        var counted = attendees.Where(attendee => attendee.IsEligible).Select(attendee => attendee.Partner).ToHashSet();
        return [.. Partners.Leads.Where(partner => !counted.Contains(partner))];
    }
}
