using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>
/// A short sum of every line a form had when it was written. By it one sees what was typed beside the fields, without a second
/// copy of the text hidden in the file.
/// </summary>
internal static class LineSums
{
    internal static readonly XNamespace Name = "urn:safeguarding-teams:line-sums";

    internal static XElement Of(string documentXml)
    {
        var reading = new Reading(_ => true).Read(XElement.Parse(documentXml));
        return new(Name + "lines", reading.Lines.Select(Sum).Distinct(StringComparer.Ordinal).Select(sum => new XElement(Name + "sum", sum)));
    }

    internal static string Sum(string line) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}
