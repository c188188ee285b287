using System.Collections.Frozen;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>Events in words, for the timeline; the words stand in the folder of their step.</summary>
internal static class TimelineText
{
    private static readonly FrozenDictionary<Type, Func<CaseEvent, CaseFile, (string What, string Why)>> Lines = StepWords
        .Of<StepTimeline>("Timeline", "Lines")
        .SelectMany(step => step.Lines)
        .ToFrozenDictionary(line => line.Key, line => line.Value);

    /// <summary>The kinds of event that have words.</summary>
    internal static IReadOnlyCollection<Type> Known => Lines.Keys;

    internal static (string What, string Why) Of(CaseEvent happened, CaseFile file) =>
        Lines.TryGetValue(happened.GetType(), out var says)
            ? says(happened, file)
            : throw new InvalidOperationException($"No words are written for {happened.GetType().Name}.");
}
