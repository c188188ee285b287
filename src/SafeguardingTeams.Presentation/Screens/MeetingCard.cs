using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A meeting of the group: where it stands, what is asked of the reader, its agenda with what came of it (E1, E6, E17).</summary>
public static class MeetingCard
{
    private const int Shown = 15;
    private const int MostButtons = 3;
    private const int Cut = 100;

    /// <summary>One page of the agenda holds so many items: a card of more would be too large.</summary>
    public const int ItemsAPage = 25;

    /// <summary>The record, to who may read it.</summary>
    /// <param name="page">The page of the agenda, from 0.</param>
    /// <param name="emptyBefore">The seats that were empty at the last meeting before, where the reader is to hear of it (E15).</param>
    public static AdaptiveCard Draw(
        MeetingFile file,
        int page,
        Notice? notice,
        CardContext context,
        IReadOnlyCollection<string>? emptyBefore = null
    )
    {
        var offered = MeetingText
            .Buttons.Where(button => MeetingPermissions.Allows(button.Step, file, context.Viewer))
            .Select(button => (Button: button, Title: button.Title(file, context)))
            .Where(one => one.Title is not null)
            .ToList();
        var task = MeetingTask.Of(file).Find(one => context.Viewer.Roles.Contains(one.Task.For));
        var agenda = file.Agenda.ToList();
        var open = agenda.Find(item => item.Outcome is null);
        var isHeld = task.Task is not null && file.Stage == MeetingStage.InSession && open is not null;
        var next = task.Task is null || isHeld ? default : offered.Find(one => one.Button.Step == task.Step);
        page = Math.Clamp(page, 0, Math.Max(0, (agenda.Count - 1) / ItemsAPage));
        return Card([
            Top(notice),
            HeldNotice.Of(file.Ref, context),
            Text(Small($"Group meeting {OnScreen.Reference(file.Ref)}{(file.Plan is { Special: true } ? ", special" : "")}")),
            Heading(Heading32(file, context.Today)) with
            {
                Spacing = "none",
            },
            Text(Plain(Where(file, context.Today))) with
            {
                Spacing = "small",
            },
            isHeld ? NextForYou.Block(Waiting.What(task.Task!.Kind), null, Why(file), Open("Open the next item", open!).Main())
            : next.Title is null ? null
            : NextForYou.Block(
                Waiting.What(task.Task!.Kind),
                task.Task.Due is { } due ? Clocks.By(due) : null,
                Why(file),
                MeetingForm.Key(context, next.Title, next.Button.Verb, file).Main()
            ),
            Buttons([
                .. offered
                    .Where(one => one != next)
                    .Select(
                        (one, i) =>
                            MeetingForm.Key(context, one.Title!, one.Button.Verb, file) is var made && i >= MostButtons
                                ? made.BehindMore()
                                : (CardButton)made
                    ),
            ])
                is { Actions.IsEmpty: false } set
                ? set
                : null,
            Subheading($"Agenda: {Written.Count(agenda.Count, "item", "items")}"),
            isHeld || agenda.Count == 0 ? null : Buttons(Open("Open the first item", open ?? agenda[0])),
            .. agenda.Skip(page * ItemsAPage).Take(ItemsAPage).Select((item, i) => Line(file, item, page * ItemsAPage + i + 1, context)),
            .. Came(file, emptyBefore ?? []),
            Buttons([.. Papers(file, context)]) is { Actions.IsEmpty: false } papers ? papers : null,
            Buttons([
                agenda.Count > (page + 1) * ItemsAPage ? Turn("More of the agenda", page + 1) : null,
                page > 0 ? Turn("Earlier items", page - 1) : null,
                MeetingForm.Key(context, "Timeline", Verbs.GroupMeetingTimeline, file).BehindMore(),
                MeetingSending.Of(file).IsEmpty
                    ? null
                    : MeetingForm.Key(context, "What was sent, and when", Verbs.GroupMeetingSent, file).BehindMore(),
                Button(context, "All meetings", Verbs.GroupMeetings).BehindMore(),
            ]),
        ]);
        ActionExecute Open(string title, AgendaItem item) => MeetingForm.Key(context, title, Verbs.ItemOpen, file, item);
        CardButton Turn(string title, int to) =>
            MeetingForm.Key(context, title, Verbs.OpenGroupMeeting, file, ("page", MeetingForm.Digits(to)));
    }

