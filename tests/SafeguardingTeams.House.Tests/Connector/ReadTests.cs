using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NJsonSchema;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>Others can read the definition: two readers of OpenAPI, and one of schemas.</summary>
public class ReadTests
{
    [Fact]
    public void Microsoft_reads_the_definition_without_an_error()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(ConnectorFiles.Committed.Definition, OpenApiConstants.Json);
        Assert.Equal([], diagnostic!.Errors.Select(error => error.ToString()));
        Assert.Equal([], diagnostic.Warnings.Select(warning => warning.ToString()));
        Assert.Equal(OpenApiSpecVersion.OpenApi2_0, diagnostic.SpecificationVersion);
        Assert.Equal(
            ConnectorFiles.Committed.Swagger.Operations.Select(one => one.Id).Order(),
            document!.Paths.SelectMany(path => path.Value.Operations!.Values).Select(one => one.OperationId!).Order()
        );
    }

    [Fact]
    public void Microsoft_names_what_is_wrong_in_one()
    {
        var wrong = ConnectorFiles.Committed.With(swagger => swagger.Operation("ListCases").Json.Remove("responses"));
        var (_, diagnostic) = OpenApiDocument.Parse(wrong.Definition, OpenApiConstants.Json);
        Assert.NotEmpty(diagnostic!.Errors);
    }

    [Fact]
    [Trait(Needs.Name, Needs.Processes)]
    public void The_reader_from_npm_takes_the_definition_and_refuses_one_that_is_wrong()
    {
        Assert.Equal("", Parsed(ConnectorFiles.Committed));
        var wrong = ConnectorFiles.Committed.With(swagger =>
            swagger.Property("RecordRows", "value")["items"]!["$ref"] = "#/components/schemas/RecordRow"
        );
        Assert.Contains("#/components/schemas/RecordRow", Parsed(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_schema_takes_what_it_describes_and_refuses_what_lacks_something()
    {
        var swagger = ConnectorFiles.Committed.Swagger;
        var refused = 0;
        foreach (var (name, definition) in swagger.Definitions)
        {
            var whole = definition!.DeepClone().AsObject();
            whole["definitions"] = swagger.Definitions.DeepClone();
            var schema = await JsonSchema.FromJsonAsync(whole.ToJsonString());
            var example = Example(swagger, definition.AsObject())!.AsObject();
            Assert.Empty(schema.Validate(example.ToJsonString()));
            foreach (var needed in definition["required"]?.AsArray().Select(one => one!.GetValue<string>()) ?? [])
            {
                var less = example.DeepClone().AsObject();
                less.Remove(needed);
                Assert.True(schema.Validate(less.ToJsonString()).Count > 0, $"{name} is taken without {needed}.");
                refused++;
            }
        }

        Assert.True(refused > 50, $"Only {refused} tried.");
    }

    private static JsonNode? Example(Swagger swagger, JsonObject schema)
    {
        schema = swagger.Resolved(schema)!;
        return schema["enum"] is JsonArray values
            ? values[0]!.DeepClone()
            : Swagger.Text(schema, "type") switch
            {
                "object" => new JsonObject(
                    (schema["properties"] as JsonObject ?? []).Select(one =>
                        KeyValuePair.Create(one.Key, Example(swagger, one.Value!.AsObject()))
                    )
                ),
                "array" => new JsonArray(Example(swagger, schema["items"]!.AsObject())),
                "boolean" => true,
                "integer" => 1,
                _ => Swagger.Text(schema, "format") switch
                {
                    "date" => "2026-12-01",
                    "date-time" => "2026-12-01T10:00:00Z",
                    _ => "x",
                },
            };
    }

    /// <summary>What the reader from npm says; nothing where all is well.</summary>
    private static string Parsed(ConnectorFiles files)
    {
        const string program =
            "const parser = require('@apidevtools/swagger-parser');"
            + "parser.validate(JSON.parse(require('fs').readFileSync(0))).catch(e => { console.log(e.message); });";
        using var node = Process.Start(
            new ProcessStartInfo("node", ["-e", program])
            {
                WorkingDirectory = Approved.Root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        node.StandardInput.Write(files.Definition);
        node.StandardInput.Close();
        var (said, failed) = (node.StandardOutput.ReadToEnd(), node.StandardError.ReadToEnd());
        node.WaitForExit();
        return (said + failed).Trim();
    }
}
