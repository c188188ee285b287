using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>A version of the final report of a review, as a file that is kept here (C14, C15).</summary>
/// <param name="Number">From 1, in the order they were added.</param>
public sealed record ReportVersion(int Number, KeptFile Kept)
{
    /// <summary>All of a review's, oldest first.</summary>
    public static ImmutableList<ReportVersion> Of(ReviewFile file) =>
        [
            .. KeptFile
                .Of(file)
                .Where(kept => kept.Document.Kind == KeptKind.ReviewReport)
                .Select((kept, i) => new ReportVersion(i + 1, kept)),
        ];
}

/// <content>The versions of its final report that are kept here (C14, C15).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most versions of its final report.</summary>
    public const int MostReports = 20;

    /// <summary>How many versions of its final report are kept here: the last one's number.</summary>
    public int ReportsAdded { get; init; }

    /// <summary>The version that was last put before the leads; null where none kept here was.</summary>
    public int? ReportPut { get; init; }

    /// <summary>The version the leads accepted; null before, or where it is not kept here.</summary>
    public int? ReportAccepted { get; init; }

    /// <summary>The version that is sent before publication, and published; null before, or where it is not kept here.</summary>
    public int? ReportPublished { get; init; }
}
