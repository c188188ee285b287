using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>The least there can be: the body read, the same token checked, the card written.</summary>
internal static class Bare
{
    internal static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, Uri keys)
    {
        var answer = Encoding.UTF8.GetBytes(
            $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{Server.Card}}}"""
        );
        var manager = new ConfigurationManager<OpenIdConnectConfiguration>(
            keys.ToString(),
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }
        );
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        return endpoints.MapPost("/api/messages", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var known = await manager.GetConfigurationAsync();
            var token = await handler.ValidateTokenAsync(
                http.Request.Headers.Authorization.ToString()[7..],
                new()
                {
                    ValidIssuer = "https://api.botframework.com",
                    ValidAudience = Server.AppId,
                    IssuerSigningKeys = known.SigningKeys,
                }
            );
            return token.IsValid ? Results.Bytes(answer, "application/json; charset=utf-8") : Results.StatusCode(401);
        });
    }
}
