using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Commands;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>What the program does by how it is called, and how it ends.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class CommandsTests(HostFixture stage)
{
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "partnership.json");

    [Theory]
    [InlineData("chekc", "Unrecognized command or argument 'chekc'.")]
    [InlineData("--check", "Unrecognized command or argument '--check'.")]
    [InlineData("check twice", "Unrecognized command or argument 'twice'.")]
    [InlineData("validate", "Required argument missing for command: 'validate'.")]
    public async Task What_it_does_not_know_is_said_and_starts_nothing(string args, string said)
    {
        var (code, _, error) = await RunAsync(() => throw new InvalidOperationException("It was started."), args.Split(' '));
        Assert.Equal(BotCommands.NotDone, code);
        Assert.Equal($"{said}\nNothing was started. --help shows the commands.\n", error);
    }

    [Fact]
    public async Task Help_names_every_command_and_starts_nothing()
    {
        var (code, output, _) = await RunAsync(() => throw new InvalidOperationException("It was started."), "--help");
        Assert.Equal(BotCommands.Right, code);
        Assert.All(["check", "rebuild", "doctor", "validate", "sign-out-everybody", "--version"], name =>
            Assert.Contains(name, output, StringComparison.Ordinal)
        );
        (code, output, _) = await RunAsync(() => throw new InvalidOperationException("It was started."), "--version");
        Assert.Equal((BotCommands.Right, true), (code, output.Trim().Length > 0));
    }

    [Fact]
    public async Task A_file_is_validated_alone()
    {
        Assert.Equal(
            (BotCommands.Right, $"{Shipped}: in order, and an example: a host starts with it on the storage emulator only.\n", ""),
            await RunAsync(Never, "validate", Shipped)
        );
        var real = Testing.RealFile.At;
        Assert.Equal(
            (BotCommands.Right, $"{real}: in order. Greenwich Safeguarding Children Partnership: 11 agencies, 4 tenants, 25 people.\n", ""),
            await RunAsync(Never, "validate", real)
        );
        var wrong = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            wrong,
            (await File.ReadAllTextAsync(Shipped)).Replace(
                "\"role\": \"Chair\", \"from\": \"2026-01-01\", \"to\": null",
                "\"role\": \"Chair\", \"from\": \"2019-01-01\", \"to\": \"2019-12-31\"",
                StringComparison.Ordinal
            )
        );
        var (code, output, _) = await RunAsync(Never, "validate", wrong);
        Assert.Equal(BotCommands.Wrong, code);
        Assert.StartsWith("  - people: nobody holds the role Chair on ", output, StringComparison.Ordinal);
        Assert.EndsWith($"{wrong}: 1 thing to be put right.\n", output, StringComparison.Ordinal);
        Assert.Equal(
            (BotCommands.NotDone, "", "/no/such/file: there is no file to be read at that place.\n"),
            await RunAsync(Never, "validate", "/no/such/file")
        );
    }

    [Fact]
    public async Task A_file_is_named_from_where_the_command_is_typed_as_the_runbook_types_it()
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        string[] typed = ["run", "--no-build", "-c", configuration, "--project", "src/SafeguardingTeams.Bot", "--", "validate"];
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [.. typed, "docs/examples/partnership-rivers.json"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = System.Diagnostics.Process.Start(start)!;
        var output = await run.StandardOutput.ReadToEndAsync();
        var error = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == BotCommands.Right, output + error);
        Assert.StartsWith("docs/examples/partnership-rivers.json: in order", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_beside_a_file_are_validated_with_it_and_samples_of_all_can_be_looked_at()
    {
        var folder = Directory.CreateTempSubdirectory("partnership");
        var (file, samples) = (Path.Combine(folder.FullName, "partnership.json"), Path.Combine(folder.FullName, "samples"));
        var letter = Path.Combine(folder.CreateSubdirectory("letters").FullName, "panel-letter.md");
        File.Copy(Shipped, file);
        await File.WriteAllTextAsync(
            letter,
            LetterTemplate.ShippedMarkdown(LetterKind.Panel).Replace("{{date}}", "{{day}}", StringComparison.Ordinal)
        );
        var (code, output, _) = await RunAsync(Never, "validate", file, "--samples", samples);
        Assert.Equal((BotCommands.Wrong, false), (code, Directory.Exists(samples)));
        Assert.StartsWith(
            "  - letters, panel-letter.md: Line 2: {{day}} is no placeholder of this letter.",
            output,
            StringComparison.Ordinal
        );

        await File.WriteAllTextAsync(letter, $"{LetterTemplate.ShippedMarkdown(LetterKind.Panel)}\nIn our own words.\n");
        (code, output, _) = await RunAsync(Never, "validate", file, "--samples", samples);
        Assert.Equal(BotCommands.Right, code);
        Assert.Contains("\nLetters of your own, each drawn once: panel-letter.md.\n", output, StringComparison.Ordinal);
        Assert.Equal(
            Enum.GetValues<LetterKind>().Select(kind => Path.ChangeExtension(LetterTemplate.FileOf(kind), ".docx")).Order(),
            Directory.EnumerateFiles(samples).Select(Path.GetFileName).Order()
        );
        await using var drawn = await System.IO.Compression.ZipFile.OpenReadAsync(Path.Combine(samples, "panel-letter.docx"));
        using var text = new StreamReader(await drawn.GetEntry("word/document.xml")!.OpenAsync());
        var words = await text.ReadToEndAsync();
        Assert.Contains("In our own words.", words, StringComparison.Ordinal);
        Assert.Contains("[which of the three conclusions was reached]", words, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everybody_is_signed_out_of_the_page_at_once_and_can_sign_in_again()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var first = await Browser.SignedInAsync(host, "mash-officer");
        using var second = await Browser.SignedInAsync(host, "lead-health");
        var (code, output, _) = await RunAsync(host.Begin, "sign-out-everybody");
        Assert.Equal(BotCommands.Right, code);
        Assert.StartsWith("2 sessions ended: ", output, StringComparison.Ordinal);
        foreach (var http in new[] { first, second })
        {
            using var answer = await http.GetAsync("/web/session");
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var again = await Browser.SignedInAsync(host, "mash-officer");
        using var session = await again.GetAsync("/web/session");
        Assert.Equal(System.Net.HttpStatusCode.OK, session.StatusCode);
        Assert.StartsWith("1 session ended: ", (await RunAsync(host.Begin, "sign-out-everybody")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checked_and_rebuilt_beside_the_running_bot()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        await host.QuietAsync();
        var clean =
            "1 cases can be read. Records damaged, unreadable or lost: 0 findings. Kept files missing or changed: 0. Index rows "
            + "missing or ";
        Assert.Equal((BotCommands.Right, $"{clean}wrong: 0, too many: 0.\nNothing is wrong.\n", ""), await RunAsync(host.Begin, "check"));

        var rows = host.Services.GetRequiredService<IRows>();
        var task = (await rows.ReadAsync("task|", Stop))[0];
        await rows.CommitAsync([new RowWrite.Delete(task.Key)], Stop);
        Assert.Equal(
            (BotCommands.Wrong, $"{clean}wrong: 1, too many: 0.\nLists are wrong, and no record is: run the command rebuild.\n", ""),
            await RunAsync(host.Begin, "check")
        );
        Assert.Equal(
            (BotCommands.Right, $"{clean}wrong: 1, too many: 0; these were put right.\nNothing is wrong any more.\n", ""),
            await RunAsync(host.Begin, "rebuild")
        );
        Assert.Equal(BotCommands.Right, (await RunAsync(host.Begin, "check")).Code);

        var first = (await rows.ReadAsync($"case|{reference}|e|", Stop))[0];
        await rows.CommitAsync([new RowWrite.Put(first.Key, new Dictionary<string, string> { ["record"] = "{" })], Stop);
        foreach (var command in new[] { "check", "rebuild" })
        {
            var (code, output, error) = await RunAsync(host.Begin, command);
            Assert.Equal((BotCommands.Wrong, ""), (code, error));
            Assert.Contains($"  - {reference}, event 1: it cannot be read. Restore it from a backup.\n", output, StringComparison.Ordinal);
        }

        Assert.NotNull(await rows.FindAsync(task.Key, Stop));
    }

    [Fact]
    public async Task A_misspelt_table_or_another_code_is_said_and_no_table_is_made()
    {
        await using var host = await stage.StartAsync(installs: false);
        WebApplicationBuilder With(string key, string value)
        {
            var builder = host.Begin();
            builder.Configuration[key] = value;
            return builder;
        }

        foreach (var command in new[] { "check", "rebuild" })
        {
            for (var twice = 0; twice < 2; twice++)
            {
                var (code, output, error) = await RunAsync(() => With("Storage:Table", "misspelt"), command);
                Assert.Equal((BotCommands.NotDone, ""), (code, output));
                Assert.StartsWith("There is no table at http://127.0.0.1:", error, StringComparison.Ordinal);
            }
        }

        var other = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            other,
            (await File.ReadAllTextAsync(Shipped)).Replace("\"GSCP\"", "\"OTHER\"", StringComparison.Ordinal)
        );
        Assert.Contains(
            "holds nothing of this partnership, but rows of GSCP. Check \"code\" in the partnership's file",
            (await RunAsync(() => With("Partnership:File", other), "check")).Error,
            StringComparison.Ordinal
        );
        var silent = host.Azurite.ConnectionString.Replace(
            host.Azurite.ConnectionString.Split("TableEndpoint=http://127.0.0.1:")[1].Split('/')[0],
            $"{Azurite.FreePort()}",
            StringComparison.Ordinal
        );
        (var ended, _, var why) = await RunAsync(() => With("Storage:ConnectionString", silent));
        Assert.Equal(BotCommands.NotDone, ended);
        Assert.Contains("Storage does not answer at http://127.0.0.1:", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_are_said_at_once_whatever_is_asked()
    {
        var letters = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "scopping-letter.md"), "x");
        WebApplicationBuilder Begin()
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Partnership:File"] = Shipped,
                    ["Partnership:Letters"] = letters,
                    ["WebPage:Address"] = "http://page.example",
                    ["Storage:TableEndpoint"] = "http://account.table.core.windows.net/",
                    ["Storage:BlobEndpoint"] = "account.blob",
                    ["Storage:Table"] = "safe-guarding",
                    ["Storage:Container"] = "Kept",
                    ["Storage:AuditContainer"] = "audit_",
                    ["Bot:AppId"] = $"{Guid.NewGuid()} ",
                    ["Bot:TenantId"] = Guid.NewGuid().ToString(),
                    ["Bot:ManagedIdentityClientId"] = "x",
                    ["AzureAd:ClientId"] = Guid.NewGuid().ToString(),
                    ["Tab:Host"] = "https://elsewhere.example",
                }
            );
            return builder;
        }

        string[] said =
        [
            "Partnership:File: it says that it is an example. Put your own people, numbers and addresses in, and take \"example\" out.",
            "Partnership:Letters, scopping-letter.md: no letter has that name; the one that is shipped would go out.",
            "Bot:AppId: begins or ends with a blank. Take it away.",
            "WebPage:Address: set it to the https address the page is reached at.",
            "Bot:ManagedIdentityClientId: set it to the client id of the managed identity, or leave it out.",
            "Storage:TableEndpoint: set it to the https address as the storage account shows it",
            "Storage:BlobEndpoint: set it to the https address as the storage account shows it",
            "Storage:Table: use 3 to 63 letters and digits, a letter first",
            "Storage:Container: use 3 to 63 lower-case letters, digits and single hyphens",
            "Storage:AuditContainer: use 3 to 63 lower-case letters, digits and single hyphens",
            "Storage:CookieKey: set it to the identifier, without a version",
            "Tab:Host: is for a rehearsal on one machine",
        ];
        foreach (var command in new[] { "", "check" })
        {
            var (code, _, error) = await RunAsync(Begin, command);
            Assert.Equal(BotCommands.NotDone, code);
            Assert.All(said, one => Assert.Contains($"\n  - {one}", error, StringComparison.Ordinal));
            Assert.Equal(said.Length, error.Split("\n  - ").Length - 1);
        }

        var (wrong, report, _) = await RunAsync(Begin, "doctor");
        Assert.Equal(BotCommands.Wrong, wrong);
        Assert.All(said, one => Assert.Contains($"\n  WRONG       {one}", report, StringComparison.Ordinal));
        Assert.Contains("\n5 Storage\n  not checked Nothing can be asked before the settings are right.", report, StringComparison.Ordinal);
    }

    internal static CancellationToken Stop => CancellationToken.None;

    private static WebApplicationBuilder Never() => throw new InvalidOperationException("It was started.");

    internal static async Task<(int Code, string Output, string Error)> RunAsync(Func<WebApplicationBuilder> begin, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await new BotCommands(output, error, begin).RunAsync([.. args.Where(arg => arg.Length > 0)]);
        return (code, output.ToString(), error.ToString());
    }
}
