using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Who came (E15, E16).</summary>
/// <param name="Began">The time it began, as typed.</param>
/// <param name="Confidentiality">Whether the confidentiality statement was read (E14).</param>
/// <param name="Seats">Each seat of the group on that day.</param>
/// <param name="Others">Who else was there, by role and agency; may be empty.</param>
public sealed record Attendance(string Began, bool Confidentiality, ImmutableList<SeatAttendance> Seats, string Others)
{
    /// <summary>The quorum as the partnership had set it; null where it sets none (E16, PD25).</summary>
    public GroupQuorum? Quorum { get; init; }

    /// <summary>How many seats were filled.</summary>
    public int Filled => Seats.Count(seat => !seat.IsEmpty);

    /// <summary>Which of the three safeguarding partners had somebody there (E16).</summary>
    public ImmutableHashSet<Role> PartnersThere => [.. Seats.Where(seat => !seat.IsEmpty).Select(seat => seat.Partner).OfType<Role>()];

    /// <summary>
    /// Whether the quorum was reached; null where none is set. Nothing is refused without it: the card and the minutes say so.
    /// </summary>
    public bool? IsQuorate =>
        Quorum is not { } set ? null : Filled >= set.Seats && (!set.AllPartners || Partners.Leads.All(PartnersThere.Contains));
}

/// <summary>A quorum that a partnership has set for its group (E16).</summary>
/// <param name="Seats">So many seats at least are filled.</param>
/// <param name="AllPartners">Whether each of the three safeguarding partners is there.</param>
public sealed record GroupQuorum(int Seats, bool AllPartners);

/// <summary>A seat at a meeting.</summary>
/// <param name="SeatId">Which.</param>
/// <param name="Title">The post.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Partner">The safeguarding partner it stands for; null for none (E16).</param>
/// <param name="Presence">Whether somebody sat on it.</param>
public sealed record SeatAttendance(string SeatId, string Title, string Agency, Role? Partner, Presence Presence)
{
    /// <summary>Whether nobody sat on it, with an apology or without (E15).</summary>
    public bool IsEmpty => Presence is Presence.Apology or Presence.Absent;
}

/// <summary>Whether a seat was filled (E15).</summary>
public enum Presence
{
    /// <summary>Whoever holds it was there.</summary>
    Present,

    /// <summary>A deputy was there.</summary>
    Deputy,

    /// <summary>An apology was given.</summary>
    Apology,

    /// <summary>Nobody came and nothing was said.</summary>
    Absent,
}
