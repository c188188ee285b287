using Microsoft.Win32.SafeHandles;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Files that people put in, while they are looked at: on this machine's own disk, never whole in memory, each without a name. It is gone
/// with the process that has it, however that ends; what a machine that lost its power may have left is deleted at the next start.
/// </summary>
internal sealed class HeldFiles
{
    /// <summary>So much is held of a file while it comes.</summary>
    internal const int Piece = 64 * 1024;

    private readonly string _folder;

    public HeldFiles()
        : this(Path.Combine(Path.GetTempPath(), "safeguarding-in-teams")) { }

    internal HeldFiles(string folder)
    {
        _folder = folder;
        foreach (var left in Directory.CreateDirectory(folder).EnumerateFiles("*.held"))
        {
            left.Delete();
        }
    }

    /// <summary>Takes a file in as it comes; null where it is larger than that.</summary>
    internal async Task<HeldFile?> TakeAsync(Stream content, long mostBytes, CancellationToken cancellationToken)
    {
        var file = Create();
        try
        {
            var held = new byte[Piece];
            long length = 0;
            for (int read; (read = await content.ReadAsync(held, cancellationToken)) > 0; length += read)
            {
                if (length + read > mostBytes)
                {
                    await file.DisposeAsync();
                    return null;
                }

                await RandomAccess.WriteAsync(file.SafeFileHandle, held.AsMemory(0, read), length, cancellationToken);
            }

            return new(file, length);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private FileStream Create()
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.held");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        // Its name goes at once: from here on only this process has it.
        File.Delete(path);
        return file;
    }
}

/// <summary>One of them, until it is disposed of.</summary>
internal sealed class HeldFile(FileStream file, long length) : IAsyncDisposable
{
    /// <summary>Its bytes, for as long as it is held.</summary>
    internal FileContent Content { get; } = new(length, () => new HeldStream(file.SafeFileHandle, length));

    public ValueTask DisposeAsync() => file.DisposeAsync();
}

/// <summary>One reader of a held file: each has its own place in it.</summary>
internal sealed class HeldStream(SafeFileHandle file, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(file, buffer, Position);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await RandomAccess.ReadAsync(file, buffer, Position, cancellationToken);
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
