using SafeguardingTeams.Domain.Briefings;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Briefings.</content>
internal static partial class Truths
{
    private static IEnumerable<string> OfABriefing(BriefingFile file)
    {
        var what = $"a briefing at {file.Stage}";
        var tasks = BriefingTask.Of(file);
        if (file.Stage is not (BriefingStage.NotStarted or BriefingStage.Closed or BriefingStage.Withdrawn) && tasks.IsEmpty)
        {
            yield return $"{what}: no task, and it is not over";
        }

        foreach (var wrong in Tasks(file, tasks, what, (step, actor) => BriefingRules.MayTake(step, file, actor)))
        {
            yield return wrong;
        }

        if (file.Clocks.Exists(clock => clock.Runs) != (file.Stage == BriefingStage.Sent && file.Missing.Any()))
        {
            yield return $"{what}: answers wait, and no clock runs; or it runs for none";
        }

        if (file.Approval is { } approval && approval.By.PersonId == file.Text!.Author.PersonId)
        {
            yield return $"{what}: who wrote it approved it";
        }

        if (file.Sent.Exists(sent => sent.Check.By.PersonId == sent.Text.Author.PersonId))
        {
            yield return $"{what}: who wrote it checked it";
        }
    }
}
