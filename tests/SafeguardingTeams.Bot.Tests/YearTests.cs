using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// The shortest way through a year of the partnership, by command alone (CONTRIBUTING.md says which); the whole one is a command, too
/// (<c>--play year</c>).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class YearTests(HostFixture stage)
{
    [Fact(Explicit = true)]
    public async Task A_review_is_published_good_practice_hears_what_changed_and_the_yearly_report_says_what_happened_C8_C16_C18_D8_E24()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync(begin: Year.Short.Begin);
        Assert.Empty(await new Story(host, TextWriter.Null) { Prefix = Marker }.YearAsync(Year.Short));
        Assert.DoesNotContain(host.Teams.Chats.SelectMany(chat => chat.Messages), message =>
            message.FromBot && (message.Summary + message.Card).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }
}
