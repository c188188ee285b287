using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Storage that hangs or is slow: everybody gets a plain answer, and nothing is lost or done twice.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class PatienceTests(HostFixture stage)
{
    private const string Officer = "mash-officer";

    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void What_is_shipped_answers_within_five_seconds()
    {
        Assert.InRange(new AnswerPatience().Longest, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        Assert.True(StoragePatience.ForPeople.ATry * (StoragePatience.ForPeople.Retries + 1) < new AnswerPatience().Longest);
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_in_words_at_every_door()
    {
        var gate = new Gate();
        await using var host = await StartAsync(gate, new() { Longest = Never });
        await EveryDoorAsync(
            host,
            () => gate.Broken = true,
            gate.Open,
            "Something went wrong on our side.",
            "Something it needs is away, or slow, at the moment. Nothing is lost"
        );
    }

    [Fact]
    public async Task Storage_that_hangs_is_said_in_words_at_every_door()
    {
        var gate = new Gate();
        var patience = new AnswerPatience { Longest = Never };
        await using var host = await StartAsync(gate, patience);
        await EveryDoorAsync(
            host,
            () =>
            {
                patience.Longest = Soon;
                gate.Close();
            },
            gate.Open,
            AnswerPatience.Late,
            "Something it needs is away, or slow, at the moment. Nothing is lost"
        );
    }

    [Fact]
    public async Task What_takes_longer_goes_on_and_the_same_press_again_gives_its_answer()
    {
        var gate = new Gate();
        var patience = new AnswerPatience { Longest = Never };
        await using var host = await StartAsync(gate, patience);
        var referrer = host.Player("school-lead");
        await referrer.BeginAsync();
        await referrer.PressAsync("Refer a serious incident");
        await referrer.FillInAsync(ExampleReferral.Before(new(2026, 11, 2)));
        var (verb, data) = referrer.Card.CardInvocation("Send to the Greenwich MASH", null);
        patience.Longest = Soon;
        gate.Close();
        try
        {
            Assert.Equal(AnswerPatience.Late, (await host.Teams.PressAsync(referrer.Member, null, verb, data)).Message);
        }
        finally
        {
            gate.Open();
            patience.Longest = Never;
        }

        var upkeep = host.Services.GetRequiredService<Upkeep>();
        await Until.SoAsync(async () => (await upkeep.CasesAsync(CancellationToken.None)).Count == 1, "the referral is sent");
        var card = await referrer.SendAsync(verb, data);
        Assert.Contains("Reference GSCP-", card.Text, StringComparison.Ordinal);
        Assert.Single(await upkeep.CasesAsync(CancellationToken.None));
    }

    private static TimeSpan Never => TimeSpan.FromHours(1);

    private static TimeSpan Soon => TimeSpan.FromMilliseconds(200);

    private Task<RehearsalHost> StartAsync(Gate gate, AnswerPatience patience) =>
        stage.StartAsync(installs: false, configure: services =>
            services.AddSingleton<HttpPipelinePolicy>(gate).AddSingleton(patience).AddSingleton(new StoragePatience(Never, 0))
        );

    private static async Task EveryDoorAsync(RehearsalHost host, Action away, Action back, string pressed, string page)
    {
        using var http = await Browser.SignedInAsync(host, Officer);
        var session = await http.GetFromJsonAsync<JsonElement>("/web/session");
        away();
        try
        {
            Assert.StartsWith(
                pressed,
                (await host.Teams.PressAsync(host.Member(Officer), null, "home", Nothing)).Message,
                StringComparison.Ordinal
            );
            foreach (
                var (address, words) in new[] { ("/", page), ("/documents/GSCP-2222-3333/report", page), ("/web/session", "on our side") }
            )
            {
                using var answer = await http.GetAsync(address);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
                Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.True(answer.Headers.Contains("Content-Security-Policy"), address);
            }
        }
        finally
        {
            back();
        }

        // The same page, once it is back.
        using var again = await PressAsync(http, session);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private static async Task<HttpResponseMessage> PressAsync(HttpClient http, JsonElement session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions")
        {
            Content = JsonContent.Create(
                new
                {
                    verb = "home",
                    data = new { invocation = "a" },
                    @for = session.GetProperty("person").GetString(),
                }
            ),
        };
        request.Headers.Add("X-CSRF-TOKEN", session.GetProperty("token").GetString());
        await request.Content.LoadIntoBufferAsync();
        return await http.SendAsync(request);
    }
}
