using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>The files of the connector: as they are committed, or with something changed in them.</summary>
internal sealed record ConnectorFiles
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Folder { get; } = Path.Combine(Approved.Root, "connector");

    internal static ConnectorFiles Committed { get; } =
        new()
        {
            Names = [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)],
            Definition = Read("apiDefinition.swagger.json"),
            Properties = Read("apiProperties.json"),
            Readme = Read("readme.md"),
            Icon = File.ReadAllBytes(Path.Combine(Folder, "icon.png")),
        };

    internal required IReadOnlyList<string> Names { get; init; }

    internal required string Definition { get; init; }

    internal required string Properties { get; init; }

    internal required string Readme { get; init; }

    internal required ReadOnlyMemory<byte> Icon { get; init; }

    /// <summary>The definition, read anew.</summary>
    internal Swagger Swagger => new(JsonNode.Parse(Definition)!.AsObject());

    /// <summary>What the properties file says, read anew.</summary>
    internal JsonObject Settings => JsonNode.Parse(Properties)!["properties"]!.AsObject();

    /// <summary>The same with another definition.</summary>
    internal ConnectorFiles With(Action<Swagger> change)
    {
        var swagger = Swagger;
        change(swagger);
        return this with { Definition = swagger.Root.ToJsonString(Written).ReplaceLineEndings("\n") + "\n" };
    }

    /// <summary>The same with other properties.</summary>
    internal ConnectorFiles WithSettings(Action<JsonObject> change)
    {
        var settings = JsonNode.Parse(Properties)!.AsObject();
        change(settings["properties"]!.AsObject());
        return this with { Properties = settings.ToJsonString(Written).ReplaceLineEndings("\n") + "\n" };
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
}
