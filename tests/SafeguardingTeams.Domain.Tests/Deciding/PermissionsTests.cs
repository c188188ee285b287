using System.Text;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Deciding;

/// <summary>Role × step × stage, completely, against a table a person can read and has approved.</summary>
public class PermissionsTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly Step[] Steps = Enum.GetValues<Step>();
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    [Fact]
    public void Who_may_do_what_and_when_is_the_table_that_was_approved()
    {
        var text = new StringBuilder("# Who may do what, and who sees what\n\nGenerated from the code and checked by a test. \"Referrer\" is the practitioner who made the referral. Nobody else sees a case: they are told the same words as for a case that does not exist.\n");
        foreach (var stage in Stages)
        {
            text.Append($"\n## {Words(stage.ToString())}\n\n| role | sees the case | may |\n|---|---|---|\n");
            var file = CaseStory.At(stage).File;
            foreach (var role in Roles)
            {
                var actor = Actor(role);
                var steps = Steps.Where(step => Permissions.Allows(step, file, actor)).Select(step => Words(step.ToString()).ToLowerInvariant()).ToList();
                if (Permissions.Sees(file, actor) || steps.Count > 0)
                {
                    text.Append($"| {(role == Role.Practitioner ? "Referrer" : Words(role.ToString()))} | {(Permissions.Sees(file, actor) ? "yes" : "no")} | {string.Join(", ", steps)} |\n");
                }
            }
        }

        Approved.Same("docs/who-may-do-what.md", text.ToString());
    }

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
                        Assert.True(command.OtherCase is not null || Permissions.Sees(before, Actor(role)) == (reason != Refusal.NotFound));
                        Assert.Same(before, story.File);
                    }
                    else if (command.OtherCase is null && decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound || reason == Refusal.NotYours);
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_command_has_a_step_and_every_step_a_command() =>
        Assert.Equal(Steps, EveryCommand().Select(command => command.Step).Distinct().Order());

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

    private static Actor Actor(Role role) => role == Role.Practitioner ? CaseStory.Referrer : CaseStory.Somebody(role);

    private static IEnumerable<Command> EveryCommand() =>
    [
        new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()),
        new ChangeReferral(CaseStory.Id, CaseStory.Complete(), CaseStory.Complete().With("additional", "information", "More."), "It was missing."),
        new WithdrawReferral(CaseStory.Id, "Made by mistake."),
        new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."),
        new SeparateReferrals(CaseStory.OtherId, CaseStory.Id, "Two children after all."),
        new RecordAwareness(CaseStory.Id, new DateOnly(2026, 10, 30), "A call on Friday."),
        new RecordJointAgencyResponse(CaseStory.Id, new(JointAgencyResponseState.Due, null, "")),
        new DecideThreshold(CaseStory.Id, true, "Both criteria are met."),
        new RecordReferrerTold(CaseStory.Id, "By telephone."),
        new ReadAlert(CaseStory.Id),
        new InformLeads(CaseStory.Id),
        new Recommend(CaseStory.Id, true, "Both criteria.", false),
        new DecideAsPartner(CaseStory.Id, 1, false, "Not serious."),
        new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."),
        new StandAside(CaseStory.Id),
        new AskForMediation(CaseStory.Id),
        new RecordMediation(CaseStory.Id, "They talked.", "All."),
        new CorrectMediation(CaseStory.Id, "They talked twice.", "All.", "It was two talks."),
        new TakeBackSpecialMeeting(CaseStory.Id, "The next meeting is soon."),
        new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "Accidental."),
        new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", "Wrong number."),
        new AskForSpecialMeeting(CaseStory.Id, "It should not wait."),
        new HandOver(CaseStory.Id, Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice).PersonId, "On leave."),
        new CoverAbsence(CaseStory.Id, Role.Chair, CaseStory.Somebody(Role.Chair).PersonId, new(2026, 11, 20)),
        new ChaseDeadline(CaseStory.Id, Domain.Calendar.Timescales.ThresholdDecision.Id),
        new RecountDeadlines(CaseStory.Id),
    ];

    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
