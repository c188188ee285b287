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

/// <summary>What is stored today is read for good: one golden file for each event and version.</summary>
public partial class GoldenEventTests
{
    private static readonly Answers Some = Answers
        .None.With("outline", "reasons", "\"Quoted\" <text> – with an émigré's accents")
        .With("children", AnswerRow.Empty("r1").With("name", "Child A"));
    private static readonly Referrer By = new("p-1", "Paediatrician", "acute-trust", "Acute hospital trust");
    private static readonly Deadline Due = Deadlines.Pin(
        Timescales.ThresholdDecision,
        new(2026, 11, 2),
        CaseStory.Monday,
        BankHolidays.Calendar,
        CaseStory.Office
    );

    private static readonly RecordEvent[] Events =
    [
        new ReferralSubmitted("serious-incident-referral", 1, Some, By, new(2026, 11, 2), CaseStory.Rules, [Due]),
        new ReferralChanged([new(new("outline", null, "reasons"), "old", "new")], "It was wrong.") { Notify = Due },
        new ReferralWithdrawn("Made by mistake."),
        new ThresholdDecided(true, "Both criteria are met.", [Due]),
        new ReferralJoined(CaseStory.OtherId, "The same child."),
        new ReferralReceived(new(CaseStory.OtherId, By, ["Youth justice"]), "The same child."),
        new ReferralSeparated(CaseStory.OtherId, "Two children."),
        new ReferralGivenBack(CaseStory.OtherId, "Two children."),
        new AwarenessRecorded(new(2026, 10, 30), "A call.", Due),
        new JointAgencyResponseRecorded(new(JointAgencyResponseState.Held, new(2026, 10, 30), "At the hospital.")) { Reason = "A slip." },
        new ReferrerTold("by telephone"),
        new AlertRead(),
        new LeadsInformed(),
        new RecommendationMade(false, "One criterion only.", true, Due),
        new PartnerDecided(
            2,
            new(
                Role.LeadPolice,
                false,
                "It is serious.",
                "p-2",
                CaseStory.Monday,
                new("Lead representative, police", "Operations officer", "Called back.")
            ),
            Due
        ),
        new LeadStoodAside(Role.LeadHealth, "p-3", true),
        new MediationAskedFor(Due),
        new MediationRecorded("They heard each other.", "Two of three.", Due),
        new MediationCorrected("They talked twice.", "All.", "It was two talks."),
        new SpecialMeetingTakenBack("The next meeting is soon."),
        new AuthorityDecided(true, NotificationGround.CareLeaversDeath, "", [Due]),
        new NotificationRecorded(
            NotificationGround.SeriousIncident,
            CaseStory.Monday,
            "SIN-1",
            "",
            RapidReviewTimetable.From(new(2026, 11, 2), BankHolidays.Calendar),
            Due
        ),
        new SpecialMeetingAskedFor("It should not wait."),
        new DeadlineChased("leads-decision", 1, 1, ChaseKind.Late, [new(Role.LeadPolice, Deputy: true)]),
        new RoleHandedOver(Role.Chair, "p-4", "Vice-chair", "On leave."),
        new RoleCovered(Role.Chair, "p-4", "Chair", new(2026, 11, 20), true),
        new ClocksPinned([Due]),
        new RequestFilledIn(
            [new(new("case", null, "summary"), "old", "new"), new(new("children", "r1", "born"), "", "2023-11-02")],
            "A slip."
        ),
        new AgencyChosen("n-1", "Probation", null),
        new AgencyRemoved("n-1"),
        new AgencyTakenOff("n-1", "It is another school of that name."),
        new RepresentativeNamed("police", new("rep-police", "Representative, police", "rep@police.example")) { Reason = "On leave." },
        new AgencyLeftOut("An agency", "Asked under another name."),
        new MeetingPlanned(
            new(1, CaseStory.Monday, CaseStory.Monday.AddHours(2), MeetingKind.Telephone, "020 7946 0000", "A sibling is at risk."),
            "The Chair is ill."
        ),
        new MeetingCancelled("The Chair is ill."),
        new AttendeeInvited(
            new("a-1", new("", "Detective superintendent", "ds@police.example"), "police", "The police", "Superintendent", Role.LeadPolice)
        ),
        new AttendeeTakenOff("a-1", "Was involved."),
        new ScopingSent([Due]),
        new AgencyAsked("n-1", Due) { Securing = Due },
        new Domain.Steps.Recalculating.MeetingDayDoubted(MeetingDoubt.NoWorkingDay),
        new ScopingReturned("police", true, "initial-scoping", 1, Some, "on a card", "") { Securing = Due, Heard = CaseStory.ByTelephone },
        new SecuringConfirmed("police", SecuringStep.Secured, "A locked cabinet.", new(2026, 11, 2)) { Reason = "They were moved." },
        new NomineeNamed("police", new("", "Records manager", "records@police.example"), ""),
        new FileSecured("police", "GSCP-2222-3333-001-abcdef12.pdf", 12345, "abcdef12") { Description = "Custody records, 2025" },
        new FolderReported("police", "Somebody can open it who is not in the list."),
        new DeadLetterReported("x", "Letter and form to an agency (police)", "The address is not known."),
        new DeadLetterSettled("x", "Letter and form to an agency (police)", "Sent from my own mailbox on 3 November."),
        new AccessEnded(),
        new AttendeeDeclared("a-1", true, false) { Reason = "A slip." },
        new InvitationsAnswered(ImmutableSortedDictionary<string, Answered>.Empty.Add("a-1", Answered.Tentative)),
        new PackShared(),
        new PaperAdded(PaperKind.NotificationCopy, "GSCP-2222-3333-notification-abcdef12.pdf", 12345, "abcdef12"),
        new AttendanceRecorded(["a-1"]) { Reason = "Came later." },
        new MeetingRecorded([new(new("discussion", null, "harm"), "", "A fracture.")], ""),
        new RecommendationAgreed("b", "Domestic Homicide Review", false, Due),
        new RecommendationReopened("The wrong letter was chosen."),
        new ApprovalGiven(1, new(Role.LeadHealth, true, "", "p-2", CaseStory.Monday, null), "abcdef12"),
        new ApprovalMediationAskedFor(Due),
        new ApprovalMediationRecorded("They read it together.", "All.", Due),
        new ReportSent(Due, Due) { Content = "abcdef12" },
        new ReportChanged(["Name of the child"], "The name was wrong.", Due),
        new CorrectionAsked("The name was wrong.", "b", "", true, Due),
        new CorrectionSent("The name was wrong.", "abcdef12"),
        new DocumentKept(
            new(
                KeptKind.ScopingForm,
                "ScopingLetter.police.1",
                "police",
                "GSCP-2222-3333-scoping-form.docx",
                "abcdef12",
                12345,
                "rep@police.example"
            )
        ),
        new PanelAnswered(false, "A local review seems warranted.", new(2026, 11, 20), ""),
        new PartnersResponded("A thematic review covers it."),
        new PartnersResponseCorrected("A thematic review covers it, from January.", "The date was missing."),
        new ReviewWithdrawn("Accidental.", Due),
        new ReviewTakenUp("It was withdrawn by mistake.", [Due]),
        new Domain.Steps.Considered.ConsideredByGroup(new(2026, 12, 9), "A learning event for schools.", "The day was wrong."),
        new Domain.Steps.Considered.GroupRecommended(
            [GroupsMethod.CriteriaMayBeMet, GroupsMethod.SingleAgencyAudit],
            "More is known.",
            [Due]
        ),
        new Domain.Steps.Closing.CaseClosed(),
        new Domain.Steps.Closing.CaseReopened("More has come to light."),
        new DeadlinesRecalculated("amended", [Due], RapidReviewTimetable.From(new(2026, 11, 2), BankHolidays.Calendar)),
        new Domain.Steps.FamilyTold.FamilyTold("Mother", new(2026, 11, 2), "Social worker, children's services", "The day was wrong."),
        .. OfQuestions,
        new RoleTakenOver(Role.Chair, "chair-2", "Chair, Social Care", ["chair"], 7),
        new GroupOpened(
            [new(Role.Chair, "chair"), new(Role.LeadPolice, "lead-police")],
            [new(2026, 12, 9)],
            [new(new(2026, 11, 13), true, "Announced by the government.", "ops-1")],
            [new("lead-police", new(2026, 11, 2), new(2026, 11, 13), "", true)]
        )
        {
            Ahead = Due,
        },
        new AbsenceRecorded("lead-health", new(2026, 11, 9), new(2026, 11, 20)),
        new AbsenceTakenBack("lead-health", new(2026, 11, 9)),
        new AbsenceCovered("lead-police", new(2026, 11, 2)),
        new BankHolidaysAmended(new(2026, 11, 13), false, "Taken back."),
        new SeatFilled(
            new("designated-nurse", "Designated Nurse", "icb", "Integrated Care Board", Role.LeadHealth, []),
            new("rep-icb", "Designated Nurse, Integrated Care Board", "", new(2026, 9, 1), null)
        ),
        new SeatEnded("designated-nurse", new(2026, 12, 31)),
        new MeetingScheduled(new(2027, 3, 10), Due),
        new MeetingTakenOut(new(2027, 3, 10), "Two members are away.", Due),
        new TermsOfReferenceAgreed(new(new(2026, 9, 9), new(2027, 9, 9), "Terms of reference 2026, in the group's folder"), Due),
        new ReviewRecalculated(Due),
        new GroupReminded(Timescales.TermsOfReference.Id, 1, 1, ChaseKind.OnTheDay, [new(Role.Operations)]),
        new RoleHoldersChanged([new(Role.Chair, "chair-2")], [new(Role.Chair, "chair")]),
        new ThemeAdded("theme-1", "Pre-birth work"),
        new PlannedAhead("plan-1", "The report on the neglect audit", PlanKind.Report, new(2027, 3, 1)),
        new TakenOffPlan("plan-1", false, "The audit comes later."),
        .. OfTheGroup,
        new ThemeRenamed("theme-1", "Pre-birth work", "Work before a birth"),
        new ThemeRetired("theme-1", "Two themes said the same."),
        new ThemeTakenUp("theme-1", "They do not."),
        new ReportThemeMapped("unborn baby", new("theme-1", "Pre-birth work")),
        new ReportThemeUnmapped("unborn baby", new("theme-1", "Pre-birth work"), "It was about a birth at home."),
        .. OfLearning,
        .. OfActions,
        .. OfMeetings,
        .. OfReviews,
        .. OfBriefings,
    ];

