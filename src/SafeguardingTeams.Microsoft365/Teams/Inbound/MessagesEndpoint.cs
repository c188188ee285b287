using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// The bot's door: reads at most so much, checks the token, and only then gives the activity its turn in the SDK. An invoke
/// is answered in the same response, always with HTTP 200, by our own serializer.
/// </summary>
public static class MessagesEndpoint
{
    /// <summary>Maps POST /api/messages.</summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", (Delegate)AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MessagesEndpoint));
        var (activity, refusal) = await InboundBody.ReadAsync(http.Request, http.RequestAborted);
        refusal ??= await services
            .GetRequiredService<BotTokenValidator>()
            .RefuseAsync(http.Request.Headers.Authorization, activity!, http.RequestAborted);
        if (refusal is not null)
        {
            TeamsLog.Refused(logger, refusal.Status, refusal.Reason);
            return Results.StatusCode(refusal.Status);
        }

        // What was begun is finished even where Teams has hung up: it asks again, and the answer is then the same.
        return await PassOnAsync(
            services.GetRequiredService<TeamsTurns>(),
            activity!,
            services.GetRequiredService<AnswerPatience>(),
            logger
        );
    }

    private static async Task<IResult> PassOnAsync(TeamsTurns turns, Activity activity, AnswerPatience patience, ILogger logger)
    {
        try
        {
            if (MessageReferral.Names(activity))
            {
                var (referral, line) = MessageReferral.Of(activity);
                return Reply(
                    line
                        ?? await patience.WithinAsync(turns.TakeAsync(activity, referral!, CancellationToken.None), () =>
                            DialogReply.Line(AnswerPatience.Late)
                        )
                );
            }

            if ((activity.Type, activity.Name) is not ("invoke", "adaptiveCard/action"))
            {
                return Results.StatusCode(await turns.TakeAsync(activity, CancellationToken.None));
            }

            var (invocation, reply) = CardInvocation.Of(activity);
            return Reply(
                reply
                    ?? await patience.WithinAsync(turns.TakeAsync(activity, invocation!, CancellationToken.None), () =>
                        InvokeReply.Message(AnswerPatience.Late)
                    )
            );
        }
        catch (Exception e) when (activity.Type == "invoke")
        {
            TeamsLog.Failed(logger, activity.Type, Faults.TypeOf(e), Faults.StackOf(e));
            return MessageReferral.Names(activity) ? Reply(DialogReply.Fault()) : Reply(InvokeReply.Message(AnswerPatience.Away));
        }
        catch (Exception e)
        {
            TeamsLog.Failed(logger, activity.Type ?? "none", Faults.TypeOf(e), Faults.StackOf(e));
            return Results.StatusCode(500);
        }
    }

    private static IResult Reply(InvokeReply reply) => Results.Json(reply, TeamsJson.Default.InvokeReply);

    private static IResult Reply(DialogReply reply) => Results.Bytes(reply.Json, "application/json; charset=utf-8");
}
