using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>The bot's door over real HTTP, with keys and documents of our own; what gets through is only counted.</summary>
internal sealed class TeamsDoorFixture : IAsyncDisposable
{
    internal const string AppId = "11111111-2222-4333-8444-555555555555";
    internal const string Tenant = "22222222-2222-4333-8444-555555555555";
    internal const string Person = "33333333-2222-4333-8444-555555555555";
    internal const string ServiceUrl = "https://smba.trafficmanager.net/uk/22222222/";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TeamsDoorFixture(WebApplication app, Uri address) => (_app, _http) = (app, new HttpClient { BaseAddress = address });

    internal SigningKey Key { get; } = new();

    internal SigningKey Unendorsed { get; } = new();

    internal SigningKey Later { get; } = new();

    internal bool KeysAreDown { get; set; }

    internal bool LaterIsAnnounced { get; set; }

    internal int Fetches { get; private set; }

    internal Uri Address => _http.BaseAddress!;

    internal IServiceProvider Services => _app.Services;

    internal Recorder Recorder => _app.Services.GetRequiredService<Recorder>();

    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    internal static async Task<TeamsDoorFixture> OpenAsync()
    {
        var address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Bot:AppId"] = AppId,
                ["Bot:TenantId"] = Tenant,
                ["Bot:Metadata"] = new Uri(address, "/metadata").ToString(),
            }
        );
        builder
            .Services.AddSingleton(TimeProvider.System)
            .AddSingleton<Recorder>()
            .AddSingleton<ITeamsActivities>(provider => provider.GetRequiredService<Recorder>());
        builder.Services.AddSingleton<IListedTenants, OneTenant>();
        builder.Services.AddTeams(builder.Configuration).AddTeamsDoor();
        var app = builder.Build();
        var door = new TeamsDoorFixture(app, address);
        app.MapTeamsMessages();
        app.MapGet("/metadata", () =>
        {
            door.Fetches++;
            return door.KeysAreDown
                ? Results.StatusCode(503)
                : Results.Json(
                    new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = new Uri(address, "/keys").ToString() }
                );
        });
        app.MapGet("/keys", () =>
            Results.Json(
                new JsonObject
                {
                    ["keys"] = new JsonArray([
                        door.Key.Public("msteams", "webchat"),
                        door.Unendorsed.Public(),
                        .. door.LaterIsAnnounced ? new[] { door.Later.Public("msteams") } : [],
                    ]),
                }
            )
        );
        await app.StartAsync();
        return door;
    }

    internal string Token(
        SigningKey? key = null,
        string? issuer = null,
        string? audience = null,
        DateTimeOffset? from = null,
        TimeSpan? life = null,
        string? serviceUrl = ServiceUrl
    ) =>
        (key ?? Key).Sign(
            issuer ?? "https://api.botframework.com",
            audience ?? AppId,
            from ?? Now.AddMinutes(-1),
            life ?? TimeSpan.FromHours(1),
            serviceUrl is null ? [] : [("serviceurl", serviceUrl)]
        );

    internal static JsonObject Message(Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "f:1",
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["text"] = "hello",
            ["from"] = new JsonObject
            {
                ["id"] = "29:1",
                ["name"] = "Practitioner",
                ["aadObjectId"] = Person,
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
            ["conversation"] = new JsonObject
            {
                ["id"] = "a:1",
                ["conversationType"] = "personal",
                ["tenantId"] = Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        change?.Invoke(activity);
        return activity;
    }

    internal static JsonObject CardInvocation(string verb, JsonNode? data = null, Action<JsonObject>? change = null) =>
        Message(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["id"] = null,
                    ["verb"] = verb,
                    ["data"] = data,
                },
                ["trigger"] = "manual",
            };
            change?.Invoke(activity);
        });

    /// <summary>"Refer for learning" on a message of a channel.</summary>
    internal static JsonObject Referral(JsonNode? body, Action<JsonObject>? change = null) =>
        Message(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "composeExtension/fetchTask";
            activity["conversation"]!["id"] = "19:room@thread.tacv2;messageid=5";
            activity["conversation"]!["conversationType"] = "channel";
            activity["value"] = new JsonObject
            {
                ["commandId"] = "refer-for-learning",
                ["commandContext"] = "message",
                ["context"] = new JsonObject { ["theme"] = "default" },
                ["messagePayload"] = new JsonObject
                {
                    ["id"] = "6",
                    ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Sender" } },
                    ["body"] = body,
                    ["attachments"] = new JsonArray(new JsonObject { ["name"] = "plan.docx" }),
                    ["mentions"] = new JsonArray(new JsonObject { ["mentionText"] = "Mentioned" }),
                },
            };
            change?.Invoke(activity);
        });

    internal async Task<(HttpStatusCode Status, string Body)> SendAsync(string body, string? token, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(contentType)),
        };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                token.Contains(' ', StringComparison.Ordinal) ? token : $"Bearer {token}"
            );
        }

        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        Key.Dispose();
        Unendorsed.Dispose();
        Later.Dispose();
    }

    private sealed class OneTenant : IListedTenants
    {
        public bool Lists(string tenantId) => tenantId == Tenant;
    }
}

/// <summary>Counts what gets through.</summary>
internal sealed class Recorder : ITeamsActivities
{
    internal List<string> Came { get; } = [];

    internal Func<InvokeReply>? Answers { get; set; }

    internal IReadOnlyDictionary<string, string> Data { get; private set; } = new Dictionary<string, string>();

    internal string Culture { get; private set; } = "";

    public Task<InvokeReply> PressedAsync(
        Activity activity,
        string verb,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    )
    {
        Came.Add($"pressed {verb}");
        Data = data;
        Culture = System.Globalization.CultureInfo.CurrentCulture.Name;
        return Task.FromResult(Answers?.Invoke() ?? InvokeReply.Card("{\"type\":\"AdaptiveCard\"}"u8.ToArray()));
    }

    internal string Message { get; private set; } = "";

    internal string Text { get; private set; } = "";

    internal Func<DialogReply> Refers { get; set; } = () => DialogReply.Line("Saved.");

    public Task<DialogReply> ReferredAsync(Activity activity, string message, string text, CancellationToken cancellationToken)
    {
        Came.Add("referred");
        (Message, Text) = (message, text);
        return Task.FromResult(Refers());
    }

    public Task WroteAsync(Activity activity, CancellationToken cancellationToken) => NoteAsync("wrote");

    public Task InstalledAsync(Activity activity, CancellationToken cancellationToken) => NoteAsync("installed");

    public Task RemovedAsync(Activity activity, CancellationToken cancellationToken) => NoteAsync("removed");

    private Task NoteAsync(string what)
    {
        Came.Add(what);
        return Task.CompletedTask;
    }
}