    [Fact]
    public void Every_event_is_written_as_its_golden_file_and_read_back_the_same()
    {
        Assert.Equal(StoredJson.Names.Order(), Events.Select(happened => Name(Write(happened))).Order());
        foreach (var happened in Events)
        {
            var text = Write(happened);
            Approved.Same($"tests/SafeguardingTeams.App.Tests/Golden/{Name(text)}.json", text + "\n");
            Assert.Equal(text, StoredJson.Write(StoredJson.Read(CaseStory.Id, text)));
        }
    }

    [Fact]
    public void An_event_of_a_name_nobody_knows_or_with_a_field_too_many_is_not_passed_over()
    {
        var text = Write(new ReferralWithdrawn("x"));
        Assert.Throws<JsonException>(() =>
            StoredJson.Read(CaseStory.Id, text.Replace("ReferralWithdrawn.v1", "ReferralWithdrawn.v9", StringComparison.Ordinal))
        );
        Assert.Throws<JsonException>(() =>
            StoredJson.Read(CaseStory.Id, text.Replace("\"reason\"", "\"raeson\"", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_event_that_states_no_name_or_another_ones_stops_the_start()
    {
        Assert.Equal(258, StoredJson.Names.Count());
        Assert.Equal(["Made.v1"], StoredJson.Named([typeof(Made)]).Keys);
        Assert.Throws<InvalidOperationException>(() => StoredJson.Named([typeof(Made), typeof(MadeToo)]));
        Assert.Throws<InvalidOperationException>(() => StoredJson.Named([typeof(Nameless)]));
        Assert.Throws<InvalidOperationException>(() => StoredJson.Named([typeof(Unversioned)]));
    }

    private abstract record MadeUp : CaseEvent
    {
        public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file;

        public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
    }

    private sealed record Made : MadeUp
    {
        public override string StoredName => "Made.v1";
    }

    private sealed record MadeToo : MadeUp
    {
        public override string StoredName => "Made.v1";
    }

    private sealed record Nameless : MadeUp
    {
        public override string StoredName => "";
    }

    private sealed record Unversioned : MadeUp
    {
        public override string StoredName => "Made";
    }

    private static string Write(RecordEvent happened) =>
        StoredJson.Write(
            new RecordedEvent(
                CaseStory.Id,
                1,
                CaseStory.Monday,
                new("p-1", "Paediatrician", "Acute hospital trust", "t/o", ImmutableArray.Create(Role.Practitioner)),
                "command-1",
                happened
            )
        );
}
