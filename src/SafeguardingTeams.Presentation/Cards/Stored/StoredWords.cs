using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Stored;

/// <summary>What each message stored in Teams says, by where the case stands now: what is asked and by when, never a fact of the case (F2).</summary>
internal static class StoredWords
{
    internal static (string Title, string Text) Of(CardKind kind, string about, CaseFile file, CaseFile? goesOnAs, PartnershipWords words) => kind switch
    {
        CardKind.ThresholdTask => Threshold(file),
        CardKind.Alert when about == "view" => ("The three leads are done", "Their view is on the record. Open it to see it, and where the case stands."),
        CardKind.Alert => ("A referral that appears to meet the criteria was received", Alert(file)),
        CardKind.ReferralProgress => Progress(file, goesOnAs, words),
        CardKind.LeadsInformed => ("A referral that appears to meet the criteria was received",
            file.Stage == Stage.AwaitingRecommendation ? $"For your information now: the Chair recommends by {Due(file, Timescales.Recommendation)}, counted from the day the operational team received it. After that you are asked to decide." : "Open it to see where it stands."),
        CardKind.PartnerTask => Partner(about, file),
        CardKind.RoundProgress => Round(about, file),
        CardKind.MediationTask => Mediation(about, file),
        CardKind.NotifierTask => Notifier(file),
        CardKind.RapidReview => RapidReview(about, file),
        CardKind.GroupMeeting when about.StartsWith("special", StringComparison.Ordinal) => file is { Stage: Stage.AwaitingGroupMeeting, GoesToSpecialMeeting: true }
            ? ("A special meeting of the group is asked for", "Please arrange it: the case should not wait for the next scheduled one. Open it for the reasons.") : ("A special meeting is no longer asked for", "Nothing more is to be done here."),
        CardKind.GroupMeeting => file.Stage == Stage.AwaitingGroupMeeting
            ? ("A case goes to the Learning from Practice Group", $"{(file.GoesToSpecialMeeting ? "Special meeting" : "Next scheduled meeting")}: {Stages.Meeting(file, words)}. Open it for the reasons.") : ("The group's meeting: this has changed", "Open it to see where the case stands."),
        CardKind.Reminder => Reminder(about, file),
        CardKind.NobodyLeft when about.Contains('.', StringComparison.Ordinal) => ("Somebody the Rapid Review counts on is away", "Nobody stands in for them. Open the case's timeline to see who, for which agency and until when, and name or invite somebody else where it cannot wait."),
        CardKind.NobodyLeft => ("Nobody is left to act", "Somebody stood aside or is away, and no deputy is left. Agree with their agency who acts for them, have that person put into the partnership's list, and hand the role over to them in the case."),
        CardKind.HandedOver => ("You are asked to act in a case", "Its task has been handed over to you, or you stand in for somebody who is away. Open it to see what waits for you."),
        CardKind.ScopingTask or CardKind.ReturnReceived or CardKind.AgencyNamed or CardKind.AttendeeTask or CardKind.NomineeTask or CardKind.QuorumWarning or CardKind.FolderAlarm or CardKind.StuckAlarm
            or CardKind.MeetingTask or CardKind.ApprovalTask or CardKind.ApprovalProgress or CardKind.ApprovalMediation or CardKind.PanelNews or CardKind.ReviewWithdrawn => StoredReviewWords.Of(kind, about, file),
        CardKind.Recounted => ("Deadlines were counted again", "The bank holidays were amended. Open the case to see the dates as they are now."),
    };

    private static (string, string) Threshold(CaseFile file) => file.Stage switch
    {
        Stage.NotStarted => throw new InvalidOperationException("No message is due for a case that has not started."),
        Stage.AwaitingThreshold => ("A referral waits for the threshold decision", $"Decide by {Due(file, Timescales.ThresholdDecision)}, counted from the day the referral reached the MASH."),
        Stage.BelowThreshold => ("Threshold decided", "Nothing more is to be done here. The referrer is told."),
        Stage.Withdrawn => ("Referral withdrawn", "Nothing more is to be done here."),
        Stage.Joined => ("Referral joined to another", $"It goes on as {file.JoinedTo}."),
        _ => ("Threshold decided", "Nothing more is to be done here. The operational team and the Chair have been alerted."),
    };

    private static string Alert(CaseFile file) => file.Stage switch
    {
        Stage.AwaitingRecommendation when file.Clock(Timescales.InformLeads.Id) is { } inform && file.Clock(Timescales.Recommendation.Id) is { } recommend =>
            $"{(inform.Runs ? $"The three lead representatives are to be informed by {Day(inform.Deadline.DueDay)}, the" : "The three lead representatives are informed. The")} Chair's recommendation is due by {Day(recommend.Deadline.DueDay)}. Both count from the day the operational team received it, {ShortDay(inform.Deadline.AnchorDay)}.{Authority(file)}",
        Stage.AwaitingPartners => $"The Chair has recommended; the three leads decide.{Authority(file)}",
        Stage.AwaitingAuthority => $"The partners are done; the local authority decides on the notification.{Authority(file)}",
        _ => "Open it to see where it stands.",
    };

