using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Stored;

/// <summary>What each message of the Rapid Review says, by where the case stands now (F2).</summary>
internal static class StoredReviewWords
{
    internal static (string Title, string Text) Of(CardKind kind, string about, CaseFile file) => kind switch
    {
        CardKind.ScopingTask => Scoping(about, file),
        CardKind.ReturnReceived => ("An agency has returned", $"{Returned(file)} Open the case to read it."),
        CardKind.AgencyNamed => NamedAgencies.Unasked(file).IsEmpty ? ("Agencies named: nothing more to do", "Every agency that was named is asked, or left out with a reason.") : ("An agency is named that has not been asked", "Ask it, or say why not. Open the case to see which."),
        CardKind.AttendeeTask => Attending(about, file),
        CardKind.NomineeTask => file.Review.AccessEnded ? ("Access to secured records has ended", "Nothing more is asked of you.") : ("You may reach an agency's secured records", "Nobody else of the agency can. Open it to see the folder and what lies in it."),
        CardKind.QuorumWarning => Quorum.Impossible(file.Review.Attendees).IsEmpty ? ("The quorum: no longer in doubt", "Each partner has somebody invited who may come.") : ("The meeting may not be quorate", "A partner has nobody who comes and counts. Open the case to see which, and invite somebody."),
        CardKind.FolderAlarm => file.Review.HasAlarm
            ? ("Alarm: access to a folder of the case", "Somebody can open it who should not, or somebody who should cannot. Open the case to see what is wrong; it is being put right where this system can.") : ("Access to a folder of the case: put right", "Only the right people can open it again."),
        CardKind.StuckAlarm => file.Review.Stuck.IsEmpty ? ("Outlook and SharePoint: nothing is left to do", "What could not be done has been done since.")
            : ("Something could not be done in Outlook or SharePoint", "Until it is done, whoever it was for has not had it. Open the case to see what and why, then have it tried again or do it by hand."),
        CardKind.MeetingTask => Meeting(file),
        CardKind.ApprovalTask => Approval(about, file),
        CardKind.ApprovalProgress => ApprovalProgress(about, file),
        CardKind.ApprovalMediation => Mediation(about, file),
        CardKind.PanelNews => Panel(about, file),
        _ => ("The Rapid Review was withdrawn", "The case goes to the Learning from Practice Group. Open it for the reasons."),
    };

    private static (string, string) Scoping(string agency, CaseFile file) => file.Review.Agency(agency) switch
    {
        _ when file.Review.WithdrawnBecause is not null => ("The Rapid Review was withdrawn", "Nothing more is asked of your agency."),
        { Return: null } => ("Your agency is asked for a Rapid Review", $"Return the scoping form, or say that the family is not known, by {Due(file, ReturnClock.Id(agency))}, counted from the day it was sent. Secure all records. Letter and form have come by mail too."),
        { Return.Known: false } => ("Your agency has confirmed that the family is not known", "Nothing more is asked of your agency. If that was wrong, open it and put it right."),
        { Securing.IsComplete: false } => ("Your agency has returned; its records are still to be secured", "Confirm that they are: four steps, each for itself."),
        _ => ("Your agency has returned and secured its records", "Nothing more is asked of your agency. You can put things right if you have to."),
    };

    private static (string, string) Attending(string key, CaseFile file) => file.Review.Attendees.Find(attendee => attendee.Key == key) switch
    {
        null => ("You are no longer invited to a Rapid Review meeting", "Nothing is asked of you."),
        _ when file.Review.WithdrawnBecause is not null => ("The Rapid Review was withdrawn", "There is no meeting. Nothing is asked of you."),
        _ when file.Review.Meeting is not { } => ("A Rapid Review meeting is to be planned", "You will be told the time."),
        { Declared: null } => ("You are invited to a Rapid Review meeting", $"On {DayAndTime(file.Review.Meeting!.Start)}. Declare that you are senior and were not involved in the case: until then you do not count towards the quorum (who must be there for a recommendation) and cannot read the papers. Please answer the invitation in Outlook too."),
        { IsEligible: false } => ("You are invited to a Rapid Review meeting", "By your declaration you do not count towards its quorum. The operational team knows."),
        _ => ("The Rapid Review meeting", $"On {DayAndTime(file.Review.Meeting!.Start)}. {(file.Review.PackSharedAt is null ? "The papers will be shared with you here." : "The papers are there: open it to read them.")}"),
    };

    private static (string, string) Meeting(CaseFile file) => file.Stage switch
    {
        Stage.UnderReview when file.Clock(Timescales.Meeting.Id) is { Runs: true, Deadline.Anchor: ClockAnchor.RecommendationReopened } => ("The Rapid Review's recommendation is open again", $"It is to be agreed anew by {DueFrom(file, Timescales.Meeting.Id)}. {(file.Review.Meeting is { } last ? $"The meeting: {DayAndTime(last.Start)}. " : "No meeting is planned. ")}Open the case for the reasons."),
        Stage.UnderReview when file.Review.Meeting is { } meeting => ("The Rapid Review meeting", $"On {DayAndTime(meeting.Start)}, {ReviewHappenings.How(meeting.How)}. It is to be held by {DueFrom(file, Timescales.Meeting.Id)}. {Returned(file)}"),
        Stage.UnderReview => ("The Rapid Review meeting has no date", $"Plan one: it is to be held by {DueFrom(file, Timescales.Meeting.Id)}."),
        _ => ("The Rapid Review meeting: recommendation agreed", "Open the case to see where it stands."),
    };

