using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
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
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>Each command, who does it, and what comes before it.</summary>
public partial class StandingListTests
{
    private static readonly Actor Mash = AppFixture.Holder(Role.MashOfficer);
    private static readonly Actor Other = CaseStory.Person("other", Role.Practitioner);
    private static readonly (Command, Actor) Submitted = (CommandRunnerTests.Submit, CaseStory.Referrer);
    private static readonly (Command, Actor) OtherSubmitted = (CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, Other);
    private static readonly (Command, Actor) Joined = (new JoinReferrals(CaseStory.OtherId, CaseStory.Id, "The same child."), Mash);
    private static readonly (Command, Actor) Response = (CommandRunnerTests.Response, Mash);
    private static readonly (Command, Actor) Below = (new DecideThreshold(CaseStory.Id, false, "No serious harm."), Mash);

    private static readonly Actor Chair = AppFixture.Holder(Role.Chair);
    private static readonly Actor Operations = AppFixture.Holder(Role.Operations);
    private static readonly Actor Notifier = AppFixture.Holder(Role.AuthorityNotifier);
    private static readonly (Command, Actor)[] Reached = [Submitted, Response, (CommandRunnerTests.Reached, Mash)];
    private static readonly (Command, Actor)[] Recommended =
    [
        .. Reached,
        (new Recommend(CaseStory.Id, true, "Both criteria.", false), Chair),
    ];
    private static readonly (Command, Actor)[] Differing =
    [
        .. Recommended,
        (new DecideAsPartner(CaseStory.Id, 1, true, ""), AppFixture.Holder(Role.LeadHealth)),
        (new DecideAsPartner(CaseStory.Id, 1, false, "No."), AppFixture.Holder(Role.LeadPolice)),
    ];
    private static readonly (Command, Actor) Mediating = (new AskForMediation(CaseStory.Id), Chair);
    private static readonly (Command, Actor) Declining = (
        new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "Accidental."),
        Notifier
    );

    private static readonly Actor PoliceRep = CaseStory.Representative("police");
    private static readonly Role[] Leads = [Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth];
    private static readonly (Command, Actor)[] Notified =
    [
        .. Reached,
        (new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", ""), Notifier),
    ];
    private static readonly (Command, Actor) Chosen = (
        new ChooseAgency(CaseStory.Id, "police", "The police", CaseStory.ContactOf("police")),
        Operations
    );
    private static readonly (Command, Actor) Filled = (
        new FillInRequest(CaseStory.Id, Answers.None, CaseStory.CompleteRequest(), ""),
        Operations
    );

    // The meeting is the same morning, so that everything up to the Panel's answer can happen on one day.
    private static readonly (Command, Actor) Planned = (
        new PlanMeeting(
            CaseStory.Id,
            CaseStory.Monday.AddHours(1.5),
            CaseStory.Monday.AddHours(3),
            MeetingKind.Online,
            "",
            "It cannot wait.",
            ""
        ),
        Operations
    );
    private static readonly (Command, Actor) PlannedLater = (
        new PlanMeeting(
            CaseStory.Id,
            CaseStory.Monday.AddDays(11),
            CaseStory.Monday.AddDays(11).AddHours(2),
            MeetingKind.Online,
            "",
            "",
            ""
        ),
        Operations
    );
    private static readonly (Command, Actor)[] Invited =
    [
        .. Leads.Select(partner =>
            (
                (Command)
                    new InviteAttendee(
                        CaseStory.Id,
                        new(
                            $"a-{partner}",
                            new(CaseStory.Senior(partner).PersonId, $"Senior, {partner}", $"{partner}@example.org"),
                            AppFixture.AgencyOf(partner),
                            "An agency",
                            "Head of service",
                            partner
                        )
                    ),
                Operations
            )
        ),
    ];
    private static readonly (Command, Actor) Sending = (new SendScoping(CaseStory.Id), Operations);
    private static readonly (Command, Actor)[] Prepared = [.. Notified, Chosen, Filled, Planned, .. Invited];
    private static readonly (Command, Actor)[] Sent = [.. Prepared, Sending];
    private static readonly (Command, Actor)[] Declared =
    [
        .. Leads.Select(partner => ((Command)new DeclareForMeeting(CaseStory.Id, $"a-{partner}", true, true), CaseStory.Senior(partner))),
    ];
    private static readonly (Command, Actor) Attended = (
        new RecordAttendance(CaseStory.Id, [.. Leads.Select(partner => $"a-{partner}")]),
        Chair
    );
    private static readonly (Command, Actor)[] Met =
    [
        .. Sent,
        .. Declared,
        Attended,
        (new RecordMeeting(CaseStory.Id, Answers.None, CaseStory.CompleteRecord(RapidReviewReportForms.Of2025), ""), Chair),
    ];
    private static readonly (Command, Actor) Agreeing = (new AgreeRecommendation(CaseStory.Id), Chair);
    private static readonly (Command, Actor)[] Agreed = [.. Met, Agreeing];
    private static readonly (Command, Actor)[] Approved =
    [
        .. Agreed,
        .. Leads.Select(lead => ((Command)new Approve(CaseStory.Id, 1, true, ""), AppFixture.Holder(lead))),
    ];
    private static readonly (Command, Actor)[] Divided =
    [
        .. Agreed,
        (new Approve(CaseStory.Id, 1, true, ""), AppFixture.Holder(Role.LeadHealth)),
        (new Approve(CaseStory.Id, 1, false, "No."), AppFixture.Holder(Role.LeadPolice)),
    ];
    private static readonly (Command, Actor) Reporting = (new SendReport(CaseStory.Id), Operations);

    private static readonly Dictionary<Step, ((Command Command, Actor Actor)[] Before, Command Command, Actor Actor)> Commands = new()
    {
        [Step.SubmitReferral] = ([], Submitted.Item1, Submitted.Item2),
        [Step.ChangeReferral] = (
            [Submitted],
            new ChangeReferral(
                CaseStory.Id,
                CaseStory.Complete(),
                CaseStory.Complete().With("incident", "carer", "The grandmother."),
                "Learnt today."
            ),
            CaseStory.Referrer
        ),
        [Step.WithdrawReferral] = ([Submitted], new WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer),
        [Step.JoinReferrals] = ([Submitted, OtherSubmitted], Joined.Item1, Joined.Item2),
        [Step.RecordAwareness] = ([Submitted], new RecordAwareness(CaseStory.Id, new(2026, 10, 30), "A call."), Mash),
        [Step.RecordJointAgencyResponse] = ([Submitted], Response.Item1, Response.Item2),
        [Step.DecideThreshold] = ([Submitted, Response], CommandRunnerTests.Reached, Mash),
        [Step.RecordFamilyTold] = (Sent, new RecordFamilyTold(CaseStory.Id, "Mother", new(2026, 11, 2), "Social worker", ""), Operations),
        [Step.RecordReferrerTold] = ([Submitted, Below], new RecordReferrerTold(CaseStory.Id, "By telephone."), Operations),
        [Step.ReadAlert] = (Reached, new ReadAlert(CaseStory.Id), Chair),
        [Step.InformLeads] = (Reached, new InformLeads(CaseStory.Id), Chair),
        [Step.Recommend] = (Reached, new Recommend(CaseStory.Id, true, "Both criteria.", false), Chair),
        [Step.DecideAsPartner] = (Recommended, new DecideAsPartner(CaseStory.Id, 1, false, "No."), AppFixture.Holder(Role.LeadPolice)),
        [Step.RecordDecisionByTelephone] = (
            Recommended,
            new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."),
            Operations
        ),
        [Step.AskLeads] = (Recommended, Asking.Item1, Asking.Item2),
        [Step.AnswerLeadsQuestion] = ([.. Recommended, Asking], AnsweringLeads.Item1, AnsweringLeads.Item2),
        [Step.TakeBackLeadsQuestion] = ([.. Recommended, Asking], TakingBack.Item1, TakingBack.Item2),
        [Step.StandAside] = (Recommended, new StandAside(CaseStory.Id), AppFixture.Holder(Role.LeadPolice)),
        [Step.AskForMediation] = (Differing, Mediating.Item1, Mediating.Item2),
        [Step.RecordMediation] = (
            [.. Differing, Mediating],
            new RecordMediation(CaseStory.Id, "They talked.", "All."),
            AppFixture.Holder(Role.Scrutineer)
        ),
        [Step.CorrectMediation] = (
            [.. Differing, Mediating, (new RecordMediation(CaseStory.Id, "They talked.", "All."), AppFixture.Holder(Role.Scrutineer))],
            new CorrectMediation(CaseStory.Id, "They talked twice.", "All.", "It was two talks."),
            Operations
        ),
        [Step.TakeBackSpecialMeeting] = (
            [.. Reached, Declining, (new AskForSpecialMeeting(CaseStory.Id, "It should not wait."), Chair)],
            new TakeBackSpecialMeeting(CaseStory.Id, "The next meeting is soon."),
            Operations
        ),
        [Step.DecideOnNotification] = (Reached, Declining.Item1, Declining.Item2),
        [Step.RecordNotification] = (
            Reached,
            new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", ""),
            Notifier
        ),
        [Step.ChooseAgency] = (Notified, Chosen.Item1, Chosen.Item2),
        [Step.FillInRequest] = (Notified, Filled.Item1, Filled.Item2),
        [Step.PlanMeeting] = (Notified, PlannedLater.Item1, PlannedLater.Item2),
        [Step.InviteAttendee] = (Notified, Invited[0].Item1, Operations),
        [Step.AddPaper] = (Notified, new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 10, "abcdef0123456789", ".pdf"), Operations),
        [Step.SendScoping] = ([.. Notified, Chosen, Filled, PlannedLater, .. Invited], Sending.Item1, Operations),
        [Step.AskAgency] = (
            [.. Sent, (new ChooseAgency(CaseStory.Id, "n-1", "Probation", new("", "Head of unit", "head@probation.example")), Operations)],
            new AskAgency(CaseStory.Id, "n-1"),
            Operations
        ),
        [Step.TakeOffAgency] = (Sent, new TakeOffAgency(CaseStory.Id, "police", "It is another of that name."), Operations),
        [Step.ReturnScoping] = (Sent, new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", ""), PoliceRep),
        [Step.SecureRecords] = Securing,
        [Step.SecureFile] = (Sent, new SecureFile(CaseStory.Id, "police", 10, "abcdef0123456789", ".pdf", "Custody records"), PoliceRep),
        [Step.DeclareForMeeting] = (Sent, Declared[1].Item1, Declared[1].Item2),
        [Step.SharePack] = ([.. Sent, .. Declared], new SharePack(CaseStory.Id), Operations),
        [Step.RecordMeeting] = ([.. Sent, .. Declared], Attended.Item1, Attended.Item2),
        [Step.AgreeRecommendation] = (Met, Agreeing.Item1, Agreeing.Item2),
        [Step.ReopenRecommendation] = (Agreed, new ReopenRecommendation(CaseStory.Id, "A slip."), Chair),
        [Step.Approve] = (Agreed, new Approve(CaseStory.Id, 1, false, "No."), AppFixture.Holder(Role.LeadPolice)),
        [Step.ApproveByTelephone] = (
            Agreed,
            new ApproveByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."),
            Operations
        ),
        [Step.AskForApprovalMediation] = (Divided, new AskForApprovalMediation(CaseStory.Id), Chair),
        [Step.RecordApprovalMediation] = (
            [.. Divided, (new AskForApprovalMediation(CaseStory.Id), Chair)],
            new RecordApprovalMediation(CaseStory.Id, "They talked.", "All."),
            AppFixture.Holder(Role.Scrutineer)
        ),
        [Step.CorrectApprovalMediation] = Correcting,
        [Step.SendReport] = (Approved, Reporting.Item1, Operations),
        [Step.SendCorrection] = ([.. Approved, Reporting], new SendCorrection(CaseStory.Id, "It went to a wrong address."), Operations),
        [Step.RecordPanelAnswer] = (
            [.. Approved, Reporting],
            new RecordPanelAnswer(CaseStory.Id, true, "It concurs.", new(2026, 11, 2), ""),
            Operations
        ),
        [Step.RecordPartnersResponse] = (
            [.. Approved, Reporting, (new RecordPanelAnswer(CaseStory.Id, false, "It does not.", new(2026, 11, 2), ""), Operations)],
            new RecordPartnersResponse(CaseStory.Id, "A thematic review."),
            Operations
        ),
        [Step.WithdrawReview] = (Sent, new WithdrawReview(CaseStory.Id, "Accidental."), Chair),
        [Step.TakeUpReview] = (
            [.. Sent, (new WithdrawReview(CaseStory.Id, "Accidental."), Chair)],
            new TakeUpReview(CaseStory.Id, "It was a mistake."),
            Operations
        ),
        [Step.RecordConsidered] = (
            [.. Reached, Declining],
            new RecordConsidered(CaseStory.Id, new(2026, 11, 2), "A learning event.", ""),
            Operations
        ),
        [Step.MapThemes] = Mapping,
        [Step.CloseCase] = (Over, Closing.Item1, Closing.Item2),
        [Step.ReopenCase] = ([.. Over, Closing], new ReopenCase(CaseStory.Id, "More has come to light."), Operations),
        [Step.EndAccess] = ([.. Approved, Reporting], new EndAccess(CaseStory.Id), Operations),
        [Step.WatchOver] = (Sent, new ReportFolder(CaseStory.Id, "police", "Somebody can open it who should not."), SystemActor.Instance),
        [Step.RecordDoneByHand] = (
            [.. Sent, (new ReportDeadLetter(CaseStory.Id, "x", "Letter to an agency", "The address is not known."), SystemActor.Instance)],
            new SettleDeadLetter(CaseStory.Id, "x", "Telephoned."),
            Operations
        ),
        [Step.AskForSpecialMeeting] = ([.. Reached, Declining], new AskForSpecialMeeting(CaseStory.Id, "It should not wait."), Chair),
        [Step.HandOver] = (Reached, new HandOver(CaseStory.Id, Role.LeadPolice, "lead-police-deputy", "On leave."), Operations),
        [Step.TakeOverRole] = (Reached, new TakeOverRole(CaseStory.Id, Role.Chair, "chair", [], 1), SystemActor.Instance),
        [Step.FollowSeats] = Following,
        [Step.CoverAbsence] = (Reached, new CoverAbsence(CaseStory.Id, Role.Chair, "chair", new(2026, 11, 20)), SystemActor.Instance),
        [Step.ChaseDeadline] = (Reached, new ChaseDeadline(CaseStory.Id, Timescales.AlertRead.Id), SystemActor.Instance),
        [Step.RecalculateDeadlines] = (Reached, new RecalculateDeadlines(CaseStory.Id), SystemActor.Instance),
    };
}
