using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>Where the API is, how one signs in, and its paths.</summary>
internal static partial class PlaceRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        PublishedRule.That(
            "swagger-version",
            swagger => Swagger.Text(swagger.Root, "swagger") == "2.0",
            swagger => swagger.Root["swagger"] = "3.0.0"
        ),
        PublishedRule.That(
            "host-plain",
            swagger => Host().IsMatch(Swagger.Text(swagger.Root, "host")),
            swagger => swagger.Root["host"] = "https://partnership.example/api"
        ),
        PublishedRule.That(
            "host-production",
            swagger => !NotProduction().IsMatch(Swagger.Text(swagger.Root, "host")),
            swagger => swagger.Root["host"] = "test.partnership.example"
        ),
        PublishedRule.That(
            "base-path",
            swagger => BasePath().IsMatch(Swagger.Text(swagger.Root, "basePath")),
            swagger => swagger.Root["basePath"] = "api/v1/"
        ),
        PublishedRule.That(
            "schemes-https",
            swagger => swagger.Root["schemes"] is JsonArray { Count: 1 } schemes && schemes[0]!.GetValue<string>() == "https",
            swagger => swagger.Root["schemes"] = new JsonArray("https", "http")
        ),
        PublishedRule.That(
            "security-one",
            swagger => swagger.Root["securityDefinitions"] is JsonObject { Count: 1 },
            swagger => swagger.Root.Remove("securityDefinitions")
        ),
        PublishedRule.Of(
            "security-name",
            swagger => Security(swagger).Where(one => !PlainName().IsMatch(one.Key)).Select(one => one.Key),
            swagger => swagger.Root["securityDefinitions"] = new JsonObject { ["API Key"] = new JsonObject() }
        ),
        PublishedRule.Of(
            "security-oauth",
            swagger =>
                Security(swagger)
                    .Where(one =>
                        one.Value is not JsonObject scheme
                        || Swagger.Text(scheme, "type") != "oauth2"
                        || Swagger.Text(scheme, "flow") != "accessCode"
                        || !InfoRules.IsHttps(Swagger.Text(scheme, "authorizationUrl"))
                        || !InfoRules.IsHttps(Swagger.Text(scheme, "tokenUrl"))
                    )
                    .Select(one => one.Key),
            swagger => swagger.Root["securityDefinitions"]!["oauth2-auth"]!["flow"] = "implicit"
        ),
        PublishedRule.That(
            "security-used",
            swagger =>
                swagger.Root["security"] is JsonArray { Count: > 0 } used
                && used.SelectMany(one => one!.AsObject())
                    .All(one =>
                        swagger.Root["securityDefinitions"]?[one.Key]?["scopes"] is JsonObject scopes
                        && one.Value!.AsArray().All(scope => scopes.ContainsKey(scope!.GetValue<string>()))
                    ),
            swagger => swagger.Root["security"]![0]!["oauth2-auth"] = new JsonArray("something_else")
        ),
        PublishedRule.Each(
            "security-everywhere",
            operation => !operation.Json.ContainsKey("security"),
            swagger => swagger.Operation("ListCases").Json["security"] = new JsonArray()
        ),
        Path("path-slash", path => path.StartsWith('/') && !path.EndsWith('/'), "/cases/"),
        Path("path-no-query", path => !path.Contains('?') && !path.Contains('#'), "/cases?all=true"),
        Path("path-length", path => path.Length <= 250, "/" + new string('a', 251)),
        PublishedRule.Of(
            "path-unique",
            swagger =>
                swagger
                    .Paths.GroupBy(path => Placeholder().Replace(path.Key, "{}"), StringComparer.OrdinalIgnoreCase)
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key),
            swagger => swagger.Paths["/Cases/{other}"] = new JsonObject()
        ),
        PublishedRule.Each(
            "path-parameters-declared",
            operation =>
                Placeholder()
                    .Matches(operation.Path)
                    .Select(match => match.Groups[1].Value)
                    .Order()
                    .SequenceEqual(
                        operation
                            .Parameters.Where(one => Swagger.Text(one, "in") == "path")
                            .Select(one => Swagger.Text(one, "name"))
                            .Order()
                    ),
            swagger => swagger.Operation("GetCase").Json["parameters"] = new JsonArray()
        ),
    ];

    private static JsonObject Security(Swagger swagger) => swagger.Root["securityDefinitions"] as JsonObject ?? [];

    private static PublishedRule Path(string name, Func<string, bool> kept, string example) =>
        PublishedRule.Of(
            name,
            swagger => swagger.Paths.Select(path => path.Key).Where(path => !kept(path)),
            swagger => swagger.Paths[example] = new JsonObject()
        );

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    private static partial Regex Host();

    [GeneratedRegex(@"(^|[.-])(localhost|test|dev|staging|stage|uat|sandbox)([.-]|$)|^\d+(\.\d+){3}$|ngrok")]
    private static partial Regex NotProduction();

    [GeneratedRegex("^(/[a-z0-9-]+)+$")]
    private static partial Regex BasePath();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
