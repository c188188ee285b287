using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>The Rapid Review is prepared: agencies, meeting, invitations: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<RequestFilledIn>(
                (filled, _) =>
                    (
                        filled.Reason.Length > 0
                            ? "What went to the agencies was put right; they are told"
                            : "What goes to the agencies was filled in",
                        filled.Reason
                    )
            )
            .Line<AgencyChosen>(
                (chosen, _) =>
                    ($"{chosen.Name}: to be asked{(chosen.Representative is { } named ? $"; representative: {named.Display}" : "")}", "")
            )
            .Line<AgencyRemoved>((removed, file) => ($"{ReviewWords.Agency(file, removed.Key)}: taken off the list of agencies", ""))
            .Line<RepresentativeNamed>(
                (named, file) =>
                    ($"{ReviewWords.Agency(file, named.Key)}: representative is {named.Representative.Display}", named.Reason ?? "")
            )
            .Line<AgencyLeftOut>((left, _) => ($"{left.Name}: named as involved, and not asked", left.Reason))
            .Line<MeetingPlanned>(
                (planned, _) =>
                    (
                        $"Rapid Review meeting planned for {Written.DayAndTime(planned.Meeting.Start)}, "
                            + $"{ReviewWords.How(planned.Meeting.How)}",
                        Join(planned.Reason, planned.Meeting.EarlyBecause)
                    )
            )
            .Line<MeetingCancelled>((cancelled, _) => ("Rapid Review meeting cancelled", cancelled.Reason))
            .Line<AttendeeInvited>(
                (invited, _) => ($"{invited.Attendee.Contact.Display}, {invited.Attendee.AgencyName}: invited to the meeting", "")
            )
            .Line<AgencyTakenOff>(
                (taken, file) => ($"{ReviewWords.Agency(file, taken.Key)}: asked by mistake, and taken off", taken.Reason)
            )
            .Line<AttendeeTakenOff>((taken, _) => ("Somebody is no longer invited to the meeting", taken.Reason));

    private static string Join(string one, string other) => string.Join(" ", new[] { one, other }.Where(text => text.Length > 0));
}
