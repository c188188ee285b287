using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Cases.</content>
internal static partial class Truths
{
    /// <summary>The tasks of a case that have no day, each with the reason; every other is by a day, and so is reminded of.</summary>
    private static readonly Dictionary<TaskKind, string> WithoutADay = new()
    {
        [TaskKind.DecideOnNotification] = "Where the authority looks again its own limit is past or spent.",
        [TaskKind.RingTheChair] = "It is the alert's clock that has run out.",
        [TaskKind.ArrangeSpecialMeeting] = "The document gives no day (A14).",
        [TaskKind.FindSomebody] = "At once: what waits for the role has its own day.",
        [TaskKind.AskNamedAgency] = "The document gives no day (B8).",
        [TaskKind.DeclareForMeeting] = "Before the meeting, which has its day (B12).",
        [TaskKind.SecureQuorum] = "The same (B14).",
        [TaskKind.CheckMeetingDay] = "At once: the meeting itself has its day.",
        [TaskKind.CheckFolder] = "At once, and told as an alarm.",
        [TaskKind.SeeToStuck] = "The same.",
        [TaskKind.ReopenRecommendation] = "The report has its day (B21).",
        [TaskKind.SendCorrection] = "The document knows no correction (PD16).",
        [TaskKind.RecordPartnersResponse] = "The document gives no day (B25).",
        [TaskKind.AnswerLeadsQuestion] = "No clock runs for a question.",
        [TaskKind.PrepareRapidReview] = "Its day counts from the notification, and may be before it (A13).",
        [TaskKind.TellReferrer] = "It is told late where its clock had to be counted from the past.",
    };

    /// <summary>Somebody may take a step by which it goes on to another stage, or it is over; and nothing asks for what is over.</summary>
    private static IEnumerable<string> OfACase(CaseFile file)
    {
        var ways = WaysOn(file.Stage);
        if (ways.Length > 0 && !Cast.All.Exists(actor => ways.Any(step => StepRules.MayTake(step, file, actor))))
        {
            yield return $"a case at {file.Stage}: nobody may take any of {string.Join(", ", ways)}";
        }

        if (file.Stage is Stage.Closed or Stage.Withdrawn && file.Clocks.Find(clock => clock.Runs) is { } runs)
        {
            yield return $"a case at {file.Stage}: {runs.Deadline.TimescaleId} runs";
        }

        foreach (var task in CaseTask.Of(file))
        {
            if (task.Due is null && !WithoutADay.ContainsKey(task.Kind))
            {
                yield return $"a case at {file.Stage}: {task.Kind} waits and has no day";
            }

            if (task.Kind == TaskKind.SecureRecords && file.Review.AccessEnded)
            {
                yield return $"a case at {file.Stage}: {task.Kind} waits, and nobody can reach the folder any more";
            }
        }
    }

    /// <summary>
    /// The steps by which a case leaves a stage for good: not those that ask, correct or go back. None where it is an end.
    /// </summary>
    private static Step[] WaysOn(Stage stage) =>
        stage switch
        {
            Stage.NotStarted or Stage.Joined or Stage.Closed => [],
            Stage.AwaitingThreshold => [Step.DecideThreshold],
            Stage.BelowThreshold => [Step.CloseCase],
            Stage.AwaitingRecommendation => [Step.Recommend],
            Stage.AwaitingPartners => [Step.DecideAsPartner, Step.RecordDecisionByTelephone, Step.RecordMediation],
            Stage.AwaitingAuthority => [Step.DecideOnNotification, Step.RecordNotification],
            Stage.PreparingRapidReview => [Step.RecordNotification],
            Stage.Notified => [Step.SendScoping],
            Stage.UnderReview => [Step.AgreeRecommendation],
            Stage.AwaitingApproval => [Step.Approve, Step.ApproveByTelephone, Step.RecordApprovalMediation, Step.ReopenRecommendation],
            Stage.AwaitingSubmission => [Step.SendReport],
            Stage.AwaitingPanel => [Step.RecordPanelAnswer, Step.RecordPartnersResponse],
            Stage.PanelAnswered => [Step.CloseCase],
            Stage.AwaitingGroupMeeting => [Step.RecordConsidered, Step.CloseCase],
            Stage.Withdrawn => [Step.CloseCase],
        };
}
