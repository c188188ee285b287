using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewEnding;

/// <summary>
/// Operations or the Chair close a review: it is published, or decided why it is not, and all who are to be told outside have been; or, of
/// what the leads do not decide, what it found is accepted (C1).
/// </summary>
/// <param name="Note">What there is to say of it; may be empty.</param>
public sealed record CloseReview(RecordRef Review, string Note) : ReviewCommand(Review)
{
    private static readonly Refusal SomebodyIsOwed = new(
        "somebody-owed",
        "Somebody outside is still to be told. Record that first; the card says who."
    );

    /// <summary>
    /// The recommendations an action was agreed from, by their keys, as its actions say. Actions are only ever added, and what one
    /// comes from never changes: what was read before the command still holds in it.
    /// </summary>
    public ImmutableHashSet<string> WithAction { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.CloseReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [Said.TooLong(Note, "note"), files.This.IsOwedOutside ? SomebodyIsOwed : null, .. Recommended(files.This), .. Open(files.This)],
            new ReviewClosed(Note.Trim())
        );

    /// <summary>Nothing is open that was asked in writing (C11), or of an agency (C23).</summary>
    private static IEnumerable<Refusal> Open(ReviewFile file) =>
        file
            .WrittenAndOpen.Select(one => new Refusal(
                "written-open",
                $"Request {one.Number} in writing is open. Record what came back, or why nothing did."
            ))
            .Concat(
                file.OpenDetails.Select(one => new Refusal(
                    "detail-open",
                    $"Request {one.Number} to {one.Body.Name} is open. Record its answer, or take it back."
                ))
            );

    /// <summary>Every body has answered, and what one accepts has an action (C18).</summary>
    private IEnumerable<Refusal> Recommended(ReviewFile file) =>
        file
            .Recommendations.Where(one => one.Missing.Any())
            .Select(one => new Refusal(
                "not-answered",
                $"Recommendation {one.Number} is not answered by {string.Join(", ", one.Missing.Select(body => body.Name))}."
            ))
            .Concat(
                file.Recommendations.Where(one => one.IsAccepted && !WithAction.Contains(one.Key))
                    .Select(one => new Refusal("no-action", $"Recommendation {one.Number} is accepted, and no action is agreed from it."))
            );
}

/// <summary>A review was closed.</summary>
public sealed record ReviewClosed(string Note) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewClosed.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(ReviewStage.Closed) with
        {
            WhyEnded = Note,
            Before = file.Stage,
            PapersHold = false,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => [.. ReviewRecordCards.Again(after), .. ReviewGuests.Again(after)];
}
