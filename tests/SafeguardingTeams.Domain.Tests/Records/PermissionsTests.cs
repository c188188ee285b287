using System.Text;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
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
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Domain.Tests.Learning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <summary>Role × step × stage (RO1 to RO11), completely, against a table a person can read and has approved.</summary>
public partial class PermissionsTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly Step[] Steps = Enum.GetValues<Step>();
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    [Fact]
    public void Who_may_do_what_and_when_is_the_table_that_was_approved()
    {
        var text = new StringBuilder(
            "# Who may do what, and who sees what\n\nGenerated from the code and checked by a test. \"Referrer\" is the "
                + "practitioner who made the referral. Nobody else sees a case: they are told the same words as for a case that does "
                + "not exist.\n"
        );
        foreach (var stage in Stages)
        {
            text.Append($"\n## {Words(stage.ToString())}\n\n| role | sees the case | may |\n|---|---|---|\n");
            var file = CaseStory.At(stage).File;
            foreach (var role in Roles)
            {
                var actor = Actor(role);
                var steps = Steps
                    .Where(step => Permissions.Allows(step, file, actor))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                if (Permissions.Sees(file, actor) || steps.Count > 0)
                {
                    text.Append(
                        $"| {(role == Role.Practitioner ? "Referrer" : Words(role.ToString()))} | "
                            + $"{(Permissions.Sees(file, actor) ? "yes" : "no")} | {string.Join(", ", steps)} |\n"
                    );
                }
            }
        }

        foreach (var stage in Enum.GetValues<GroupStage>())
        {
            text.Append(
                $"\n## The group's record: {Words(stage.ToString()).ToLowerInvariant()}\n\n| role | sees it | may |\n|---|---|---|\n"
            );
            var group = new GroupFile { Stage = stage };
            foreach (var role in Roles)
            {
                var steps = Steps
                    .Where(step => GroupPermissions.Allows(step, group, Actor(role)))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                text.Append(
                    $"| {Words(role.ToString())} | {(GroupPermissions.Sees(Actor(role)) ? "yes" : "no")} | "
                        + $"{string.Join(", ", steps)} |\n"
                );
            }
        }

        foreach (var stage in Enum.GetValues<LearningStage>())
        {
            text.Append(
                $"\n## Practice learning: {Words(stage.ToString()).ToLowerInvariant()}\n\n| who | sees it | may |\n|---|---|---|\n"
            );
            var file = LearningStory.At(stage).File;
            foreach (var actor in LearningTests.Everybody())
            {
                var steps = Steps
                    .Where(step => LearningRules.MayTake(step, file, actor))
                    .Select(step => Words(step.ToString()).ToLowerInvariant())
                    .ToList();
                var sees = LearningPermissions.Sees(file, actor);
                if (sees || steps.Count > 0)
                {
                    text.Append($"| {Who(actor)} | {(sees ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }

        AppendActions(text);
        AppendMeetings(text);
        AppendReviews(text);
        Approved.Same("docs/who-may-do-what.md", text.ToString());
    }

    private static string Who(Actor actor) =>
        actor.PersonId == LearningStory.Referrer.PersonId ? "Referrer"
        : actor.PersonId == LearningStory.Lead.PersonId ? "Its safeguarding lead"
        : actor.PersonId == ActionStory.Owner.PersonId ? "Its owner"
        : actor.PersonId == ActionStory.Member.PersonId ? "The group's member of its owner's agency"
        : Words(actor.Roles.Single().ToString());

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it()
    {
        foreach (var stage in Stages)
        {
            foreach (var role in Roles)
            {
                foreach (var command in EveryCommand())
                {
                    var story = CaseStory.At(stage);
                    var before = story.File;
                    var decision = story.When(command, Actor(role));
                    if (!Permissions.Allows(command.Step, before, Actor(role)))
                    {
                        var reason = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
                        // Of two cases the one the person has no part in decides the words.
                        Assert.True(!command.Others.IsEmpty || Permissions.Sees(before, Actor(role)) == (reason != Refusal.NotFound));
                        Assert.Same(before, story.File);
                    }
                    else if (command.Others.IsEmpty && decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound || reason == Refusal.NotYours);
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_command_has_a_step_and_every_step_a_command() =>
        Assert.Equal(
            Steps
                .Except(GroupPermissions.Table.Select(row => row.Step))
                .Except(LearningPermissions.Table.Select(row => row.Step))
                .Except(Domain.Meetings.MeetingPermissions.Table.Select(row => row.Step))
                .Except(ActionPermissions.Table.Select(row => row.Step))
                .Except(OfFurtherKinds),
            EveryCommand().Select(command => command.Step).Distinct().Order()
        );

    [Fact]
    public void Another_practitioner_has_no_part_in_a_case_and_learns_nothing_of_it()
    {
        var stranger = CaseStory.Person("another-practitioner", Role.Practitioner);
        foreach (var stage in Stages.Except([Stage.NotStarted]))
        {
            var file = CaseStory.At(stage).File;
            Assert.False(Permissions.Sees(file, stranger));
            Assert.All(Steps, step => Assert.Equal(Refusal.NotFound, Permissions.Refuse(step, file, stranger)));
        }
    }

    [Fact]
    public void A_person_of_several_roles_may_do_what_each_of_them_may()
    {
        var file = CaseStory.At(Stage.AwaitingThreshold).File;
        var both = CaseStory.Person("the-referrer", Role.Practitioner, Role.MashOfficer);
        Assert.True(Permissions.Allows(Step.WithdrawReferral, file, both) && Permissions.Allows(Step.DecideThreshold, file, both));
    }

    /// <summary>Somebody who holds the role in the cases of the stories; of an agency it is the police's representative.</summary>
    internal static Actor Actor(Role role) =>
        role switch
        {
            Role.Practitioner => CaseStory.Referrer,
            Role.AgencyRepresentative => CaseStory.Representative("police"),
            Role.RapidReviewAttendee => CaseStory.Senior(Role.LeadPolice),
            _ => CaseStory.Somebody(role),
        };

    internal static IEnumerable<Command> EveryCommand() =>
        [
            new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()),
            new ChangeReferral(
                CaseStory.Id,
                CaseStory.Complete(),
                CaseStory.Complete().With("additional", "information", "More."),
                "It was missing."
            ),
            new WithdrawReferral(CaseStory.Id, "Made by mistake."),
            new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."),
            new SeparateReferrals(CaseStory.OtherId, CaseStory.Id, "Two children after all."),
            new RecordAwareness(CaseStory.Id, new DateOnly(2026, 10, 30), "A call on Friday."),
            new RecordJointAgencyResponse(CaseStory.Id, new(JointAgencyResponseState.Due, null, ""), "A slip."),
            new DecideThreshold(CaseStory.Id, true, "Both criteria are met."),
            new Domain.Steps.FamilyTold.RecordFamilyTold(CaseStory.Id, "Mother", new(2026, 11, 2), "Social worker", ""),
            new RecordReferrerTold(CaseStory.Id, "By telephone."),
            new ReadAlert(CaseStory.Id),
            new InformLeads(CaseStory.Id),
            new Recommend(CaseStory.Id, true, "Both criteria.", false),
            new DecideAsPartner(CaseStory.Id, 1, false, "Not serious."),
            new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."),
            new StandAside(CaseStory.Id),
            new AskForMediation(CaseStory.Id),
            new RecordMediation(CaseStory.Id, "They talked.", "All."),
            new TakeBackSpecialMeeting(CaseStory.Id, "The next meeting is soon."),
            new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "Accidental."),
            new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", "Wrong number."),
            new FillInRequest(CaseStory.Id, Answers.None, CaseStory.CompleteRequest(), "It was missing."),
            new ChooseAgencies(CaseStory.Id, [new ChooseAgency(CaseStory.Id, "n-2", "Probation", null)]),
            new ChooseAgency(CaseStory.Id, "probation", "Probation", CaseStory.ContactOf("probation")),
            new RemoveAgency(CaseStory.Id, "probation"),
            new NameRepresentative(CaseStory.Id, "police", CaseStory.ContactOf("another"), "On leave."),
            new LeaveOut(CaseStory.Id, "As known to the agency.", "It is no agency."),
            new PlanMeeting(
                CaseStory.Id,
                new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero),
                new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero),
                MeetingKind.Online,
                "",
                "",
                "A room was not to be had."
            ),
            new CancelMeeting(CaseStory.Id, "The room burnt."),
            new InviteAttendee(CaseStory.Id, new("a-other", CaseStory.ContactOf("other"), "other", "Other", "Head", null)),
            new TakeOffAttendee(CaseStory.Id, "a-LeadPolice", "Was involved."),
            new SendScoping(CaseStory.Id),
            new AskAgency(CaseStory.Id, "police"),
            new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", "") { Heard = CaseStory.ByTelephone },
            new ConfirmSecuring(CaseStory.Id, "police", SecuringStep.Secured, "A locked cabinet.", new(2026, 11, 2), "It was moved."),
            new NameNominee(CaseStory.Id, "police", CaseStory.ContactOf("nominee"), ""),
            new SecureFile(CaseStory.Id, "police", 10, "00ff", ".pdf", "Custody records"),
            new ReportFolder(CaseStory.Id, "police", "Somebody else can open it."),
            new ReportDeadLetter(CaseStory.Id, "x", "Letter to an agency", "The address is not known."),
            new SettleDeadLetter(CaseStory.Id, "x", "Telephoned."),
            new EndAccess(CaseStory.Id),
            new DeclareForMeeting(CaseStory.Id, "a-LeadPolice", true, true, "A slip."),
            new RecordAnswers(
                CaseStory.Id,
                System.Collections.Immutable.ImmutableSortedDictionary<string, Answered>.Empty.Add("a-LeadPolice", Answered.Accepted)
            ),
            new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 10, "00ff", ".pdf"),
            new SharePack(CaseStory.Id),
            new RecordAttendance(CaseStory.Id, ["a-LeadPolice"], "Two had left."),
            new RecordMeeting(CaseStory.Id, Answers.None, Answers.None.With("legal", "sought", "no"), "It was missing."),
            new AgreeRecommendation(CaseStory.Id),
            new ReopenRecommendation(CaseStory.Id, "Something was wrong."),
            new Approve(CaseStory.Id, 1, false, "An audit would do."),
            new ApproveByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."),
            new AskForApprovalMediation(CaseStory.Id),
            new RecordApprovalMediation(CaseStory.Id, "They talked.", "All."),
            new SendReport(CaseStory.Id),
            new SendCorrection(CaseStory.Id, "The name was wrong."),
            new RecordPanelAnswer(CaseStory.Id, false, "It does not concur.", new(2026, 11, 20), "A slip."),
            new RecordPartnersResponse(CaseStory.Id, "We stand by it."),
            new WithdrawReview(CaseStory.Id, "Accidental after all."),
            new TakeUpReview(CaseStory.Id, "It was a mistake."),
            new RecordConsidered(CaseStory.Id, new(2026, 11, 2), "A learning event.", ""),
            new MapTheme(CaseStory.Id, "As known to the agency.", "theme-2"),
            new UnmapTheme(CaseStory.Id, "As known to the agency.", "theme-2", "It means another."),
            new CloseCase(CaseStory.Id),
            new ReopenCase(CaseStory.Id, "More has come to light."),
            .. CaseStory.Corrections,
            .. CaseStory.QuestionSteps,
            new AskForSpecialMeeting(CaseStory.Id, "It should not wait."),
            new HandOver(CaseStory.Id, Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice).PersonId, "On leave."),
            new TakeOverRole(CaseStory.Id, Role.Chair, CaseStory.Somebody(Role.Chair).PersonId, [], 1),
            new FollowSeats(CaseStory.Id),
            new CoverAbsence(CaseStory.Id, Role.Chair, CaseStory.Somebody(Role.Chair).PersonId, new(2026, 11, 20)),
            new ChaseDeadline(CaseStory.Id, Domain.Calendar.Timescales.ThresholdDecision.Id),
            new RecalculateDeadlines(CaseStory.Id),
        ];

    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
