using System.Collections.Frozen;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// A button by which a step is offered on the card of a briefing, to who may take the step now (<see cref="BriefingRules"/>). A step's
/// folder holds a class <c>BriefingWords</c> with its lines, messages and buttons; it is found by that name.
/// </summary>
/// <param name="Rank">Among all: the smallest first.</param>
/// <param name="Title">What it says, given the briefing.</param>
internal sealed record BriefingButton(int Rank, Step Step, string Verb, Func<BriefingFile, string> Title);

/// <summary>Events, messages and buttons of briefings in words; they stand in the folder of their step.</summary>
internal static class BriefingRecordText
{
    private const string ClassName = "BriefingWords";

    private static readonly FrozenDictionary<Type, Func<BriefingEvent, BriefingFile, (string What, string Why)>> Lines = StepWords
        .Of<StepLines<BriefingEvent, BriefingFile>>(ClassName, "Lines")
        .SelectMany(step => step.Lines)
        .ToFrozenDictionary(line => line.Key, line => line.Value);

    private static readonly FrozenDictionary<CardKind, Func<RecordAsked<BriefingFile>, (string Title, string Text)>> Messages = StepWords
        .Of<StepTexts<BriefingFile>>(ClassName, "Messages")
        .SelectMany(step => step.Messages)
        .ToFrozenDictionary(message => message.Key, message => message.Value);

    /// <summary>The buttons of all steps, in order.</summary>
    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [.. StepWords.Of<IReadOnlyList<BriefingButton>>(ClassName, "Buttons").SelectMany(buttons => buttons).OrderBy(button => button.Rank)];

    /// <summary>The kinds of event that have words.</summary>
    internal static IReadOnlyCollection<Type> KnownEvents => Lines.Keys;

    /// <summary>The kinds of message that have words.</summary>
    internal static IReadOnlyCollection<CardKind> KnownMessages => Messages.Keys;

    /// <summary>An event's line in the timeline.</summary>
    internal static (string What, string Why) Of(BriefingEvent happened, BriefingFile file) =>
        Lines.TryGetValue(happened.GetType(), out var says)
            ? says(happened, file)
            : throw new InvalidOperationException($"No words are written for {happened.GetType().Name}.");

    /// <summary>A stored message.</summary>
    internal static (string Title, string Text) Of(CardKind kind, RecordAsked<BriefingFile> asked) =>
        Messages.TryGetValue(kind, out var says)
            ? says(asked)
            : throw new InvalidOperationException($"No words are written for {kind} of a briefing.");

    /// <summary>What a message says whose asking is done.</summary>
    internal static (string Title, string Text) Over { get; } = ("Nothing more is asked here", "Open it to see where it stands.");
}
