using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The shortest way through a quarter of the group; the whole one is a command (<c>--play quarter</c>).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class QuarterTests(HostFixture stage)
{
    [Fact]
    public async Task What_is_referred_is_met_on_and_its_actions_change_something_and_no_message_holds_what_was_typed_D4_E1_E17_C19()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync();
        var changed = await new Story(host, TextWriter.Null) { Prefix = Marker }.QuarterAsync(Quarter.Short);
        var rows = host.Services.GetRequiredService<IRows>();
        Assert.Empty(await rows.ReadAsync("open|Action|", CancellationToken.None));
        foreach (var reference in changed)
        {
            var events = await rows.ReadAsync($"act|{reference}|e|", CancellationToken.None);
            Assert.Contains("GSCP-GM-", events[0]["record"], StringComparison.Ordinal);
            Assert.Contains("\"Changed\"", events[^1]["record"], StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(Quarter.Short.Actions, changed.Count);
        Assert.DoesNotContain(host.Teams.Chats.SelectMany(chat => chat.Messages), message =>
            message.FromBot && (message.Summary + message.Card).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }
}
