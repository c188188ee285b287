using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRecommendations;

/// <summary>
/// Bodies that recommendations address are asked for their answer (C18): what was found is accepted; or a recommendation came, or became
/// another, later. Two months run from then, for the review as a whole.
/// </summary>
/// <param name="Agencies">Which of them, by id.</param>
/// <param name="Answer">By when.</param>
public sealed record ReviewRecommendationsAsked(ImmutableList<string> Agencies, Deadline Answer) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecommendationsAsked.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Answer) with
        {
            AnswersAsked = file.AnswersAsked.AddRange(Agencies.Select(agency => (agency, recorded.Sequence))),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecommendationCards.Asked(after);

    /// <summary>That these are asked now.</summary>
    internal static ReviewRecommendationsAsked By(ReviewFile file, IEnumerable<AddressedBody> bodies, DecisionContext context) =>
        new([.. bodies.Select(body => body.AgencyId)], context.Pin(file.Rules!, Timescales.ReviewRecommendations, context.Today));

    /// <summary>That all are asked, where what was found is accepted now; nothing where nobody is addressed.</summary>
    internal static ImmutableArray<ReviewEvent> All(ReviewFile file, DecisionContext context) =>
        file.NotAnswered.Any() ? [By(file, file.NotAnswered, context)] : [];
}
