using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;

namespace SafeguardingTeams.Bot.Api;

/// <summary>How the API reads and writes: strictly, and nothing that is null is written.</summary>
internal static class ApiJsonOptions
{
    internal static void Apply(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(null, allowIntegerValues: false));
    }
}
