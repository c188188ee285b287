namespace SafeguardingTeams.Microsoft365.Tests;

/// <summary>A file that tells how much of it is asked for at once.</summary>
internal sealed class Pieces(byte[] bytes, Action<int> asked) : MemoryStream(bytes, writable: false)
{
    /// <summary>Where every other way of reading leads to.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        asked(count);
        return base.Read(buffer, offset, count);
    }
}
