using System.Text;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>What a file's first bytes tell, before anything is opened.</summary>
internal static class FirstLook
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> ZipEntry => "PK\x01\x02"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="file">It can be sought in; it is at its first byte afterwards.</param>
    internal static void Check(Stream file)
    {
        if (file.Length > Package.MaxBytes)
        {
            throw Package.TooLarge();
        }

        Span<byte> first = stackalloc byte[4];
        file.Position = 0;
        first = first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        if (first.SequenceEqual(Compound))
        {
            throw new RefusedException(
                IntakeRefusal.Protected,
                Count(file, Encoding.Unicode.GetBytes("EncryptedPackage"), 0) > 0
                    ? "The file is protected by a password. Ask the agency to send it without one, through the secure mailbox or "
                        + "the web page."
                    : "The file is of an old format (.doc) or protected. Ask the agency to save it as a Word document (.docx)."
            );
        }

        if (!first.SequenceEqual(Zip))
        {
            throw new RefusedException(
                IntakeRefusal.NotWord,
                first.SequenceEqual("%PDF"u8)
                    ? "This is a PDF. Ask the agency for the Word form itself, or enter the answers by hand."
                    : "This is not a Word document (.docx). Ask the agency for the Word form that was sent to it."
            );
        }

        if (Count(file, ZipEntry, Package.MaxParts) > Package.MaxParts)
        {
            throw new RefusedException(
                IntakeRefusal.TooLarge,
                "The file has far more parts than a Word form has. Ask the agency to fill in the form that was sent."
            );
        }
    }

    /// <summary>How often a mark stands in the file, or that it is more often than that; read in pieces.</summary>
    private static int Count(Stream file, ReadOnlySpan<byte> mark, int most)
    {
        var held = new byte[64 * 1024];
        var (count, kept) = (0, 0);
        file.Position = 0;
        for (int read; count <= most && (read = file.Read(held, kept, held.Length - kept)) > 0; )
        {
            var piece = held.AsSpan(0, kept + read);
            for (int at; (at = piece.IndexOf(mark)) >= 0; piece = piece[(at + mark.Length)..])
            {
                count++;
            }

            // What may be the beginning of one goes with the next piece.
            kept = Math.Min(piece.Length, mark.Length - 1);
            piece[^kept..].CopyTo(held);
        }

        file.Position = 0;
        return count;
    }
}
