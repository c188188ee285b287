using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;
using SafeguardingTeams.Presentation.Steps.Considered;
using SafeguardingTeams.Presentation.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupSession;

/// <summary>The meeting itself: who is there, declarations, what comes of each item, its end (E14 to E18).</summary>
public static class SessionCards
{
    /// <summary>How an input that asks for a seat begins.</summary>
    public const string SeatPrefix = "seat";

    /// <summary>The most seats that are asked for.</summary>
    public const int MostSeats = 24;

    /// <summary>Who is there; opens the meeting.</summary>
    public static AdaptiveCard Attendance(MeetingFile file, IReadOnlyList<Seat> seats, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            file.Attendance is null ? "Open the meeting" : "Who was there?",
            "Read out first: what is said here is confidential, is used to learn and not to blame, and no child, relative or practitioner "
                + "is named in the minutes. Then ask for interests in any item.",
            [
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "confidentiality",
                    "Confidentiality",
                    [new("The statement was read out", "yes")],
                    file.Attendance is null ? "" : "yes"
                ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "began",
                    "At what time did it begin?",
                    "Such as 10:00.",
                    file.Attendance?.Began ?? file.Plan!.Start
                ),
                .. seats
                    .Take(MostSeats)
                    .SelectMany(
                        (seat, i) =>
                            GroupForm.Choose(
                                filled,
                                context,
                                $"{SeatPrefix}{i}",
                                $"{Inputs.Cut(seat.Title, 80)}{(seat.AgencyName.Length > 0 ? $", {Inputs.Cut(seat.AgencyName, 60)}" : "")}",
                                Enum.GetValues<Presence>().Select(one => new InputChoice(MeetingWording.Of(one), one.ToString())),
                                (
                                    There(file, seat)?.Presence ?? (seat.On(context.Today) is null ? Presence.Absent : Presence.Present)
                                ).ToString()
                            )
                    ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "others",
                    "Who else was there? (optional)",
                    "By role and agency, such as: the Independent Scrutineer; a named doctor, for item 4.",
                    file.Attendance?.Others ?? MeetingWording.CoOpted(file)
                ),
            ],
            MeetingForm
                .Key(
                    context,
                    file.Attendance is null ? "Open the meeting" : "Save",
                    Verbs.GroupMeetingAttendance,
                    file,
                    (Verbs.Do, "yes"),
                    ("seen", MeetingForm.Digits(RecordGroupAttendance.Times(file))),
                    ("seats", string.Join(',', seats.Take(MostSeats).Select(seat => seat.Id)))
                )
                .Main()
        );

    /// <summary>A declaration of interest.</summary>
    public static AdaptiveCard Interest(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Declare an interest",
            "It is kept with the item, with what followed. Whoever leaves for the item is not shown what it is about.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "seat",
                    "Who declares it?",
                    (file.Attendance?.Seats ?? [])
                        .Select(seat => new InputChoice($"{seat.Title}, {seat.Agency}", seat.SeatId))
                        .Concat(CoOptCards.Choices(item, " (co-opted)"))
                ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "what",
                    "What is the interest?",
                    "Without a name, such as: managed the service at the time."
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "followed",
                    "What followed?",
                    Enum.GetValues<AfterInterest>().Select(one => new InputChoice($"They {MeetingWording.Of(one)}", one.ToString())),
                    nameof(AfterInterest.LeftTheDecision)
                ),
            ],
            MeetingForm.Key(context, "Record it", Verbs.ItemInterest, file, item, (Verbs.Do, "yes")).Main()
        );

    /// <summary>What the group decided on an item.</summary>
    /// <param name="subject">The record it is about; null for any other item.</param>
    public static AdaptiveCard Decide(MeetingFile file, AgendaItem item, RecordFile? subject, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            item.Asked == AskedOfGroup.Note ? "What did the group note?" : "What did the group decide?",
            subject is LearningFile
                ? "It is recorded here and on the referral, and the referrer is told at once. Name no child, relative or practitioner."
                : "It stands in the minutes. Name no child, relative or practitioner.",
            [
                .. subject is LearningFile learning
                    ? LearningDecisionCards.Fields(learning, filled, context)
                    : Other(item, subject as CaseFile, filled, context),
                .. GroupForm.Line(
                    filled,
                    context,
                    "tell",
                    "Whom else to tell? (optional)",
                    "By role and agency.",
                    item.Outcome?.Tell ?? ""
                ),
                .. Corrected(item, filled, context),
            ],
            Do(
                file,
                item,
                "Record the decision",
                Verbs.ItemDecide,
                context,
                ("joined", subject is LearningFile leads ? string.Join(',', leads.Joined.Select(joined => joined.Learning)) : ""),
                ("planned", string.Join(',', DecideItem.Waiting(item)))
            )
        );

    /// <summary>An action of the item.</summary>
    public static AdaptiveCard Action(MeetingFile file, AgendaItem item, OwnerChoices choices, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Add an action",
            $"It is agreed {(item.Outcome is null ? "with the item's decision, and its owner told then" : "at once, and its owner told")}. "
                + "The owner reads what you write here, and nothing of the item. Name no child, relative or practitioner.",
            AgreeActionCard.Fields(choices, filled, context),
            MeetingForm
                .Key(context, "Add it", Verbs.ItemAction, file, item, (Verbs.Do, "yes"), ("again", item.Outcome is null ? "no" : "yes"))
                .Main()
        );

    /// <summary>Put off to another meeting.</summary>
    public static AdaptiveCard Defer(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Put it off",
            "It waits for that meeting. Whoever referred is not told anything yet.",
            [
                .. GroupForm.Line(filled, context, "decision", "To which meeting?", "Such as: the next meeting."),
                .. GroupForm.Reason(filled, context, "Why?"),
                .. Corrected(item, filled, context),
            ],
            Do(file, item, "Put it off", Verbs.ItemDefer, context)
        );

    /// <summary>Withdrawn by whoever brought it.</summary>
    public static AdaptiveCard Withdraw(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Withdrawn",
            "Whoever brought it to the meeting takes it back.",
            [.. GroupForm.Reason(filled, context, "Why?"), .. Corrected(item, filled, context)],
            Do(file, item, "Record it", Verbs.ItemWithdraw, context)
        );

    /// <summary>The meeting ends.</summary>
    public static AdaptiveCard End(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "End the meeting",
            file.Undecided.Count() is var open and > 0
                ? $"{Written.Count(open, "item has", "items have")} no outcome yet. Decide each, put it off, or record "
                    + "that it was withdrawn."
                : "Every item has its outcome. The minutes are drawn from what was recorded.",
            GroupForm.Line(filled, context, "at", "At what time did it end?", "Such as 12:30."),
            MeetingForm.Key(context, "End the meeting", Verbs.GroupMeetingEnd, file, (Verbs.Do, "yes")).Main()
        );

    private static SeatAttendance? There(MeetingFile file, Seat seat) => file.Attendance?.Seats.Find(one => one.SeatId == seat.Id);

    /// <param name="file">The case it is about; null for any other item.</param>
    private static IEnumerable<Element> Other(AgendaItem item, CaseFile? file, Filled filled, CardContext context) =>
        [
            .. file is { Stage: Stage.AwaitingGroupMeeting }
                ? GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "recommends",
                    "What does the group recommend to the partners?",
                    ConsideredCard.Ways(file),
                    string.Join(',', item.Outcome?.Recommends ?? [])
                )
                : [],
            .. GroupForm.Text(
                filled,
                context,
                "decision",
                file is null ? "What did the group decide, advise or note?" : "What did the group decide?",
                file is null ? "" : "Such as: what the learning review is to look at, and who leads it.",
                item.Outcome?.Decision ?? ""
            ),
            .. GroupForm.Text(filled, context, "reason", "Why?", there: item.Outcome?.Reason ?? ""),
            .. GroupForm.Text(
                filled,
                context,
                "equality",
                item.Subject is null ? "Equality: what bore on this? (optional)" : "Equality: what bore on this?",
                "Age, disability, ethnicity, religion, sex and so on. Or: nothing was seen, because …",
                item.Outcome?.Equality ?? ""
            ),
            .. GroupForm.Text(
                filled,
                context,
                "participation",
                "Children and families: how do they take part, or why not? (optional)",
                there: item.Outcome?.Participation ?? ""
            ),
        ];

    private static IEnumerable<Element> Corrected(AgendaItem item, Filled filled, CardContext context) =>
        item.Outcome is null ? [] : GroupForm.Text(filled, context, "corrected", "Why is what was recorded put right?");

    private static CardButton Do(
        MeetingFile file,
        AgendaItem item,
        string title,
        string verb,
        CardContext context,
        params ReadOnlySpan<(string Key, string Value)> more
    ) =>
        MeetingForm
            .Key(context, title, verb, file, item, [(Verbs.Do, "yes"), ("again", item.Outcome is null ? "no" : "yes"), .. more])
            .Main();
}
