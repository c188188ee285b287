namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>How much of something a file may have: counted while it is read, whatever the file says of itself.</summary>
/// <param name="most">So much.</param>
/// <param name="over">What is thrown where it has more.</param>
internal sealed class Budget(long most, Func<Exception> over)
{
    internal long Spent { get; private set; }

    internal void Spend(int some)
    {
        if ((Spent += some) > most)
        {
            throw over();
        }
    }
}

/// <summary>A stream of which what is read is counted.</summary>
internal sealed class CountedStream(Stream inner, Budget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
