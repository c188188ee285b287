using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Tests.Records;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>What waits for somebody.</content>
internal static partial class Truths
{
    /// <summary>Each task has somebody who is given it, and may take the step that ends it.</summary>
    private static IEnumerable<string> Tasks(
        RecordFile file,
        IEnumerable<(CaseTask Task, Step Step)> tasks,
        string what,
        Func<Step, Actor, bool> mayTake
    ) =>
        from one in tasks
        where
            !Cast
                .All.Add(Cast.Guest)
                .Exists(actor =>
                    (one.Task.PersonId.Length == 0 || one.Task.PersonId == actor.PersonId)
                    && (file.RolesOf(actor).Contains(one.Task.For) || IsTheChairsToo(one.Task))
                    && mayTake(one.Step, actor)
                )
        select $"{what}: {one.Task.Kind} waits for {one.Task.For}, and nobody of them may take {one.Step}";

    /// <summary>
    /// What an action has changed is recorded by operations or the Chair; where it was given to the one person of the team meanwhile, it is
    /// the Chair who does. A briefing is checked by whoever of its readers did not write it.
    /// </summary>
    private static bool IsTheChairsToo(CaseTask task) => task.Kind is TaskKind.CheckImpact or TaskKind.CheckBriefing;

    /// <summary>Whether people take it, and something goes on by it.</summary>
    internal static bool IsPeoples(Step step) =>
        step
            is not (
                Step.ChaseDeadline
                or Step.RecalculateDeadlines
                or Step.TakeOverRole
                or Step.CoverAbsence
                or Step.FollowSeats
                or Step.WatchOver
                or Step.RemindLearning
                or Step.RecalculateLearning
                or Step.RemindAction
                or Step.SendActionDigest
                or Step.RecalculateAction
                or Step.TieActionOwner
                or Step.TieReviewPerson
                or Step.RemindMeeting
                or Step.RecalculateMeeting
                or Step.RemindReview
                or Step.RecountReview
                or Step.RemindBriefing
                or Step.RecountBriefing
                or Step.KeepBriefing
                or Step.BeginBriefing
                or Step.ProposeReview
                or Step.MakeReviewRecommendation
                or Step.AgreeAction
            );
}
