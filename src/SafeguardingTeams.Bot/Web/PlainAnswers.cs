using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Whoever comes for a page, or presses on one, gets an answer in words, also where storage, Graph or sign-in is away or hangs; nobody is
/// left in front of an empty page.
/// </summary>
internal static partial class PlainAnswers
{
    internal static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var gone = http.RequestAborted;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var late = CancellationTokenSource.CreateLinkedTokenSource(gone);
            http.Response.RegisterForDispose(late);

            // A page is only read: it can be left in the middle. As soon as it comes it may take its time.
            late.CancelAfter(http.RequestServices.GetRequiredService<AnswerPatience>().Longest);
            http.Response.OnStarting(() =>
            {
                late.CancelAfter(Timeout.InfiniteTimeSpan);
                return Task.CompletedTask;
            });
            http.RequestAborted = late.Token;
        }

        try
        {
            await next(http);
        }
        catch (Exception e) when (IsOurs(http) && e is not BadHttpRequestException && !gone.IsCancellationRequested)
        {
            var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PlainAnswers));
            LogFault(logger, http.Request.Method, Faults.TypeOf(e), Faults.StackOf(e));
            http.RequestAborted = gone;
            http.Response.ContentLength = null;
            http.Response.Headers.ContentDisposition = default;
            http.Response.Headers.RetryAfter = "60";
            http.Response.Headers.CacheControl = "no-store";
            await Said(http, e).ExecuteAsync(http);
        }
        finally
        {
            http.RequestAborted = gone;
        }
    }

    /// <summary>The bot's door, the connector's and health answer for themselves.</summary>
    private static bool IsOurs(HttpContext http) =>
        !http.Response.HasStarted && !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/health");

    private static IResult Said(HttpContext http, Exception e)
    {
        var words = http.RequestServices.GetRequiredService<PartnershipWords>();
        var who = $"If it goes on, tell {words.OperationsName} ({words.OperationsTelephone}).";
        return http switch
        {
            { Request.Path: var path } when path.StartsWithSegments("/web") => Results.Json(
                new WebMessage($"{AnswerPatience.Away} {who}"),
                WebJson.Default.WebMessage,
                statusCode: StatusCodes.Status503ServiceUnavailable
            ),
            _ when e is InvalidOperationException { InnerException: IOException } => SignIn.Plain(
                "Sign-in does not answer",
                "Microsoft's sign-in cannot be reached from here at the moment. Nothing is lost: try again in a few minutes. If a child is "
                    + "at risk now, call 999.",
                SignIn.ChooseAddress,
                status: StatusCodes.Status503ServiceUnavailable
            ),
            { Request.Method: "GET" } => Pages.Of(
                "This page does not answer",
                Pages.Say($"Something it needs is away, or slow, at the moment. Nothing is lost: try again in a few minutes. {who}"),
                StatusCodes.Status503ServiceUnavailable
            ),
            _ => Pages.Of(
                "It may not have been done",
                Pages.Problem(
                    "Something on our side did not answer. Go back, look whether it is there, and send it again where it is not. A file "
                        + $"is still on the computer it was chosen on. {who}"
                ),
                StatusCodes.Status503ServiceUnavailable
            ),
        };
    }

    [LoggerMessage(EventId = 4020, Level = LogLevel.Warning, Message = "A page could not be answered ({Method}): {Fault} {Where}")]
    private static partial void LogFault(ILogger logger, string method, string fault, string? where);
}
