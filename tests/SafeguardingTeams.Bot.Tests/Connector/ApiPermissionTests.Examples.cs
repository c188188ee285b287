using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <content>What operations are given, by their definition alone.</content>
public partial class ApiPermissionTests
{
    /// <summary>Inputs that the definition takes, whatever comes of them.</summary>
    private JsonObject Example(ConnectorOperation operation)
    {
        var inputs = new JsonObject();
        foreach (var parameter in operation.Parameters.Where(one => one["required"]?.GetValue<bool>() == true))
        {
            inputs[parameter["name"]!.GetValue<string>()] = ValueOf(parameter["schema"]?.AsObject() ?? parameter);
        }

        return inputs;
    }

    private static JsonNode? ValueOf(JsonObject schema)
    {
        schema = ConnectorStage.File.Resolved(schema);
        return schema["enum"] is JsonArray values
            ? values[0]!.DeepClone()
            : schema["type"]?.GetValue<string>() switch
            {
                "object" => new JsonObject(
                    (schema["required"]?.AsArray() ?? []).Select(name =>
                        KeyValuePair.Create(name!.GetValue<string>(), ValueOf(schema["properties"]![name.GetValue<string>()]!.AsObject()))
                    )
                ),
                "array" => new JsonArray(),
                "boolean" => true,
                "integer" => 1,
                _ => "x",
            };
    }
}
