using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What waits in a review, as it follows from what has and has not been done.</summary>
public static class ReviewTask
{
    /// <summary>The tasks, each with the step that ends it.</summary>
    public static ImmutableList<(CaseTask Task, Step Step)> Of(ReviewFile file) =>
        file.Stage switch
        {
            ReviewStage.NotStarted or ReviewStage.Closed or ReviewStage.Declined or ReviewStage.Ended => [],
            ReviewStage.Proposed =>
            [
                .. file.Missing.Select(lead =>
                    (new CaseTask(TaskKind.DecideOnReview, lead, Due(file, Timescales.ReviewLeads)), Step.DecideOnReview)
                ),
                .. file.LeadsDiffer ? [(new CaseTask(TaskKind.AskLeadsAgain, Role.Chair, null), Step.AskLeadsAgain)] : Nothing,
            ],
            ReviewStage.UnderWay => [.. Telling(file), OfTheOwner(file, TaskKind.LookAtReview, Timescales.ReviewLook, Step.LookAtReview)],
            ReviewStage.ReportWithLeads =>
            [
                .. file.Missing.Select(lead =>
                    (new CaseTask(TaskKind.AcceptReviewReport, lead, Due(file, Timescales.ReviewLeads)), Step.AcceptReviewReport)
                ),
                .. Telling(file),
            ],
            ReviewStage.Accepted when !file.Plan!.Kind.IsDecidedByLeads() => file.WaitsForAnswers ? [Answers(file)] : [Close],
            ReviewStage.Accepted =>
            [
                .. Telling(file),
                (
                    new(TaskKind.PublishReview, Role.Operations, Due(file, Timescales.ReviewPublished)),
                    file.Publication is null ? Step.PlanPublication : Step.RecordPublished
                ),
                .. file.WaitsForAnswers ? [Answers(file)] : Nothing,
            ],
            ReviewStage.Concluded =>
            [
                .. Telling(file),
                .. file.WaitsForAnswers ? [Answers(file)]
                : file.IsOwedOutside ? Nothing
                : [Close],
            ],
        };

    /// <summary>What waits for the agencies that recommendations address: their members of the group answer (C18).</summary>
    public static IEnumerable<CaseTask> OfAgencies(ReviewFile file) =>
        file.WaitsForAnswers
            ? file.NotAnswered.Select(body => new CaseTask(
                TaskKind.AnswerRecommendations,
                Role.GroupMember,
                Due(file, Timescales.ReviewRecommendations)
            )
            {
                AgencyId = body.AgencyId,
            })
            : [];

    private static (CaseTask, Step) Answers(ReviewFile file) =>
        (
            new(TaskKind.RecordRecommendationAnswers, Role.Operations, Due(file, Timescales.ReviewRecommendations)),
            Step.AnswerReviewRecommendation
        );

    private static (CaseTask, Step) Close => (new(TaskKind.CloseReview, Role.Operations, null), Step.CloseReview);

    private static IEnumerable<(CaseTask, Step)> Telling(ReviewFile file) =>
        file
            .OwedOutside.Select(owed => owed.Of)
            .Distinct()
            .Select(what =>
                (
                    what switch
                    {
                        TellingOf.Decision => new CaseTask(TaskKind.TellOfReview, Role.Operations, Due(file, Timescales.ReviewTold)),
                        TellingOf.Delay => new(TaskKind.TellOfDelay, Role.Operations, Due(file, Timescales.ReviewDelayTold)),
                        TellingOf.Report => new(TaskKind.SendReviewReport, Role.Operations, Due(file, Timescales.ReviewReportSent)),
                    },
                    Step.RecordBodyTold
                )
            );

    /// <summary>Where the owner has no account, operations ask them.</summary>
    private static (CaseTask, Step) OfTheOwner(ReviewFile file, TaskKind kind, Timescale timescale, Step step) =>
        (
            file.Owner is { HasAccount: true } owner
                ? new(kind, Role.ReviewOwner, Due(file, timescale)) { PersonId = owner.PersonId }
                : new(kind, Role.Operations, Due(file, timescale)),
            step
        );

    private static Deadline? Due(ReviewFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null;

    private static (CaseTask, Step)[] Nothing => [];
}
