using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingTeams.Bot.Api;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>What is sent to the connector's API by who means it badly, or does not know: a clear refusal, and nothing done.</summary>
[Collection(nameof(ConnectorStage))]
[Trait(Needs.Name, Needs.Emulator)]
public class AbuseTests(ConnectorStage stage)
{
    private const string Referrals = "/api/v1/serious-incident-referrals";

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"requestId":1,"referral":{}}""", 400)]
    [InlineData("""{"requestId":"a","referral":{},"more":1}""", 400)]
    [InlineData("""{"requestId":"a","requestId":"b","referral":{}}""", 400)]
    [InlineData("""{"requestId":"a","referral":{"outline":{"circumstances":1}}}""", 400)]
    [InlineData("""{"requestId":"a","referral":{"outline":[]}}""", 400)]
    [InlineData("""{"requestId":"a","referral":{"children":{}}}""", 400)]
    [InlineData("""{"requestId":"a","referral":"text"}""", 400)]
    [InlineData("""{"requestId":"","referral":{}}""", 400)]
    public async Task A_body_that_is_not_as_it_should_be_is_refused(string body, int status)
    {
        var (answered, said) = await PostAsync(Referrals, body);
        Assert.True(status == answered, $"{answered}: {said}");
        Assert.NotEmpty(JsonNode.Parse(said)!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_too_deep_or_too_large_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 500)) + "1" + new string('}', 500);
        deep = """{"requestId":"a","referral":""" + deep + "}";
        Assert.Equal(400, (await PostAsync(Referrals, deep)).Status);
        var large = Outline(2 * ConnectorApi.LargestBody);
        Assert.Equal(413, (await PostAsync(Referrals, large)).Status);
        Assert.Equal(400, (await PostAsync(Referrals, Outline(20_000))).Status);
    }

    [Theory]
    [InlineData("http://prod-1.uksouth.logic.azure.com/workflows/1")]
    [InlineData("https://127.0.0.1/flows/1")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://logic.azure.com.attacker.example/")]
    [InlineData("https://attacker.example/?x=.logic.azure.com")]
    [InlineData("https://user@prod-1.logic.azure.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_forged_callback_is_refused_and_not_repeated(string callback)
    {
        var (status, said) = await PostAsync(
            "/api/v1/triggers/record-opened",
            new JsonObject { ["notificationUrl"] = callback }.ToJsonString()
        );
        Assert.Equal(400, status);
        Assert.Equal("callback-refused", JsonNode.Parse(said)!["code"]!.GetValue<string>());
        Assert.True(callback.Length == 0 || !said.Contains(callback, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_registration_is_not_there()
    {
        using var theirs = stage.As("operations-officer");
        var address = stage.Host.Flows.Maker.WaitAt(_ => Task.CompletedTask);
        var registration = await theirs.SubscribeAsync("WhenARecordIsOpened", [], address);
        Assert.Equal(registration, await theirs.SubscribeAsync("WhenARecordIsOpened", [], address));
        using var other = stage.As("chair");
        using var application = stage.AsApplication();
        Assert.Equal(404, await other.UnsubscribeAsync(registration));
        Assert.Equal(404, await application.UnsubscribeAsync(registration));
        Assert.Equal(404, await theirs.UnsubscribeAsync(new(registration, "nothing")));
        Assert.Equal(204, await theirs.UnsubscribeAsync(registration));
        Assert.Equal(404, await theirs.UnsubscribeAsync(registration));
    }

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_try_again_and_nobody_else_is_slowed()
    {
        using var loud = stage.AsApplication(stage.Host.Connections.OtherApplication);
        var answers = new List<(int Status, TimeSpan? After)>();
        for (var i = 0; i < 4 * ConnectorSettings.UsualCallsAtOnce && answers.TrueForAll(one => one.Status == 200); i++)
        {
            var answer = await loud.CallAsync("WhoAmI");
            answers.Add((answer.Status, answer.RetryAfter));
        }

        Assert.Equal(429, answers[^1].Status);
        Assert.True(answers[^1].After > TimeSpan.Zero);
        using var quiet = stage.As("chair");
        Assert.Equal(200, (await quiet.CallAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task A_method_or_an_address_that_is_not_there_says_no_more()
    {
        foreach (var path in new[] { "/api/v1/", "/api/v1/cases/../me", "/api/v1/Cases/x/y", "/api/v2/me" })
        {
            using var http = Client();
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        using var wrong = Client();
        using var deleted = await wrong.DeleteAsync(new Uri("/api/v1/cases", UriKind.Relative));
        Assert.Contains(deleted.StatusCode, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound });
    }

    private static string Outline(int length) =>
        new JsonObject
        {
            ["requestId"] = "a",
            ["referral"] = new JsonObject { ["outline"] = new JsonObject { ["circumstances"] = new string('x', length) } },
        }.ToJsonString();

    private HttpClient Client()
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = stage.Host.WebPage,
        };
        http.DefaultRequestHeaders.ExpectContinue = true;
        http.DefaultRequestHeaders.Authorization = new("Bearer", stage.Host.Connections.For(stage.Host.Member("paediatrician")));
        return http;
    }

    private async Task<(int Status, string Said)> PostAsync(string path, string body)
    {
        using var http = Client();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