    private static (string, string) Progress(CaseFile file, CaseFile? goesOnAs, PartnershipWords words) => file.Stage switch
    {
        Stage.NotStarted => throw new InvalidOperationException("No message is due for a case that has not started."),
        Stage.AwaitingThreshold => ("Your referral was sent", $"{words.MashName} decide by {Due(file, Timescales.ThresholdDecision)} whether it reaches the threshold of a serious safeguarding incident. You will be told."),
        Stage.AwaitingRecommendation or Stage.AwaitingPartners or Stage.AwaitingAuthority => ("Your referral has gone to the Chair",
            $"{(file.Clock(Timescales.Recommendation.Id) is { Runs: true } clock ? $"The Chair recommends by {Day(clock.Deadline.DueDay)}. " : "The safeguarding partners decide. ")}A Rapid Review follows only if the safeguarding partners agree that the criteria are met. You will be told."),
        Stage.BelowThreshold => ("There is a decision on your referral", "The threshold of a serious safeguarding incident is not reached. Open it for the reasons and for what happens now."),
        Stage.PreparingRapidReview => ("There is a decision on your referral", "The national Panel is to be notified, and a Rapid Review follows. Your agency may be asked to contribute. Open it to see more."),
        Stage.AwaitingPanel or Stage.PanelAnswered => ("The Rapid Review is complete", "It has been reported to the national Panel. Open it to see what is recommended."),
        Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.Notified => ("There is a decision on your referral", "The national Panel has been notified, and a Rapid Review follows. Your agency may be asked to contribute. Open it to see more."),
        Stage.AwaitingGroupMeeting when file.Review.WithdrawnBecause is not null => ("There is news of your referral", "The Rapid Review was withdrawn. The Learning from Practice Group looks at the case at its meeting. Open it to see more."),
        Stage.AwaitingGroupMeeting => ("There is a decision on your referral", "No Rapid Review follows. The Learning from Practice Group looks at the case at its meeting. Open it to see more."),
        Stage.Withdrawn => ("Your referral was withdrawn", "Nothing more is waited for."),
        Stage.Joined when goesOnAs is { Stage: Stage.BelowThreshold or Stage.PreparingRapidReview or Stage.Notified or Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.AwaitingPanel or Stage.PanelAnswered or Stage.AwaitingGroupMeeting } other => Progress(other, null, words),
        Stage.Joined => ("Your referral goes on with another", "It was joined to one about the same incident. You will be told the outcome."),
    };

    private static (string, string) Partner(string about, CaseFile file) =>
        !IsOpen(about, file) ? ("The leads' decision: this round is over", "This card has been overtaken. Open it to see where the case stands.")
        : file.Mediation is not null ? ("The leads differ: the Scrutineer mediates", "Nothing is asked of you until the mediation is recorded.")
        : file.Round!.Differ && !file.Round.Missing.Any() ? ("The leads differ", "Open it to see the decisions, and to ask the Scrutineer to mediate.")
        : file.Round.Mediated ? ("After mediation: please decide again", $"Agree or disagree by {Due(file, Timescales.LeadsDecision)}, counted from the day the leads were asked again.")
        : ("Please decide: the Chair has recommended", $"Agree or disagree by {Due(file, Timescales.LeadsDecision)}, counted from the day the leads were asked.");

    private static (string, string) Round(string about, CaseFile file) =>
        !IsOpen(about, file) ? ("The leads' decision: this round is over", "Open it to see what was decided.")
        : file.Mediation is not null ? ("The Scrutineer mediates", $"Until {Due(file, Timescales.Mediation)}, counted from the day mediation was asked for.")
        : file.Round!.Differ ? ("The leads differ", "Mediation by the Independent Scrutineer is offered. You, or any of the leads, can ask for it.")
        : ("The three leads have been asked", $"{3 - file.Round.Missing.Count()} of 3 have decided. They decide by {Due(file, Timescales.LeadsDecision)}.");

    private static (string, string) Mediation(string about, CaseFile file) =>
        !IsOpen(about, file) || file.Round!.Mediated ? ("Mediation: nothing more to do", "Open it to see where the case stands.")
        : file.Mediation is not null ? ("Please mediate: the leads differ", $"You were asked. Record what came of it by {Due(file, Timescales.Mediation)}, counted from the day mediation was asked for.")
        : file.Round.Differ ? ("The leads differ", "Mediation is offered; nothing is asked of you until one of the leads or the Chair asks for it.")
        : ("The leads no longer differ", "Nothing is asked of you.");

