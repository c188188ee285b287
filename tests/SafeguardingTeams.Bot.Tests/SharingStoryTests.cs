using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>A briefing and a report in Teams, and their files over HTTP (E5, E7, E20, E24, F2).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class SharingStoryTests(HostFixture stage)
{
    [Fact]
    public async Task A_briefing_is_used_a_report_issued_and_each_file_opens_for_who_may_and_for_nobody_else_E5_E7_E20_F2()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync();
        var briefing = await new Story(host, TextWriter.Null) { Prefix = Marker }.BriefingAsync();
        var rows = host.Services.GetRequiredService<IRows>();
        await Until.SoAsync(
            async () =>
                (await rows.ReadAsync("group|e|", CancellationToken.None)).Count(row =>
                    row["record"].Contains("ReportKept", StringComparison.Ordinal)
                ) == 2,
            "the report's files are kept without anybody opening them"
        );
        using var chair = await WebPlayer.SignInAsync(host, "chair");
        using var police = await WebPlayer.SignInAsync(host, "inspector-police");
        using var stranger = await WebPlayer.SignInAsync(host, "records-police");
        foreach (
            var (path, mayPolice) in new[]
            {
                ($"/documents/{briefing}/briefing", true),
                ("/documents/reports/1/word", true),
                ("/documents/reports/1/excel", true),
                ("/documents/oversight/excel", false),
            }
        )
        {
            var (status, first) = await chair.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, status));
            Assert.Equal("PK"u8.ToArray(), first[..2]);
            Assert.Equal((path, mayPolice ? HttpStatusCode.OK : HttpStatusCode.NotFound), (path, (await police.GetAsync(path)).Status));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.GetAsync(path)).Status));
            if (mayPolice)
            {
                Assert.Equal(first, (await police.GetAsync(path)).Bytes);
            }
        }

        // What is written in it stands in no message; the Chair has been told of the report, and that it is issued.
        Assert.DoesNotContain(host.Teams.Chats.SelectMany(chat => chat.Messages), message =>
            message.FromBot && (message.Summary + message.Card).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
    }
}
