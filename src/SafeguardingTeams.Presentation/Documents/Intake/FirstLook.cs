using System.Text;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>What a file's first bytes tell, before anything is opened.</summary>
internal static class FirstLook
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> ZipEntry => "PK\x01\x02"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    internal static void Check(ReadOnlySpan<byte> file)
    {
        if (file.Length > Package.MaxBytes)
        {
            throw Package.TooLarge();
        }

        if (file.StartsWith(Compound))
        {
            throw new RefusedException(
                IntakeRefusal.Protected,
                file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                    ? "The file is protected by a password. Ask the agency to send it without one, through the secure mailbox or "
                        + "the web page."
                    : "The file is of an old format (.doc) or protected. Ask the agency to save it as a Word document (.docx)."
            );
        }

        if (!file.StartsWith(Zip))
        {
            throw new RefusedException(
                IntakeRefusal.NotWord,
                file.StartsWith("%PDF"u8)
                    ? "This is a PDF. Ask the agency for the Word form itself, or enter the answers by hand."
                    : "This is not a Word document (.docx). Ask the agency for the Word form that was sent to it."
            );
        }

        var entries = 0;
        for (var rest = file; rest.IndexOf(ZipEntry) is >= 0 and var at; rest = rest[(at + ZipEntry.Length)..])
        {
            if (++entries > Package.MaxParts)
            {
                throw new RefusedException(
                    IntakeRefusal.TooLarge,
                    "The file has far more parts than a Word form has. Ask the agency to fill in the form that was sent."
                );
            }
        }
    }
}
