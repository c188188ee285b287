using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>What a flow begins with: registered with the address it waits at, and taken back when the flow is turned off.</summary>
internal static class TriggerOperations
{
    private const string Try = "Do in the product what this trigger is about, with a record that you have a part in.";

    internal static void MapTriggers(this RouteGroupBuilder api)
    {
        api.MapPost("/triggers/record-opened", Records(FlowTrigger.RecordOpened))
            .As("WhenARecordIsOpened", "When a record is opened")
            .Saying("This operation triggers when a record is opened that you have a part in.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/step-reached", StepAsync)
            .As("WhenARecordReachesAStep", "When a record reaches a step")
            .Saying("This operation triggers when a record that you have a part in reaches a step of the process.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/task-assigned", Tasks(FlowTrigger.TaskAssigned))
            .As("WhenATaskIsAssigned", "When a task is assigned")
            .Saying("This operation triggers when something begins to wait for somebody in a record that you have a part in.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/task-completed", Tasks(FlowTrigger.TaskCompleted))
            .As("WhenATaskIsCompleted", "When a task is completed")
            .Saying("This operation triggers when a task is done or no longer needed in a record that you have a part in.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/task-late", Tasks(FlowTrigger.TaskLate))
            .As("WhenATaskIsLate", "When a task is late")
            .Saying("This operation triggers when the time for a task is past in a record that you have a part in.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/document-ready", Records(FlowTrigger.DocumentReady))
            .As("WhenADocumentIsReady", "When a document is ready")
            .Saying("This operation triggers when a document of a record that you have a part in is ready.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/triggers/record-closed", Records(FlowTrigger.RecordClosed))
            .As("WhenARecordIsClosed", "When a record is closed")
            .Saying("This operation triggers when a record that you have a part in is closed.")
            .BeginsAFlow<Notice>(Try);
        api.MapPost("/leads-questions", AskAsync)
            .As("AskTheLeadsAndWait", "Ask the leads and wait")
            .Saying(
                "This operation asks the three lead representatives something about a case and waits. Each answers on a card of "
                    + "their own, and no flow answers for them."
            )
            .WaitsFor<LeadsAnswered>();
        api.MapDelete("/subscriptions/{id}", EndAsync)
            .As("DeleteSubscription", "Delete a subscription")
            .Saying("This operation takes a registration back when a flow is turned off.")
            .Produces(StatusCodes.Status204NoContent)
            .ForApplicationsToo()
            .Internal();
    }

    private static Func<HttpContext, FlowSubscriptions, Links, RecordTrigger, Task<IResult>> Records(FlowTrigger trigger) =>
        (http, subscriptions, links, input) =>
            SubscribeAsync(http, subscriptions, links, new(trigger, input.Kind?.Record(), "", ""), input.NotificationUrl);

    private static Func<HttpContext, FlowSubscriptions, Links, TaskTrigger, Task<IResult>> Tasks(FlowTrigger trigger) =>
        (http, subscriptions, links, input) =>
            SubscribeAsync(http, subscriptions, links, new(trigger, input.Kind?.Record(), "", input.Task ?? ""), input.NotificationUrl);

    private static Task<IResult> StepAsync(HttpContext http, FlowSubscriptions subscriptions, Links links, StepTrigger input) =>
        SubscribeAsync(
            http,
            subscriptions,
            links,
            new(FlowTrigger.StepReached, input.Kind.Record(), input.Step ?? "", ""),
            input.NotificationUrl
        );

    private static async Task<IResult> SubscribeAsync(
        HttpContext http,
        FlowSubscriptions subscriptions,
        Links links,
        FlowFilter filter,
        string callback
    ) => Of(http, links, await subscriptions.AddAsync(SubscriberOf(http), filter, callback, http.RequestAborted));

    /// <summary>A registration: where it is taken back is said with it.</summary>
    internal static IResult Of(HttpContext http, Links links, SubscribeEnd end)
    {
        switch (end)
        {
            case SubscribeEnd.Done done:
                http.Response.Headers.Location = links.OfSubscription(done.Id);
                return Results.Json(
                    new Subscribed { Subscription = done.Id },
                    ApiJson.Default.Subscribed,
                    statusCode: StatusCodes.Status201Created
                );
            case SubscribeEnd.CallbackRefused refused:
                return Problems.Of(StatusCodes.Status400BadRequest, "callback-refused", refused.Why, "notificationUrl");
            case SubscribeEnd.TooMany many:
                return Problems.Of(
                    StatusCodes.Status409Conflict,
                    "too-many-subscriptions",
                    $"You have {many.Limit} registrations, and no more are taken. Turn off flows that are no longer needed."
                );
            default:
                throw new InvalidOperationException("An unknown end.");
        }
    }

    /// <summary>Whose registration it is.</summary>
    internal static FlowSubscriber SubscriberOf(HttpContext http) =>
        Calls.Of(http) switch
        {
            Caller.Person person => new FlowSubscriber.Person(person.Account, person.Actor.PersonId),
            Caller.Application application => new FlowSubscriber.Application(application.TenantId, application.ClientId),
            _ => throw new InvalidOperationException("An unknown kind of caller."),
        };

    private static async Task<IResult> AskAsync(HttpContext http, FlowQuestions questions, Links links, LeadsInput input)
    {
        if (CaseId.TryParse(input.Record) is not { } about)
        {
            return Problems.NotThere;
        }

        var (waits, refused) = await questions.AskAsync(
            Calls.PersonOf(http),
            about,
            input.Question,
            [.. input.Options],
            input.NotificationUrl,
            http.RequestAborted
        );
        return waits is not null
            ? Of(http, links, waits)
            : Problems.Of(refused!, _ => throw new InvalidOperationException("Nothing was registered."));
    }

    private static async Task<IResult> EndAsync(
        HttpContext http,
        FlowSubscriptions subscriptions,
        [SaidAs("Subscription", "The id of the registration.")] string id
    ) => await subscriptions.RemoveAsync(SubscriberOf(http), id, http.RequestAborted) ? Results.NoContent() : Problems.NotThere;
}
