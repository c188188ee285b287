using System.Text.Json;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>The files themselves, and what the readme has to hold.</summary>
internal static partial class FileRules
{
    private static readonly string[] Sections =
    [
        "Publisher:",
        "Prerequisites",
        "Supported Operations",
        "Obtaining Credentials",
        "Getting Started",
        "Known Issues and Limitations",
        "Frequently Asked Questions",
        "Deployment Instructions",
    ];

    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        new(
            "files-there",
            files => new[] { "apiDefinition.swagger.json", "apiProperties.json", "icon.png", "intro.md", "readme.md" }.Except(files.Names),
            files => files with { Names = [.. files.Names.Where(name => name != "intro.md")] }
        ),
        Text("valid-json", text => CanRead(text, twice: true) ? [] : ["is no JSON"], text => text + "}"),
        Text(
            "no-duplicate-keys",
            text => CanRead(text, twice: false) ? [] : ["has a key twice"],
            text => text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, "\"a\": 1, \"a\": 2,")
        ),
        Text(
            "file-size",
            text => text.Length < 1024 * 1024 ? [] : ["has more than a megabyte"],
            text => text + new string(' ', 1024 * 1024)
        ),
        Text("no-tabs", text => Lines(text, line => line.Contains('\t')), text => text + "\t"),
        Text("no-trailing-space", text => Lines(text, line => line.EndsWith(' ')), text => text.Replace("{\n", "{ \n")),
        Text(
            "indent-four",
            text => Lines(text, line => (line.Length - line.TrimStart(' ').Length) % 4 != 0),
            text => text.Replace("\n    ", "\n  ")
        ),
        new(
            "readme-sections",
            files =>
            {
                var found = Heading().Matches(files.Readme).Select(match => match.Groups[1].Value.Trim()).ToList();
                var places = Sections.Select(section => found.FindIndex(one => one.StartsWith(section, StringComparison.Ordinal))).ToList();
                return
                    places.Contains(-1) || !places.SequenceEqual(places.Order()) || !files.Readme.StartsWith("# ", StringComparison.Ordinal)
                    ? [string.Join(", ", found)]
                    : [];
            },
            files => files with { Readme = files.Readme.Replace("## Known Issues and Limitations", "## Limits", StringComparison.Ordinal) }
        ),
        new(
            "readme-publisher",
            files =>
                files.Readme.Contains($"\n## Publisher: {files.Settings["publisher"]}\n", StringComparison.Ordinal) ? [] : ["readme.md"],
            files => files.WithSettings(settings => settings["publisher"] = "Somebody else")
        ),
        new(
            "readme-operations",
            files =>
            {
                var said = Described()
                    .Matches(Section(files.Readme))
                    .Select(match => (match.Groups[1].Value, match.Groups[2].Value))
                    .ToList();
                var there = files.Swagger.Shown.Select(one => (one.Summary, one.Id)).ToList();
                return there
                    .Except(said)
                    .Select(one => $"is not in the readme: {one}")
                    .Concat(said.Except(there).Select(one => $"is in the readme only: {one}"));
            },
            files => files.With(swagger => swagger.Operation("ListThemes").Json["summary"] = "List all themes")
        ),
        new(
            "readme-operation-descriptions",
            files =>
                files
                    .Swagger.Shown.Where(one =>
                        !Section(files.Readme).Contains($"\n`{one.Id}`: {one.Description}", StringComparison.Ordinal)
                    )
                    .Select(one => one.Id),
            files => files.With(swagger => swagger.Operation("ListThemes").Json["description"] = "This operation does something else.")
        ),
        // Ours: whatever takes a text is named where the readme says how the history of a flow's runs is kept free of it.
        new(
            "readme-secure-inputs",
            files =>
                files
                    .Swagger.Shown.Where(one => !one.IsTrigger && one.Body is not null)
                    .Select(one => one.Id)
                    .Where(id => !Secured().Match(files.Readme).Value.Contains($"`{id}`", StringComparison.Ordinal)),
            files => files with { Readme = files.Readme.Replace("`RecordAttendance`", "others", StringComparison.Ordinal) }
        ),
    ];

    private static PublishedRule Text(string name, Func<string, IEnumerable<string>> broken, Func<string, string> spoil) =>
        new(
            name,
            files =>
                broken(files.Definition)
                    .Select(one => $"apiDefinition.swagger.json: {one}")
                    .Concat(broken(files.Properties).Select(one => $"apiProperties.json: {one}")),
            files => files with { Definition = spoil(files.Definition) }
        );

    private static bool CanRead(string text, bool twice)
    {
        try
        {
            using var read = JsonDocument.Parse(text, new() { AllowDuplicateProperties = twice });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Lines(string text, Func<string, bool> wrong) =>
        text.Split('\n').Select((line, i) => (line, i)).Where(one => wrong(one.line)).Select(one => $"line {one.i + 1}");

    private static string Section(string readme)
    {
        var from = readme.IndexOf("\n## Supported Operations", StringComparison.Ordinal);
        return from < 0 ? "" : readme[from..readme.IndexOf("\n## Obtaining", StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^Turn on \*\*Secure inputs\*\* on[\s\S]*?""properties"": \[""inputs""\]", RegexOptions.Multiline)]
    private static partial Regex Secured();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^### (.+)\n+`(\w+)`:", RegexOptions.Multiline)]
    private static partial Regex Described();
}
