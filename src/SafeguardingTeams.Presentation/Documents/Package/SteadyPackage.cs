using System.IO.Compression;

namespace SafeguardingTeams.Presentation.Documents.Package;

/// <summary>Files of Word and Excel that are the same bytes whenever they are written.</summary>
internal static class SteadyPackage
{
    /// <summary>The same parts in a fixed order under one fixed date: packages otherwise carry the time of writing.</summary>
    internal static byte[] Of(MemoryStream written)
    {
        written.Position = 0;
        using var steady = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read))
        using (var to = new ZipArchive(steady, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return steady.ToArray();
    }
}
