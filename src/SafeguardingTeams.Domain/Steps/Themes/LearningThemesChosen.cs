using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Themes;

/// <summary>
/// The Chair with the choice of the way, or the group with its decision, chose the themes of a referral for practice learning from the
/// partnership's list (D4, D7); they stand in place of those chosen before.
/// </summary>
/// <param name="Reason">Why, as it was said of the choice or the decision; may be empty.</param>
public sealed record LearningThemesChosen(ImmutableList<ChosenTheme> Themes, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningThemesChosen.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <summary>What is chosen now, where it is something else than the record carries, or what is wrong with it.</summary>
    internal static Choice Between(LearningFile file, ImmutableList<string> ids, string reason, DecisionContext context)
    {
        var chosen = ChosenTheme.Of(ids, context.Themes, file.Themes);
        return chosen is null
                ? new(file.Ref, null, new("theme-unknown", "One of these themes is not in the list any more. Choose again.", "themes"))
            : chosen.Count > Theme.MostOfARecord
                ? new(file.Ref, null, new("too-long", $"Choose at most {Theme.MostOfARecord} themes.", "themes"))
            : chosen.Select(theme => theme.Id).ToHashSet().SetEquals(file.Themes.Select(theme => theme.Id)) ? new(file.Ref, null, null)
            : new(file.Ref, new(chosen, reason.Trim()), null);
    }

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file with { Themes = Themes };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [];

    /// <summary>What comes of choosing.</summary>
    /// <param name="Event">The new choice; null where nothing is different.</param>
    /// <param name="Wrong">What is wrong; null where nothing is.</param>
    internal sealed record Choice(RecordRef Learning, LearningThemesChosen? Event, Refusal? Wrong)
    {
        /// <summary>The new choice as a change of the record; none where nothing is different.</summary>
        internal ImmutableList<RecordChange> Changes => Event is null ? [] : [new(Learning, Event)];
    }
}
