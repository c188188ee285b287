using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>What waits in a briefing, as it follows from what has and has not been done.</summary>
public static class BriefingTask
{
    /// <summary>The tasks, each with the step that ends it.</summary>
    public static ImmutableList<(CaseTask Task, Step Step)> Of(BriefingFile file) =>
        file.Stage switch
        {
            BriefingStage.NotStarted or BriefingStage.Closed or BriefingStage.Withdrawn => [],
            BriefingStage.Writing => [(new(TaskKind.WriteBriefing, Role.Operations, null), Step.WriteBriefing)],
            // Whoever of them does it first.
            BriefingStage.Checking =>
            [
                .. BriefingPermissions.Reading.Select(role => (new CaseTask(TaskKind.CheckBriefing, role, null), Step.CheckBriefing)),
            ],
            BriefingStage.WithChair => [(new(TaskKind.ApproveBriefing, Role.Chair, null), Step.ApproveBriefing)],
            BriefingStage.Approved => [(new(TaskKind.SendBriefing, Role.Operations, null), Step.SendBriefing)],
            BriefingStage.Sent => file.Missing.Any()
                ? [(new(TaskKind.RecordBriefingAnswers, Role.Operations, Due(file)), Step.AnswerBriefing)]
                : [(new(TaskKind.CloseBriefing, Role.Operations, null), Step.CloseBriefing)],
        };

    /// <summary>What waits for the agencies it was sent to: their members of the group answer (E20).</summary>
    public static IEnumerable<CaseTask> OfAgencies(BriefingFile file) =>
        file.Stage == BriefingStage.Sent
            ? file.Missing.Select(agency => new CaseTask(TaskKind.AnswerBriefing, Role.GroupMember, Due(file))
            {
                AgencyId = agency.AgencyId,
            })
            : [];

    private static Deadline? Due(BriefingFile file) =>
        file.Clock(Timescales.BriefingAnswers.Id) is { Runs: true } clock ? clock.Deadline : null;
}
