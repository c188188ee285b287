using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Chasing;

/// <summary>
/// Of those whom a reminder is for, the ones who have something to do in the case at its stage: nobody is told, or given a part in a case,
/// who can do nothing about what is late (F2). Where that leaves nobody, it goes to those who can bring it on: before triage the MASH,
/// which decides; below the threshold the MASH and operations, who put the referral right; else operations.
/// </summary>
internal static class WhoCanAct
{
    internal static ImmutableList<ChaseTo> Of(CaseFile file, ImmutableList<ChaseTo> to) =>
        to.FindAll(one => HasSomethingToDo(one.Role, file.Stage)) is { IsEmpty: false } able
            ? able
            : file.Stage switch
            {
                Stage.AwaitingThreshold => [new(Role.MashOfficer)],
                Stage.BelowThreshold => [new(Role.MashOfficer), new(Role.Operations)],
                _ => [new(Role.Operations)],
            };

    /// <summary>An agency's member of the group takes no step in a case: they see to it in their own agency (RO11).</summary>
    private static bool HasSomethingToDo(Role role, Stage stage) =>
        role == Role.GroupMember
        || Permissions.Table.Any(row => !IsBeside(row.Step) && row.Stages.Contains(stage) && row.Roles.Contains(role));

    /// <summary>What goes on beside a case, or after it: it brings nothing nearer that is waited for in it.</summary>
    private static bool IsBeside(Step step) =>
        step
            is Step.TriageLearning
                or Step.DecideItem
                or Step.CloseCase
                or Step.ReopenCase
                or Step.MapThemes
                or Step.RecordFamilyTold
                or Step.AgreeAction
                or Step.ProposeReview
                or Step.BeginBriefing
                or Step.WriteBriefing
                or Step.MakeReviewRecommendation;
}
