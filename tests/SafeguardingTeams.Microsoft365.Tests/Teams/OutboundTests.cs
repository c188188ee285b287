using System.Net;
using System.Text;
using Azure.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Microsoft365.Teams.Outbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>What the bot sends, and what Teams' answers mean: facts on Teams sections 2.7 and 2.8.</summary>
public class OutboundTests
{
    private static readonly Chat Chat = new("tenant", "person", "a:1;x", "https://smba.trafficmanager.net/uk/", "28:bot", "29:1");
    private static readonly byte[] Card = "{\"type\":\"AdaptiveCard\"}"u8.ToArray();

    public static TheoryData<int, string, string> Answers =>
        new()
        {
            { 200, "{\"id\":\"m1\"}", "Delivered { MessageId = m1 }" },
            { 201, "{\"id\":\"m1\"}", "Delivered { MessageId = m1 }" },
            { 202, "", "Delivered { MessageId =  }" },
            { 200, "not json", "Delivered { MessageId =  }" },
            { 400, "{\"error\":{\"code\":\"BadSyntax\"}}", "Refused { Why = Teams answered 400 (BadSyntax). }" },
            { 400, "{\"error\":{\"code\":\"<script>\"}}", "Refused { Why = Teams answered 400. }" },
            { 401, "", "Refused { Why = Teams answered 401. }" },
            {
                403,
                "{\"error\":{\"code\":\"ForbiddenOperationException\"}}",
                "Unreachable { Why = The app is not installed for this person in Teams, or they have blocked it. }"
            },
            {
                403,
                "{\"errorCode\":209,\"message\":\"{\\\"subCode\\\":\\\"MessageWritesBlocked\\\"}\"}",
                "Unreachable { Why = The app is not installed for this person in Teams, or they have blocked it. }"
            },
            {
                403,
                "{\"error\":{\"code\":\"InvalidBotApiHost\"}}",
                "Unreachable { Why = Teams serves this person from another address. Ask them to write to the app once. }"
            },
            { 404, "", "Unreachable { Why = The chat with this person is no longer there. }" },
            { 412, "", "Later { Wait = 00:00:02, OutcomeUnknown = False }" },
            { 413, "", "Refused { Why = Teams says the message is too large. }" },
            { 429, "", "Later { Wait = 00:00:07, OutcomeUnknown = False }" },
            { 500, "", "Refused { Why = Teams answered 500. }" },
            { 502, "", "Later { Wait = 00:00:10, OutcomeUnknown = True }" },
            { 503, "", "Later { Wait = 00:00:10, OutcomeUnknown = False }" },
            { 504, "", "Later { Wait = 00:00:10, OutcomeUnknown = True }" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_of_Teams_is_understood(int status, string body, string expected)
    {
        var wire = new Wire((HttpStatusCode)status, body);
        Assert.Equal(expected, (await Messages(wire).PostAsync(Chat, Card, "GSCP-2222-3333: title", CancellationToken.None)).ToString());
    }

    [Fact]
    public async Task An_update_that_is_not_found_may_be_of_a_message_that_was_deleted() =>
        Assert.IsType<PostResult.NotFound>(
            await Messages(new Wire(HttpStatusCode.NotFound, "")).UpdateAsync(Chat, "m1", Card, "s", CancellationToken.None)
        );

    [Fact]
    public async Task A_post_and_an_update_are_golden()
    {
        var wire = new Wire(HttpStatusCode.OK, "{}");
        var messages = Messages(wire);
        await messages.PostAsync(Chat, Card, "GSCP-2222-3333: title", CancellationToken.None);
        await messages.UpdateAsync(Chat, "1;2", Card, "GSCP-2222-3333: title", CancellationToken.None);
        Assert.Equal(
            [
                "POST https://smba.trafficmanager.net/uk/v3/conversations/a%3A1%3Bx/activities Bearer token-1 "
                    + "{\"type\":\"message\",\"summary\":\"GSCP-2222-3333: "
                    + "title\",\"attachments\":"
                    + "[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\"}}],"
                    + "\"channelData\":{\"notification\":{\"alert\":true}}}",
                "PUT https://smba.trafficmanager.net/uk/v3/conversations/a%3A1%3Bx/activities/1%3B2 Bearer token-1 "
                    + "{\"type\":\"message\",\"summary\":\"GSCP-2222-3333: "
                    + "title\",\"attachments\":"
                    + "[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\"}}]}",
            ],
            wire.Sent
        );
    }

    [Theory]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    public async Task No_token_ever_goes_to_another_host(string serviceUrl)
    {
        var wire = new Wire(HttpStatusCode.OK, "{}");
        Assert.IsType<PostResult.Unreachable>(
            await Messages(wire).PostAsync(Chat with { ServiceUrl = serviceUrl }, Card, "s", CancellationToken.None)
        );
        Assert.Null(await Messages(wire).EmailAsync(Chat with { ServiceUrl = serviceUrl }, CancellationToken.None));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_open_whether_the_message_went_unless_it_never_stood()
    {
        Assert.Equal(
            new PostResult.Later(TimeSpan.FromSeconds(10), true),
            await Messages(new Wire(new HttpRequestException("broke"))).PostAsync(Chat, Card, "s", CancellationToken.None)
        );
        Assert.Equal(
            new PostResult.Later(TimeSpan.FromSeconds(10), false),
            await Messages(new Wire(new HttpRequestException(HttpRequestError.ConnectionError)))
                .PostAsync(Chat, Card, "s", CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_again_before_it_ends()
    {
        var wire = new Wire(HttpStatusCode.OK, "{}");
        var time = new Hand();
        var messages = Messages(wire, time);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => messages.PostAsync(Chat, Card, "s", CancellationToken.None)));
        time.Now += TimeSpan.FromMinutes(56);
        await messages.PostAsync(Chat, Card, "s", CancellationToken.None);
        Assert.Equal(5, wire.Sent.Count(sent => sent.Contains("token-1", StringComparison.Ordinal)));
        Assert.Contains("token-2", wire.Sent[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_persons_address_is_asked_of_the_chat()
    {
        var wire = new Wire(HttpStatusCode.OK, "{\"id\":\"29:1\",\"email\":\"somebody@agency.example\"}");
        Assert.Equal("somebody@agency.example", await Messages(wire).EmailAsync(Chat, CancellationToken.None));
        Assert.StartsWith(
            "GET https://smba.trafficmanager.net/uk/v3/conversations/a%3A1%3Bx/members/29%3A1 Bearer token-1",
            Assert.Single(wire.Sent),
            StringComparison.Ordinal
        );
        Assert.Null(await Messages(new Wire(HttpStatusCode.NotFound, "")).EmailAsync(Chat, CancellationToken.None));
    }

    [Fact]
    public async Task A_card_goes_out_as_the_bytes_it_was_drawn_as_and_a_summary_is_read_as_it_was_written()
    {
        var wire = new Wire(HttpStatusCode.OK, "{}");
        var card = "{\"type\":\"AdaptiveCard\",\"text\":\"\\u00E9 \\u003Cb\\u003E é 1.0 \\\" \",\"n\":1.0}";
        await Messages(wire).PostAsync(Chat, Encoding.UTF8.GetBytes(card), "„Größe“ <b> & \"x\"", CancellationToken.None);
        Assert.Contains($"\"content\":{card}}}]", Assert.Single(wire.Sent), StringComparison.Ordinal);
        using var message = System.Text.Json.JsonDocument.Parse(wire.Sent[0][wire.Sent[0].IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal("„Größe“ <b> & \"x\"", message.RootElement.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Whoever_has_the_SDK_send_something_gets_no_token_for_another_host()
    {
        var wire = new Wire(HttpStatusCode.OK, "{}");
        var (options, tokens) = Credentials(null);
        using var client = new TeamsConnectors(new HttpClient(wire), new(options, tokens)).To("https://evil.trafficmanager.net/");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.Conversations.SendToConversationAsync("a:1", new Microsoft.Bot.Schema.Activity("message"))
        );
        Assert.Empty(wire.Sent);
    }

    private static (IOptions<BotOptions> Options, OutgoingTokens Tokens) Credentials(TimeProvider? time)
    {
        var options = Options.Create(new BotOptions { AppId = TeamsDoorFixture.AppId, TenantId = TeamsDoorFixture.Tenant });
        return (options, new OutgoingTokens(new Tokens(time ?? TimeProvider.System), options.Value.Scope, time ?? TimeProvider.System));
    }

    private static TeamsMessages Messages(Wire wire, TimeProvider? time = null)
    {
        var (options, tokens) = Credentials(time);
        return new(new(new HttpClient(wire), new BotCredentials(options, tokens)), options, NullLogger<TeamsMessages>.Instance);
    }

    private sealed class Wire(HttpStatusCode status, string body) : HttpMessageHandler
    {
        private readonly HttpRequestException? _fault;

        internal Wire(HttpRequestException fault)
            : this(HttpStatusCode.OK, "") => _fault = fault;

        internal List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_fault is not null)
            {
                throw _fault;
            }

            var text =
                $"{request.Method} {request.RequestUri!.AbsoluteUri} {request.Headers.Authorization} "
                + $"{(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}";
            lock (Sent)
            {
                Sent.Add(text);
            }

            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (status == HttpStatusCode.TooManyRequests)
            {
                response.Headers.RetryAfter = new(TimeSpan.FromSeconds(7));
            }

            return response;
        }
    }

    private sealed class Tokens(TimeProvider time) : TokenCredential
    {
        private int _count;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-{++_count}", time.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Hand : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
