using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Configuration;

/// <summary>The schema of the partnership's file: made of the types it is read into, explained by the page on configuration.</summary>
public partial class SchemaTests
{
    private const string Id = "^[a-z0-9-]{1,40}$";
    private const string Guid = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

    /// <summary>What the types do not say, by the last name of a place.</summary>
    private static readonly Dictionary<string, string> Patterns = new()
    {
        ["code"] = "^[A-Z]{2,6}$",
        ["agencies[].id"] = Id,
        ["people[].id"] = Id,
        ["people[].agency"] = Id,
        ["tenants[].agencies[]"] = Id,
        ["people[].roles[].deputies[]"] = Id,
        ["tenants[].tenantId"] = Guid,
        ["people[].accounts[].tenantId"] = Guid,
        ["people[].accounts[].objectId"] = Guid,
        ["contacts.officeHours.from"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        ["contacts.officeHours.to"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
    };

    [Fact]
    public void The_schema_is_that_of_the_types_and_explains_every_field()
    {
        var explained = Explained();
        var places = new List<string>();
        var schema = PartnershipJson.Default.PartnershipFile.GetJsonSchemaAsNode(
            new()
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, node) => Told(context, node.AsObject(), explained, places),
            }
        );
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "The partnership's file" };
        foreach (var (name, value) in schema.AsObject().ToList())
        {
            schema.AsObject().Remove(name);
            root[name] = value;
        }

        Assert.Empty(places.Except(explained.Keys));
        Assert.Empty(explained.Keys.Except(places));
        Approved.Same(
            "docs/partnership.schema.json",
            root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                + "\n"
        );
    }

    [Theory]
    [InlineData("src/SafeguardingTeams.Bot/partnership.json")]
    [InlineData("docs/examples/partnership-rivers.json")]
    public void The_examples_are_in_order_and_say_that_they_are_examples(string path)
    {
        var (file, errors) = PartnershipFile.Read(File.ReadAllBytes(Path.Combine(Approved.Root, path)));
        Assert.Empty(errors);
        Assert.True(file!.Example);
        Assert.Empty(file.GapsOn(new(2026, 12, 1)));
        Assert.Empty(file.GapsOn(new(2027, 4, 1)));
        Assert.True(
            File.Exists(Path.Combine(Path.GetDirectoryName(Path.Combine(Approved.Root, path))!, file.Schema)),
            "An editor finds the schema."
        );
    }

    private static JsonNode Told(
        JsonSchemaExporterContext context,
        JsonObject node,
        Dictionary<string, string> explained,
        List<string> places
    )
    {
        var place = Place(context.Path);
        if (Patterns.GetValueOrDefault(place) is { } pattern)
        {
            node["pattern"] = pattern;
            node.Remove("format");
        }

        if (context.TypeInfo.Type == typeof(Role))
        {
            node["enum"] = new JsonArray([.. RosterRules.Given.Select(role => JsonValue.Create(role.ToString()))]);
        }

        switch (place)
        {
            case "guidanceEdition":
                node["enum"] = new JsonArray("2018", "2025");
                break;
            case "hideUpTo":
                (node["minimum"], node["maximum"]) = (1, 20);
                break;
            case "retention[].years":
                (node["minimum"], node["maximum"]) = (1, 120);
                break;
            case "retention[].kind":
                node["enum"] = new JsonArray([
                    .. Enum.GetValues<RecordKind>()
                        .Where(kind => kind != RecordKind.Group)
                        .Select(kind => JsonValue.Create(kind.ToString())),
                ]);
                break;
            case "groupQuorum.seats":
                (node["minimum"], node["maximum"]) = (1, 24);
                break;
            case "limits":
                node["properties"] = new JsonObject(
                    Timescales.Configurable.Select(limit =>
                        KeyValuePair.Create(
                            limit.Id,
                            (JsonNode?)
                                new JsonObject
                                {
                                    ["type"] = "integer",
                                    ["minimum"] = 1,
                                    ["maximum"] = 60,
                                    ["description"] = $"{limit.Title}: {limit.Number} unless told.",
                                }
                        )
                    )
                );
                node["additionalProperties"] = false;
                break;
            case "wording":
                node["properties"] = new JsonObject(
                    PartnershipChecks
                        .WordingKeys.Order()
                        .Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject { ["type"] = "string" }))
                );
                node["additionalProperties"] = false;
                break;
        }

        if ((context.PropertyInfo is not null || place == "groupMeetings[]") && explained.GetValueOrDefault(place) is var said)
        {
            places.Add(place);
            node["description"] = said;
        }

        return node;
    }

    private static string Place(ReadOnlySpan<string> path)
    {
        var place = "";
        for (var i = 0; i < path.Length; i++)
        {
            place +=
                path[i] == "items" ? "[]"
                : path[i] == "properties" && i + 1 < path.Length ? $".{path[++i]}"
                : "";
        }

        return place.TrimStart('.');
    }

    /// <summary>The fields of the page's tables, with what it says of each, without its marks.</summary>
    private static Dictionary<string, string> Explained() =>
        File.ReadLines(Path.Combine(Approved.Root, "docs/configuration.md"))
            .SkipWhile(line => line != "## The partnership's file")
            .TakeWhile(line => line != "### Limits")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .SelectMany(cells => cells[0].Split(", ").Select(field => (Field: field.Trim('`'), Said: Marks().Replace(cells[1], "$1"))))
            .ToDictionary(row => row.Field, row => row.Said);

    [GeneratedRegex(@"`|\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Marks();
}
