using System.Collections.Immutable;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>
/// What a file may hold beside the form: programs and files inside are refused, links to the outside are left alone and said.
/// </summary>
internal static class PackageRules
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] Inside = ["aFChunk", "oleObject", "package", "control", "subDocument"];

    /// <summary>Refuses what must not be there and returns the name of the part that holds the text.</summary>
    /// <param name="package">The file.</param>
    /// <param name="said">Takes what was left alone.</param>
    internal static string Check(Package package, ImmutableArray<string>.Builder said)
    {
        var types = package.Xml("[Content_Types].xml")?.Root ?? throw NotWord();
        var named = types
            .Elements()
            .Select(type =>
                (
                    Part: ((string?)type.Attribute("PartName"))?.TrimStart('/') ?? $".{(string?)type.Attribute("Extension")}",
                    Type: (string?)type.Attribute("ContentType") ?? ""
                )
            )
            .ToList();
        if (
            named.Exists(type => Says(type.Type, "macroEnabled") || Says(type.Type, "vbaProject"))
            || package.Names.Any(name => Says(name, "vbaProject"))
        )
        {
            throw new RefusedException(
                IntakeRefusal.Macros,
                "The file carries a program (macros). Ask the agency to save it as a Word document (.docx) without macros."
            );
        }

        var links = package
            .Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .ToList()
            .SelectMany(name => package.Xml(name)?.Root?.Elements(Relationships + "Relationship") ?? [])
            .Select(link =>
                (
                    Kind: ((string?)link.Attribute("Type") ?? "").Split('/')[^1],
                    Outside: (string?)link.Attribute("TargetMode") == "External",
                    Target: (string?)link.Attribute("Target") ?? ""
                )
            )
            .ToList();
        if (links.Exists(link => Inside.Contains(link.Kind, StringComparer.OrdinalIgnoreCase)))
        {
            throw new RefusedException(
                IntakeRefusal.Embedded,
                "The file has other files or objects inside it. Ask the agency to take them out and to send them by themselves."
            );
        }

        said.AddRange(
            links
                .Where(link => link.Outside && link.Kind is not ("hyperlink" or "image"))
                .Select(_ => "The file refers to a template or another file outside it. It was not opened.")
                .Distinct()
        );
        said.AddRange(
            links
                .Where(link => link.Kind == "image")
                .Select(_ => "The file has a picture. Pictures are not read: look at the file.")
                .Distinct()
        );
        said.AddRange(
            links
                .Where(link => link.Kind.StartsWith("chart", StringComparison.Ordinal) || link.Kind == "diagramData")
                .Select(_ => "The file has a chart or a diagram. The words in it are not read: look at the file.")
                .Distinct()
        );
        said.AddRange(
            links
                .Where(link => link.Kind == "comments" && !link.Outside)
                .Select(_ => "The file may have comments. They are not read: look at the file.")
                .Distinct()
        );
        var main = package
            .Xml("_rels/.rels")
            ?.Root?.Elements(Relationships + "Relationship")
            .Where(link =>
                ((string?)link.Attribute("Type") ?? "").EndsWith("/officeDocument", StringComparison.Ordinal)
                && (string?)link.Attribute("TargetMode") != "External"
            )
            .Select(link => ((string?)link.Attribute("Target") ?? "").TrimStart('/'))
            .FirstOrDefault()
            ?? throw NotWord();
        var type = named.Find(type => type.Part.Equals(main, StringComparison.OrdinalIgnoreCase)).Type
            ?? named.Find(type => type.Part.Equals(Path.GetExtension(main), StringComparison.OrdinalIgnoreCase)).Type;
        return type == Document ? main : throw NotWord();
    }

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static RefusedException NotWord() =>
        new(IntakeRefusal.NotWord, "This is not a Word document (.docx). Ask the agency for the Word form that was sent to it.");
}
