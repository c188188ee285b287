using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>
/// A file saved as Strict Open XML has the same elements under other names of their vocabularies. They are read under the usual ones.
/// </summary>
internal static class StrictNames
{
    private const string Strict = "http://purl.oclc.org/ooxml/";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [$"{Strict}officeDocument/customProperties"] = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        [$"{Strict}officeDocument/extendedProperties"] = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    };

    internal static XDocument Usual(XDocument document)
    {
        if (document.Root is not { } root || !root.DescendantsAndSelf().Any(IsStrict))
        {
            return document;
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = Usual(element.Name);
            if (element.Attributes().Any(attribute => attribute.IsNamespaceDeclaration || IsStrict(attribute.Name)))
            {
                element.ReplaceAttributes(
                    element
                        .Attributes()
                        .Where(attribute => !attribute.IsNamespaceDeclaration)
                        .Select(attribute => new XAttribute(Usual(attribute.Name), attribute.Value))
                        .DistinctBy(attribute => attribute.Name)
                        .ToList()
                );
            }
        }

        return document;
    }

    private static bool IsStrict(XElement element) =>
        IsStrict(element.Name) || element.Attributes().Any(attribute => IsStrict(attribute.Name));

    private static bool IsStrict(XName name) => name.NamespaceName.StartsWith(Strict, StringComparison.Ordinal);

    /// <summary>Such as wordprocessingml/main, which is usually wordprocessingml/2006/main.</summary>
    private static XName Usual(XName name)
    {
        if (!IsStrict(name))
        {
            return name;
        }

        var strict = name.NamespaceName;
        var at = strict.IndexOf('/', Strict.Length);
        return Known.TryGetValue(strict, out var usual) ? XName.Get(name.LocalName, usual)
            : at < 0 ? name
            : XName.Get(name.LocalName, $"http://schemas.openxmlformats.org/{strict[Strict.Length..at]}/2006{strict[at..]}");
    }
}
