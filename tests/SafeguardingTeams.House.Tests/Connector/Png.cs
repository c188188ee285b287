using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>A picture of eight bits a colour, not interlaced, as a PNG.</summary>
internal sealed class Png
{
    private const int Head = 8;
    private readonly byte[] _pixels;

    private Png(int width, int height, bool hasAlpha, byte[] pixels) =>
        (Width, Height, HasAlpha, _pixels) = (width, height, hasAlpha, pixels);

    internal int Width { get; }

    internal int Height { get; }

    internal bool HasAlpha { get; }

    /// <summary>The colour of its corner.</summary>
    internal string Background => At(0, 0);

    /// <summary>The colours of the pixels at its edge.</summary>
    internal IEnumerable<string> Edge =>
        Enumerable
            .Range(0, Width)
            .SelectMany(x => new[] { At(x, 0), At(x, Height - 1) })
            .Concat(Enumerable.Range(0, Height).SelectMany(y => new[] { At(0, y), At(Width - 1, y) }));

    /// <summary>How wide that is which is not background.</summary>
    internal int MarkWidth => Extent(Enumerable.Range(0, Width).Where(x => Enumerable.Range(0, Height).Any(y => At(x, y) != Background)));

    internal int MarkHeight => Extent(Enumerable.Range(0, Height).Where(y => Enumerable.Range(0, Width).Any(x => At(x, y) != Background)));

    internal static Png Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        Assert.True(bytes[..Head].SequenceEqual((byte[])[0x89, .. "PNG\r\n\x1a\n"u8]), "This is no PNG.");
        using var packed = new MemoryStream();
        var (width, height, colour) = (0, 0, 0);
        for (var at = Head; at < bytes.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            var data = bytes.Slice(at + 8, length);
            switch (Encoding.ASCII.GetString(bytes.Slice(at + 4, 4)))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    Assert.True(data[8] == 8 && data[9] is 2 or 6 && data[12] == 0, "It has other pixels than are read here.");
                    colour = data[9];
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
        {
            zlib.CopyTo(unpacked);
        }

        var size = colour == 6 ? 4 : 3;
        return new(width, height, colour == 6, Unfiltered(unpacked.ToArray(), width * size, height, size));
    }

    /// <summary>The picture with other colours, where the painter gives some.</summary>
    internal static byte[] Write(Png picture, Func<int, int, string?> paint)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < picture.Height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < picture.Width; x++)
            {
                rows.Write(Convert.FromHexString((paint(x, y) ?? picture.At(x, y))[1..]));
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows.ToArray());
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static int Extent(IEnumerable<int> places) => places.ToList() is [var first, .., var last] ? last - first + 1 : 0;

    private string At(int x, int y)
    {
        var (size, at) = (HasAlpha ? 4 : 3, 0);
        at = ((y * Width) + x) * size;
        return at + 2 < _pixels.Length
            ? string.Create(CultureInfo.InvariantCulture, $"#{_pixels[at]:x2}{_pixels[at + 1]:x2}{_pixels[at + 2]:x2}")
            : "";
    }

    /// <summary>A chunk, its checksum left out: nothing here reads it.</summary>
    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }

    private static byte[] Unfiltered(byte[] rows, int width, int height, int size)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height && (y + 1) * (width + 1) <= rows.Length; y++)
        {
            var filter = rows[y * (width + 1)];
            for (var x = 0; x < width; x++)
            {
                var left = x >= size ? pixels[(y * width) + x - size] : 0;
                var above = y > 0 ? pixels[((y - 1) * width) + x] : 0;
                var corner = x >= size && y > 0 ? pixels[((y - 1) * width) + x - size] : 0;
                pixels[(y * width) + x] = (byte)(
                    rows[(y * (width + 1)) + 1 + x]
                    + filter switch
                    {
                        1 => left,
                        2 => above,
                        3 => (left + above) / 2,
                        4 => Paeth(left, above, corner),
                        _ => 0,
                    }
                );
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }
}
