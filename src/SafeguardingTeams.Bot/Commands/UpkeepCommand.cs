using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.Bot.Commands;

/// <summary>The commands <c>check</c> and <c>rebuild</c>.</summary>
internal static class UpkeepCommand
{
    internal static Task<int> CheckAsync(IServiceProvider services, TextWriter output, CancellationToken stop) =>
        RunAsync(services, output, upkeep => upkeep.CheckAsync(stop), isPutRight: false, stop);

    internal static Task<int> RebuildAsync(IServiceProvider services, TextWriter output, CancellationToken stop) =>
        RunAsync(services, output, upkeep => upkeep.RebuildAsync(stop), isPutRight: true, stop);

    private static async Task<int> RunAsync(
        IServiceProvider services,
        TextWriter output,
        Func<Upkeep, Task<UpkeepReport>> does,
        bool isPutRight,
        CancellationToken stop
    )
    {
        if (!await StoredSecrets.AreThereAsync(services.GetRequiredService<IRows>(), stop))
        {
            // They would be made anew, and every row that was made with the old ones would look wrong.
            await output.WriteLineAsync("The deployment's secrets (the row meta|find-secret) are gone: restore them from a backup first.");
            return BotCommands.Wrong;
        }

        var report = await does(services.GetRequiredService<Upkeep>());
        foreach (var damage in report.Damaged.Concat(report.Kept))
        {
            await output.WriteLineAsync($"  - {damage}");
        }

        if (await services.GetRequiredService<FileAndRecord>().SaidAsync(stop) is { } differs)
        {
            await output.WriteLineAsync(differs);
        }

        var rows = report.Missing.Count + report.Extra.Count;
        await output.WriteLineAsync(
            $"{report.Cases} cases can be read. Records damaged, unreadable or lost: {report.Damaged.Count} findings. Kept files "
                + "missing or "
                + $"changed: {report.Kept.Count}. Index rows missing or wrong: {report.Missing.Count}, too many: {report.Extra.Count}"
                + $"{(isPutRight && rows > 0 ? "; these were put right" : "")}."
        );
        await output.WriteLineAsync(
            report.Clean ? "Nothing is wrong."
            : isPutRight && report.Damaged.IsEmpty && report.Kept.IsEmpty ? "Nothing is wrong any more."
            : report.Damaged.IsEmpty && report.Kept.IsEmpty ? "Lists are wrong, and no record is: run the command rebuild."
            : "Something is damaged or lost: change nothing, and read docs/runbook/14-restore.md."
        );
        return report.Clean || isPutRight && report.Damaged.IsEmpty && report.Kept.IsEmpty ? BotCommands.Right : BotCommands.Wrong;
    }
}
