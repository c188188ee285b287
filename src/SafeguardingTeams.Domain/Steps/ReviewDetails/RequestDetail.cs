using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDetails;

/// <summary>
/// Operations or the Chair ask agencies for what a review needs (C6, C23), once its terms of reference are approved (C10). What the review
/// is about is read, so that no name which stands there gets to the agencies; nothing is written there.
/// </summary>
/// <param name="Bodies">Of which agencies: each has a request of its own.</param>
/// <param name="Due">By when; null for the usual number of working days.</param>
/// <param name="Subjects">What the review is about.</param>
public sealed record RequestDetail(
    RecordRef Review,
    ImmutableList<AddressedBody> Bodies,
    DetailAsk Ask,
    DateOnly? Due,
    ImmutableList<RecordRef> Subjects
) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RequestDetail;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Subjects;

    /// <summary>The subjects are read for the names, as when a recommendation is entered.</summary>
    protected override Step StepOn(RecordRef other) => Step.MakeReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        if (!file.Plan!.Subjects.SequenceEqual(Subjects))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var (ask, first) = (Ask.Trimmed(), file.Details.Count + 1);
        ImmutableList<AddressedBody> bodies = [.. Bodies.DistinctBy(body => body.AgencyId)];
        return Unless(
            [
                bodies.IsEmpty ? new("choice-needed", "Choose who is asked.", "bodies")
                : bodies.Count > RecommendationPlan.MostBodies
                    ? new("too-many", $"Choose {RecommendationPlan.MostBodies} agencies at most.", "bodies")
                : null,
                file.Details.Count + bodies.Count > ReviewFile.MostDetails
                    ? new("too-many", $"A review asks agencies {ReviewFile.MostDetails} times at most.", "bodies")
                    : null,
                .. Ask.Refusals(files.Others, context.Today),
                Due <= context.Today ? new("past", "Give a date after today, or none.", "due") : null,
            ],
            [
                .. bodies.Select(
                    (body, i) => new ReviewDetailRequested(first + i, body, ask, context.PinDetail(file, first + i, Due), Due is not null)
                ),
            ]
        );
    }
}

/// <summary>An agency was asked for what a review needs.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Due">By when it answers.</param>
/// <param name="IsDayGiven">Whether that day was given, and is not the usual one.</param>
public sealed record ReviewDetailRequested(int Number, AddressedBody Body, DetailAsk Ask, Deadline Due, bool IsDayGiven) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDetailRequested.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Due) with
        {
            Details = file.Details.Add(
                new(Number, Body, Ask, Due.AnchorDay, recorded.By.Display) { Asked = [recorded.Sequence], HasGivenDay = IsDayGiven }
            ),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewDetailCards.Asked(after, Number);
}
