using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>A refusal on its way out of the reading.</summary>
internal sealed class RefusedException(IntakeRefusal reason, string message) : Exception(message)
{
    internal IntakeRefusal Reason { get; } = reason;
}

/// <summary>
/// A Word file opened with care: nothing is trusted that the file says of itself, what is unpacked is counted while it is unpacked,
/// and nothing outside the file is ever fetched.
/// </summary>
internal sealed class Package : IDisposable
{
    internal const int MaxBytes = 20 * 1024 * 1024,
        MaxUnpacked = 50 * 1024 * 1024,
        MaxParts = 1000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private Package(ZipArchive zip) => _zip = zip;

    internal IEnumerable<string> Names => _parts.Keys;

    internal static Package Open(ReadOnlyMemory<byte> file)
    {
        FirstLook.Check(file.Span);
        var package = new Package(new(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read));
        foreach (var entry in package._zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (!package._parts.TryAdd(entry.FullName, entry))
            {
                throw new RefusedException(
                    IntakeRefusal.Damaged,
                    "The file is damaged: a part of it is there twice. Ask the agency to send it again."
                );
            }
        }

        if (package._parts.Values.Sum(entry => (decimal)entry.Length) > MaxUnpacked)
        {
            throw TooLarge();
        }

        return package;
    }

    /// <summary>A part as XML; null where there is none of that name.</summary>
    internal XDocument? Xml(string name)
    {
        if (!_parts.TryGetValue(name, out var entry))
        {
            return null;
        }

        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0; )
        {
            if ((_unpacked += read) > MaxUnpacked)
            {
                throw TooLarge();
            }

            unpacked.Write(buffer, 0, read);
        }

        return SafeXml.Load(unpacked);
    }

    public void Dispose() => _zip.Dispose();

    internal static RefusedException TooLarge() =>
        new(
            IntakeRefusal.TooLarge,
            "The file is too large: 20 MB is the most, 50 MB unpacked. Ask the agency to take out pictures, and to send other "
                + "papers by themselves."
        );
}

/// <summary>XML from strangers: no document type, nothing fetched, neither deep nor endless.</summary>
internal static class SafeXml
{
    private const int Deepest = 200,
        MaxElements = 400_000,
        MaxControls = 5_000;

    internal static XDocument Load(MemoryStream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Package.MaxUnpacked,
        };
        stream.Position = 0;
        using (var first = XmlReader.Create(stream, settings))
        {
            int elements = 0,
                controls = 0;
            while (first.Read())
            {
                if (
                    first.NodeType == XmlNodeType.Element
                    && (first.Depth > Deepest || ++elements > MaxElements || (first.LocalName == "sdt" && ++controls > MaxControls))
                )
                {
                    throw new RefusedException(
                        IntakeRefusal.TooLarge,
                        "The file holds far more fields or formatting than the form has. Ask the agency to fill in the form that was sent."
                    );
                }
            }
        }

        stream.Position = 0;
        using var second = XmlReader.Create(stream, settings);
        return StrictNames.Usual(XDocument.Load(second, LoadOptions.PreserveWhitespace));
    }
}
