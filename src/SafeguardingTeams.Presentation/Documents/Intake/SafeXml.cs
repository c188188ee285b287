using System.Xml;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>XML from strangers: no document type, nothing fetched, neither deep nor endless.</summary>
internal static class SafeXml
{
    private const int Deepest = 200,
        MaxElements = 400_000,
        MaxControls = 5_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Package.MaxXml,
    };

    /// <summary>Looks it through without holding any of it.</summary>
    /// <param name="text">What is left for the text of the whole file, in characters.</param>
    internal static void Check(Stream part, Budget text)
    {
        using var reader = XmlReader.Create(part, Settings);
        var piece = new char[4096];
        int elements = 0,
            controls = 0;
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                for (int read; (read = reader.ReadValueChunk(piece, 0, piece.Length)) > 0; )
                {
                    text.Spend(read);
                }
            }

            if (
                reader.NodeType == XmlNodeType.Element
                && (reader.Depth > Deepest || ++elements > MaxElements || (reader.LocalName == "sdt" && ++controls > MaxControls))
            )
            {
                throw new RefusedException(
                    IntakeRefusal.TooLarge,
                    "The file holds far more fields or formatting than the form has. Ask the agency to fill in the form that was sent."
                );
            }
        }
    }

    internal static XDocument Load(Stream part)
    {
        using var reader = XmlReader.Create(part, Settings);
        return StrictNames.Usual(XDocument.Load(reader, LoadOptions.PreserveWhitespace));
    }
}