    private static (string, string) Notifier(CaseFile file) => file switch
    {
        { AuthorityMustLookAgain: true } => ("The partners are done: was it a serious incident after all?", "The notification on record starts no Rapid Review, and the partners' view has come since: correct the notification, or say that the authority does not notify a serious incident. Open it to see."),
        { Notification: not null } => ("The notification is recorded", "Nothing more is to be done here."),
        { AuthorityDecision.Notifies: false } => ("It is recorded that the authority does not notify", "It can be changed, with reasons."),
        { AuthorityDecision: not null } => ("Please notify the national Panel", $"Through the Panel's own portal{By(file)} Record it here once it is sent."),
        { PartnersView: Domain.Steps.PartnerDecision.PartnersView.NotMet, MayNeedNotifyingAnyway: false } => ("The partners are done", "Nothing is asked of the authority. It has the last word and may still decide to notify."),
        { PartnersView: not null } => ("The partners are done: does the authority notify?", $"Decide and notify{By(file)}"),
        { Stage: Stage.BelowThreshold } => ("Below the threshold: the authority may have to notify all the same", $"Decide and, where it has to be, notify{By(file)} Open it to see why."),
        _ => ("A referral that appears to meet the criteria: the authority's clock runs", $"The authority may have to notify the national Panel{By(file)} The partners' decision comes first where time allows; the authority has the last word."),
    };

    /// <summary>A message of an earlier state says so: the newest has the dates.</summary>
    private static (string, string) RapidReview(string about, CaseFile file) => file.Stage switch
    {
        Stage.PreparingRapidReview => ("Notification is decided: prepare the Rapid Review", "Agencies, form and meeting date can be prepared now, on provisional dates. Letters and invitations wait until the notification is recorded."),
        Stage.Notified when IsNewest(about, file) => ("The notification is sent: the Rapid Review begins", $"Letters and forms go to the agencies by {Day(file.Notification!.Timetable[0].Latest)}; report and letter go to the Panel by {Day(file.Notification.Timetable.Find(date => date.Id == "report")!.Latest)}. All dates count from the day the notification was sent, {ShortDay(London.DateOf(file.Notification.SentAt))}."),
        Stage.Notified or Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.AwaitingPanel or Stage.PanelAnswered => ("The Rapid Review has begun", "The notification is sent. A newer message has the dates; open it to see where the case stands."),
        _ => ("The Rapid Review: this has changed", "Open it to see where the case stands."),
    };

    private static bool IsNewest(string about, CaseFile file) => about == $"at-{file.History.Last(recorded => recorded.Event is Domain.Steps.Notification.NotificationRecorded).Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static (string, string) Reminder(string about, CaseFile file)
    {
        var parts = about.Split('.');
        var chased = (DeadlineChased)file.History[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1].Event;
        var (title, deadline) = (Clocks.ToDo(parts[0]), file.Clock(parts[0])!.Deadline);
        var due = $"{Clocks.By(deadline)}, counted from {Clocks.From(deadline.Anchor)}, {ShortDay(deadline.AnchorDay)}.";
        return !file.Clock(parts[0])!.Runs ? ($"Reminder, done meanwhile: {Clocks.Title(parts[0])}", "Nothing more is to be done here.")
            : chased.Kind switch
            {
                ChaseKind.Late => ($"Late: {title}", $"It was due by {due} Open the case to do it, or to see what holds it up. Reminded of it: {Happenings.Whom(chased.To)}."),
                ChaseKind.OnTheDay => ($"Due today: {title}", $"Due {due} Open the case to do it."),
                ChaseKind.DayBefore => ($"Due the next working day: {title}", $"Due {due} Open the case to do it."),
            };
    }

    private static bool IsOpen(string about, CaseFile file) => file.PartnersView is null && file.Stage != Stage.AwaitingGroupMeeting
        && file.Round?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == about;

    private static string By(CaseFile file) => file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
        ? $" by {Day(clock.Deadline.DueDay)}, counted from the day the local authority became aware, {ShortDay(clock.Deadline.AnchorDay)}." : ".";

    /// <summary>The other clock stands beside the Chair's from the first day (decision 3).</summary>
    private static string Authority(CaseFile file) => file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
        ? $" The local authority has to notify by {Day(clock.Deadline.DueDay)}, counted from the day it became aware." : "";

    private static string Due(CaseFile file, Timescale timescale) => file.Clock(timescale.Id) is { } clock ? Day(clock.Deadline.DueDay) : "the date set";
}
