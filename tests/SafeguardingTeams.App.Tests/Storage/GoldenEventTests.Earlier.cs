using System.Collections.Immutable;
using System.Text.Json;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.ForwardPlan;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.ReportChanges;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>What was stored before a field was added.</content>
public partial class GoldenEventTests
{
    [Fact]
    public void What_was_stored_before_a_field_was_added_is_read_with_nothing_in_it()
    {
        var received = Assert.IsType<ReferralReceived>(Earlier("ReferralReceived.v1"));
        Assert.Equal((CaseStory.OtherId, By, null), (received.Joined.CaseId, received.Joined.Referrer, received.Joined.Agencies));
        Assert.Null(Assert.IsType<ReportSent>(Earlier("ReportSent.v1")).ReferrerTold);
        Assert.Equal("", Assert.IsType<ReportSent>(Earlier("ReportSent.v1.before-content")).Content);
        Assert.Equal("", Assert.IsType<ApprovalGiven>(Earlier("ApprovalGiven.v1")).Content);
        Assert.Null(Assert.IsType<ScopingReturned>(Earlier("ScopingReturned.v1")).Heard);
        Assert.Null(Assert.IsType<FileSecured>(Earlier("FileSecured.v1")).Description);
        Assert.Null(Assert.IsType<SecuringConfirmed>(Earlier("SecuringConfirmed.v1")).Reason);
        Assert.Null(Assert.IsType<RepresentativeNamed>(Earlier("RepresentativeNamed.v1")).Reason);
        Assert.Null(Assert.IsType<AttendeeDeclared>(Earlier("AttendeeDeclared.v1")).Reason);
        Assert.Null(Assert.IsType<AttendanceRecorded>(Earlier("AttendanceRecorded.v1")).Reason);
        Assert.Null(Assert.IsType<JointAgencyResponseRecorded>(Earlier("JointAgencyResponseRecorded.v1")).Reason);
        Assert.Empty(Assert.IsType<Domain.Steps.GroupSession.ItemDecided>(Earlier("ItemDecided.v1")).Outcome.Recommends);
        Assert.Null(
            Assert.IsType<Domain.Steps.GroupSession.GroupAttendanceRecorded>(Earlier("GroupAttendanceRecorded.v1")).Attendance.Quorum
        );
        Assert.Null(Assert.IsType<TermsOfReferenceAgreed>(Earlier("TermsOfReferenceAgreed.v1")).Review);
        Assert.Null(Assert.IsType<Domain.Steps.GroupRecord.GroupOpened>(Earlier("GroupOpened.v1")).Ahead);
        Assert.Null(Assert.IsType<Domain.Steps.GroupSchedule.MeetingScheduled>(Earlier("MeetingScheduled.v1")).Ahead);
        Assert.Null(Assert.IsType<Domain.Steps.GroupSchedule.MeetingTakenOut>(Earlier("MeetingTakenOut.v1")).Ahead);
        Assert.Null(Assert.IsType<AgencyAsked>(Earlier("AgencyAsked.v1")).Securing);
        Assert.Null(Assert.IsType<ScopingReturned>(Earlier("ScopingReturned.v1")).Securing);
        Assert.Null(Assert.IsType<ReferralChanged>(Earlier("ReferralChanged.v1")).Notify);

        static RecordEvent Earlier(string name) => StoredJson.Read(CaseStory.Id, File.ReadAllText(Golden($"Earlier/{name}"))).Event;
        static string Golden(string name) => Path.Combine(Approved.Root, $"tests/SafeguardingTeams.App.Tests/Golden/{name}.json");
    }
}
