using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewReport;

/// <summary>
/// Whoever sees to a review, operations or the Chair add a version of its final report as a file (C14, C15). It is kept under its
/// fingerprint and gets a name that says nothing: what it was called is not kept (F2). While the leads have one, none is added.
/// </summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Extension">With its full stop, in lower case.</param>
public sealed record AddReviewReport(RecordRef Review, long Size, string Sha256, string Extension) : ReviewCommand(Review)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 20L * 1024 * 1024;

    /// <summary>The kinds of file that are taken.</summary>
    public static readonly ImmutableArray<string> Extensions = [".pdf", ".docx"];

    /// <inheritdoc/>
    public override Step Step => Step.AddReviewReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var there = ReportVersion.Of(files.This);
        return Unless(
            [
                Extensions.Contains(Extension)
                    ? null
                    : new("wrong-kind", $"This kind of file is not taken. Taken are: {string.Join(", ", Extensions)}.", "file"),
                Size is <= 0 or > LargestFile ? new("too-large", "The file is empty, or larger than 20 MB.", "file") : null,
                there.Exists(one => one.Kept.Document.Sha256 == Sha256)
                    ? new("nothing-changed", "This very file is with the review already.", "file")
                    : null,
                there.Count >= ReviewFile.MostReports
                    ? new("too-many", $"A review has {ReviewFile.MostReports} versions of its report at most.", "file")
                    : null,
            ],
            new ReviewReportAdded(Document(there.Count + 1))
        );
    }

    private KeptDocument Document(int number)
    {
        var name = $"report-{number.ToString(CultureInfo.InvariantCulture)}";
        return new(KeptKind.ReviewReport, name, "", $"{Review}-{name}{Extension}", Sha256, Size, "");
    }
}

/// <summary>A version of the final report was added to a review.</summary>
public sealed record ReviewReportAdded(KeptDocument Document) : ReviewEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewReportAdded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) => file with { ReportsAdded = file.ReportsAdded + 1 };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
