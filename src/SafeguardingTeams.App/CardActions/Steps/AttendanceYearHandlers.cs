using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.GroupSession;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Who came to the group's meetings in a year, by seat (E15): a range read of index rows.</summary>
internal sealed class AttendanceYearHandlers(IRows rows, GroupRecord record, CurrentRules currentRules) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.GroupAttendance, DrawAsync)];

    private async Task<AdaptiveCard> DrawAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!MeetingPermissions.MaySee(invocation.Actor))
        {
            return CaseHandlers.NotFound(invocation);
        }

        await record.OpenAsync(cancellationToken);
        var today = AttendanceYearCard.YearOf(invocation.Context.Today);
        var year = int.TryParse(invocation.Key("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 2019, today)
            : today;
        var held = (await rows.ReadAsync(Keys.Missed, cancellationToken)).Select(MeetingRows.Held).OfType<HeldMeeting>().ToList();
        return AttendanceYearCard.Draw(
            year,
            [.. held.Where(meeting => AttendanceYearCard.YearOf(meeting.Day) == year)],
            [.. SeatCards.Seats(currentRules.Group)],
            held.Exists(meeting => AttendanceYearCard.YearOf(meeting.Day) < year),
            invocation.Context
        );
    }
}
