using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRecommendations;

/// <summary>
/// Operations or the Chair change a recommendation, with a reason (C18). Where what is recommended, or the change wanted, is another, what
/// the bodies answered was to something else: they are asked anew.
/// </summary>
/// <param name="Number">Which.</param>
public sealed record ChangeReviewRecommendation(
    RecordRef Review,
    int Number,
    RecommendationPlan Plan,
    ImmutableList<string> Themes,
    string Reason,
    ImmutableList<RecordRef> Subjects
) : ReviewCommand(Review)
{
    /// <summary>How often it had been changed when the card was drawn; null where there was none.</summary>
    public int? Seen { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.ChangeReviewRecommendation;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Subjects;

    /// <summary>The subjects are read for the names, as when it was entered.</summary>
    protected override Step StepOn(RecordRef other) => Step.MakeReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        if (!file.Plan!.Subjects.SequenceEqual(Subjects) || file.Recommendation(Number) is not { } before)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (Seen is { } seen && seen != before.Changes)
        {
            return Decision.Refuse(ReviewRules.DrawnBefore);
        }

        var (themes, wrong) = RecommendationThemes.Of(Themes, context, before.Plan.Themes);
        var plan = Plan.Trimmed() with { Themes = themes };
        var anew = (plan.Text, plan.Change) != (before.Plan.Text, before.Plan.Change);
        var asked = plan.Bodies.RemoveAll(body => !anew && before.IsAddressedTo(body.AgencyId));
        ReviewEvent changed = new ReviewRecommendationChanged(Number, plan, Reason.Trim(), anew);
        return Unless(
            [
                .. Plan.Refusals(files.Others),
                wrong,
                Said.Needed(Reason, "reason", "Say why it is changed."),
                plan.IsSameAs(before.Plan) ? new("nothing-changed", "This is what is recorded already.") : null,
            ],
            file.AsksForAnswers && !asked.IsEmpty ? [changed, ReviewRecommendationsAsked.By(file, asked, context)] : [changed]
        );
    }
}

/// <summary>A recommendation was changed.</summary>
/// <param name="AsksAnew">Whether what was answered before counts no more.</param>
public sealed record ReviewRecommendationChanged(int Number, RecommendationPlan Plan, string Reason, bool AsksAnew) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecommendationChanged.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var before = file.Recommendation(Number)!;
        return file.With(
            before with
            {
                Plan = Plan,
                Changes = before.Changes + 1,
                Answers = AsksAnew ? [] : before.Answers.RemoveAll(answer => !Plan.Bodies.Exists(body => body.AgencyId == answer.AgencyId)),
            },
            recorded.At
        );
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. ReviewRecordCards.Again(after),
            .. ReviewRecommendationCards.Again(after, after.AnswersAsked.Select(asked => asked.AgencyId).Distinct()),
        ];
}
