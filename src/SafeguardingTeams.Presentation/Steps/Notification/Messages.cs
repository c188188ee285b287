using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Notification;

/// <summary>The decision to notify, and how the Rapid Review begins: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.NotifierTask, asked => Notifier(asked.File))
            .Message(CardKind.RapidReview, asked => RapidReview(asked.About, asked.File));

    private static (string, string) Notifier(CaseFile file) =>
        file switch
        {
            { AuthorityMustLookAgain: true } => (
                "The partners are done: was it a serious incident after all?",
                "The notification on record starts no Rapid Review, and the partners' view has come since: correct the "
                    + "notification, or say that the authority does not notify a serious incident. Open it to see."
            ),
            { Notification: not null } => ("The notification is recorded", "Nothing more is to be done here."),
            { AuthorityDecision.Notifies: false } => (
                "It is recorded that the authority does not notify",
                "It can be changed, with reasons."
            ),
            { AuthorityDecision: not null } => (
                "Please notify the national Panel",
                $"Through the Panel's own portal{By(file)} Record it here once it is sent."
            ),
            { PartnersView: PartnersView.NotMet, MayNeedNotifyingAnyway: false } => (
                "The partners are done",
                "Nothing is asked of the authority. It has the last word and may still decide to notify."
            ),
            { PartnersView: not null } => ("The partners are done: does the authority notify?", $"Decide and notify{By(file)}"),
            { Stage: Stage.BelowThreshold } => (
                "Below the threshold: the authority may have to notify all the same",
                $"Decide and, where it has to be, notify{By(file)} Open it to see what it has to decide on."
            ),
            _ => (
                "A referral that appears to meet the criteria: the authority's clock runs",
                $"The authority may have to notify the national Panel{By(file)} The partners' decision comes first where time "
                    + "allows; the authority has the last word."
            ),
        };

    /// <summary>A message of an earlier state says so: the newest has the dates.</summary>
    private static (string, string) RapidReview(Topic about, CaseFile file) =>
        file.Stage switch
        {
            Stage.PreparingRapidReview => (
                "Notification is decided: prepare the Rapid Review",
                "Agencies, form and meeting date can be prepared now, on provisional dates. Letters and invitations wait until "
                    + "the notification is recorded."
            ),
            Stage.Notified when IsNewest(about, file) => (
                "The notification is sent: the Rapid Review begins",
                $"Letters and forms go to the agencies by {Written.Day(file.Notification!.Timetable[0].Latest)}; report and letter go "
                    + "to the Panel by "
                    + $"{Written.Day(file.Notification.Timetable.Find(date => date.Id == "report")!.Latest)}. All dates count "
                    + $"from the day the notification was sent, {Written.ShortDay(London.DateOf(file.Notification.SentAt))}."
            ),
            Stage.Notified
            or Stage.UnderReview
            or Stage.AwaitingApproval
            or Stage.AwaitingSubmission
            or Stage.AwaitingPanel
            or Stage.PanelAnswered => (
                "The Rapid Review has begun",
                "The notification is sent. A newer message has the dates; open it to see where the case stands."
            ),
            _ => ("The Rapid Review: this has changed", "Open it to see where the case stands."),
        };

    private static bool IsNewest(Topic about, CaseFile file) =>
        about == Topic.AfterEvent(file.History.Last(recorded => recorded.Event is Domain.Steps.Notification.NotificationRecorded).Sequence);

    private static string By(CaseFile file) =>
        file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
            ? $" by {Written.Day(clock.Deadline.DueDay)}, counted from the day the local authority became aware, "
                + $"{Written.ShortDay(clock.Deadline.AnchorDay)}."
            : ".";
}
