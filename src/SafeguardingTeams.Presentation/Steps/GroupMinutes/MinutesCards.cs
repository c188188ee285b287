using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupMinutes;

/// <summary>The minutes on their way: to the Chair, to members and the Scrutineer, approved (E17).</summary>
public static class MinutesCards
{
    /// <summary>The draft to the Chair.</summary>
    public static AdaptiveCard ToChair(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Send the draft to the Chair",
            "Read it as a Word file first. It is drawn from what was recorded; to change it, put an item right.",
            [],
            MeetingForm.Key(context, "Send it to the Chair", Verbs.MinutesDraft, file, (Verbs.Do, "yes")).Main(),
            ReviewParts.Link(context, "Minutes as a Word file", $"documents/{Written.Code(file.Ref)}/minutes-now")
        );

    /// <summary>The Chair sends the draft on.</summary>
    public static AdaptiveCard Send(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Send the draft minutes",
            file.Stage == MeetingStage.MinutesCirculated
                ? "They have been put right since members had them. The new draft goes to members and the Scrutineer; both are kept."
                : "To the members and the Scrutineer. The next meeting approves them.",
            [],
            MeetingForm.Key(context, "Send it to the members", Verbs.MinutesSend, file, (Verbs.Do, "yes")).Main(),
            ReviewParts.Link(context, "Minutes as a Word file", $"documents/{Written.Code(file.Ref)}/minutes-now")
        );

    /// <summary>Approved at the next meeting.</summary>
    public static AdaptiveCard Approve(MeetingFile file, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            filled,
            context,
            "Were the minutes approved?",
            "Record the meeting that approved them, and what it corrected.",
            [
                .. GroupForm.Date(filled, context, "date", "On which day?", there: Written.Iso(context.Today)),
                .. GroupForm.Text(filled, context, "corrections", "What was corrected? (optional)"),
            ],
            MeetingForm.Key(context, "Record it", Verbs.MinutesApprove, file, (Verbs.Do, "yes")).Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>()
            .Line<MinutesSentToChair>((_, _) => ("The draft of the minutes went to the Chair", ""))
            .Line<MinutesCirculated>((_, _) => ("The draft of the minutes went to the members and the Scrutineer", ""))
            .Line<MinutesApproved>(
                (approved, _) =>
                    (
                        $"The minutes were approved on {Written.ShortDay(approved.On)}",
                        approved.Corrections.Length > 0 ? $"Corrected: {approved.Corrections}" : ""
                    )
            );

    internal static StepTexts<MeetingFile> Messages { get; } =
        new StepTexts<MeetingFile>().Message(CardKind.MinutesDraft, asked =>
            asked.File.Stage == MeetingStage.MinutesWithChair
                ? (
                    "Read the draft minutes",
                    $"Of the group's meeting on {Written.Day(asked.File.Plan!.Day)}. Read them, have put right what is wrong, and send "
                        + $"them to members and the Scrutineer{Due(asked.File)}."
                )
                : ("The minutes have gone out", "Members and the Scrutineer have them. Nothing more is asked of you here.")
        );

    private static string Due(MeetingFile file) =>
        file.Clock(Domain.Calendar.Timescales.MinutesToMembers.Id) is { Runs: true } clock
            ? $" by {Clocks.By(clock.Deadline)}, counted from {Clocks.From(clock.Deadline.Anchor)}"
            : "";

    internal static IReadOnlyList<MeetingButton> Buttons { get; } =
    [
        new(60, Step.SendMinutesToChair, Verbs.MinutesDraft, (_, _) => "Send the draft to the Chair"),
        new(61, Step.CirculateMinutes, Verbs.MinutesSend, (file, _) => file.Stage == MeetingStage.MinutesWithChair
                ? "Send the draft minutes"
            : MeetingSending.IsDraftToGoAgain(file) ? "Send the corrected draft"
            : null),
        new(62, Step.ApproveMinutes, Verbs.MinutesApprove, (_, _) => "The minutes were approved"),
    ];
}
