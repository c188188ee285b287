using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPapers;

/// <summary>
/// Operations or the Chair agree which of the files that are kept of what a review is about those appointed to it may read (C9, F2); one
/// that is left out is not agreed any more. What the review is about is read, and nothing is written there. Those
/// who have an address are asked in by it, and those who are in are told.
/// </summary>
/// <param name="Papers">All that are agreed from now on; their numbers are given here.</param>
/// <param name="Subjects">What the review is about.</param>
public sealed record AgreeReviewPapers(RecordRef Review, ImmutableList<AgreedPaper> Papers, ImmutableList<RecordRef> Subjects)
    : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.AgreeReviewPapers;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Subjects;

    /// <summary>The subjects are read, as when a recommendation is entered.</summary>
    protected override Step StepOn(RecordRef other) => Step.MakeReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        if (!file.Plan!.Subjects.SequenceEqual(Subjects))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        ImmutableList<AgreedPaper> papers = [.. Numbered(file)];
        return Unless(
            [
                papers.Count > ReviewFile.MostPapers ? new("too-many", $"Choose {ReviewFile.MostPapers} papers at most.", "papers") : null,
                papers.TrueForAll(paper => files.Others.Exists(of => paper.In(of) is not null))
                    ? null
                    : new("not-there", "One of these is not kept there. Choose again.", "papers"),
                file.PapersHold && papers.SequenceEqual(file.Papers)
                    ? new("nothing-changed", "These are the papers that are agreed already.", "papers")
                    : null,
            ],
            new ReviewPapersAgreed(papers)
        );
    }

    /// <summary>Each once, by number; one that is agreed already keeps its number.</summary>
    private IEnumerable<AgreedPaper> Numbered(ReviewFile file)
    {
        var chosen = Papers.DistinctBy(paper => (paper.Record, paper.Name, paper.Sha256)).ToList();
        var there = file.Papers.Where(one => chosen.Exists(paper => Same(one, paper)));
        return there.Concat(
            chosen
                .Where(paper => !file.Papers.Exists(one => Same(one, paper)))
                .Select((paper, i) => paper with { Number = file.PapersNumbered + i + 1 })
        );
    }

    private static bool Same(AgreedPaper one, AgreedPaper other) => one with { Number = other.Number } == other;
}

/// <summary>Which papers those appointed to a review may read was agreed, or changed.</summary>
/// <param name="Papers">All of them, from now on.</param>
public sealed record ReviewPapersAgreed(ImmutableList<AgreedPaper> Papers) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPapersAgreed.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        (
            file with
            {
                Papers = Papers,
                PapersHold = true,
                PapersNumbered = Papers.Select(paper => paper.Number).Append(file.PapersNumbered).Max(),
                PapersChanged = file.PapersChanged + 1,
            }
        )
            .AskIn(recorded)
            .Tell(recorded);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewGuests.Invited(after), .. ReviewGuests.Ready(after), .. ReviewGuests.Again(after)];
}
