using System.Collections.Immutable;
using System.IO.Compression;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What the tests send.</summary>
internal static class Examples
{
    internal const string Other = "representative@trust.example";

    internal static ImmutableList<Invitee> Invitees { get; } =
    [new(GraphFixture.Representative, "Police representative"), new(Other, "Trust representative")];

    internal static EventContent Meeting(bool online = true) =>
        new(
            "Rapid Review meeting - GSCP-2222-3333",
            "<p>GSCP-2222-3333: the papers are in the system.</p>",
            new(2026, 3, 12, 10, 0, 0, TimeSpan.Zero),
            new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero),
            "Room 1",
            online
        );

    internal static MailContent Letter(params int[] sizes) =>
        new(
            [GraphFixture.Representative],
            "GSCP-2222-3333: scoping form",
            "<p>By the date in the letter.</p>",
            sizes.Length == 0
                ?
                [
                    new(
                        "GSCP-2222-3333 letter.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "letter"u8.ToArray()
                    ),
                ]
                : [.. sizes.Select((size, i) => new MailAttachment($"GSCP-2222-3333 {i}.bin", "application/octet-stream", new byte[size]))]
        );

    internal static byte[] Word(string text)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open()))
        {
            writer.Write($"<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
        }

        return memory.ToArray();
    }
}
