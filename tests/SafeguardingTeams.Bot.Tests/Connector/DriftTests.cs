using Microsoft.OpenApi;
using SafeguardingTeams.Bot.Api;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>
/// What the API serves of itself (OpenAPI 3.0) and the connector's committed definition (2.0) are one: both are read by Microsoft's own
/// reader, and compared path by path.
/// </summary>
[Collection(nameof(ConnectorStage))]
[Trait(Needs.Name, Needs.Emulator)]
public class DriftTests(ConnectorStage stage)
{
    private const string Place = "connector/apiDefinition.swagger.json";

    [Fact]
    public async Task The_served_description_and_the_definition_say_the_same()
    {
        var (served, definition) = (await ServedAsync(), await File.ReadAllTextAsync(Path.Combine(Approved.Root, Place)));
        var differences = Drift.Between(Read(served), Read(definition), Links.Root).ToList();
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Theory]
    [InlineData("\"/themes\": {", "\"/topics\": {", "/themes: is in one only")]
    [InlineData("\"name\": \"If-Match\"", "\"name\": \"If-None-Match\"", "/actions/{record}/progress post: asks for Header If-Match")]
    [InlineData("\"in\": \"header\",\n", "\"in\": \"query\",\n", "/actions/{record}/progress post: asks for Header If-Match")]
    [InlineData("\"SeriousIncident\",\n", "", "/cases get, kind: values")]
    [InlineData("\"statementRead\",\n", "", "/meetings/{record}/attendance post, body: required")]
    [InlineData("\"format\": \"date-time\",\n", "", "/records/{record}/timetable get, 200/value[]/dueAt: type")]
    [InlineData("#/definitions/ThemeRows", "#/definitions/RecordNames", "/themes get, 200/value[]: properties")]
    public async Task Where_they_part_is_found(string committed, string instead, string found)
    {
        var definition = await File.ReadAllTextAsync(Path.Combine(Approved.Root, Place));
        var differences = Drift
            .Between(Read(await ServedAsync()), Read(definition.Replace(committed, instead, StringComparison.Ordinal)), Links.Root)
            .ToList();
        Assert.True(differences.Any(one => one.StartsWith(found, StringComparison.Ordinal)), string.Join("\n", differences));
    }

    private async Task<string> ServedAsync()
    {
        using var web = new HttpClient { BaseAddress = stage.Host.WebPage };
        return await web.GetStringAsync(new Uri(Description.Address, UriKind.Relative));
    }

    private static OpenApiDocument Read(string text)
    {
        var (document, diagnostic) = OpenApiDocument.Parse(text, OpenApiConstants.Json);
        Assert.Equal([], diagnostic!.Errors.Select(error => error.ToString()));
        return document!;
    }
}

