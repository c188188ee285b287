using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using AdaptiveCards;
using Microsoft.Extensions.FileProviders;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal;

/// <summary>The rehearsal's page and what it asks for. For this machine only.</summary>
internal static class PageEndpoints
{
    private const int MaxAtOnce = 1000;

    internal static void MapPage(this WebApplication app, RehearsalHost host)
    {
        var files = new CompositeFileProvider(
            new EmbeddedFileProvider(typeof(PageEndpoints).Assembly, "Page"),
            new EmbeddedFileProvider(typeof(BotHost).Assembly, "Page")
        );
        var pressed = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var running = new ConcurrencyLimiter(
            new()
            {
                PermitLimit = MaxAtOnce,
                QueueLimit = int.MaxValue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
        app.Lifetime.ApplicationStopped.Register(running.Dispose);
        app.Use((http, next) => OnlyHere(http, host, next));
        app.Use(
            async (http, next) =>
            {
                using var turn = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                    ? await running.AcquireAsync(Permits(http), http.RequestAborted)
                    : null;
                await next(http);
            }
        );
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/page" });
        app.MapGet("/", () => Results.Stream(files.GetFileInfo("rehearsal.html").CreateReadStream(), "text/html; charset=utf-8"));
        app.MapGet("/api/state", async (CancellationToken stop) => State(host, await CasesAsync(host, stop), pressed));
        app.MapGet("/api/example", () => Example(host));
        app.MapGet("/api/chats/{key}", (string key) =>
            Member(host, key) is { } member ? Results.Json(Messages(host.Teams.ChatOf(member))) : Results.NotFound()
        );
        app.MapPost("/api/chats/{key}/messages", async (string key, JsonObject body) =>
        {
            if (Member(host, key) is not { } member)
            {
                return Results.NotFound();
            }

            pressed[$"{key}/said"] = true;
            var status = await host.Teams.SayAsync(member, body["text"]?.GetValue<string>() ?? "");
            return Results.Json(new JsonObject { ["status"] = status });
        });
        app.MapPost("/api/chats/{key}/presses", async (string key, JsonObject body) =>
        {
            if (Member(host, key) is not { } member)
            {
                return Results.NotFound();
            }

            var verb = body["verb"]!.GetValue<string>();
            var message = body["messageId"]?.GetValue<string>();
            int Edits() => host.Teams.ChatOf(member).Messages.FirstOrDefault(one => one.Id == message)?.Edits ?? 0;
            var before = Edits();
            var answer = await host.Teams.PressAsync(member, message, verb, body["data"].Deserialize<Dictionary<string, string>>()!);
            pressed[$"{key}/{verb}"] = true;
            return Results.Json(
                new JsonObject
                {
                    ["message"] = answer.Message,
                    ["error"] = answer.Error,
                    ["edits"] =
                        answer.Card.ValueKind == JsonValueKind.Object && new CardView(answer.Card).Inputs.Count > 0 ? Edits() : before,
                    ["card"] = answer.Card.ValueKind == JsonValueKind.Object ? JsonNode.Parse(answer.Card.GetRawText()) : null,
                }
            );
        });
        app.MapGet("/api/cases/{id}", async (string id, CancellationToken stop) =>
            (await CasesAsync(host, stop)).FirstOrDefault(file => file.Id == CaseId.TryParse(id)) is { } file
                ? Results.Bytes(Timeline(host, file), "application/json")
                : Results.NotFound()
        );
        app.MapPost("/api/clock", async (JsonObject body) =>
        {
            try
            {
                var move = body["by"]?.GetValue<string>() switch
                {
                    "hour" => host.Moves.HourAsync(),
                    "day" => host.Moves.WorkingDayAsync(),
                    "next" => host.Moves.NextAsync(),
                    _ => null,
                };
                if (move is null)
                {
                    return Results.BadRequest();
                }

                await move;
                pressed["clock"] = true;
                return Results.NoContent();
            }
            catch (InvalidOperationException)
            {
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            }
        });
        app.MapOutlook(host, pressed);
        app.MapSharePoint(host, pressed);
        app.MapTeamsTab(host, pressed);
        app.MapFlows(host, pressed);
        app.MapPost("/api/again", async (JsonObject _) =>
        {
            await host.StartAgainAsync();
            pressed.Clear();
            return Results.NoContent();
        });
    }

    /// <summary>Another site's script must not reach in through a name that points here.</summary>
    private static Task OnlyHere(HttpContext http, RehearsalHost host, RequestDelegate next)
    {
        if (
            http.Request.Host.Value != host.Page.Authority
            || http.Request.Headers.Origin is [{ } origin]
                && origin != host.Page.GetLeftPart(UriPartial.Authority)
                && !http.Request.Path.StartsWithSegments("/entra", StringComparison.Ordinal)
        )
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>
    /// Starting again waits until nothing else is asked, and what is asked meanwhile waits for it: there is no bot to ask then.
    /// </summary>
    private static int Permits(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/again", StringComparison.Ordinal) ? MaxAtOnce : 1;

    private static Task<IReadOnlyList<CaseFile>> CasesAsync(RehearsalHost host, CancellationToken stop) =>
        host.Services.GetRequiredService<Upkeep>().CasesAsync(stop);

    private static CastMember? Member(RehearsalHost host, string key) => host.Cast.FirstOrDefault(member => member.Key == key);

    private static IResult State(RehearsalHost host, IReadOnlyList<CaseFile> cases, ConcurrentDictionary<string, bool> pressed) =>
        Results.Json(
            new JsonObject
            {
                ["version"] = $"{host.Teams.Version}-{host.Graph.Version}",
                ["now"] = London
                    .Local(host.Clock.GetUtcNow())
                    .ToString("dddd d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB")),
                ["webPage"] = host.WebPage.ToString(),
                ["people"] = People(host, WhoIsWho.Of(host)),
                ["cases"] = new JsonArray([.. cases.Select(file => new JsonObject { ["id"] = file.Id.Value, ["version"] = file.Version })]),
                ["guide"] = new JsonArray([
                    .. Guide
                        .Of(cases, pressed.Keys.ToImmutableHashSet())
                        .Select(step => new JsonObject
                        {
                            ["done"] = step.Done,
                            ["person"] = step.Person,
                            ["title"] = step.Title,
                            ["text"] = step.Text,
                        }),
                ]),
            }
        );

    private static JsonArray People(RehearsalHost host, WhoIsWho who)
    {
        var letters = host.Graph.Outlook.People.ToDictionary(
            mailbox => mailbox.Address,
            mailbox => mailbox.Inbox.Count,
            StringComparer.OrdinalIgnoreCase
        );
        return new([
            .. host.Cast.Select(member => new JsonObject
            {
                ["key"] = member.Key,
                ["name"] = member.Name,
                ["part"] = member.Part,
                ["messages"] = host.Teams.ChatOf(member).Messages.Count(message => message.FromBot),
                ["letters"] = letters.GetValueOrDefault(who.AddressOf(member)),
            }),
        ]);
    }

    private static IResult Example(RehearsalHost host)
    {
        var example = ExampleReferral.Before(London.DateOf(host.Clock.GetUtcNow()));
        return Results.Json(new { answers = example.Answers, rows = example.Rows });
    }

    private static JsonArray Messages(TeamsChat chat) =>
        new([
            .. chat.Messages.Select(message => new JsonObject
            {
                ["id"] = message.Id,
                ["fromBot"] = message.FromBot,
                ["text"] = message.Text,
                ["summary"] = message.Summary,
                ["edits"] = message.Edits,
                ["at"] = London.Local(message.At).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                ["card"] = message.Card.ValueKind == JsonValueKind.Object ? JsonNode.Parse(message.Card.GetRawText()) : null,
            }),
        ]);

    private static byte[] Timeline(RehearsalHost host, CaseFile file)
    {
        var onlooker = new Actor("rehearsal", "The rehearsal", "", "", "", [Role.Operations]);
        var card = TimelineCard.Draw(
            file,
            0,
            new CardContext(
                "rehearsal",
                host.Services.GetRequiredService<CurrentWords>().Now,
                onlooker,
                host.Clock.GetUtcNow(),
                London.DateOf(host.Clock.GetUtcNow())
            )
        );
        return CardJson.Write(card with { Body = card.Body.RemoveAll(element => element is ActionSet) }).ToArray();
    }
}
