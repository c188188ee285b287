using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What operations are called and say of themselves.</summary>
internal static partial class OperationRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        PublishedRule.Each(
            "operationid-pascal-case",
            operation => PascalCase().IsMatch(operation.Id),
            swagger => swagger.Operation("ListCases").Json["operationId"] = "list-cases"
        ),
        PublishedRule.Of(
            "operationid-unique",
            swagger =>
                swagger
                    .Operations.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase)
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key),
            swagger => swagger.Operation("ListCases").Json["operationId"] = "ListTasks"
        ),
        Summary("summary-there", summary => summary.Length > 0, ""),
        Summary("summary-length", summary => summary.Length <= 80, "List cases " + new string('a', 70)),
        Summary("summary-characters", summary => PlainText().IsMatch(summary), "List cases / referrals"),
        Summary("summary-sentence-case", IsSentenceCase, "List Cases"),
        PublishedRule.Of(
            "summary-unique",
            swagger => swagger.Operations.GroupBy(one => one.Summary).Where(same => same.Count() > 1).Select(same => same.Key),
            swagger => swagger.Operation("ListCases").Json["summary"] = "List tasks"
        ),
        Description("description-there", (operation, text) => text.Length > 0, ""),
        Description("description-sentence", (_, text) => Sentences.Are(text), "list cases"),
        Description(
            "description-not-summary",
            (operation, text) => Sentences.Bare(text) != Sentences.Bare(operation.Summary),
            "List cases."
        ),
        Description(
            "description-no-address",
            (_, text) => !Sentences.HasAddress(text),
            "This operation lists what is at https://a.example."
        ),
        Description("description-no-product-name", (_, text) => !InfoRules.NamesAProduct(text), "This operation is for Power Apps."),
        Description("description-length", (_, text) => text.Length <= 300, "This operation " + new string('a', 300) + "."),
        PublishedRule.Of(
            "visibility-values",
            swagger =>
                swagger
                    .Inputs.Concat(swagger.Operations.Select(one => (one.Id, one.Json)))
                    .Where(one =>
                        one.Item2.ContainsKey("x-ms-visibility")
                        && Swagger.Text(one.Item2, "x-ms-visibility") is not ("important" or "advanced" or "internal")
                    )
                    .Select(one => one.Item1),
            swagger => swagger.Operation("ListCases").Json["x-ms-visibility"] = "hidden"
        ),
        PublishedRule.Each(
            "api-annotation",
            operation =>
                operation.Json["x-ms-api-annotation"] is not JsonObject annotation
                || (
                    Swagger.Text(annotation, "status") is "Production" or "Preview"
                    && Swagger.Text(annotation, "family").Length > 0
                    && annotation["revision"]?.GetValue<int>() > 0
                ),
            swagger => swagger.Operation("ListCases").Json["x-ms-api-annotation"] = new JsonObject { ["status"] = "New" }
        ),
        PublishedRule.Of(
            "replacement-found",
            swagger =>
                swagger
                    .Operations.Where(one =>
                        one.Json["x-ms-api-annotation"]?["replacement"] is JsonObject replacement
                        && swagger.Find(Swagger.Text(replacement, "operationId")) is null
                    )
                    .Select(one => one.Id),
            swagger =>
                swagger.Operation("ListCases").Json["x-ms-api-annotation"] = new JsonObject
                {
                    ["replacement"] = new JsonObject { ["operationId"] = "ListCases_V2" },
                }
        ),
        PublishedRule.Each(
            "deprecated-is-replaced",
            operation => !Swagger.Is(operation.Json, "deprecated") || operation.Json["x-ms-api-annotation"]?["replacement"] is JsonObject,
            swagger => swagger.Operation("ListCases").Json["deprecated"] = true
        ),
    ];

    private static PublishedRule Summary(string name, Func<string, bool> kept, string example) =>
        PublishedRule.Each(name, operation => kept(operation.Summary), swagger => swagger.Operation("ListCases").Json["summary"] = example);

    private static PublishedRule Description(string name, Func<SwaggerOperation, string, bool> kept, string example) =>
        PublishedRule.Each(
            name,
            operation => kept(operation, operation.Description),
            swagger => swagger.Operation("ListCases").Json["description"] = example
        );

    /// <summary>A capital at the beginning and nowhere else.</summary>
    private static bool IsSentenceCase(string summary) =>
        summary.Length == 0 || (char.IsUpper(summary[0]) && summary.Split(' ').Skip(1).All(word => !char.IsUpper(word[0])));

    [GeneratedRegex("^([A-Z][a-z0-9]*)+(_V[2-9])?$")]
    private static partial Regex PascalCase();

    [GeneratedRegex(@"^[A-Za-z0-9()\s]*[A-Za-z0-9)]$|^$")]
    private static partial Regex PlainText();
}

/// <summary>How sentences and titles are written.</summary>
internal static partial class Sentences
{
    private static readonly HashSet<string> SmallWords = ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"];

    /// <summary>Whether it begins with a capital and ends with a full stop.</summary>
    internal static bool Are(string text) => text.Length > 3 && char.IsUpper(text[0]) && text[^1] is '.' or '?' or '!';

    internal static bool HasAddress(string text) => Address().IsMatch(text);

    /// <summary>Without capitals and stops, to be compared.</summary>
    internal static string Bare(string text) => text.TrimEnd('.', '!', '?').ToUpperInvariant();

    /// <summary>Whether every word begins with a capital, but for small ones.</summary>
    internal static bool IsTitleCase(string text) =>
        text.Length > 0
        && char.IsUpper(text[0])
        && text.Split(' ').All(word => word.Length > 0 && (char.IsUpper(word[0]) || SmallWords.Contains(word)));

    /// <summary>Whether it is a name out of code and no words.</summary>
    internal static bool IsOutOfCode(string text) => CamelCase().IsMatch(text);

    [GeneratedRegex(@"https?://|www\.")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[a-z]+[A-Z]|^[A-Z][a-z]+[A-Z][a-z]|_")]
    private static partial Regex CamelCase();
}
