using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRecommendations;

/// <summary>
/// Operations or the Chair enter a recommendation of a review or an audit (C18). What the review is about is read, so that no name which
/// stands there gets to the agencies; nothing is written there.
/// </summary>
/// <param name="Plan">The recommendation; its themes are given beside it.</param>
/// <param name="Themes">Ids of themes of the partnership's list; may be none.</param>
/// <param name="Subjects">What the review is about.</param>
public sealed record MakeReviewRecommendation(
    RecordRef Review,
    RecommendationPlan Plan,
    ImmutableList<string> Themes,
    ImmutableList<RecordRef> Subjects
) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.MakeReviewRecommendation;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Subjects;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        if (!file.Plan!.Subjects.SequenceEqual(Subjects))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var (themes, wrong) = RecommendationThemes.Of(Themes, context, []);
        var plan = Plan.Trimmed() with { Themes = themes };
        ReviewEvent made = new ReviewRecommendationMade(file.Recommendations.Count + 1, plan);
        return Unless(
            [
                file.Recommendations.Count >= ReviewFile.MostRecommendations
                    ? new("too-many", $"A review has {ReviewFile.MostRecommendations} recommendations at most.")
                    : null,
                .. Plan.Refusals(files.Others),
                wrong,
            ],
            file.AsksForAnswers ? [made, ReviewRecommendationsAsked.By(file, plan.Bodies, context)] : [made]
        );
    }
}

/// <summary>A recommendation was entered.</summary>
/// <param name="Number">From 1.</param>
public sealed record ReviewRecommendationMade(int Number, RecommendationPlan Plan) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecommendationMade.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Recommendations = file.Recommendations.Add(new(Number, Plan)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => [];
}

/// <summary>The themes of a recommendation, as they are chosen.</summary>
internal static class RecommendationThemes
{
    internal static (ImmutableList<ChosenTheme> Themes, Refusal? Wrong) Of(
        ImmutableList<string> ids,
        DecisionContext context,
        ImmutableList<ChosenTheme> there
    ) =>
        ids.Count > Theme.MostOfARecord ? ([], new("too-many", $"Choose {Theme.MostOfARecord} themes at most.", "themes"))
        : ChosenTheme.Of(ids, context.Themes, there) is { } chosen ? (chosen, null)
        : ([], new("no-theme", "One of these themes is not in use any more. Choose again.", "themes"));
}
