using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>What the connector says of itself.</summary>
internal static partial class InfoRules
{
    private static readonly string[] Categories =
    [
        "AI",
        "Business Management",
        "Business Intelligence",
        "Collaboration",
        "Commerce",
        "Communication",
        "Content and Files",
        "Data",
        "Finance",
        "Human Resources",
        "Internet of Things",
        "IT Operations",
        "Lifestyle and Entertainment",
        "Marketing",
        "Productivity",
        "Sales and CRM",
        "Security",
        "Social Media",
        "Website",
    ];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        Title("title-length", title => title.Length is > 0 and <= 30, "A title that is longer than a title may be"),
        Title("title-english", title => title.All(char.IsAscii), "Säfeguarding"),
        Title("title-no-product-name", title => !ProductName().IsMatch(title) && !Superfluous().IsMatch(title), "Safeguarding connector"),
        Title("title-ends-with-letter", title => char.IsLetterOrDigit(title[^1]), "Safeguarding!"),
        PublishedRule.That(
            "info-description-length",
            swagger => Swagger.Text(swagger.Info, "description").Length is >= 30 and <= 500,
            swagger => swagger.Info["description"] = "Short."
        ),
        PublishedRule.That(
            "info-description-no-product-name",
            swagger => !ProductName().IsMatch(Swagger.Text(swagger.Info, "description")),
            swagger => swagger.Info["description"] = "Takes part in the process of a partnership from Power Automate."
        ),
        PublishedRule.That(
            "info-version",
            swagger => Version().IsMatch(Swagger.Text(swagger.Info, "version")),
            swagger => swagger.Info["version"] = "one"
        ),
        PublishedRule.Of(
            "contact-complete",
            swagger =>
                new[] { "name", "url", "email" }.Where(one =>
                    swagger.Info["contact"] is not JsonObject contact || Swagger.Text(contact, one).Length == 0
                ),
            swagger => swagger.Info["contact"]!.AsObject().Remove("email")
        ),
        PublishedRule.That(
            "contact-email",
            swagger => Email().IsMatch(Swagger.Text(swagger.Info["contact"]!.AsObject(), "email")),
            swagger => swagger.Info["contact"]!["email"] = "operations"
        ),
        PublishedRule.That(
            "contact-address",
            swagger => IsHttps(Swagger.Text(swagger.Info["contact"]!.AsObject(), "url")),
            swagger => swagger.Info["contact"]!["url"] = "http://partnership.example"
        ),
        PublishedRule.That(
            "connector-metadata",
            swagger => Metadata(swagger).Select(one => one.Name).SequenceEqual(["Website", "Privacy policy", "Categories"]),
            swagger => swagger.Root["x-ms-connector-metadata"]!.AsArray().RemoveAt(1)
        ),
        PublishedRule.Of(
            "metadata-addresses",
            swagger =>
                Metadata(swagger).Where(one => one.Name is "Website" or "Privacy policy" && !IsHttps(one.Value)).Select(one => one.Name),
            swagger => swagger.Root["x-ms-connector-metadata"]![0]!["propertyValue"] = "partnership.example"
        ),
        PublishedRule.Of(
            "metadata-categories",
            swagger =>
                Metadata(swagger)
                    .Where(one => one.Name == "Categories")
                    .Select(one => one.Value)
                    .Where(value => value.Split(';') is not { Length: 1 or 2 } all || all.Except(Categories).Any()),
            swagger => swagger.Root["x-ms-connector-metadata"]![2]!["propertyValue"] = "Children"
        ),
    ];

    /// <summary>Whether a text names what the connector is used in.</summary>
    internal static bool NamesAProduct(string text) => ProductName().IsMatch(text);

    internal static bool IsHttps(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static PublishedRule Title(string name, Func<string, bool> kept, string example) =>
        PublishedRule.That(name, swagger => kept(Swagger.Text(swagger.Info, "title")), swagger => swagger.Info["title"] = example);

    private static IEnumerable<(string Name, string Value)> Metadata(Swagger swagger) =>
        swagger.Root["x-ms-connector-metadata"]!
            .AsArray()
            .Select(one => (Swagger.Text(one!.AsObject(), "propertyName"), Swagger.Text(one!.AsObject(), "propertyValue")));

    [GeneratedRegex("Power ?(Apps|Automate|Platform|BI)|Logic Apps|Copilot|Microsoft Flow", RegexOptions.IgnoreCase)]
    private static partial Regex ProductName();

    [GeneratedRegex(@"\b(API|connector)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Superfluous();

    [GeneratedRegex(@"^\d+(\.\d+)*$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Email();
}
