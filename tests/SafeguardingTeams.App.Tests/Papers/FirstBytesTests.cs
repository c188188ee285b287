using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>What a file is by its first bytes, whatever it is called (B9).</summary>
public class FirstBytesTests
{
    private static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0];

    public static TheoryData<string, byte[]> Right =>
        new()
        {
            { ".pdf", [.. "%PDF-1.7"u8] },
            { ".pdf", [.. new byte[500], .. "%PDF-1.4"u8] },
            { ".docx", [.. "PK"u8, 3, 4, 20] },
            { ".docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { ".pptx", [.. "PK"u8, 3, 4, 20] },
            { ".doc", [.. "{\\rtf1"u8] },
            { ".xls", [.. "<html>"u8] },
            { ".csv", [0xFF, 0xFE, (byte)'a', 0] },
            { ".txt", [.. "MZ is how it begins"u8] },
            { ".eml", [.. "Received: from"u8] },
            { ".msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { ".jpeg", [0xFF, 0xD8, 0xFF, 0xE1] },
            { ".tiff", [.. "MM"u8, 0, 0x2A] },
            { ".mp3", [.. "ID3"u8, 3] },
            { ".mp3", [0xFF, 0xFB, 0x90] },
            { ".mp4", [0, 0, 0, 24, .. "ftypmp42"u8] },
            { ".wav", [.. "RIFF"u8] },
        };

    [Theory]
    [MemberData(nameof(Right))]
    public async Task What_a_file_is_called_and_is_is_taken(string extension, byte[] first) =>
        Assert.Null(await FirstBytes.RefuseAsync(extension, first, CancellationToken.None));

    [Fact]
    public async Task A_program_is_refused_in_words_whatever_it_is_called()
    {
        foreach (var extension in SecureFile.Extensions.Union(AddEvidenceFile.Extensions).Union(AddReviewReport.Extensions))
        {
            var said = await FirstBytes.RefuseAsync(extension, Program, CancellationToken.None);
            Assert.Contains($"ends in {extension}, but what is inside is a program. It was not taken", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(".docx", "%PDF-1.7", "is a PDF")]
    [InlineData(".pdf", "PK\u0003\u0004", "a packed file")]
    [InlineData(".png", "plain", "plain text")]
    [InlineData(".pdf", "", "plain text")]
    [InlineData(".mp3", "\0\0\0\0", "something else")]
    public async Task Anything_else_is_refused_with_what_it_is(string extension, string first, string says) =>
        Assert.Contains(
            says,
            await FirstBytes.RefuseAsync(extension, System.Text.Encoding.Latin1.GetBytes(first), CancellationToken.None),
            StringComparison.Ordinal
        );

    /// <summary>Every kind of file that is taken anywhere has its marks: a new one without would be refused always.</summary>
    [Fact]
    public async Task Every_kind_that_is_taken_is_known()
    {
        foreach (var extension in SecureFile.Extensions.Union(AddEvidenceFile.Extensions).Union(AddReviewReport.Extensions))
        {
            var taken = false;
            foreach (var (_, first) in Right.Select(row => (row.Data.Item1, row.Data.Item2)).Append(("", [0x89, .. "PNG\r\n"u8, 0x1A, 10])))
            {
                taken |= await FirstBytes.RefuseAsync(extension, first, CancellationToken.None) is null;
            }

            Assert.True(taken, extension);
        }
    }

    [Fact]
    public async Task Only_the_first_bytes_are_read()
    {
        FileContent large = new(100_000_000, () => new Endless());
        Assert.NotNull(await FirstBytes.RefuseAsync(".pdf", large, CancellationToken.None));
    }

    private sealed class Endless : MemoryStream
    {
        private int _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Assert.True((_read += buffer.Length) <= 1024);
            buffer.Span.Fill(1);
            return new(buffer.Length);
        }
    }
}
