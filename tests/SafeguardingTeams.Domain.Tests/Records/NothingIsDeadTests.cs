using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <summary>
/// Over random histories: every task has a step that its role may take, every running clock can be stopped by some step of some role,
/// and where a case has ended nothing runs. (That every stage has a way on: <see cref="StagesTests"/>.)
/// </summary>
public class NothingIsDeadTests
{
    private const int Histories = 6;
    private const int Length = 40;

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>().Except([Stage.NotStarted])];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Whatever_happens_every_task_can_be_done_and_every_clock_be_stopped_PD4_PD16(Stage stage)
    {
        var wrong = new HashSet<string>();
        foreach (var seed in Enumerable.Range(0, Histories))
        {
            var random = new Random((int)stage * 1000 + seed);
            var story = CaseStory.At(stage);
            if (stage is not Stage.Joined && seed % 2 == 0)
            {
                story.OtherSubmitted();
            }

            var now = new Tried(story.File, story.Other, story.Now);
            wrong.UnionWith(Dead(now.File));
            var moves = Walks.Moves().Concat(Besides()).ToArray();
            foreach (var _ in Enumerable.Range(0, Length))
            {
                var before = now;
                now = moves[random.Next(moves.Length)].Aggregate(now with { Now = now.Now.AddHours(random.Next(3)) }, Walks.Next);
                if (now.File != before.File)
                {
                    wrong.UnionWith(Dead(now.File).Select(what => $"{what}; after {now.File.History[^1].Event.GetType().Name}"));
                }
            }
        }

        Assert.Equal([], wrong.Order());
    }

    /// <summary>Every clock is chased, and every role given to whoever is there.</summary>
    private static IEnumerable<Func<Tried, Command>[]> Besides() =>
        [
            .. Timescales.All.Select(timescale =>
                new Func<Tried, Command>[]
                {
                    tried => new ChaseDeadline(
                        CaseStory.Id,
                        tried
                            .File.Clocks.Find(clock =>
                                clock.Runs && clock.Deadline.TimescaleId.StartsWith(timescale.Id, StringComparison.Ordinal)
                            )
                            ?.Deadline.TimescaleId
                            ?? timescale.Id
                    ),
                }
            ),
            .. new[] { Role.MashOfficer, Role.LeadPolice, Role.Scrutineer, Role.AuthorityNotifier }.Select(role =>
                new Func<Tried, Command>[]
                {
                    _ => new CoverAbsence(CaseStory.Id, role, CaseStory.Somebody(role).PersonId, new(2026, 11, 20)),
                }
            ),
        ];

    internal static IEnumerable<string> Dead(CaseFile file)
    {
        foreach (var task in CaseTask.Of(file))
        {
            var (step, role) = StepOf(task);
            if (!Holders(file, role, task.PersonId).Any(actor => StepRules.MayTake(step, file, actor)))
            {
                yield return $"{file.Stage}: {task.Kind} of {task.For}, and nobody may take {step}";
            }
        }

        // While a referral is joined to another its own clocks rest.
        foreach (var clock in file.Clocks.Where(clock => clock.Runs && file.Stage != Stage.Joined))
        {
            var rule = Timescales.Rule(clock.Deadline.TimescaleId)!;
            if (!Stopped(rule).Any(step => Roles.Any(role => Holders(file, role, "").Any(actor => StepRules.MayTake(step, file, actor)))))
            {
                yield return $"{file.Stage}: {rule.Id} runs, and nobody may stop it";
            }
        }
    }

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    /// <summary>Who holds a role, or would if operations found somebody: the one it was handed to, a deputy, somebody new.</summary>
    private static IEnumerable<Actor> Holders(CaseFile file, Role role, string personId) =>
        personId.Length > 0
            ? [CaseStory.Person(personId)]
            :
            [
                PermissionsTests.Actor(role),
                CaseStory.Person("somebody-new", role),
                .. file.Referral is { } sent ? new[] { CaseStory.Person(sent.Referrer.PersonId, role) } : [],
                CaseStory.Person(file.HandedOver.GetValueOrDefault(role, "somebody-new"), role),
                .. file
                    .Review.Agencies.Where(agency => agency.Representative is not null)
                    .Select(agency => CaseStory.Person(agency.Representative!.PersonId)),
            ];

    private static (Step Step, Role Role) StepOf(CaseTask task) =>
        task.Kind switch
        {
            TaskKind.DecideThreshold => (Step.DecideThreshold, task.For),
            TaskKind.InformLeads => (Step.InformLeads, task.For),
            TaskKind.Recommend => (Step.Recommend, task.For),
            TaskKind.DecideAsPartner => (Step.DecideAsPartner, task.For),
            TaskKind.AnswerLeadsQuestion => (Step.AnswerLeadsQuestion, task.For),
            TaskKind.AskForMediation => (Step.AskForMediation, task.For),
            TaskKind.Mediate => (Step.RecordMediation, task.For),
            TaskKind.DecideOnNotification => (Step.DecideOnNotification, task.For),
            TaskKind.RecordNotification => (Step.RecordNotification, task.For),
            // They ring; it is the Chair who opens it.
            TaskKind.RingTheChair => (Step.ReadAlert, Role.Chair),
            TaskKind.ArrangeSpecialMeeting => (Step.RecordConsidered, task.For),
            TaskKind.PrepareRapidReview => (Step.PlanMeeting, task.For),
            TaskKind.TellReferrer => (Step.RecordReferrerTold, task.For),
            TaskKind.FindSomebody => (Step.HandOver, task.For),
            TaskKind.AskNamedAgency => (Step.ChooseAgency, task.For),
            TaskKind.ReturnScoping => (Step.ReturnScoping, task.For),
            TaskKind.SecureRecords => (Step.SecureRecords, task.For),
            TaskKind.DeclareForMeeting => (Step.DeclareForMeeting, task.For),
            TaskKind.SharePack => (Step.SharePack, task.For),
            TaskKind.SecureQuorum => (Step.InviteAttendee, task.For),
            TaskKind.CheckMeetingDay => (Step.PlanMeeting, task.For),
            TaskKind.HoldMeeting => (Step.AgreeRecommendation, task.For),
            // They put it right in SharePoint; the watch looks again and records it.
            TaskKind.CheckFolder => (Step.WatchOver, Role.ThisSystem),
            TaskKind.SeeToStuck => (Step.RecordDoneByHand, task.For),
            TaskKind.Approve => (Step.Approve, task.For),
            TaskKind.AskForApprovalMediation => (Step.AskForApprovalMediation, task.For),
            TaskKind.MediateApproval => (Step.RecordApprovalMediation, task.For),
            TaskKind.ReopenRecommendation => (Step.ReopenRecommendation, task.For),
            TaskKind.SendReport => (Step.SendReport, task.For),
            TaskKind.SendCorrection => (Step.SendCorrection, task.For),
            TaskKind.RecordPanelAnswer => (Step.RecordPanelAnswer, task.For),
            TaskKind.RecordPartnersResponse => (Step.RecordPartnersResponse, task.For),
            TaskKind.AgreeToLearning
            or TaskKind.AskSafeguardingLead
            or TaskKind.TriageLearning
            or TaskKind.AnswerQuestion
            or TaskKind.FeedGoodPracticeBack
            or TaskKind.SendToTriBorough
            or TaskKind.RecordTriBoroughAnswer
            or TaskKind.TellLearningReferrer
            or TaskKind.DoAction
            or TaskKind.AskActionOwner
            or TaskKind.AnswerMoreTime
            or TaskKind.AcceptAction
            or TaskKind.ReportImpact
            or TaskKind.CheckImpact
            or TaskKind.SendAgenda
            or TaskKind.HoldGroupMeeting
            or TaskKind.ComeForItem
            or TaskKind.SendMinutesToChair
            or TaskKind.CirculateMinutes
            or TaskKind.ApproveMinutes
            or TaskKind.DecideOnReview
            or TaskKind.AskLeadsAgain
            or TaskKind.TellOfReview
            or TaskKind.TellOfDelay
            or TaskKind.WriteReviewTerms
            or TaskKind.ApproveReviewTerms
            or TaskKind.TellOfReviewer
            or TaskKind.LookAtReview
            or TaskKind.AcceptReviewReport
            or TaskKind.AskElsewhere
            or TaskKind.AskAfterProceeding
            or TaskKind.ConsiderNational
            or TaskKind.SendReviewReport
            or TaskKind.PublishReview
            or TaskKind.AnswerRecommendations
            or TaskKind.RecordRecommendationAnswers
            or TaskKind.RecordWhatCameBack
            or TaskKind.AnswerDetail
            or TaskKind.RecordDetailAnswers
            or TaskKind.CloseReview
            or TaskKind.BeginTrainingCopy
            or TaskKind.WriteBriefing
            or TaskKind.CheckBriefing
            or TaskKind.ApproveBriefing
            or TaskKind.SendBriefing
            or TaskKind.AnswerBriefing
            or TaskKind.RecordBriefingAnswers
            or TaskKind.CloseBriefing
            or TaskKind.ConfirmPeopleChange
            or TaskKind.ReviewAccess
            or TaskKind.ReviewRecords
            or TaskKind.ConfirmDisposal => throw new InvalidOperationException("No task of a case."),
        };

    /// <summary>The steps that stop a clock, what it waits for first; of those of a review, its withdrawal at last.</summary>
    internal static Step[] Stopped(Timescale rule) =>
        rule.Id switch
        {
            var id when id == Timescales.ThresholdDecision.Id => [Step.DecideThreshold],
            var id when id == Timescales.AlertRead.Id => [Step.ReadAlert],
            var id when id == Timescales.InformLeads.Id => [Step.InformLeads],
            var id when id == Timescales.Recommendation.Id => [Step.Recommend],
            var id when id == Timescales.LeadsDecision.Id => [Step.DecideAsPartner],
            var id when id == Timescales.Mediation.Id => [Step.RecordMediation],
            var id when id == Timescales.AuthorityNotification.Id =>
            [
                Step.DecideOnNotification,
                Step.RecordNotification,
                Step.WithdrawReferral,
            ],
            var id when id == Timescales.ReferrerTold.Id => [Step.RecordReferrerTold],
            var id when id == Timescales.Letters.Id => [Step.SendScoping],
            var id when id == Timescales.ScopingReturn.Id => [Step.ReturnScoping],
            var id when id == Timescales.Securing.Id => [Step.SecureRecords],
            var id when id == Timescales.Pack.Id => [Step.SharePack, Step.WithdrawReview],
            var id when id == Timescales.Meeting.Id => [Step.AgreeRecommendation, Step.WithdrawReview],
            var id when id == Timescales.Approval.Id => [Step.Approve, Step.ReopenRecommendation],
            var id when id == Timescales.ApprovalMediation.Id => [Step.RecordApprovalMediation],
            var id when id == Timescales.Report.Id || id == Timescales.AgenciesTold.Id => [Step.SendReport, Step.WithdrawReview],
            var id when id == Timescales.PanelsAnswer.Id => [Step.RecordPanelAnswer],
            _ => [],
        };
}
