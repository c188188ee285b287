using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The seats of a meeting of the group, and who came by them (E15, E16).</summary>
public sealed class MeetingSeats(CurrentRules currentRules, PartnershipFile partnership)
{
    /// <summary>The seats: those it was opened with; before that, as they are now.</summary>
    internal List<Seat> Of(MeetingFile file) =>
        file.Attendance is { } came
            ? [.. came.Seats.Select(seat => new Seat(seat.SeatId, seat.Title, "", seat.Agency, seat.Partner, []))]
            : Now();

    /// <summary>The seats of the group now, as many as a meeting takes.</summary>
    internal List<Seat> Now() => [.. SeatCards.Seats(currentRules.Group).Take(SessionCards.MostSeats)];

    /// <summary>Who came, with the quorum as the partnership has set it.</summary>
    internal Attendance Came(string began, bool confidentiality, IEnumerable<(Seat Seat, Presence Presence)> seats, string others) =>
        new(
            began,
            confidentiality,
            [.. seats.Select(one => new SeatAttendance(one.Seat.Id, one.Seat.Title, one.Seat.AgencyName, one.Seat.Partner, one.Presence))],
            others.Trim()
        )
        {
            Quorum = partnership.GroupQuorum,
        };
}
