using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>What waits in an action, as it follows from what has and has not been done.</summary>
public static class ActionTask
{
    /// <summary>The tasks, each with the step that ends it.</summary>
    public static ImmutableList<(CaseTask Task, Step Step)> Of(ActionFile file) =>
        [
            .. file.Stage == ActionStage.Agreed
                ? [OfTheOwner(file, TaskKind.DoAction, Timescales.ActionDue, Step.ReportActionDone)]
                : Nothing,
            .. file is { Stage: ActionStage.Agreed, OpenMoreTime: not null }
                ? [(new CaseTask(TaskKind.AnswerMoreTime, Role.Chair, null), Step.AnswerMoreTime)]
                : Nothing,
            .. file.Stage == ActionStage.Done
                ? [(new CaseTask(TaskKind.AcceptAction, Role.Chair, Due(file, Timescales.ActionAcceptance)), Step.AcceptAction)]
                : Nothing,
            .. file.Stage != ActionStage.Accepted ? Nothing
            : file.OpenImpact is null ? [OfTheOwner(file, TaskKind.ReportImpact, Timescales.ActionImpact, Step.ReportImpact)]
            :
            [
                (
                    new CaseTask(TaskKind.CheckImpact, ActionCards.WhoChecks(file), Due(file, Timescales.ActionImpactCheck)),
                    Step.CheckImpact
                ),
            ],
        ];

    /// <summary>Where the owner has no account, operations ask them.</summary>
    private static (CaseTask, Step) OfTheOwner(ActionFile file, TaskKind kind, Timescale timescale, Step step) =>
        (
            file.Owner is { HasAccount: true } owner
                ? new(kind, Role.ActionOwner, Due(file, timescale)) { PersonId = owner.PersonId }
                : new(TaskKind.AskActionOwner, Role.Operations, Due(file, timescale)),
            step
        );

    private static Deadline? Due(ActionFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null;

    private static (CaseTask, Step)[] Nothing => [];
}
