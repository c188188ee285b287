using System.IO.Compression;
using System.Xml.Linq;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>A refusal on its way out of the reading.</summary>
internal sealed class RefusedException(IntakeRefusal reason, string message) : Exception(message)
{
    internal IntakeRefusal Reason { get; } = reason;
}

/// <summary>
/// A Word file opened with care: nothing is trusted that the file says of itself, what is unpacked is counted while it is unpacked,
/// nothing of it is held but the XML that is read, and nothing outside the file is ever fetched.
/// </summary>
internal sealed class Package : IDisposable
{
    /// <summary>
    /// The budgets of a file. A form with every answer at its longest is some 1 MB of XML; what Word adds to it when many people have
    /// been at it, a few times as much.
    /// </summary>
    internal const int MaxBytes = 20 * 1024 * 1024,
        MaxUnpacked = 50 * 1024 * 1024,
        MaxXml = 12 * 1024 * 1024,
        MaxText = 2_000_000,
        MaxParts = 1000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Budget _xml = new(MaxXml, TooLarge);
    private readonly Budget _text = new(MaxText, TooLarge);

    private Package(ZipArchive zip) => _zip = zip;

    internal IEnumerable<string> Names => _parts.Keys;

    /// <param name="file">It can be sought in, and stays open.</param>
    internal static Package Open(Stream file)
    {
        FirstLook.Check(file);
        var package = new Package(new(file, ZipArchiveMode.Read, leaveOpen: true));
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

        // Looked through first, in pieces; read only where it keeps to the budgets.
        var before = _xml.Spent;
        using (var packed = entry.Open())
        {
            SafeXml.Check(new CountedStream(packed, _xml), _text);
        }

        using var again = entry.Open();
        return SafeXml.Load(new CountedStream(again, new(_xml.Spent - before, TooLarge)));
    }

    public void Dispose() => _zip.Dispose();

    internal static RefusedException TooLarge() =>
        new(
            IntakeRefusal.TooLarge,
            "The file is too large, or holds far more text than the form has room for: 20 MB is the most. Ask the agency to take out "
                + "pictures and what was pasted in, and to send other papers by themselves."
        );
}
