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
            ReviewStage.UnderWay when file.Plan!.Kind == ReviewKind.FollowedElsewhere =>
            [
                OfTheOwner(file, TaskKind.AskElsewhere, Timescales.ReviewDue, Step.HearOfReview),
            ],
            ReviewStage.UnderWay when file.Plan!.Kind == ReviewKind.NationalLearning =>
            [
                OfTheOwner(file, TaskKind.ConsiderNational, Timescales.ReviewDue, Step.RecordFindings),
            ],
            ReviewStage.UnderWay =>
            [
                .. Telling(file),
                OfTheOwner(file, TaskKind.LookAtReview, Timescales.ReviewLook, Step.LookAtReview),
                .. OfTerms(file),
                .. Beside(file),
            ],
            ReviewStage.ReportWithLeads =>
            [
                .. file.Missing.Select(lead =>
                    (new CaseTask(TaskKind.AcceptReviewReport, lead, Due(file, Timescales.ReviewLeads)), Step.AcceptReviewReport)
                ),
                .. Telling(file),
                .. Beside(file),
            ],
            ReviewStage.Accepted when !file.Plan!.Kind.IsDecidedByLeads() =>
            [
                .. Written(file),
                .. Details(file),
                .. file.WaitsForAnswers ? [Answers(file)]
                : file.WaitsForWritten || file.WaitsForDetail ? Nothing
                : [Close],
            ],
            ReviewStage.Accepted =>
            [
                .. Telling(file),
                .. Beside(file),
                (
                    new(TaskKind.PublishReview, Role.Operations, Due(file, Timescales.ReviewPublished)),
                    file.Publication is null ? Step.PlanPublication : Step.RecordPublished
                ),
                .. file.WaitsForAnswers ? [Answers(file)] : Nothing,
            ],
            ReviewStage.Concluded =>
            [
                .. Telling(file),
                .. Written(file),
                .. Details(file),
                .. file.WaitsForAnswers ? [Answers(file)]
                : file.IsOwedOutside || file.WaitsForWritten || file.WaitsForDetail ? Nothing
                : [Close],
            ],
        };

    /// <summary>What has a clock for each of several: proceedings (C22), what was asked in writing (C11) or of agencies (C23).</summary>
    private static IEnumerable<(CaseTask, Step)> Beside(ReviewFile file) =>
        [
            .. ForEach(file, Timescales.ReviewProceeding, TaskKind.AskAfterProceeding, Step.KeepProceeding),
            .. Written(file),
            .. Details(file),
        ];

    /// <summary>What agencies were asked for: operations have it answered, or take it back.</summary>
    private static IEnumerable<(CaseTask, Step)> Details(ReviewFile file) =>
        file
            .Clocks.Where(clock => clock.Runs && file.DetailOf(clock.Deadline.TimescaleId) is not null)
            .Select(clock => (new CaseTask(TaskKind.RecordDetailAnswers, Role.Operations, clock.Deadline), Step.AnswerDetail));

    private static IEnumerable<(CaseTask, Step)> Written(ReviewFile file) =>
        ForEach(file, Timescales.ReviewWritten, TaskKind.RecordWhatCameBack, Step.RecordWhatCameBack);

    private static IEnumerable<(CaseTask, Step)> ForEach(ReviewFile file, Timescale timescale, TaskKind kind, Step step) =>
        file
            .Clocks.Where(clock => clock.Runs && Timescales.Rule(clock.Deadline.TimescaleId) == timescale)
            .Select(clock =>
                (
                    file.Owner is { HasAccount: true } owner
                        ? new CaseTask(kind, Role.ReviewOwner, clock.Deadline) { PersonId = owner.PersonId }
                        : new(kind, Role.Operations, clock.Deadline),
                    step
                )
            );

    /// <summary>What waits for agencies: their members of the group answer recommendations (C18), and what is asked for (C23).</summary>
    public static IEnumerable<CaseTask> OfAgencies(ReviewFile file) => OfRecommendations(file).Concat(OfDetail(file));

    /// <summary>
    /// Whether what waits for an agency's member of the group waits for who leads or represents it as well, who may do it too (C23).
    /// </summary>
    public static bool IsOfWhoLeads(TaskKind kind) => kind == TaskKind.AnswerDetail;

    private static IEnumerable<CaseTask> OfDetail(ReviewFile file) =>
        file
            .OpenDetails.Where(_ => !file.IsOver)
            .Select(one => new CaseTask(
                TaskKind.AnswerDetail,
                Role.GroupMember,
                file.Clock(ReviewPinning.Of(Timescales.ReviewDetail, one.Number))!.Deadline
            )
            {
                AgencyId = one.Body.AgencyId,
            });

    private static IEnumerable<CaseTask> OfRecommendations(ReviewFile file) =>
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
                        TellingOf.Reviewer => new(TaskKind.TellOfReviewer, Role.Operations, Due(file, Timescales.ReviewPersonTold)),
                    },
                    Step.RecordBodyTold
                )
            );

    /// <summary>While none hold they are to be written; while the leads have a version it is theirs (C10).</summary>
    private static IEnumerable<(CaseTask, Step)> OfTerms(ReviewFile file)
    {
        var terms = file.Terms;
        var due = Due(file, Timescales.ReviewTerms);
        return !file.Plan!.Kind.IsDecidedByLeads() ? []
            : terms.AreWithLeads
                ? LeadsViews
                    .Missing(terms.Views)
                    .Select(lead => (new CaseTask(TaskKind.ApproveReviewTerms, lead, due), Step.ApproveReviewTerms))
            : terms.Approved is null
                ? [(new(TaskKind.WriteReviewTerms, Role.Operations, due), terms.AreReady ? Step.SubmitReviewTerms : Step.WriteReviewTerms)]
            : [];
    }

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
