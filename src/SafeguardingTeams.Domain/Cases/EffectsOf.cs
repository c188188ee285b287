using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>What should follow from an event, as it goes into the outbox: nothing twice.</summary>
public static class EffectsOf
{
    /// <summary>The effects of one event, of a case, given the case after it.</summary>
    public static ImmutableList<Effect> Event(RecordEvent happened, CaseFile file) => Once(((CaseEvent)happened).WhatFollows(file));

    /// <summary>Effects without what is there twice. A message that is posted anyway is not drawn anew beside that.</summary>
    public static ImmutableList<Effect> Once(IEnumerable<Effect> effects)
    {
        var all = effects.Distinct().ToImmutableList();
        return all.RemoveAll(effect =>
            effect is Effect.ShowCard { OnlyIfShown: true } card && all.Contains(card with { OnlyIfShown = false })
        );
    }
}
