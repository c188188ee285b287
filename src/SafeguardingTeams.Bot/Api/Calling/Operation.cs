using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>What the connector says of an operation, beside what its handler shows.</summary>
internal sealed class OperationFacts
{
    /// <summary>How prominent it is in a flow's designer: <c>important</c>, <c>internal</c>, or nothing.</summary>
    public string Visibility { get; set; } = "";

    /// <summary>Whether its answer is a page with a link to the next.</summary>
    public bool IsPaged { get; set; }

    /// <summary>Whether it begins a flow.</summary>
    public bool IsTrigger { get; set; }

    /// <summary>What somebody is told who tries out a flow that it begins.</summary>
    public string Hint { get; set; } = "";

    /// <summary>What is posted to whoever subscribed; null where nothing is.</summary>
    public Type? Notification { get; set; }

    /// <summary>Whether a flow waits at it until it is answered.</summary>
    public bool Waits { get; set; }
}

/// <summary>How an operation of the API is described, for its own description and for the connector's.</summary>
internal static class Operation
{
    /// <summary>Its id, for good: flows name it; and its summary, at most 80 characters.</summary>
    internal static RouteHandlerBuilder As(this RouteHandlerBuilder route, string id, string summary) =>
        route.WithName(id).WithSummary(summary).WithMetadata(new OperationFacts());

    /// <summary>What it does, in full sentences.</summary>
    internal static RouteHandlerBuilder Saying(this RouteHandlerBuilder route, string description) => route.WithDescription(description);

    /// <summary>What it answers where all is well.</summary>
    internal static RouteHandlerBuilder Giving<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status);

    /// <summary>It answers with a file.</summary>
    internal static RouteHandlerBuilder GivingFile(this RouteHandlerBuilder route) =>
        route.Produces<Stream>(contentType: "application/octet-stream");

    /// <summary>An application may call it too, in nobody's name.</summary>
    internal static RouteHandlerBuilder ForApplicationsToo(this RouteHandlerBuilder route) =>
        route.WithMetadata(new Calls.ForApplicationsToo());

    /// <summary>A flow begins with it: what is posted to the flow, and how somebody tries it out.</summary>
    internal static RouteHandlerBuilder BeginsAFlow<T>(this RouteHandlerBuilder route, string hint) =>
        route
            .Giving<Subscribed>(StatusCodes.Status201Created)
            .ForApplicationsToo()
            .With(facts => (facts.IsTrigger, facts.Hint, facts.Notification) = (true, hint, typeof(T)));

    internal static RouteHandlerBuilder Important(this RouteHandlerBuilder route) => route.With(facts => facts.Visibility = "important");

    internal static RouteHandlerBuilder Internal(this RouteHandlerBuilder route) => route.With(facts => facts.Visibility = "internal");

    internal static RouteHandlerBuilder Paged(this RouteHandlerBuilder route) => route.With(facts => facts.IsPaged = true);

    internal static RouteHandlerBuilder With(this RouteHandlerBuilder route, Action<OperationFacts> change)
    {
        route.Finally(built => change(built.Metadata.OfType<OperationFacts>().Last()));
        return route;
    }
}