/// <summary>Where two descriptions of one API part.</summary>
internal static class Drift
{
    /// <summary>All differences, each by its place.</summary>
    /// <param name="root">What stands before the paths of the first.</param>
    internal static IEnumerable<string> Between(OpenApiDocument served, OpenApiDocument committed, string root)
    {
        var first = served.Paths.ToDictionary(path => path.Key[root.Length..], path => path.Value);
        foreach (var path in first.Keys.Union(committed.Paths.Keys))
        {
            if (!first.TryGetValue(path, out var one) || !committed.Paths.TryGetValue(path, out var other))
            {
                yield return $"{path}: is in one only";
                continue;
            }

            foreach (var method in one.Operations!.Keys.Union(other.Operations!.Keys))
            {
                var place = $"{path} {method.Method.ToLowerInvariant()}";
                var differences =
                    one.Operations.TryGetValue(method, out var a) && other.Operations.TryGetValue(method, out var b)
                        ? Between(place, a, b)
                        : [$"{place}: is in one only"];
                foreach (var difference in differences)
                {
                    yield return difference;
                }
            }
        }

        foreach (var (name, schema) in committed.Components!.Schemas!)
        {
            var differences = served.Components!.Schemas!.TryGetValue(name, out var same)
                ? Between(name, same, schema)
                : [$"{name}: is in one only"];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> Between(string place, OpenApiOperation one, OpenApiOperation other)
    {
        if ((one.OperationId, one.Summary, one.Description) != (other.OperationId, other.Summary, other.Description))
        {
            yield return $"{place}: is called or described otherwise";
        }

        var asked = (other.Parameters ?? []).ToDictionary(Key);
        foreach (var parameter in one.Parameters ?? [])
        {
            if (!asked.Remove(Key(parameter), out var same))
            {
                yield return $"{place}: asks for {Key(parameter)} in one only";
                continue;
            }

            if (parameter.Required != same.Required)
            {
                yield return $"{place}, {parameter.Name}: required";
            }

            foreach (var difference in Between($"{place}, {parameter.Name}", parameter.Schema, same.Schema))
            {
                yield return difference;
            }
        }

        foreach (var left in asked.Keys)
        {
            yield return $"{place}: asks for {left} in one only";
        }

        if (one.RequestBody?.Required != other.RequestBody?.Required)
        {
            yield return $"{place}, body: required";
        }

        foreach (var difference in Between($"{place}, body", Body(one.RequestBody?.Content), Body(other.RequestBody?.Content)))
        {
            yield return difference;
        }

        foreach (var status in one.Responses!.Keys.Union(other.Responses!.Keys))
        {
            var differences =
                one.Responses.TryGetValue(status, out var a) && other.Responses.TryGetValue(status, out var b)
                    ? Between($"{place}, {status}", Body(a.Content), Body(b.Content))
                        .Concat(
                            (a.Headers ?? new Dictionary<string, IOpenApiHeader>())
                                .Keys.Except(b.Headers?.Keys ?? [])
                                .Select(header => $"{place}, {status}: header {header}")
                        )
                    : [$"{place}, {status}: is in one only"];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static string Key(IOpenApiParameter parameter) => $"{parameter.In} {parameter.Name}";

    private static IOpenApiSchema? Body(IDictionary<string, OpenApiMediaType>? content) =>
        content is { Count: > 0 } ? content.First().Value.Schema : null;

    private static IEnumerable<string> Between(string place, IOpenApiSchema? one, IOpenApiSchema? other)
    {
        (one, other) = (Plain(one), Plain(other));
        if (one is null || other is null)
        {
            return one is null && other is null ? [] : [$"{place}: is in one only"];
        }

        var (mine, theirs) = (Properties(one), Properties(other));
        return Own(place, one, other)
            .Concat(mine.Keys.Intersect(theirs.Keys).SelectMany(name => Between($"{place}/{name}", mine[name], theirs[name])))
            .Concat(one.Items is null && other.Items is null ? [] : Between($"{place}[]", one.Items, other.Items));
    }

    private static IEnumerable<string> Own(string place, IOpenApiSchema one, IOpenApiSchema other)
    {
        if ((one.Type & ~JsonSchemaType.Null, one.Format) != (other.Type & ~JsonSchemaType.Null, other.Format))
        {
            yield return $"{place}: type {one.Type} {one.Format}, and {other.Type} {other.Format}";
        }

        if (!Values(one).SequenceEqual(Values(other)))
        {
            yield return $"{place}: values {string.Join('|', Values(one))}, and {string.Join('|', Values(other))}";
        }

        if (!(one.Required ?? new HashSet<string>()).Order().SequenceEqual((other.Required ?? new HashSet<string>()).Order()))
        {
            yield return $"{place}: required {string.Join('|', one.Required ?? new HashSet<string>())}";
        }

        if (!Properties(one).Keys.Order().SequenceEqual(Properties(other).Keys.Order()))
        {
            yield return $"{place}: properties {string.Join('|', Properties(one).Keys)}, and {string.Join('|', Properties(other).Keys)}";
        }
    }

    private static IDictionary<string, IOpenApiSchema> Properties(IOpenApiSchema schema) =>
        schema.Properties ?? new Dictionary<string, IOpenApiSchema>();

    private static IEnumerable<string> Values(IOpenApiSchema schema) => (schema.Enum ?? []).Select(one => one?.ToString() ?? "null");

    /// <summary>What may be left out is, in 3.0, one of nothing and itself.</summary>
    private static IOpenApiSchema? Plain(IOpenApiSchema? schema) =>
        schema?.OneOf is { Count: 2 } choices ? choices.Single(one => one is OpenApiSchemaReference) : schema;
}