    private static (string, string) Approval(string about, CaseFile file) =>
        !IsOpen(about, file) ? ("The leads' approval: this round is over", "This card has been overtaken. Open it to see where the case stands.")
        : file.Review.Approval!.MediationAskedAt is not null ? ("The leads differ: the Scrutineer mediates", "Nothing is asked of you until the mediation is recorded.")
        : file.Review.Approval.Round.Differ && !file.Review.Approval.Round.Missing.Any() ? ("The leads differ on the approval", "Open it to see the decisions, and to ask the Scrutineer to mediate.")
        : (file.Review.Approval.Round.Mediated ? "After mediation: please decide on the approval again" : "Please approve the Rapid Review's recommendation", $"By {DueFrom(file, Timescales.Approval.Id)}. Open it to read the recommendation and the report.");

    private static (string, string) ApprovalProgress(string about, CaseFile file) =>
        !IsOpen(about, file) ? ("The leads' approval: this round is over", "Open it to see what was decided.")
        : file.Review.Approval!.MediationAskedAt is not null ? ("The Scrutineer mediates the approval", $"Until {Due(file, Timescales.ApprovalMediation.Id)}, counted from the day mediation was asked for.")
        : file.Review.Approval.Round.Differ ? ("The leads differ on the approval", "Mediation by the Independent Scrutineer is offered. The Chair, or any of the leads, can ask for it.")
        : ("The three leads have been asked to approve", $"{3 - file.Review.Approval.Round.Missing.Count()} of 3 have decided. They decide by {Due(file, Timescales.Approval.Id)}.");

    private static (string, string) Mediation(string about, CaseFile file) =>
        !IsOpen(about, file) || file.Review.Approval!.Round.Mediated ? ("Mediation of the approval: nothing more to do", "Open it to see where the case stands.")
        : file.Review.Approval.MediationAskedAt is not null ? ("Please mediate: the leads differ on the approval", $"You were asked. Record what came of it by {Due(file, Timescales.ApprovalMediation.Id)}, counted from the day mediation was asked for.")
        : file.Review.Approval.Round.Differ ? ("The leads differ on the approval", "Mediation is offered; nothing is asked of you until one of the leads or the Chair asks for it.")
        : ("The leads no longer differ on the approval", "Nothing is asked of you.");

    private static (string, string) Panel(string about, CaseFile file) => about.Split('-')[0] switch
    {
        "approved" when file.Stage == Stage.AwaitingSubmission => ("The leads have approved the Rapid Review's recommendation", $"Report and letter go to the national Panel by {Due(file, Timescales.Report.Id)}, counted from the day the notification was sent."),
        "approved" when file.Review.Approval is { Approved: false } && file.Review.Agreed is not null => ("The leads do not approve the recommendation", "It has to be opened again. Open the case for their reasons."),
        "approved" => ("The leads' approval: the case has moved on", "Open it to see where it stands."),
        "record" => ("The record of the Rapid Review meeting was put right", "It was changed after the recommendation was agreed; the recommendation itself is as it was. Open it to read why, and the report as it is now."),
        "sent" => ("Report and letter are with the national Panel", $"The agencies and the referrer are told the outcome. The Panel normally answers by {Due(file, Timescales.PanelsAnswer.Id)}, counted from the day it was sent."),
        "answer" when file.Review.Answer is { Concurs: true } => ("The national Panel concurs", "Open it to read its answer."),
        "answer" => ("The national Panel has answered", "It does not concur. It cannot require a local review: the partners' response is recorded next. Open it to read its answer."),
        _ => ("The partners have responded to the national Panel", "Open it to read the response."),
    };

    private static bool IsOpen(string about, CaseFile file) => file is { Stage: Stage.AwaitingApproval, Review.Approval.Approved: null }
        && file.Review.Approval.Round.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == about;

    private static string Returned(CaseFile file) =>
        $"{Count(file.Review.Agencies.Count(agency => agency.Return is not null), "agency has", "agencies have")} returned of {file.Review.Agencies.Count(agency => agency.AskedAt is not null)} asked.";

    private static string Due(CaseFile file, string clock) => file.Clock(clock) is { } running ? Clocks.By(running.Deadline) : "the date set";

    /// <summary>The day, and what it counts from (decision 2).</summary>
    private static string DueFrom(CaseFile file, string clock) => file.Clock(clock) is { } running ? $"{Clocks.By(running.Deadline)}, counted from {Clocks.From(running.Deadline.Anchor)}" : "the date set";
}
