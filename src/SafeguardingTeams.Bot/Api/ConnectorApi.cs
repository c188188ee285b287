using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Operations;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Bot.Web;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Bot.Api;

/// <summary>
/// The API behind the Power Platform connector, and for other clients: the process in any flow, in the name of whoever it runs as, through
/// the same commands and permission tables as the cards. It takes tokens and no cookie.
/// </summary>
internal static partial class ConnectorApi
{
    /// <summary>The largest body, in bytes: the longest referral in any script, and little more.</summary>
    internal const int LargestBody = 4 * 1024 * 1024;

    private const string Limit = "connector";

    /// <summary>Whether an address is the API's.</summary>
    internal static bool Has(PathString path) => path.StartsWithSegments(Links.Root, StringComparison.Ordinal);

    /// <summary>Adds it, where the configuration has a registration for it; and, in any case, which sign-in is asked by address.</summary>
    internal static void AddConnectorApi(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ConnectorSettings.Of(configuration);
        services.AddSchemeByAddress(settings is not null);
        if (settings is null)
        {
            return;
        }

        services.AddApiSignIn(configuration, settings);
        services.AddSingleton<Calls>();
        services.ConfigureHttpJsonOptions(options => ApiJsonOptions.Apply(options.SerializerOptions));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RejectedAsync;
            options.AddPolicy(Limit, http =>
                RateLimitPartition.GetTokenBucketLimiter($"{Visitor.AccountOf(http.User)}|{ApiSignIn.ApplicationOf(http.User)}", _ => new()
                    {
                        TokenLimit = settings.CallsAtOnce,
                        TokensPerPeriod = PerSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    })
            );
        });
        services.AddConnectorDescription();
    }

    /// <summary>As many calls a second one caller may make after those at once.</summary>
    private const int PerSecond = 5;

    internal static void MapConnectorApi(this WebApplication app)
    {
        if (ConnectorSettings.Of(app.Configuration) is null)
        {
            return;
        }

        app.UseWhen(
            http => Has(http.Request.Path),
            api =>
            {
                api.Use(PlainlyAsync);
                api.UseRateLimiter();
            }
        );
        app.MapConnectorDescription();
        var all = app.MapGroup(Links.Root)
            .RequireAuthorization(ApiSignIn.Policy)
            .RequireRateLimiting(Limit)
            .AddEndpointFilterFactory(
                (factory, next) =>
                {
                    var calls = factory.ApplicationServices.GetRequiredService<Calls>();
                    return context => calls.InvokeAsync(context, next);
                }
            )
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        all.MapTriggers();
        all.MapCases();
        all.MapTasks();
        all.MapReviewsAndActions();
        all.MapMeetings();
        all.MapThemes();
        all.MapDocuments();
        all.MapChoices();
        all.MapFallback("{*path}", () => Problems.NotThere).ExcludeFromDescription().WithName("NotThere");
    }

    /// <summary>What cannot be read, or cannot be counted, is said plainly; a fault by its code alone.</summary>
    private static async Task PlainlyAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 } refused)
            {
                await Unread(refused.StatusCode).ExecuteAsync(http);
            }
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Unread(e.StatusCode).ExecuteAsync(http);
        }
        catch (OutsideCalendarException e) when (!http.Response.HasStarted)
        {
            var refusal = Domain.Records.Refusal.OutsideCalendar(e.LastDay);
            await Problems.Of(StatusCodes.Status409Conflict, refusal.Code, refusal.Message).ExecuteAsync(http);
        }
        catch (TooLongException e) when (!http.Response.HasStarted)
        {
            await Problems.Of(StatusCodes.Status400BadRequest, "too-long", e.Message).ExecuteAsync(http);
        }
        catch (TimeoutException) when (!http.Response.HasStarted)
        {
            http.Response.Headers.RetryAfter = "10";
            await Problems
                .Of(StatusCodes.Status503ServiceUnavailable, "busy", "The record kept changing. Nothing was done. Try again.")
                .ExecuteAsync(http);
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            await FaultAsync(http, e);
        }
    }

    /// <summary>A request that nothing here has read.</summary>
    private static IResult Unread(int status) =>
        status switch
        {
            StatusCodes.Status413PayloadTooLarge => Problems.Of(status, "too-large", "This is larger than is taken. Nothing was done."),
            StatusCodes.Status404NotFound => Problems.NotThere,
            StatusCodes.Status405MethodNotAllowed => Problems.Of(
                status,
                "no-such-operation",
                "There is no such operation. Nothing was done."
            ),
            _ => Problems.Of(
                status,
                "not-readable",
                "This could not be read: something is missing, is not asked for, or is of another type. Nothing was done."
            ),
        };

    /// <summary>A fault on our side is logged by its type and a code, and only the code is answered.</summary>
    private static async Task FaultAsync(HttpContext http, Exception fault)
    {
        var code = Guid.NewGuid().ToString("N")[..12];
        LogFault(
            http.RequestServices.GetRequiredService<ILogger<Calls>>(),
            code,
            http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "",
            Faults.TypeOf(fault),
            Faults.StackOf(fault)
        );
        await Problems
            .Of(
                StatusCodes.Status500InternalServerError,
                "fault",
                $"Something went wrong on our side. Nothing was done twice: send it again. If it goes on, tell the operational team {code}."
            )
            .ExecuteAsync(http);
    }

    [LoggerMessage(EventId = 4010, Level = LogLevel.Warning, Message = "Call {Code} of {Operation} failed: {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string code, string operation, string fault, string? where);

    private static async ValueTask RejectedAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        await Problems
            .Of(StatusCodes.Status429TooManyRequests, "too-many", "Too many calls in a short time. Nothing was done. Try again later.")
            .ExecuteAsync(context.HttpContext);
    }
}
