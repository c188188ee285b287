using System.Collections.Frozen;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>What each message stored in Teams says; the words stand in the folder of their step.</summary>
internal static class MessageText
{
    private static readonly FrozenDictionary<CardKind, Func<MessageAsked, (string Title, string Text)>> Messages = StepWords
        .Of<StepMessages>("Messages", "All")
        .SelectMany(step => step.Messages)
        .ToFrozenDictionary(message => message.Key, message => message.Value);

    /// <summary>The kinds of message that have words.</summary>
    internal static IReadOnlyCollection<CardKind> Known => Messages.Keys;

    internal static (string Title, string Text) Of(CardKind kind, MessageAsked asked) =>
        Messages.TryGetValue(kind, out var says) ? says(asked) : throw new InvalidOperationException($"No words are written for {kind}.");
}
