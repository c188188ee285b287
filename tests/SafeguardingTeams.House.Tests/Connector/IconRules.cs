using System.Buffers.Binary;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>The icon, pixel by pixel.</summary>
internal static class IconRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        That(
            "icon-size",
            icon => (icon.Width, icon.Height) == (230, 230),
            bytes => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 229)
        ),
        // Colour type 6 has a fourth byte for how opaque a pixel is.
        That("icon-opaque", icon => !icon.HasAlpha, bytes => bytes[25] = 6),
        That("icon-square-corners", icon => icon.Edge.Distinct().Count() == 1, Repainted((x, y) => (x, y) == (0, 0) ? "#000000" : null)),
        That("icon-not-white", icon => icon.Background != "#ffffff", Repainted((_, _) => "#ffffff")),
        That("icon-mark", icon => Math.Max(icon.MarkWidth, icon.MarkHeight) is >= 150 and <= 170, Repainted((_, _) => "#0b5394")),
    ];

    private static PublishedRule That(string name, Func<Png, bool> kept, Action<byte[]> spoil) => That(name, kept, icon =>
        {
            var bytes = icon.ToArray();
            spoil(bytes);
            return bytes;
        });

    private static PublishedRule That(string name, Func<Png, bool> kept, Func<ReadOnlyMemory<byte>, byte[]> spoil) =>
        new(name, files => kept(Png.Read(files.Icon)) ? [] : [name], files => files with { Icon = spoil(files.Icon) });

    private static Func<ReadOnlyMemory<byte>, byte[]> Repainted(Func<int, int, string?> paint) => icon => Png.Write(Png.Read(icon), paint);
}
