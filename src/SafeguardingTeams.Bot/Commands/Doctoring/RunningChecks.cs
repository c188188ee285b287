using System.Runtime.CompilerServices;
using Azure;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>What runs: sweeps, queues, the calendar, and which versions with which file.</summary>
internal static class RunningChecks
{
    /// <summary>Whether bot and timers were started with the file that this command has read.</summary>
    internal static async IAsyncEnumerable<Finding> FilesAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await StartedAsync(patient, stop) is not { } started)
        {
            yield return Finding.Unchecked("Whether both hosts have this file: storage does not say.", "See 5.");
            yield break;
        }

        var ours = patient.Get<PartnershipFile>().Fingerprint;
        foreach (var name in new[] { Hosts.Bot, Hosts.Timers })
        {
            yield return started.FirstOrDefault(host => host.Name == name) switch
            {
                null => Finding.Unchecked(
                    $"The {name} have not started yet on this storage.".Replace("bot have", "bot has", StringComparison.Ordinal),
                    "Start them."
                ),
                { File: var file } when file == ours => Finding.Ok($"The host of the {name} was started with this file."),
                _ => Finding.Wrong(
                    $"The host of the {name} was started with another file than this one.",
                    "Give both hosts the same file, and restart them."
                ),
            };
        }
    }

    internal static async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!patient.HasStorage)
        {
            yield return Finding.Unchecked("Sweeps, queues and the calendar.", "Put storage right first.");
            yield break;
        }

        foreach (var sweep in await patient.Get<Heartbeat>().AgesAsync(stop))
        {
            yield return sweep switch
            {
                { Age: null } when sweep.Patience > TimeSpan.FromDays(1) => Finding.Unchecked(
                    $"{sweep.Timer} has not come yet: it comes once a night.",
                    "Ask again tomorrow."
                ),
                { Age: null } => Finding.Wrong(
                    $"{sweep.Timer} has never come. Once the timers run it comes within {sweep.Patience.TotalMinutes:0} minutes.",
                    "Start the function app; if it has run as long, read its log."
                ),
                { Age: { } age } when age > sweep.Patience => Finding.Wrong(
                    $"{sweep.Timer} came last {age.TotalMinutes:0} minutes ago.",
                    "Restart the function app, and read its log."
                ),
                { Failed: > 0 } => Finding.Wrong(
                    $"{sweep.Timer} fails for {sweep.Failed} of what is due.",
                    "Read the log for the records; run the command check."
                ),
                _ => Finding.Ok($"{sweep.Timer} came {sweep.Age!.Value.TotalSeconds:0} s ago."),
            };
        }

        foreach (var queue in await patient.Get<WorkQueues>().StatesAsync(stop))
        {
            yield return queue.DeadLettered > 0
                ? Finding.Wrong(
                    $"Queue {queue.Name}: {queue.DeadLettered} could not be done by machine.",
                    "Operations see them on the card \"What was not delivered\"."
                )
                : Finding.Ok($"Queue {queue.Name}: {queue.Due} due now, none dead-lettered.");
        }

        var rules = patient.Get<CurrentRules>();
        await rules.RefreshAsync(always: true, stop);
        var last = rules.Calendar.LastDay;
        yield return patient.Get<LondonClock>().Today > last.AddYears(-1)
            ? Finding.Wrong(
                $"Bank holidays are known to {last:yyyy-MM-dd}: less than a year.",
                "Take the next version, or enter them on the card \"Bank holidays\"."
            )
            : Finding.Ok($"Bank holidays are known to {last:yyyy-MM-dd}.");
        yield return await ExportAsync(patient, stop);
    }

    private static async Task<Finding> ExportAsync(Patient patient, CancellationToken stop)
    {
        try
        {
            return await patient.Get<AuditExport>().LastDayAsync(stop) switch
            {
                null => Finding.Unchecked(
                    "The audit and the copy of the table: there is none yet.",
                    "The timers make both each night: ask again tomorrow."
                ),
                { } day when day < patient.Get<LondonClock>().Today.AddDays(-2) => Finding.Wrong(
                    $"The audit was exported, and the table copied, last for {day:yyyy-MM-dd}.",
                    "Read the log of ExportSweep in the function app."
                ),
                { } day => Finding.Ok($"The audit is exported, and the table copied, up to {day:yyyy-MM-dd}."),
            };
        }
        catch (RequestFailedException e)
        {
            return Finding.Wrong(
                $"The container of the audit cannot be read ({e.Status}).",
                "Make it as infra does (Storage:AuditContainer), with the hosts' identity as Storage Blob Data Contributor."
            );
        }
    }

    internal static async IAsyncEnumerable<Finding> VersionsAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return Finding.Ok($"This program is version {Hosts.Version}.");
        foreach (var host in await StartedAsync(patient, stop) ?? [])
        {
            yield return host.Version == Hosts.Version
                ? Finding.Ok($"The host of the {host.Name} runs this version.")
                : Finding.Wrong(
                    $"The host of the {host.Name} runs version {host.Version}.",
                    "Deploy both from one version, and run this command of that one."
                );
        }

        yield return Finding.Unchecked("The version of the app's package.", "See the Teams admin centre, Manage apps.");
    }

    private static async Task<IReadOnlyList<StartedHost>?> StartedAsync(Patient patient, CancellationToken stop) =>
        !patient.HasStorage ? null : await patient.Get<Hosts>().AllAsync(stop);
}
