using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.Bot.Upkeeping;

/// <summary>
/// The commands about the data as a whole: verify, export, backup, restore, release. Each says what it did, and changes nothing that it
/// does not name. What they write to the screen holds references and numbers, never what a record says (F2).
/// </summary>
/// <param name="services">The host's; storage is prepared.</param>
/// <param name="console">Where it is said, and where a name is asked for.</param>
public sealed partial class AuditCommands(IServiceProvider services, AuditConsole console)
{
    private const int Done = 0;
    private const int Wrong = 1;
    private const int NotUnderstood = 2;

    /// <summary>As many findings are said one by one.</summary>
    private const int Said = 100;

    /// <summary>The first words of all of them, and what each does.</summary>
    public static IReadOnlyList<(string Name, string Description)> Descriptions { get; } =
    [
        ("verify", "Verifies the table against the nightly exports, and these against one another. Changes nothing."),
        ("export", "Writes one record for a court, or all that is stored about one person, into a folder."),
        ("backup", "Copies the table into a file."),
        ("restore", "Puts a copy into an empty table. What was about to be sent is held until somebody releases it."),
        ("release", "Sends or drops what a restored table holds back."),
    ];

    /// <summary>Runs one. Returns 0 where all is well, 1 where something is wrong, 2 where it was not understood.</summary>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        args switch
        {
            ["verify"] => await VerifyAsync("", cancellationToken),
            ["verify", "--fingerprint", var noted] => await VerifyAsync(noted, cancellationToken),
            ["export", "--record", var record, .. var rest] when Options(rest, "--to", "--by", "--reason") is { } given =>
                await RecordAsync(record, given["--to"], given["--by"], given["--reason"], cancellationToken),
            ["export", "--person", .. var rest] when Options(rest, "--to", "--id", "--by") is { } given => await StaffAsync(
                given["--id"],
                given["--to"],
                given["--by"],
                cancellationToken
            ),
            ["export", "--person", .. var rest] when Options(rest, "--to", "--by") is { } given => await PersonAsync(
                given["--to"],
                given["--by"],
                cancellationToken
            ),
            ["backup", "--to", var folder] => await BackupAsync(folder, cancellationToken),
            ["restore"] => await CopiesAsync(cancellationToken),
            ["restore", "--from", var copy] => await RestoreAsync(copy, cancellationToken),
            ["release"] => await HeldAsync(cancellationToken),
            ["release", "--send"] => await ReleaseAsync(sends: true, cancellationToken),
            ["release", "--drop"] => await ReleaseAsync(sends: false, cancellationToken),
            _ => await UsageAsync(),
        };

    private async Task<int> VerifyAsync(string noted, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<AuditCheck>().RunAsync(noted, cancellationToken);
        foreach (var finding in report.Findings.Take(Said))
        {
            await console.SayAsync($"{finding.Where}: {finding.What}");
        }

        if (report.Findings.Count > Said)
        {
            await console.SayAsync($"… and {report.Findings.Count - Said} more.");
        }

        await console.SayAsync(
            report.Days == 0
                ? "There is no export yet: the table can only be held against itself."
                : $"{report.Days} exports, from {report.First:yyyy-MM-dd} to {report.Last:yyyy-MM-dd}, with {report.Entries} readings and "
                    + $"events. Fingerprint of the last: {report.Fingerprint}."
        );
        await console.SayAsync(
            report.Findings.IsEmpty && report.Days == 0 ? "The table agrees with itself. Run this again after the first night."
            : report.Findings.IsEmpty ? "Table and exports agree."
            : $"{report.Findings.Count} findings. See docs/runbook/13-audit.md."
        );
        return report.Findings.IsEmpty ? Done : Wrong;
    }

    private async Task<int> BackupAsync(string folder, CancellationToken cancellationToken)
    {
        var copy = await services.GetRequiredService<Backups>().CopyAsync(cancellationToken);
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, "table.br");
        if (File.Exists(path))
        {
            await console.SayAsync("table.br is there already. Name another folder; nothing was written.");
            return Wrong;
        }

        await using (var file = new FileStream(path, FileMode.CreateNew))
        {
            await file.WriteAsync(copy, cancellationToken);
        }

