using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Notification;

/// <summary>The local authority decides on the notification, and sends it: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<AuthorityDecided>(
                (decided, _) =>
                    decided.Notifies
                        ? ($"Local authority decided to notify: {CaseWords.Ground(decided.Ground)}", decided.Reason)
                        : ("Local authority decided not to notify", decided.Reason)
            )
            .Line<NotificationRecorded>(
                (sent, _) =>
                    (
                        $"Notification recorded as sent {Written.Moment(sent.SentAt)}, reference {sent.Reference}: "
                            + $"{CaseWords.Ground(sent.Ground)}",
                        sent.Reason
                    )
            );
}
