using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>The Rapid Review meeting, its papers and its recommendation: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<AttendeeDeclared>(
                (declared, file) =>
                    (
                        $"{Attendee(file, declared.Attendee)}: declared {(declared.Senior ? "senior" : "not senior")}, "
                            + $"{(declared.NotInvolved ? "not involved in the case" : "involved in the case")}"
                            + (declared.Reason is null ? "" : ", put right"),
                        declared.Reason ?? ""
                    )
            )
            .Line<InvitationsAnswered>(
                (answered, file) =>
                    (
                        "Invitations answered: "
                            + string.Join(
                                "; ",
                                answered
                                    .Answers.Select(one => $"{Attendee(file, one.Key)} {ReviewWords.Said(one.Value)}")
                                    .Concat(answered.Unmatched is { } unmatched ? [ReviewWords.Unmatched(unmatched)] : [])
                            ),
                        ""
                    )
            )
            .Line<PaperAdded>(
                (added, _) =>
                    (
                        (added.Kind == PaperKind.NotificationCopy ? "Copy of the notification" : "Minutes of the Joint Agency Response")
                            + $" put into the case's folder: {added.Name}, SHA-256 {added.Sha256}",
                        ""
                    )
            )
            .Line<PackShared>((_, _) => ("Documents shared with those attending", ""))
            .Line<AttendanceRecorded>(
                (recorded, _) =>
                    (
                        $"Attendance {(recorded.Reason is null ? "recorded" : "put right")}: "
                            + $"{Written.Count(recorded.Present.Count, "person", "people")} present",
                        recorded.Reason ?? ""
                    )
            )
            .Line<MeetingRecorded>((recorded, _) => ("The meeting's record was added to", recorded.Reason))
            .Line<RecommendationAgreed>(
                (agreed, _) => ($"Recommendation agreed{(agreed.Unanimous ? " unanimously" : ", not unanimously")}: {agreed.Outcome})", "")
            )
            .Line<RecommendationReopened>((reopened, _) => ("Recommendation opened again", reopened.Reason));

    private static string Attendee(CaseFile file, string key) =>
        file.Review.Attendees.Find(attendee => attendee.Key == key)?.Contact.Display ?? "somebody invited";
}
