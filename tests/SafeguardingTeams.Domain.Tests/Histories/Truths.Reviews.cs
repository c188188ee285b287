using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Reviews.</content>
internal static partial class Truths
{
    private static IEnumerable<string> OfAReview(ReviewFile file)
    {
        var what = $"a review at {file.Stage}";
        var tasks = ReviewTask.Of(file);
        if (file.Stage != ReviewStage.NotStarted && tasks.IsEmpty && !file.IsOver)
        {
            yield return $"{what}: no task, and it is not over";
        }

        foreach (var wrong in Tasks(file, tasks, what, (step, actor) => ReviewRules.MayTake(step, file, actor)))
        {
            yield return wrong;
        }

        // That it may be taken down is said once, and nothing waits for it. That it is published is a task once its report is accepted.
        foreach (var clock in file.Clocks.Where(clock => clock.Runs && !tasks.Exists(one => one.Task.Due == clock.Deadline)))
        {
            var id = clock.Deadline.TimescaleId;
            if (
                id != Timescales.ReviewTakenDown.Id
                && (!(id == Timescales.ReviewPublished.Id || id == Timescales.ReviewDue.Id) || file.Stage > ReviewStage.ReportWithLeads)
                && (id, file.LeadsDiffer) != (Timescales.ReviewLeads.Id, true)
            )
            {
                yield return $"{what}: {id} runs, and no task ends it";
            }
        }

        if (file.Stage == ReviewStage.Closed && file.NotAnswered.Any())
        {
            yield return $"{what}: a recommendation was never answered";
        }

        foreach (var one in file.Details.Where(one => !file.IsOver))
        {
            if (one.IsOpen != file.Clock(ReviewPinning.Of(Timescales.ReviewDetail, one.Number)) is { Runs: true })
            {
                yield return $"{what}: request {one.Number} to an agency waits, and no clock runs; or it runs for none";
            }
        }

        if (file.Stage == ReviewStage.Closed && file.WaitsForDetail)
        {
            yield return $"{what}: an agency never answered";
        }

        if (file.Stage == ReviewStage.Closed && file.WaitsForWritten)
        {
            yield return $"{what}: something asked in writing is open";
        }

        if (file.WaitsForAnswers != (file.AsksForAnswers && file.Clock(Timescales.ReviewRecommendations.Id) is { Runs: true }))
        {
            yield return $"{what}: answers wait, and no clock runs; or it runs for none";
        }

        if (file is { Stage: ReviewStage.Closed, Publication: not null } && file.IsOwedOutside)
        {
            yield return $"{what}: somebody outside was never told";
        }
    }
}
