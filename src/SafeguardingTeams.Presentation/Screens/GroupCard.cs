using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Steps.Seats;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>The group at a glance: who sits on it, when it meets, its terms of reference (E3, E19, E8).</summary>
public static class GroupCard
{
    private const int SeatsShown = 24;
    private const int MeetingsShown = 12;
    private const int Cut = 100;

    /// <summary>Draws it; who may not change something is offered no button for it.</summary>
    public static AdaptiveCard Draw(GroupFile group, Notice? notice, CardContext context)
    {
        var seats = SeatCards.Seats(group);
        var held = seats.Count(seat => seat.On(context.Today) is not null);
        var sees = LearningPermissions.SeesWhatWaits(context.Viewer);
        var ahead = group.Meetings.Where(day => day >= context.Today).ToList();
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading($"The group: {held} of {seats.Count} seats held") with
            {
                Spacing = "none",
            },
            Text(
                ahead is [var next, ..]
                    ? [Plain("The next meeting is on "), Bold(OnScreen.FullDay(next)), Plain(".")]
                    : [Bold("No meeting is planned.")]
            ) with
            {
                Spacing = "small",
            },
            Text(Plain("Whoever holds a seat is invited to every Rapid Review meeting.")) with
            {
                Spacing = "small",
            },
            Buttons(
                sees ? Button(context, "Meetings and agendas", Verbs.GroupMeetings) : null,
                sees ? Button(context, "What waits for a meeting", Verbs.LearningWaiting) : null,
                sees
                    ? Button(context, "The next twelve months", Verbs.ForwardPlan).BehindMore()
                    : Button(context, "The next twelve months", Verbs.ForwardPlan),
                sees ? Button(context, "Themes", Verbs.Themes).BehindMore() : null,
                MeetingPermissions.MaySee(context.Viewer) ? Button(context, "Cases under way", Verbs.CasesUnderWay).BehindMore() : null,
                sees ? Button(context, "Reports", Verbs.Reports).BehindMore() : Button(context, "Reports", Verbs.Reports)
            ),
            Offered(group, context),
            Buttons(
                Button(context, "Learning events", Verbs.LearningEvents),
                PeopleCards.May(context.Viewer) ? Button(context, "People and roles", Verbs.People).BehindMore() : null,
                GroupPermissions.IsTheirs(Step.HoldRecord, context.Viewer)
                    ? Button(context, "How long records are kept", Verbs.Retention).BehindMore()
                    : null
            ),
            .. Waits(group, context),
            Subheading($"Seats: {held} of {seats.Count} are held") with
            {
                Spacing = "large",
            },
            .. seats.OrderBy(seat => seat.On(context.Today) is null ? 0 : 1).Take(SeatsShown).Select(seat => Line(seat, context.Today)),
            seats.Count > SeatsShown ? SmallLine($"and {seats.Count - SeatsShown} more") : null,
            .. Meetings(ahead, TooFew(group, ahead.Count, context.Today)),
            .. Terms(group, context.Today),
        ]);
    }

    /// <summary>What is asked of the group itself: its part of a yearly report, and that this is published (E24).</summary>
    private static IEnumerable<Element> Waits(GroupFile group, CardContext context)
    {
        var waiting = group
            .Clocks.Where(clock => clock.Runs && YearClocks.YearOf(clock.Deadline.TimescaleId) is not null)
            .OrderBy(clock => clock.Deadline.DueDay)
            .ToList();
        return waiting.Count == 0
            ? NoElement
            :
            [
                Subheading($"What waits: {waiting.Count}") with
                {
                    Spacing = "large",
                },
                .. waiting.Select(clock => Waiting(clock.Deadline, context)),
            ];
    }

    private static ColumnSet Waiting(Deadline deadline, CardContext context)
    {
        var rule = Clocks.Rule(deadline.TimescaleId)!;
        var check = context.Words.CheckedLimits.Find(one => one.Id == rule.Id);
        return Lines.Line(
            $"{rule.Title} {ReportPeriod.Named(YearClocks.YearOf(deadline.TimescaleId)!.Value)}",
            $"By {OnScreen.FullDay(deadline.DueDay)}, counted from {Clocks.From(deadline.Anchor)}, {ShortDay(deadline.AnchorDay)}."
                + (
                    !rule.IsToBeChecked || !context.Viewer.Roles.Contains(Role.Operations) ? ""
                    : check is null ? " This limit is not checked."
                    : $" Checked by {Inputs.Cut(check.CheckedBy, Cut)} on {ShortDay(check.CheckedOn)}, {Inputs.Cut(check.Source, Cut)}."
                ),
            deadline.DueDay < context.Today ? Late("Late")
                : deadline.DueDay == context.Today ? Bold("Due today")
                : Plain("Waits")
        );
    }

    private static ActionSet Offered(GroupFile group, CardContext context)
    {
        bool May(Step step) => GroupPermissions.Allows(step, group, context.Viewer);
        return Buttons(
            May(Step.FillSeat) ? Button(context, "Fill a seat", Verbs.GroupSeat) : null,
            May(Step.FillSeat) ? Button(context, "End a seat", Verbs.GroupSeatEnd).BehindMore() : null,
            May(Step.ScheduleGroupMeeting) ? Button(context, "Schedule a meeting", Verbs.GroupMeetingPlan) : null,
            May(Step.ScheduleGroupMeeting) ? Button(context, "Take a meeting out", Verbs.GroupMeetingOut).BehindMore() : null,
            May(Step.AgreeTermsOfReference) ? Button(context, "Terms of reference", Verbs.GroupTerms).BehindMore() : null,
            // Whoever reads all finds them beside the reviews.
            !BriefingPermissions.SeesAll(context.Viewer) && ReviewPermissions.IsMemberOf(context.Viewer, context.Viewer.AgencyId)
                ? Button(context, "Briefings", Verbs.BriefingList)
                : null,
            Button(context, "Home", Verbs.Home)
        );
    }

    private static ColumnSet Line(Seat seat, DateOnly today)
    {
        var agency = seat.AgencyName.Length > 0 ? $"{Inputs.Cut(seat.AgencyName, Cut)}. " : "";
        var next = seat.Held.Find(holder => holder.From > today) is { } comes
            ? $" From {ShortDay(comes.From)}: {Inputs.Cut(comes.Display, Cut)}."
            : "";
        return seat.On(today) is { } holder
            ? Lines.Line(
                Inputs.Cut(seat.Title, Cut),
                $"{agency}{Inputs.Cut(holder.Display, Cut)}, since {ShortDay(holder.From)}"
                    + $"{(holder.To is { } to ? $" until {ShortDay(to)}" : "")}.{next}",
                Plain("Held")
            )
            : Lines.Line(Inputs.Cut(seat.Title, Cut), $"{agency}Nobody holds this seat.{next}", Bold("Empty"));
    }

    /// <summary>Whether fewer meetings are ahead than the partnership wants (E19), or than is usual where nobody counted.</summary>
    private static bool TooFew(GroupFile group, int ahead, DateOnly today) =>
        group.Clock(Timescales.MeetingsAhead.Id) is { Runs: true } clock
            ? clock.Deadline.DueDay < today || clock.Deadline.DueDay == clock.Deadline.AnchorDay
            : ahead < Timescales.MeetingsAhead.Number;

    private static IEnumerable<Element> Meetings(List<DateOnly> ahead, bool tooFew) =>
        [
            Subheading($"Meetings ahead: {ahead.Count}") with
            {
                Spacing = "large",
            },
            .. tooFew ? [Text(Late("Too few meetings are planned ahead.")) with { Spacing = "small" }] : NoElement,
            .. ahead.Take(MeetingsShown).Select((day, i) => Lines.Line(OnScreen.FullDay(day), "", Plain(i == 0 ? "Next" : "Planned"))),
            .. ahead.Count > MeetingsShown ? [SmallLine($"and {ahead.Count - MeetingsShown} more")] : NoElement,
        ];

    private static IEnumerable<Element> Terms(GroupFile group, DateOnly today) =>
        [
            Subheading("Terms of reference") with
            {
                Spacing = "large",
            },
            group.Terms is { } terms
                ? Lines.Line(
                    $"Review by {OnScreen.FullDay(terms.ReviewBy)}",
                    $"Agreed on {ShortDay(terms.AgreedOn)}. Kept here: {Inputs.Cut(terms.Where, Cut * 2)}",
                    terms.ReviewBy < today ? Late("Review is late") : Plain("In force")
                )
                : Text(Late("None are on the record.")) with
                {
                    Spacing = "small",
                },
        ];

    private static Element[] NoElement => [];
}
