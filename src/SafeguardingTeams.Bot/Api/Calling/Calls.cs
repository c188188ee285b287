using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Web;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>Who calls: found out once for each call, before anything else; nobody of ours gets no further.</summary>
internal sealed class Calls(Callers callers) : IEndpointFilter
{
    /// <summary>Marks what an application may call too, in nobody's name.</summary>
    internal sealed class ForApplicationsToo;

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var (caller, refused) = await CallerAsync(http);
        if (refused is not null)
        {
            return refused;
        }

        http.Features.Set(caller);
        return await next(context);
    }

    /// <summary>Who calls.</summary>
    internal static Caller Of(HttpContext http) => http.Features.GetRequiredFeature<Caller>();

    /// <summary>The person who calls: asked only where no application may.</summary>
    internal static Caller.Person PersonOf(HttpContext http) => (Caller.Person)Of(http);

    private async Task<(Caller? Caller, IResult? Refused)> CallerAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint()!;
        var operation = endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;
        var account = Visitor.AccountOf(http.User);
        if (ApiSignIn.ApplicationOf(http.User) is { } application)
        {
            return endpoint.Metadata.GetMetadata<ForApplicationsToo>() is null
                ? (
                    null,
                    Problems.Of(
                        StatusCodes.Status403Forbidden,
                        "not-for-applications",
                        "This is done in the name of a person. An application may read lists and subscribe, and nothing else."
                    )
                )
                : (new Caller.Application(account.TenantId, application), null);
        }

        return await callers.PersonAsync(account, Visitor.NameOf(http), operation, http.RequestAborted) switch
        {
            CallerEnd.Known known => (known.Caller, null),
            CallerEnd.MustPickAgency => (
                null,
                Problems.Of(
                    StatusCodes.Status403Forbidden,
                    "choose-agency",
                    "Your organisation has several agencies here. Open the signed-in page once, say which is yours, then run it again."
                )
            ),
            _ => (null, Problems.Of(StatusCodes.Status403Forbidden, "not-available", "This is not available to every organisation.")),
        };
    }
}

/// <summary>Which state of a record a call changes: the ETag as it was read.</summary>
internal static class ETags
{
    /// <summary>The state of a record.</summary>
    internal static string Of(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version a caller has read, with or without quotes; -1, which no record has, where it is none.</summary>
    internal static int Read(string sent) =>
        int.TryParse(sent.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
