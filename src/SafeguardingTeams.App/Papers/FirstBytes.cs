using System.Collections.Frozen;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Whether a file is what its name says, by its first bytes: a program that is called .pdf is no PDF. What it holds besides nobody looks
/// at: whoever opens it does so with the program for its kind.
/// </summary>
internal static class FirstBytes
{
    /// <summary>PDF allows this much before its mark.</summary>
    private const int Looked = 1024;

    /// <summary>An Office file that is protected by a password is a compound file, whatever is in it.</summary>
    private static readonly FrozenDictionary<string, Kind> ByExtension = new Dictionary<string, Kind>
    {
        [".pdf"] = Kind.Pdf,
        [".docx"] = Kind.Zip | Kind.Compound,
        [".xlsx"] = Kind.Zip | Kind.Compound,
        [".pptx"] = Kind.Zip | Kind.Compound,
        [".odt"] = Kind.Zip,
        [".doc"] = Kind.Compound | Kind.Rtf | Kind.Text,
        [".xls"] = Kind.Compound | Kind.Text,
        [".msg"] = Kind.Compound,
        [".rtf"] = Kind.Rtf,
        [".csv"] = Kind.Text,
        [".txt"] = Kind.Text | Kind.Rtf,
        [".eml"] = Kind.Text,
        [".jpg"] = Kind.Jpeg,
        [".jpeg"] = Kind.Jpeg,
        [".png"] = Kind.Png,
        [".tif"] = Kind.Tiff,
        [".tiff"] = Kind.Tiff,
        [".mp3"] = Kind.Mp3 | Kind.Wave,
        [".m4a"] = Kind.Mp4,
        [".mp4"] = Kind.Mp4,
        [".wav"] = Kind.Wave,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (Kind Kind, int At, byte[] Mark)[] Marks =
    [
        (Kind.Program, 0, [.. "MZ"u8]),
        (Kind.Program, 0, [0x7F, .. "ELF"u8]),
        (Kind.Program, 0, [0xCF, 0xFA, 0xED, 0xFE]),
        (Kind.Program, 0, [0xCA, 0xFE, 0xBA, 0xBE]),
        (Kind.Program, 0, [.. "#!"u8]),
        (Kind.Zip, 0, [.. "PK"u8, 3, 4]),
        (Kind.Compound, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (Kind.Rtf, 0, [.. "{\\rt"u8]),
        (Kind.Jpeg, 0, [0xFF, 0xD8, 0xFF]),
        (Kind.Png, 0, [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A]),
        (Kind.Tiff, 0, [.. "II"u8, 0x2A, 0]),
        (Kind.Tiff, 0, [.. "MM"u8, 0, 0x2A]),
        (Kind.Tiff, 0, [.. "II"u8, 0x2B, 0]),
        (Kind.Tiff, 0, [.. "MM"u8, 0, 0x2B]),
        (Kind.Wave, 0, [.. "RIFF"u8]),
        (Kind.Wave, 0, [.. "RF64"u8]),
        (Kind.Mp3, 0, [.. "ID3"u8]),
        (Kind.Mp4, 4, [.. "ftyp"u8]),
        (Kind.Mp4, 4, [.. "moov"u8]),
        (Kind.Mp4, 4, [.. "mdat"u8]),
    ];

    /// <summary>Why a file is not taken, in words; null where it is what its name says.</summary>
    /// <param name="extension">Of its name, with its full stop.</param>
    internal static async Task<string?> RefuseAsync(string extension, FileContent file, CancellationToken cancellationToken)
    {
        var first = new byte[Looked];
        await using var content = file.Open();
        var read = await content.ReadAtLeastAsync(first, Looked, throwOnEndOfStream: false, cancellationToken);
        var found = Of(first.AsSpan(0, read));
        return ByExtension.TryGetValue(extension, out var expected) && (found & expected) != 0
            ? null
            : $"The name of the file ends in {extension}, but what is inside is {Name(found)}. It was not taken. Open it on your computer, "
                + $"save it as what it is to be, and choose that file.";
    }

    private static Kind Of(ReadOnlySpan<byte> first)
    {
        foreach (var (kind, at, mark) in Marks)
        {
            // A text may begin with the two letters of a program; a program is no text.
            if (first.Length > at && first[at..].StartsWith(mark) && (kind != Kind.Program || first[0] == '#' || first.Contains((byte)0)))
            {
                return kind;
            }
        }

        return first.IndexOf("%PDF-"u8) >= 0 ? Kind.Pdf
            : first is [0xFF, >= 0xE0, ..] and not [0xFF, 0xFE, ..] ? Kind.Mp3
            : first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || first.IndexOf((byte)0) < 0 ? Kind.Text
            : Kind.Unknown;
    }

    private static string Name(Kind found) =>
        found switch
        {
            Kind.Program => "a program",
            Kind.Pdf => "a PDF",
            Kind.Zip => "a packed file, as .docx, .xlsx and .zip are",
            Kind.Compound => "a file of an older Office program or Outlook, or one protected by a password",
            Kind.Rtf or Kind.Text => "plain text",
            Kind.Jpeg or Kind.Png or Kind.Tiff => "a picture of another kind",
            Kind.Mp4 => "a recording, or a picture as a phone keeps it, of another kind",
            Kind.Mp3 or Kind.Wave => "a recording of another kind",
            _ => "something else",
        };

    [Flags]
    private enum Kind
    {
        Unknown = 0,
        Program = 1,
        Pdf = 2,
        Zip = 4,
        Compound = 8,
        Rtf = 16,
        Text = 32,
        Jpeg = 64,
        Png = 128,
        Tiff = 256,
        Mp3 = 512,
        Mp4 = 1024,
        Wave = 2048,
    }
}
