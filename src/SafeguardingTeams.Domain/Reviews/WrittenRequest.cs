using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What is asked of reviewer or independent Chair in writing (C11).</summary>
public enum WrittenWish
{
    /// <summary>Information about the review.</summary>
    Information,

    /// <summary>A draft.</summary>
    Draft,
}

/// <summary>A request in writing to reviewer or independent Chair, kept with its answer (C11).</summary>
/// <param name="Number">From 1, in the order they were recorded.</param>
/// <param name="Of">Of whom.</param>
/// <param name="Text">What is asked.</param>
/// <param name="On">The day it was put in writing.</param>
/// <param name="How">How: by letter or mail, to which address.</param>
/// <param name="Due">The day by which it is asked for.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record WrittenRequest(
    int Number,
    ReviewPersonRole Of,
    WrittenWish Wish,
    string Text,
    DateOnly On,
    string How,
    DateOnly Due,
    string By
)
{
    /// <summary>What came back, or that nothing did; null while it is open.</summary>
    public WrittenReply? Reply { get; init; }

    /// <summary>Whether nothing is recorded of what came back.</summary>
    public bool IsOpen => Reply is null;
}

/// <summary>What came back to a request in writing (C11).</summary>
/// <param name="Came">Whether anything came.</param>
/// <param name="On">The day it came; where nothing came, the day that was recorded for it.</param>
/// <param name="Text">What came and where it is kept; or why nothing came.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record WrittenReply(bool Came, DateOnly On, string Text, string By);

/// <content>What was asked of reviewer and independent Chair in writing (C11).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most requests in writing of one review.</summary>
    public const int MostWritten = 40;

    /// <summary>What was asked in writing, by number.</summary>
    public ImmutableList<WrittenRequest> Written { get; init; } = [];

    /// <summary>The requests of which nothing is recorded that came back: a review is not closed with one.</summary>
    public IEnumerable<WrittenRequest> WrittenAndOpen => Written.Where(one => one.IsOpen);

    /// <summary>Whether something is asked of somebody that a review is not closed with.</summary>
    public bool WaitsForWritten => WrittenAndOpen.Any();

    /// <summary>With what came back to a request, whose clock stops.</summary>
    internal ReviewFile Replied(int number, WrittenReply reply, DateTimeOffset at) =>
        this with
        {
            Written = Written.ConvertAll(one => one.Number == number ? one with { Reply = reply } : one),
            Clocks = Clocks.Stopped(ReviewPinning.Of(Timescales.ReviewWritten, number), at),
        };
}
