using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupSession;

/// <summary>A meeting that was held, and who came.</summary>
/// <param name="Came">By the seat's id.</param>
public sealed record HeldMeeting(RecordRef Meeting, DateOnly Day, IReadOnlyDictionary<string, Presence> Came);

/// <summary>
/// Who came to the group's meetings in a year, by seat (E15): how often it was filled, never who sat on it (F4). A year is
/// the partnership's, from 1 April to 31 March.
/// </summary>
public static class AttendanceYearCard
{
    private const int Cut = 100;
    private const int MostMeetings = 16;

    /// <summary>So many have their button in view.</summary>
    private const int MostOpen = 3;

    /// <summary>The year a day lies in, by the calendar year of its 1 April.</summary>
    public static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    /// <summary>The table, with the way to each meeting.</summary>
    /// <param name="year">The calendar year of its 1 April.</param>
    /// <param name="held">The meetings held in it, by day.</param>
    /// <param name="seats">Every seat there is or was; those that were at none of the meetings are left out.</param>
    /// <param name="hasEarlier">Whether anything was held before.</param>
    public static AdaptiveCard Draw(
        int year,
        IReadOnlyList<HeldMeeting> held,
        IReadOnlyList<Seat> seats,
        bool hasEarlier,
        CardContext context
    )
    {
        var asked = seats.Where(seat => held.Any(meeting => meeting.Came.ContainsKey(seat.Id))).ToList();
        return Card([
            Text(Small(context.Words.GroupName)),
            Heading("Attendance by seat") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    $"1 April {year} to 31 March {year + 1}: {Written.Count(held.Count, "meeting was", "meetings were")} held. "
                        + "A deputy counts, and is named beside it."
                )
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                hasEarlier ? Year(context, "The year before", year - 1) : null,
                year < YearOf(context.Today) ? Year(context, "The year after", year + 1) : null,
                Button(context, "All meetings", Verbs.GroupMeetings)
            ),
            .. asked.Select(seat => Line(seat, [.. held.Select(meeting => meeting.Came).Where(came => came.ContainsKey(seat.Id))])),
            .. held.Count == 0 ? Array.Empty<Element>() : [Subheading("The meetings") with { Spacing = "large" }],
            .. held.Reverse()
                .Take(MostMeetings)
                .SelectMany(
                    (meeting, i) =>
                        new Element[]
                        {
                            Lines.Line(OnScreen.FullDay(meeting.Day), OnScreen.Reference(meeting.Meeting), Plain("Held")),
                            Buttons(
                                Open($"Open {OnScreen.Day(meeting.Day)}", meeting) is var open && i >= MostOpen ? open.BehindMore() : open
                            ),
                        }
                ),
            held.Count > MostMeetings ? SmallLine($"and {held.Count - MostMeetings} more") : null,
        ]);

        ActionExecute Open(string title, HeldMeeting meeting) =>
            Button(context, title, Verbs.OpenGroupMeeting, ("case", Written.Code(meeting.Meeting)));
    }

    private static ColumnSet Line(Seat seat, List<IReadOnlyDictionary<string, Presence>> meetings)
    {
        int Times(Presence presence) => meetings.Count(came => came[seat.Id] == presence);
        var (filled, deputy) = (Times(Presence.Present) + Times(Presence.Deputy), Times(Presence.Deputy));
        string?[] said =
        [
            seat.AgencyName.Length > 0 ? Inputs.Cut(seat.AgencyName, Cut) : null,
            deputy > 0 ? Written.Count(deputy, "time by a deputy", "times by a deputy") : null,
            Times(Presence.Apology) is var apologies and > 0 ? Written.Count(apologies, "apology", "apologies") : null,
            Times(Presence.Absent) is var absent and > 0 ? $"{Written.Count(absent, "time", "times")} nobody came" : null,
        ];
        return Lines.Line(
            Inputs.Cut(seat.Title, Cut),
            string.Join("; ", said.OfType<string>()),
            filled == meetings.Count ? Plain($"{filled} of {meetings.Count}") : Bold($"{filled} of {meetings.Count}")
        );
    }

    private static ActionExecute Year(CardContext context, string title, int year) =>
        Button(context, title, Verbs.GroupAttendance, ("year", MeetingForm.Digits(year)));
}