    /// <summary>
    /// Agenda and minutes: as they went last, from when they have gone; to who looks after them also as they are now, where something was
    /// changed since.
    /// </summary>
    private static IEnumerable<CardButton?> Papers(MeetingFile file, CardContext context) =>
        Paper(file, context, "Agenda", file.Agenda.Any(), MeetingSending.Newest(file, minutes: false))
            .Concat(Paper(file, context, "Minutes", file.Attendance is not null, MeetingSending.Newest(file, minutes: true)));

    private static IEnumerable<CardButton?> Paper(MeetingFile file, CardContext context, string what, bool isThere, MeetingSending? sent)
    {
        var path = $"documents/{Written.Code(file.Ref)}/{what.ToLowerInvariant()}";
        return !isThere ? []
            : sent is null ? [ReviewParts.Link(context, $"{what} as a Word file", path)]
            :
            [
                ReviewParts.Link(context, $"{what} as sent on {Written.ShortDay(Domain.Calendar.London.DateOf(sent.At))}", path),
                sent.IsOutdated(file) && context.Viewer.Roles.Any(role => role is Role.Operations or Role.Chair)
                    ? ReviewParts.Link(context, what == "Minutes" ? "Minutes as they are now" : "Agenda as it is now", $"{path}-now")
                    : null,
            ];
    }

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(MeetingFile file, int page, CardContext context) =>
        RecordForm.Timeline(
            $"Group meeting {OnScreen.Reference(file.Ref)}",
            file,
            recorded =>
                MeetingText.Of((MeetingEvent)recorded.Event, file) is var (what, why)
                    ? (Inputs.Cut(what, 300), Inputs.Cut(why, 600))
                    : ("", ""),
            page,
            MeetingForm.Key(context, "Back to the meeting", Verbs.OpenGroupMeeting, file),
            (title, to) => MeetingForm.Key(context, title, Verbs.GroupMeetingTimeline, file, ("page", MeetingForm.Digits(to))),
            Shown
        );

    /// <summary>The meetings that are not over, by day.</summary>
    /// <param name="meetings">Each with its day and stage.</param>
    /// <param name="mayPlan">Whether the reader may plan one.</param>
    public static AdaptiveCard List(
        IReadOnlyList<(RecordRef Meeting, DateOnly Day, MeetingStage Stage)> meetings,
        bool mayPlan,
        CardContext context
    ) =>
        Card([
            Text(Small(context.Words.GroupName)),
            Heading(meetings.Count == 0 ? "No meeting has an agenda yet" : $"Meetings: {meetings.Count}") with
            {
                Spacing = "none",
            },
            Text(Plain("Each has its agenda, what was decided and its minutes. One that is over stands under attendance.")) with
            {
                Spacing = "small",
            },
            .. meetings
                .OrderBy(one => one.Day)
                .Take(ItemsAPage)
                .SelectMany(one =>
                    new Element[]
                    {
                        Lines.Line(
                            OnScreen.FullDay(one.Day),
                            OnScreen.Reference(one.Meeting),
                            Plain(Written.Sentence(MeetingWording.Short(one.Stage)))
                        ),
                        Buttons(
                            Button(context, $"Open {OnScreen.Day(one.Day)}", Verbs.OpenGroupMeeting, ("case", Written.Code(one.Meeting)))
                        ),
                    }
                ),
            Buttons(
                mayPlan ? Button(context, "Plan a meeting", Verbs.GroupMeetingNew).Main() : null,
                Button(context, "Attendance by seat", Verbs.GroupAttendance),
                Button(context, "Back to the group", Verbs.Group)
            ),
        ]);

    private static ColumnSet Line(MeetingFile file, AgendaItem item, int place, CardContext context) =>
        Lines.LinkLine(
            $"{place}. {Inputs.Cut(MeetingWording.Title(item), Cut)}",
            string.Join(
                ", ",
                new[]
                {
                    MeetingWording.Of(item.Asked),
                    item.Papers.IsEmpty ? null : Written.Count(item.Papers.Count, "paper", "papers"),
                    item.IsLate ? $"late, put on by {Inputs.Cut(item.AddedBy, 60)}" : null,
                    MeetingWording.PutOff(item),
                    item.Outcome is null ? null : MeetingWording.State(item).ToLowerInvariant(),
                }.OfType<string>()
            ),
            "Open",
            MeetingForm.Key(context, "Open", Verbs.ItemOpen, file, item)
        );

