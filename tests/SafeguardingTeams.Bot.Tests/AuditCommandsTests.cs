using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Bot.Upkeeping;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The commands about the data as a whole, as somebody types them.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class AuditCommandsTests(HostFixture stage) : IDisposable
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private readonly string _folder = Directory.CreateTempSubdirectory("audit").FullName;

    [Fact]
    public async Task Each_says_what_it_did_and_ends_with_a_code_and_none_names_a_child()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        Assert.Equal((0, true), await SaysAsync(host, "There is no export yet", "verify"));
        Assert.Equal((0, true), await SaysAsync(host, "The table agrees with itself.", "verify"));
        Assert.Equal((0, true), await SaysAsync(host, "There is no copy beside the exports yet", "restore"));
        host.Clock.Set(HostFixture.Monday.AddDays(1));
        await host.Services.GetRequiredService<ExportSweep>().RunAsync(Stop);
        Assert.Equal((0, true), await SaysAsync(host, "Table and exports agree.", "verify"));
        Assert.Equal((1, true), await SaysAsync(host, "None has the fingerprint", "verify", "--fingerprint", new('0', 64)));

        string[] export = ["export", "--record", reference, "--to", _folder, "--reason", "Order.", "--by"];
        Assert.Equal((1, true), await SaysAsync(host, "nobody in the partnership's file", [.. export, "nobody"]));
        Assert.Equal((0, true), await SaysAsync(host, "3 files written.", [.. export, "operations-officer"]));
        Assert.Equal((1, true), await SaysAsync(host, "is there already", [.. export, "operations-officer"]));
        Assert.Contains(
            "Child A",
            await File.ReadAllTextAsync(Path.Combine(_folder, reference, $"{reference}.html"), Stop),
            StringComparison.Ordinal
        );

        Assert.Equal(
            (0, true),
            await SaysAsync(
                host,
                "in 1 records.",
                "export",
                "--person",
                "--to",
                Path.Combine(_folder, "person"),
                "--by",
                "operations-officer"
            )
        );
        Assert.Equal((2, true), await SaysAsync(host, "export --person", "export", "--person", "--to", _folder));
        Assert.Equal(
            (1, true),
            await SaysAsync(host, "may have 300", [.. export[..^2], new string('x', 301), "--by", "operations-officer"])
        );
        Assert.Equal(
            (0, true),
            await SaysAsync(host, "written.", "export", "--person", "--id", "mash-officer", "--to", _folder, "--by", "operations-officer")
        );
        Assert.Equal((0, true), await SaysAsync(host, "is copied", "backup", "--to", _folder));
        Assert.Equal((1, true), await SaysAsync(host, "table.br is there already", "backup", "--to", _folder));
        Assert.Equal((1, true), await SaysAsync(host, "The table is not empty", "restore", "--from", Path.Combine(_folder, "table.br")));
        Assert.Equal((0, true), await SaysAsync(host, ".table.br\nPut one into the empty table", "restore"));
        Assert.Equal((0, true), await SaysAsync(host, "Nothing is held: reminders go.", "release"));
        Assert.Equal((1, true), await SaysAsync(host, "Nothing is held", "release", "--drop"));
        Assert.Equal((2, true), await SaysAsync(host, "verify [--fingerprint", "verify", "--please"));

        var rows = host.Services.GetRequiredService<IRows>();
        var read = (await rows.ReadAsync("read|", Stop)).FirstOrDefault(row =>
            row["at"].StartsWith("2026-11-02", StringComparison.Ordinal)
        );
        var changed = read ?? (await rows.ReadAsync($"case|{reference}|e|", Stop))[0];
        await rows.CommitAsync([new RowWrite.Delete(changed.Key)], Stop);
        Assert.Equal((1, true), await SaysAsync(host, "taken out of the table", "verify"));
    }

    [Fact]
    public async Task A_bundle_brings_what_people_keep_in_SharePoint_and_says_what_it_could_not_bring()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        var folders = host.Services.GetRequiredService<IFolders>();
        var large = new byte[5_000_000];
        Random.Shared.NextBytes(large);
        await KeepAsync(folders, Library.SecuredRecords, [reference, "police"], "Child A, notes.docx", large);
        await KeepAsync(folders, Library.CaseRecords, [reference], "minutes.pdf", "minutes"u8.ToArray());
        await KeepAsync(folders, Library.CaseRecords, ["GSCP-2345-6789"], "of another.pdf", "x"u8.ToArray());

        string[] Export(string to) =>
            ["export", "--record", reference, "--to", Path.Combine(_folder, to), "--reason", "Order.", "--by", "operations-officer"];
        Assert.Equal((0, true), await SaysAsync(host, "5 files written.\n", Export("whole")));
        var whole = Path.Combine(_folder, "whole", reference);
        Assert.Equal("minutes"u8.ToArray(), await File.ReadAllBytesAsync(Path.Combine(whole, $"{reference}-file-001.pdf"), Stop));
        Assert.Equal(large, await File.ReadAllBytesAsync(Path.Combine(whole, $"{reference}-file-002.docx"), Stop));
        var page = await File.ReadAllTextAsync(Path.Combine(whole, $"{reference}.html"), Stop);
        Assert.Contains($"SecuredRecords/{reference}/police/Child A, notes.docx (", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of another.pdf", page, StringComparison.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(whole, "SHA256SUMS"), Stop))
        {
            Assert.Equal(
                line[..64],
                Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(whole, line[66..]), Stop)))
            );
        }

        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(whole, "SHA256SUMS"), Stop)).Length);
        host.Graph.Faults.Plan("GET", "/drives/{drive}/items/{item}/content", new GraphFault(403, "accessDenied"), nth: 2);
        Assert.Equal((1, true), await SaysAsync(host, "1 could not be brought, and the bundle is not whole", Export("part")));
        var part = Path.Combine(_folder, "part", reference);
        Assert.False(File.Exists(Path.Combine(part, $"{reference}-file-002.docx")));
        Assert.Contains(
            "not in this bundle: Microsoft 365 does not allow",
            await File.ReadAllTextAsync(Path.Combine(part, $"{reference}.html"), Stop),
            StringComparison.Ordinal
        );
    }

    private static async Task KeepAsync(IFolders folders, Library library, string[] path, string name, byte[] bytes)
    {
        string? parent = null;
        foreach (var folder in path)
        {
            var made = await folders.EnsureFolderAsync(library, parent, folder, Stop);
            parent = Assert.IsType<GraphResult<StoredItem>.Done>(made).Value.Id;
        }

        Assert.IsType<GraphResult<StoredItem>.Done>(await folders.UploadAsync(library, parent!, name, bytes, Stop));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The code it ends with, and whether it says so.</summary>
    private static async Task<(int Code, bool Says)> SaysAsync(RehearsalHost host, string words, params string[] args)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var code = await new AuditCommands(host.Services, new(said, new StringReader("Child A\n\n"))).RunAsync(args, Stop);
        Assert.DoesNotContain("Child A", said.ToString(), StringComparison.Ordinal);
        return (code, said.ToString().Contains(words, StringComparison.Ordinal));
    }
}