        await console.SayAsync("The table is copied to table.br. Kept files stay in their container, under their fingerprints.");
        return Done;
    }

    private async Task<int> CopiesAsync(CancellationToken cancellationToken)
    {
        var names = await services.GetRequiredService<Backups>().NamesAsync(cancellationToken);
        foreach (var name in names)
        {
            await console.SayAsync(name);
        }

        await console.SayAsync(
            names.Count == 0
                ? "There is no copy beside the exports yet: the timers make one each night."
                : "Put one into the empty table that Storage:Table names: restore --from NAME."
        );
        return Done;
    }

    private async Task<int> RestoreAsync(string from, CancellationToken cancellationToken)
    {
        var backups = services.GetRequiredService<Backups>();
        var copy = File.Exists(from)
            ? await File.ReadAllBytesAsync(from, cancellationToken)
            : await backups.ReadAsync(from, cancellationToken);
        if (copy is not { } bytes)
        {
            await console.SayAsync("There is no copy of that name, neither on this machine nor beside the exports.");
            return Wrong;
        }

        try
        {
            if (await backups.RestoreAsync(bytes, cancellationToken) is { } why)
            {
                await console.SayAsync(why);
                return Wrong;
            }
        }
        catch (FormatException e)
        {
            await console.SayAsync(e.Message);
            return Wrong;
        }

        foreach (var (record, certificate) in await services.GetRequiredService<DisposedBefore>().BackAsync(cancellationToken))
        {
            await console.SayAsync(
                $"{record} was disposed of after the copy was made (certificate {certificate}), and is there again. Have it disposed of "
                    + "again: it comes on the list of records to be reviewed."
            );
        }

        await console.SayAsync("The copy is in the table. Next: check, then verify, then release. Until then no reminder goes.");
        return await HeldAsync(cancellationToken);
    }

    private async Task<int> HeldAsync(CancellationToken cancellationToken)
    {
        var backups = services.GetRequiredService<Backups>();
        if (!await backups.IsHeldAsync(cancellationToken))
        {
            await console.SayAsync("Nothing is held: reminders go.");
            return Done;
        }

        var held = await backups.HeldBackAsync(cancellationToken);
        foreach (var (queue, count) in held)
        {
            var what = queue switch
            {
                "out" => "messages in Teams",
                "errand" => "jobs in Outlook and SharePoint",
                "flow" => "announcements to flows",
                _ => "deliveries to flows",
            };
            await console.SayAsync($"{count} {what} waited when the copy was made.");
        }

        await console.SayAsync(
            held.Count == 0
                ? "Nothing waited in the queues of the copy. Reminders go again after release --drop, and not before."
                : "Look in Teams and Outlook whether they have gone since. release --drop where they have, release --send where not."
        );
        return Done;
    }

    private async Task<int> ReleaseAsync(bool sends, CancellationToken cancellationToken)
    {
        var count = await services.GetRequiredService<Backups>().ReleaseAsync(sends, cancellationToken);
        await console.SayAsync(
            count is null ? "Nothing is held, or a copy is still being put back: run restore to its end first."
            : sends ? $"{count} go now, and reminders go on."
            : $"{count} were dropped, and reminders go on."
        );
        return count is null ? Wrong : Done;
    }

    private async Task<int> UsageAsync()
    {
        await console.SayAsync(
            """
            verify [--fingerprint SHA256]                            table and exports against one another; changes nothing
            export --record REF --to FOLDER --by ID --reason TEXT    everything of one record, for a court, a coroner or an inquiry
            export --person --id ID --to FOLDER --by ID              every place that holds something on somebody who works with it
            export --person --to FOLDER --by ID                      the same of a child or an adult; asks for name and date of birth
            backup --to FOLDER                                       a copy of the table
            restore                                                  the copies that are kept
            restore --from COPY                                      puts a copy into an empty table; stop the hosts before
            release [--send | --drop]                                what waited in the queues of the copy: says, sends or drops it
            """
        );
        return NotUnderstood;
    }

    /// <summary>Each of the names with its value, in any order; null where one is missing or there is another.</summary>
    private static Dictionary<string, string>? Options(string[] args, params string[] names)
    {
        var given = args.Chunk(2)
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return args.Length == 2 * names.Length && names.All(name => given.GetValueOrDefault(name)?.Trim().Length > 0) ? given : null;
    }
}

/// <summary>Where a command says something, and asks.</summary>
public sealed record AuditConsole(TextWriter To, TextReader From)
{
    internal Task SayAsync(string line) => To.WriteLineAsync(line);

    /// <summary>Asks. What is answered stands in no list of processes and in no history of a shell.</summary>
    internal async Task<string> AskAsync(string question)
    {
        await To.WriteAsync($"{question} ");
        return (await From.ReadLineAsync() ?? "").Trim();
    }
}
