using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Three leads at once, from two channels, with a timer running.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ThreeLeadsTests(HostFixture stage)
{
    private const string AllThree = "Your decision is recorded. All three have decided: the criteria are met";

    [Fact]
    public async Task In_Teams_on_the_web_page_and_as_a_guest_at_once_with_the_timers_running_each_is_recorded_once()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        var (authority, guest) = (host.Player("lead-authority"), host.Player("lead-police-guest"));
        await Story.OpenAsync(authority, reference, "Please decide");
        await guest.DoAsync("partner-decision", ("case", reference));
        using var web = await Browser.SignedInAsync(host, "lead-health");
        var session = JsonDocument.Parse(await web.GetStringAsync("/web/session")).RootElement;
        var onThePage = await PressAsync(web, session, "partner-decision", new() { ["case"] = reference });
        await using var timers = await host.StartTimersAsync();
        Assert.Null(await timers.FireAsync("DeadlineSweep"));

        // The day the decision is due: the timers remind the leads on the same case while they decide.
        host.Clock.Set(new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        using var done = new CancellationTokenSource();
        var running = FireUntilAsync(timers, done.Token);
        var (verb, data) = onThePage.CardInvocation("Agree");
        var cards = await Task.WhenAll(authority.PressAsync("Agree"), guest.PressAsync("Agree"), PressAsync(web, session, verb, data));
        await done.CancelAsync();
        Assert.All(await running, Assert.Null);

        Assert.All(cards, card => Assert.Contains("Your decision is recorded", card.Text, StringComparison.Ordinal));
        Assert.Single(cards, card => card.Text.Contains(AllThree, StringComparison.Ordinal));
        var file = Assert.Single(await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None));
        var decided = file.History.Where(recorded => recorded.Event is PartnerDecided).ToList();
        Assert.Equal(Partners.Leads.Order(), decided.Select(recorded => ((PartnerDecided)recorded.Event).PartnersDecision.Lead).Order());
        Assert.Equal(["lead-authority", "lead-health", "lead-police"], decided.Select(recorded => recorded.By.PersonId).Order());
        Assert.Contains(decided, recorded =>
            recorded.By.PersonId == "lead-police" && recorded.By.Account == $"{guest.Member.TenantId}/{guest.Member.ObjectId}"
        );
        Assert.Equal(PartnersView.Met, file.PartnersView);
        Assert.InRange(file.History.Count(recorded => recorded.Event is DeadlineChased { TimescaleId: "leads-decision" }), 0, 1);
        await host.QuietAsync();
        Assert.Empty(host.Teams.Complaints);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task<List<string?>> FireUntilAsync(Rehearsal.StandIns.Functions.FunctionsHost timers, CancellationToken done)
    {
        List<string?> faults = [];
        do
        {
            faults.Add(await timers.FireAsync("DeadlineSweep"));
            faults.Add(await timers.FireAsync("DispatchSweep"));
        } while (!done.IsCancellationRequested);
        return faults;
    }

    private static async Task<CardView> PressAsync(HttpClient web, JsonElement session, string verb, Dictionary<string, string> data)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(
                    new
                    {
                        verb,
                        data,
                        @for = session.GetProperty("person").GetString(),
                    }
                ),
                new MediaTypeHeaderValue("application/json")
            ),
        };
        request.Headers.Add("X-CSRF-TOKEN", session.GetProperty("token").GetString());
        using var answer = await web.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return new(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
