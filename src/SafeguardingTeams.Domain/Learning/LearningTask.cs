using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>What waits in a referral for practice learning, as it follows from what has and has not been done.</summary>
public static class LearningTask
{
    /// <summary>The tasks, each with the step that ends it.</summary>
    public static ImmutableList<(CaseTask Task, Step Step)> Of(LearningFile file) =>
        [
            .. file.Stage == LearningStage.AwaitingSafeguardingLead && file.Lead is { } lead
                ? [lead.PersonId.Length > 0 ? Answer(file, lead) : Find(file)]
                : Nothing,
            .. file.Stage == LearningStage.AwaitingTriage
                ? [(new CaseTask(TaskKind.TriageLearning, Role.Chair, Due(file, Timescales.LearningTriage)), Step.TriageLearning)]
                : Nothing,
            .. file.OpenQuestion is not null && !file.IsEnded ? [Question(file)] : Nothing,
            .. file.OwesReferrer
                ?
                [
                    (
                        new CaseTask(TaskKind.TellLearningReferrer, Role.Operations, Due(file, Timescales.LearningReferrerTold)),
                        Step.RecordLearningTold
                    ),
                ]
                : Nothing,
            .. file is { GoesToTriBorough: true, TriBorough: null }
                ? [(new CaseTask(TaskKind.SendToTriBorough, Role.Operations, null), Step.SendToTriBorough)]
                : Nothing,
            .. file is { GoesToTriBorough: true, TriBorough.Answer: null }
                ? [(new CaseTask(TaskKind.RecordTriBoroughAnswer, Role.Operations, null), Step.RecordTriBoroughAnswer)]
                : Nothing,
            .. file.OwesTrainingCopy ? [(new CaseTask(TaskKind.BeginTrainingCopy, Role.Operations, null), Step.BeginBriefing)] : Nothing,
            .. file.OwesFeedback
                ? [(new CaseTask(TaskKind.FeedGoodPracticeBack, Role.Operations, null), Step.FeedGoodPracticeBack)]
                : Nothing,
        ];

    private static (CaseTask, Step) Answer(LearningFile file, SafeguardingLead lead) =>
        (
            new(TaskKind.AgreeToLearning, Role.DesignatedSafeguardingLead, Due(file, Timescales.SafeguardingLeadsAnswer))
            {
                PersonId = lead.PersonId,
            },
            Step.AnswerAsSafeguardingLead
        );

    private static (CaseTask, Step) Find(LearningFile file) =>
        (new(TaskKind.AskSafeguardingLead, Role.Operations, Due(file, Timescales.SafeguardingLeadsAnswer)), Step.RecordLeadsAnswer);

    private static (CaseTask, Step) Question(LearningFile file) =>
        file.TellsByPerson
            ? (new(TaskKind.AnswerQuestion, Role.Operations, null), Step.AnswerQuestion)
            : (new(TaskKind.AnswerQuestion, Role.Practitioner, null) { PersonId = file.Referral!.Referrer.PersonId }, Step.AnswerQuestion);

    private static Deadline? Due(LearningFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null;

    private static (CaseTask, Step)[] Nothing => [];
}
