using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>The events of the Rapid Review in words, for the timeline.</summary>
internal static class ReviewHappenings
{
    internal static (string What, string Why)? Of(CaseEvent happened, CaseFile file) => happened switch
    {
        RequestFilledIn filled => (filled.Reason.Length > 0 ? "What went to the agencies was put right; they are told" : "What goes to the agencies was filled in", filled.Reason),
        AgencyChosen chosen => ($"{chosen.Name}: to be asked{(chosen.Representative is { } named ? $"; representative: {named.Display}" : "")}", ""),
        AgencyRemoved removed => ($"{Name(file, removed.Key)}: taken off the list of agencies", ""),
        RepresentativeNamed named => ($"{Name(file, named.Key)}: representative is {named.Representative.Display}", ""),
        AgencyLeftOut left => ($"{left.Name}: named as involved, and not asked", left.Reason),
        MeetingPlanned planned => ($"Rapid Review meeting planned for {Parts.DayAndTime(planned.Meeting.Start)}, {How(planned.Meeting.How)}", Join(planned.Reason, planned.Meeting.EarlyBecause)),
        MeetingCancelled cancelled => ("Rapid Review meeting cancelled", cancelled.Reason),
        AttendeeInvited invited => ($"{invited.Attendee.Contact.Display}, {invited.Attendee.AgencyName}: invited to the meeting", ""),
        AttendeeTakenOff taken => ("Somebody is no longer invited to the meeting", taken.Reason),
        ScopingSent => ("Letters, scoping forms and invitations sent to the agencies", ""),
        AgencyAsked asked => ($"{Name(file, asked.Key)}: letter and scoping form sent", ""),
        ScopingReturned returned => ($"{Name(file, returned.Agency)}: {(returned.Known ? "scoping form returned" : "confirmed that the family is not known")}, {returned.How}", returned.Reason),
        SecuringConfirmed confirmed => ($"{Name(file, confirmed.Agency)}: {Step(confirmed.What)} ({Parts.ShortDay(confirmed.On)})", confirmed.Said),
        NomineeNamed named => ($"{Name(file, named.Agency)}: {named.Nominee.Display} may reach the secured records", named.Reason),
        FileSecured secured => ($"{Name(file, secured.Agency)}: {secured.Name} put into the secured folder, {Parts.Count((int)Math.Min(int.MaxValue, secured.Size), "byte", "bytes")}, SHA-256 {secured.Sha256}", ""),
        FolderReported { What.Length: > 0 } reported => ($"{ReviewWords.Folders(file, reported.Agency)}: access is not what it should be", reported.What),
        FolderReported reported => ($"{ReviewWords.Folders(file, reported.Agency)}: access is as it should be again", ""),
        StuckReported { Why.Length: > 0 } stuck => ($"Could not be done in Outlook or SharePoint: {stuck.What}", stuck.Why),
        StuckReported done => ($"Done after all in Outlook or SharePoint: {done.What}", ""),
        StuckSettled settled => ($"Done by hand: {settled.What}", settled.How),
        AccessEnded => ("Access to the secured folders ended", ""),
        AttendeeDeclared declared => ($"{Attendee(file, declared.Attendee)}: declared {(declared.Senior ? "senior" : "not senior")}, {(declared.NotInvolved ? "not involved in the case" : "involved in the case")}", ""),
        InvitationsAnswered answered => ($"Invitations answered: {string.Join("; ", answered.Answers.Select(one => $"{Attendee(file, one.Key)} {Said(one.Value)}"))}", ""),
        PaperAdded added => ($"{(added.Kind == PaperKind.NotificationCopy ? "Copy of the notification" : "Minutes of the Joint Agency Response")} put into the case's folder: {added.Name}, SHA-256 {added.Sha256}", ""),
        PackShared => ("Documents shared with those attending", ""),
        AttendanceRecorded recorded => ($"Attendance recorded: {Parts.Count(recorded.Present.Count, "person", "people")} present", ""),
        MeetingRecorded recorded => ("The meeting's record was added to", recorded.Reason),
        RecommendationAgreed agreed => ($"Recommendation agreed{(agreed.Unanimous ? " unanimously" : ", not unanimously")}: {agreed.Outcome})", ""),
        RecommendationReopened reopened => ("Recommendation opened again", reopened.Reason),
        ApprovalGiven given => ($"{Happenings.Sentence(Clocks.Partner(given.Decision.Lead))} {(given.Decision.Agrees ? "approves" : "does not approve")} the recommendation{Happenings.Telephone(given.Decision.Telephone)}", given.Decision.Reason),
        ApprovalMediationAskedFor => ("Independent Scrutineer asked to mediate the approval", ""),
        ApprovalMediationRecorded mediated => ($"Mediation of the approval recorded; the leads are asked again. Agreed to by: {mediated.AgreedBy}", mediated.Outcome),
        ReportSent => ("Report and letter sent to the national Panel; agencies told the outcome", ""),
        PanelAnswered answered => ($"The national Panel {(answered.Concurs ? "concurs" : "does not concur")}, {Parts.ShortDay(answered.ReceivedOn)}: {answered.Text}", answered.Reason),
        PartnersResponseCorrected corrected => ($"The partners' response to the Panel corrected: {corrected.Text}", corrected.Reason),
        PartnersResponded responded => ("The partners' response to the Panel recorded", responded.Text),
        ReviewWithdrawn withdrawn => ("Rapid Review withdrawn: the case does not meet the criteria after all", withdrawn.Reason),
        _ => null,
    };

    internal static string How(MeetingKind kind) => kind switch
    {
        MeetingKind.FaceToFace => "face to face",
        MeetingKind.Telephone => "by telephone",
        MeetingKind.Online => "online",
    };

    internal static string Said(Answered answer) => answer switch
    {
        Answered.NotYet => "has not answered",
        Answered.Accepted => "accepted",
        Answered.Tentative => "tentative",
        Answered.Declined => "declined",
    };

    internal static string Step(SecuringStep step) => step switch
    {
        SecuringStep.InvolvementChecked => "involvement checked",
        SecuringStep.Secured => "records secured",
        SecuringStep.WorkingCopy => "working copy",
    };

    private static string Name(CaseFile file, string key) => file.Review.Agency(key)?.Name ?? key;

    private static string Attendee(CaseFile file, string key) => file.Review.Attendees.Find(attendee => attendee.Key == key)?.Contact.Display ?? "somebody invited";

    private static string Join(string one, string other) => string.Join(" ", new[] { one, other }.Where(text => text.Length > 0));
}
