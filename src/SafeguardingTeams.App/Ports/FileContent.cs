namespace SafeguardingTeams.App.Ports;

/// <summary>
/// The bytes of a file, to be read in pieces and as often as need be: what people put in is up to 100 MB and is never held whole.
/// </summary>
/// <param name="length">How many bytes.</param>
/// <param name="open">Opens them at the first.</param>
public sealed class FileContent(long length, Func<Stream> open)
{
    /// <summary>How many bytes.</summary>
    public long Length => length;

    /// <summary>Opens it at its first byte, for whoever asks: readers do not disturb one another. It can be sought in.</summary>
    public Stream Open() => open();

    /// <summary>What was drawn here and is small.</summary>
    public static implicit operator FileContent(ReadOnlyMemory<byte> bytes) =>
        new(bytes.Length, () => new MemoryStream(bytes.ToArray(), writable: false));

    /// <inheritdoc cref="op_Implicit(ReadOnlyMemory{byte})"/>
    public static implicit operator FileContent(byte[] bytes) => new(bytes.Length, () => new MemoryStream(bytes, writable: false));
}
