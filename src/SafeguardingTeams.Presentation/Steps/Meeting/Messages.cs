using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>The Rapid Review meeting: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.AttendeeTask, asked => Attending(asked.About, asked.File))
            .Message(CardKind.QuorumWarning, asked =>
                Quorum.Impossible(asked.File.Review.Attendees).IsEmpty
                    ? ("The quorum: no longer in doubt", "Each partner has somebody invited who may come.")
                    : (
                        "The meeting may not be quorate",
                        "A partner has nobody who comes and counts. Open the case to see which, and invite somebody."
                    )
            )
            .Message(CardKind.MeetingTask, asked => Meeting(asked.File));

    private static (string, string) Attending(Topic about, CaseFile file) =>
        file.Review.Attendees.Find(attendee => Topic.Attendee(attendee.Key) == about) switch
        {
            null => ("You are no longer invited to a Rapid Review meeting", "Nothing is asked of you."),
            _ when file.Review.WithdrawnBecause is not null => (
                "The Rapid Review was withdrawn",
                "There is no meeting. Nothing is asked of you."
            ),
            _ when file.Review.AccessEnded => (
                "The Rapid Review is over",
                "Its papers are closed. Please destroy copies you have. Nothing is asked of you."
            ),
            _ when file.Review.Meeting is not { } => ("A Rapid Review meeting is to be planned", "You will be told the time."),
            { Declared: null } => (
                "You are invited to a Rapid Review meeting",
                $"On {Written.DayAndTime(file.Review.Meeting!.Start)}. Declare that you are senior and were not involved in the case: "
                    + "until then you do not count towards the quorum (who must be there for a recommendation) and cannot read the "
                    + "papers. Please answer the invitation in Outlook too."
            ),
            { IsEligible: false } => (
                "You are invited to a Rapid Review meeting",
                "By your declaration you do not count towards its quorum. The operational team knows."
            ),
            _ => (
                "The Rapid Review meeting",
                $"On {Written.DayAndTime(file.Review.Meeting!.Start)}. "
                    + (
                        file.Review.PackSharedAt is null
                            ? "The papers will be shared with you here."
                            : "The papers are there: open it to read them."
                    )
            ),
        };

    private static (string, string) Meeting(CaseFile file) =>
        file.Stage switch
        {
            Stage.UnderReview
                when file.Clock(Timescales.Meeting.Id) is { Runs: true, Deadline.Anchor: ClockAnchor.RecommendationReopened } => (
                "The Rapid Review's recommendation is open again",
                $"It is to be agreed anew by {Clocks.DueFrom(file, Timescales.Meeting.Id)}. "
                    + (file.Review.Meeting is { } last ? $"The meeting: {Written.DayAndTime(last.Start)}. " : "No meeting is planned. ")
                    + "Open the case for the reasons."
            ),
            Stage.UnderReview when file.Review.Meeting is { } meeting => (
                "The Rapid Review meeting",
                $"On {Written.DayAndTime(meeting.Start)}, {ReviewWords.How(meeting.How)}. It is to be held by "
                    + $"{Clocks.DueFrom(file, Timescales.Meeting.Id)}. {ReviewWords.Returned(file)}"
            ),
            Stage.UnderReview => (
                "The Rapid Review meeting has no date",
                $"Plan one: it is to be held by {Clocks.DueFrom(file, Timescales.Meeting.Id)}."
            ),
            _ => ("The Rapid Review meeting: recommendation agreed", "Open the case to see where it stands."),
        };
}