    /// <summary>As a heading: the result, or what is asked; at most 32 characters.</summary>
    private static string Heading32(MeetingFile file, DateOnly today) =>
        file.Stage switch
        {
            MeetingStage.NotPlanned => "No meeting is planned",
            MeetingStage.Planned when file.Plan!.Day < today => "Late: was the meeting held?",
            MeetingStage.Planned => $"The group meets {OnScreen.Day(file.Plan!.Day)}",
            MeetingStage.InSession => $"{file.Agenda.Count(item => item.Outcome is not null)} of {file.Agenda.Count()} items decided",
            MeetingStage.Ended => "Held: minutes to be drafted",
            MeetingStage.MinutesWithChair => "The Chair reads the minutes",
            MeetingStage.MinutesCirculated => "Minutes wait for approval",
            MeetingStage.Approved => "Minutes approved",
            MeetingStage.Cancelled => "Cancelled",
        };

    private static string Where(MeetingFile file, DateOnly today) =>
        file.Plan is not { } plan
            ? "Nothing is planned."
            : file.Stage switch
            {
                MeetingStage.Planned when plan.Day < today =>
                    $"It was to be on {OnScreen.FullDay(plan.Day)}, {Inputs.Cut(plan.Place, 200)}, and nobody has opened it. Record "
                        + "who was there, if it was held; else move or cancel it.",
                MeetingStage.Planned => $"{OnScreen.FullDay(plan.Day)} at {plan.Start}, {Inputs.Cut(plan.Place, 200)}. "
                    + (
                        file.AgendaSentAt is { } sent
                            ? $"The agenda went out on {Written.Moment(sent)}."
                            : $"The agenda {(plan.ClosesOn < today ? "closed" : "closes")} on {OnScreen.FullDay(plan.ClosesOn)}; "
                                + "what comes later is marked as late."
                    ),
                MeetingStage.Cancelled =>
                    $"It was to be on {OnScreen.FullDay(plan.Day)}. What was on its agenda waits for the next meeting.",
                _ => $"{OnScreen.FullDay(plan.Day)}, {Inputs.Cut(plan.Place, 200)}."
                    + (
                        file.Attendance is { } came
                            ? $" {MeetingWording.PartnersPresent(came)}." + (MeetingWording.Quorum(came) is { } quorum ? $" {quorum}." : "")
                            : ""
                    ),
            };

    private static string Why(MeetingFile file) =>
        file.Stage switch
        {
            MeetingStage.Planned when file.AgendaSentAt is null => "Members and the Scrutineer are told that it is there.",
            MeetingStage.Planned => "On the day: say who is there, then open item after item.",
            MeetingStage.InSession => "Open item after item. The meeting ends once every item has its outcome.",
            MeetingStage.Ended => "They are drawn from what was recorded; read them first. What is put right here is right in them.",
            MeetingStage.MinutesWithChair => "Read them as a Word file first. What is put right on an item is right in them.",
            MeetingStage.MinutesCirculated => "At the next meeting, with what it corrects.",
            _ => "Nothing else is asked of you here.",
        };

    private static IEnumerable<Element> Came(MeetingFile file, IReadOnlyCollection<string> emptyBefore) =>
        file.Attendance is not { } came
            ? []
            :
            [
                Subheading($"Seats filled: {came.Filled} of {came.Seats.Count}"),
                .. came.Seats.Where(seat => seat.IsEmpty && emptyBefore.Contains(seat.SeatId)).ToList() is { Count: > 0 } twice
                    ?
                    [
                        Text(
                            Bold("Not there at two meetings running: "),
                            Plain(string.Join("; ", twice.Select(seat => Inputs.Cut($"{seat.Title}, {seat.Agency}", Cut))) + ".")
                        ),
                    ]
                    : Array.Empty<Element>(),
                .. came.Seats.Select(seat =>
                    Lines.Line(Inputs.Cut(seat.Title, Cut), Inputs.Cut(seat.Agency, Cut), Plain(MeetingWording.Of(seat.Presence)))
                ),
            ];
}
