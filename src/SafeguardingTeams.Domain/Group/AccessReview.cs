using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Group;

/// <summary>A review of who can get in, each quarter (F2).</summary>
/// <param name="Quarter">The first day of the quarter it is for.</param>
/// <param name="BegunAt">The version of the record at which it began: what was changed since counts.</param>
public sealed record AccessReview(DateOnly Quarter, int BegunAt)
{
    /// <summary>Of whom operations said that it is still right, by what names them in the list.</summary>
    public ImmutableSortedSet<string> StillRight { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>How it ended; null while it runs.</summary>
    public AccessReviewed? Finished { get; init; }
}

/// <summary>How a review of who can get in ended.</summary>
/// <param name="By">Who finished it, as others read them.</param>
/// <param name="Confirmed">Of how many it was said that it is still right.</param>
/// <param name="Changed">How many people were changed meanwhile.</param>
public sealed record AccessReviewed(DateTimeOffset At, string By, int Confirmed, int Changed);
