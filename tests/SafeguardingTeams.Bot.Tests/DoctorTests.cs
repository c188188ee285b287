using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot.Commands;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The doctor on a set-up in order, and with each single thing wrong.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class DoctorTests(HostFixture stage)
{
    private static readonly string[] Sweeps = [Heartbeat.Deadlines, Heartbeat.Dispatch, Heartbeat.Jobs, Heartbeat.Flows, Heartbeat.Watch];

    private static CancellationToken Stop => CancellationToken.None;

    [Fact]
    public async Task Each_single_thing_wrong_is_found_and_nothing_where_all_is_in_order()
    {
        await using var host = await InOrderAsync();
        var (code, report) = await ExamineAsync(host);
        Assert.True(code == BotCommands.Right, report);
        Assert.DoesNotContain("WRONG", report, StringComparison.Ordinal);
        Assert.EndsWith("All is well, as far as it can be seen from here. What is \"not checked\" a person has to look at.\n", report);
        Assert.Equal(
            Enumerable.Range(1, 11),
            report.Split('\n').SkipLast(3).Where(line => line[0] != ' ').Select(line => int.Parse(line.Split(' ')[0]))
        );
        var before = await KeysAsync(host);

        // Each is made wrong, found, and put right again.
        foreach (var (said, begin, wrong, right) in Faults(host))
        {
            await wrong();
            (code, report) = await ExamineAsync(host, begin);
            Assert.True(code == BotCommands.Wrong && report.Contains($"WRONG       {said}", StringComparison.Ordinal), $"{said}\n{report}");
            Assert.True(report.Split("WRONG  ").Length == 2, report);
            await right();
        }

        Assert.Equal(BotCommands.Right, (await ExamineAsync(host)).Code);
        Assert.Equal(before, await KeysAsync(host));
    }

    private static IEnumerable<(string Said, Action<WebApplicationBuilder>? Begin, Func<Task> Wrong, Func<Task> Right)> Faults(
        RehearsalHost host
    )
    {
        var rows = host.Services.GetRequiredService<IRows>();
        static Task Nothing() => Task.CompletedTask;
        Func<Task> Do(Action what) =>
            () =>
            {
                what();
                return Task.CompletedTask;
            };
        (string, Action<WebApplicationBuilder>?, Func<Task>, Func<Task>) Set(string said, string key, string value) =>
            (said, builder => builder.Configuration[key] = value, Nothing, Nothing);
        Func<Task> Put(string key, params (string Name, string Text)[] fields) =>
            () => rows.CommitAsync([new RowWrite.Put(key, fields.ToDictionary(one => one.Name, one => one.Text))], Stop);
        var now = TimeProvider.System.GetUtcNow();
        var entra = host.Registration;
        var chair = host.Graph.Directory.Accounts.Values.First(account => account.Mail == "chair@people.example");

        yield return Set("Bot:AppId: begins or ends with a blank. Take it away.", "Bot:AppId", $"{Guid.NewGuid()} ");
        yield return Set("Partnership:File: there is no file at that place that this host may read.", "Partnership:File", "/no/such/file");
        yield return Set("Partnership:Letters: there is no folder at that place.", "Partnership:Letters", "/no/such/folder");
        yield return (
            "The host of the timers was started with another file than this one. Give both hosts the same file",
            null,
            Put($"meta|host|{Hosts.Timers}", ("version", Hosts.Version), ("file", "other")),
            () => host.Services.GetRequiredService<Hosts>().StartedAsync(Hosts.Timers, Stop)
        );
        yield return Set(
            "The identity gets no token for Bot Framework. Check that it is assigned to this host",
            "Bot:Scope",
            "api://nobody/.default"
        );
        yield return Set("There is no table at http://127.0.0.1:", "Storage:Table", "misspelt");
        yield return (
            "1 rows of the lists are not what the events say. Run the command rebuild.",
            null,
            Put("find|nothing|x", ("case", "x")),
            () => rows.CommitAsync([new RowWrite.Delete("find|nothing|x")], Stop)
        );
        yield return (
            "GSCP-2345-6789: other rows name it, and it has no events: it was lost.",
            null,
            Put("sent|GSCP-2345-6789|Alert|chair", ("case", "GSCP-2345-6789")),
            () => rows.CommitAsync([new RowWrite.Delete("sent|GSCP-2345-6789|Alert|chair")], Stop)
        );
        yield return (
            "Sign-in for people of NHS (1cce7b84-d357-4e63-aaff-6244fa8c3ec7): the page's registration is not known in the tenant. Have an "
                + "administrator of that tenant consent",
            null,
            Do(() => entra.UnknownIn.Add("1cce7b84-d357-4e63-aaff-6244fa8c3ec7")),
            Do(() => entra.UnknownIn.Clear())
        );
        yield return Set("The setting Graph:SiteId names no site this system can see.", "Graph:SiteId", "elsewhere,1,2");
        yield return Set("The setting Graph:Submissions names no library of the site", "Graph:Submissions", "b!elsewhere");
        yield return Set("Microsoft 365 does not allow this system to do that", "Graph:Mailbox", "another@people.example");
        yield return (
            "The identity reads other mailboxes than the operational team's. Take the consented mail",
            null,
            Do(() => host.Graph.ReachesEveryMailbox = true),
            Do(() => host.Graph.ReachesEveryMailbox = false)
        );
        yield return (
            "\"chair\" (Chair, agency childrens-services): the directory has no account with their address. Change it on the card",
            null,
            Do(() => host.Graph.Directory.Add(chair with { Mail = "left@people.example", SignInName = "left@people.example" })),
            Do(() => host.Graph.Directory.Add(chair))
        );
        yield return (
            "\"chair\" (Chair, agency childrens-services): their account is blocked. Whoever has left still holds their roles.",
            null,
            Do(() => host.Graph.Directory.Add(chair with { IsBlocked = true })),
            Do(() => host.Graph.Directory.Add(chair))
        );
        yield return (
            "\"chair\" (Chair, agency childrens-services): their account is not in the directory. Whoever has left still holds",
            null,
            Do(() => host.Graph.Directory.Delete(chair.Id)),
            Do(() => host.Graph.Directory.Add(chair))
        );
        yield return Set(
            "Graph:TenantId, 6a1aba96-e256-488c-a9a3-2067baae6900, is none of the tenants in the partnership's file.",
            "Graph:TenantId",
            "6a1aba96-e256-488c-a9a3-2067baae6900"
        );
        yield return (
            "FlowSweep came last 9 minutes ago. Restart the function app, and read its log.",
            null,
            Put("meta|heartbeat|flows", ("at", $"{now.AddMinutes(-9):O}")),
            () => host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Flows, Stop)
        );
        yield return (
            "DeadlineSweep fails for 2 of what is due. Read the log for the records; run the command check.",
            null,
            () => host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Deadlines, Stop, failed: 2),
            () => host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Deadlines, Stop)
        );
        yield return (
            "The host of the timers runs version 0.9. Deploy both from one version",
            null,
            async () =>
            {
                var ours = (await host.Services.GetRequiredService<Hosts>().AllAsync(Stop)).First(one => one.Name == Hosts.Bot).File;
                await Put($"meta|host|{Hosts.Timers}", ("version", "0.9"), ("file", ours))();
            },
            () => host.Services.GetRequiredService<Hosts>().StartedAsync(Hosts.Timers, Stop)
        );
    }

    [Fact]
    public async Task A_registration_or_an_address_that_is_not_the_pages_is_found()
    {
        await using var host = await InOrderAsync();
        host.Registration.Redirect = "/elsewhere";
        var report = (await ExamineAsync(host)).Report;
        Assert.Contains(
            $"the redirect address {new Uri(host.WebPage, "/signin-oidc")} is not registered. Add it",
            report,
            StringComparison.Ordinal
        );
        (host.Registration.Redirect, host.Registration.IssuesIdTokens) = ("/signin-oidc", false);
        report = (await ExamineAsync(host)).Report;
        Assert.Contains("Sign-in for the page: id tokens are switched off. Tick ID tokens", report, StringComparison.Ordinal);

        // Another address than the bot's: the door is not there either.
        report = (await ExamineAsync(host, builder => builder.Configuration["WebPage:Address"] = host.Page.ToString())).Report;
        Assert.Contains(
            $"WRONG       At {new Uri(host.Page, "/api/messages")} something answers 404 to a message without a token",
            report,
            StringComparison.Ordinal
        );
        report = (
            await ExamineAsync(host, builder =>
                builder.Configuration["WebPage:Address"] = $"http://127.0.0.1:{Rehearsal.Parts.Azurite.FreePort()}"
            )
        ).Report;
        Assert.Contains("WRONG       Nothing answers at http://127.0.0.1:", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_the_partnerships_own_are_each_drawn_once_and_what_cannot_be_is_said()
    {
        await using var host = await InOrderAsync();
        var folder = Directory.CreateTempSubdirectory("letters").FullName;
        void With(WebApplicationBuilder builder) => builder.Configuration["Partnership:Letters"] = folder;
        var letter = Path.Combine(folder, "scoping-letter.md");
        var shipped = Presentation.Documents.Letter.LetterTemplate.ShippedMarkdown(Presentation.Documents.Letter.LetterKind.Scoping);
        await File.WriteAllTextAsync(letter, shipped);
        var report = (await ExamineAsync(host, With)).Report;
        Assert.Contains(
            "  ok          scoping-letter.md: a letter of that name is known, it is UTF-8, and a sample of it was drawn.\n"
                + "  ok          As they are shipped: panel-letter.md, review-decided-letter.md",
            report,
            StringComparison.Ordinal
        );
        foreach (
            var (bytes, said) in new[]
            {
                (Encoding.Latin1.GetBytes($"{shipped}\n£5"), "it is not saved as UTF-8"),
                (Encoding.UTF8.GetBytes($"{shipped}\nA\vB"), "Line 42: there is a character that no document can hold"),
                (
                    Encoding.UTF8.GetBytes(shipped.Replace("{{outline}}", "", StringComparison.Ordinal)),
                    "The letter does not say the referral"
                ),
                (
                    Encoding.UTF8.GetBytes(shipped.Replace("{{nil-return}}", "", StringComparison.Ordinal)),
                    "The letter does not say that an agency to which the family is not known confirms that in writing."
                ),
            }
        )
        {
            await File.WriteAllBytesAsync(letter, bytes);
            report = (await ExamineAsync(host, With)).Report;
            Assert.Contains($"3 Letters\n  WRONG       Partnership:Letters, scoping-letter.md: {said}", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Storage_that_does_not_answer_ends_the_examination_of_it_and_not_of_the_rest()
    {
        await using var host = await InOrderAsync();
        var (code, report) = await ExamineAsync(host, builder =>
            builder.Configuration["Storage:ConnectionString"] = host.Azurite.ConnectionString.Replace(
                host.Azurite.ConnectionString.Split("TableEndpoint=http://127.0.0.1:")[1].Split('/')[0],
                $"{Rehearsal.Parts.Azurite.FreePort()}",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(BotCommands.Wrong, code);
        Assert.Contains("WRONG       Storage does not answer at http://127.0.0.1:", report, StringComparison.Ordinal);
        Assert.Contains("not checked Events, lists and kept files. Put storage right first.", report, StringComparison.Ordinal);
        Assert.Contains("ok          The site is reached", report, StringComparison.Ordinal);
    }

    private async Task<RehearsalHost> InOrderAsync()
    {
        var host = await stage.StartAsync();
        foreach (var sweep in Sweeps)
        {
            await host.Services.GetRequiredService<Heartbeat>().BeatAsync(sweep, Stop);
        }

        await host.Services.GetRequiredService<Hosts>().StartedAsync(Hosts.Timers, Stop);
        return host;
    }

    private static async Task<(int Code, string Report)> ExamineAsync(RehearsalHost host, Action<WebApplicationBuilder>? change = null)
    {
        var (code, output, _) = await CommandsTests.RunAsync(
            () =>
            {
                var builder = host.Begin();
                change?.Invoke(builder);
                return builder;
            },
            "doctor"
        );
        return (code, output);
    }

    private static async Task<IEnumerable<string>> KeysAsync(RehearsalHost host) =>
        (await host.Services.GetRequiredService<IRows>().ReadRangeAsync(" ", "~", Stop)).Select(row => row.Key);
}
