using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTold;

/// <summary>
/// This system records a letter about a review as it went, which it has drawn and put where files are kept: once for each (C8, C15, F1).
/// </summary>
public sealed record RecordReviewKept(RecordRef Review, ImmutableList<KeptDocument> Documents) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepReviewLetters;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                Documents.IsEmpty || Documents.Exists(one => KeptFile.Of(files.This).Any(kept => kept.Document.Occasion == one.Occasion))
                    ? new("kept-already", "This has left already: the file that was kept then is the one.")
                    : null,
            ],
            [.. Documents.Select(document => new ReviewDocumentKept(document))]
        );
}

/// <summary>A letter about a review is kept as it went.</summary>
public sealed record ReviewDocumentKept(KeptDocument Document) : ReviewEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDocumentKept.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => [];
}
