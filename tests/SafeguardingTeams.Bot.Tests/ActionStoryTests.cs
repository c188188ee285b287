using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>An action through Teams, with the published timers (C5, C19, C20).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ActionStoryTests(HostFixture stage)
{
    [Fact]
    public async Task An_action_is_agreed_done_accepted_and_changed_and_no_message_holds_what_was_typed_C19_F2()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null) { Prefix = Marker }.ActionAsync();
        Assert.StartsWith("GSCP-AC-", reference, StringComparison.Ordinal);
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
        foreach (var key in new[] { "paediatrician", "chair", "operations-officer", "rep-acute-trust", "rep-general-practice" })
        {
            Assert.DoesNotContain(new Player(host.Teams, host.Member(key)).Chat.Messages, message =>
                message.FromBot && message.Card.ToString().Contains(Marker.Trim(), StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }
}
