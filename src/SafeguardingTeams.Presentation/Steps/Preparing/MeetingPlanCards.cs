using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>For operations: the date of the Rapid Review meeting (B2, B11, B26).</summary>
public static class MeetingPlanCards
{
    /// <summary>Plan it, or move it.</summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="freeBusy">When those invited are busy, one line each, where Outlook says so; null where it is not known.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Plan(
        CaseFile file,
        WorkingDayCalendar calendar,
        IReadOnlyList<string>? freeBusy,
        Filled filled,
        CardContext context
    )
    {
        var (earliest, latest) = MeetingWindow.Of(file, calendar, context.Today);
        var now = file.Review.Meeting;
        var moves = now is not null && file.Review.SentAt is not null;
        return Small(
            file,
            filled,
            context,
            now is null ? "Plan the Rapid Review meeting" : "Move the Rapid Review meeting",
            [
                Fact(
                    "Planned from",
                    $"{Day(earliest)} (working day {MeetingWindow.FirstDay(file)}) to {Day(latest)}, "
                        + (
                            file.Notification is { Timetable.IsEmpty: false }
                                ? "counted from the day the notification was sent"
                                : "provisional: it counts from the day the notification is sent"
                        )
                ),
                Fact("Now", now is null ? "not planned yet" : ReviewWords.How(now)),
                .. freeBusy is { Count: > 0 } ? Items(freeBusy).Prepend(Subheading("When those invited are busy")) : [],
            ],
            [
                "Face to face by preference; by telephone or online if time is short. An earlier day needs the Chair's reason; "
                    + "a later one is possible and shown as late.",
            ],
            [
                .. Date(filled, context, "date", "Day", now is null ? Iso(earliest) : Iso(London.DateOf(now.Start))),
                .. Time(filled, context, "from", "Begins at", now is null ? "" : Clock(now.Start)),
                .. Time(filled, context, "to", "Ends at", now is null ? "" : Clock(now.End)),
                .. Choose(
                    filled,
                    context,
                    "how",
                    "How is it held?",
                    [
                        new("Face to face", nameof(MeetingKind.FaceToFace)),
                        new("By telephone", nameof(MeetingKind.Telephone)),
                        new("Online, in Teams", nameof(MeetingKind.Online)),
                    ],
                    (now?.How ?? MeetingKind.FaceToFace).ToString()
                ),
                .. Line(
                    filled,
                    context,
                    "place",
                    "Place, or the number to ring (not needed online). It stands in everybody’s calendar: no names of the child or family",
                    now?.Place ?? ""
                ),
                .. Line(filled, context, "early", "Only if it is before the planned days: the Chair's reason", now?.EarlyBecause ?? ""),
                moves ? StepForm.Reason(filled, context, "Why is it moved? Everybody invited is told of the new time.") : null,
            ],
            Go(file, context, now is null ? "Plan it" : "Move it", Verbs.MeetingPlan, (Verbs.Do, "yes")).Main(),
            now is null ? null : Go(file, context, "Cancel the meeting", Verbs.MeetingCancel),
            ToTheReview(file, context)
        );
    }

    public static AdaptiveCard Cancel(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Cancel the Rapid Review meeting?",
            [Fact("Planned", ReviewWords.How(file.Review.Meeting!))],
            ["Everybody invited is told by Outlook. Another can be planned: the Rapid Review still has to be held in time."],
            [StepForm.Reason(filled, context, "Why is it cancelled?")],
            Go(file, context, "Cancel it", Verbs.MeetingCancel, (Verbs.Do, "yes")) with
            {
                Style = "destructive",
            },
            Go(file, context, "No, keep it", Verbs.MeetingPlan)
        );

    private static string Clock(DateTimeOffset instant) => London.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
