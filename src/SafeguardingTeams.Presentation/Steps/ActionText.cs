using System.Collections.Frozen;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// A button by which a step is offered on the card of an action, to who may take the step now (<see cref="ActionRules"/>). A step's
/// folder holds a class <c>ActionWords</c> with its lines, messages and buttons; it is found by that name.
/// </summary>
/// <param name="Rank">Among all: the smallest first.</param>
/// <param name="Title">What it says, given the action and who looks.</param>
internal sealed record ActionButton(int Rank, Step Step, string Verb, Func<ActionFile, CardContext, string> Title);

/// <summary>Events, messages and buttons of actions in words; they stand in the folder of their step.</summary>
internal static class ActionText
{
    private const string ClassName = "ActionWords";

    private static readonly FrozenDictionary<Type, Func<ActionEvent, ActionFile, (string What, string Why)>> Lines = StepWords
        .Of<StepLines<ActionEvent, ActionFile>>(ClassName, "Lines")
        .SelectMany(step => step.Lines)
        .ToFrozenDictionary(line => line.Key, line => line.Value);

    private static readonly FrozenDictionary<CardKind, Func<RecordAsked<ActionFile>, (string Title, string Text)>> Messages = StepWords
        .Of<StepTexts<ActionFile>>(ClassName, "Messages")
        .SelectMany(step => step.Messages)
        .ToFrozenDictionary(message => message.Key, message => message.Value);

    /// <summary>The buttons of all steps, in order.</summary>
    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [.. StepWords.Of<IReadOnlyList<ActionButton>>(ClassName, "Buttons").SelectMany(buttons => buttons).OrderBy(button => button.Rank)];

    /// <summary>The kinds of event that have words.</summary>
    internal static IReadOnlyCollection<Type> KnownEvents => Lines.Keys;

    /// <summary>The kinds of message that have words.</summary>
    internal static IReadOnlyCollection<CardKind> KnownMessages => Messages.Keys;

    /// <summary>An event's line in the timeline.</summary>
    internal static (string What, string Why) Of(ActionEvent happened, ActionFile file) =>
        Lines.TryGetValue(happened.GetType(), out var says)
            ? says(happened, file)
            : throw new InvalidOperationException($"No words are written for {happened.GetType().Name}.");

    /// <summary>A stored message.</summary>
    internal static (string Title, string Text) Of(CardKind kind, RecordAsked<ActionFile> asked) =>
        Messages.TryGetValue(kind, out var says)
            ? says(asked)
            : throw new InvalidOperationException($"No words are written for {kind} of an action.");

    /// <summary>A text where a card must be short; the timeline has the whole.</summary>
    internal static string Short(string text, int most) =>
        text.Length <= most ? text : $"{Inputs.Cut(text, most)} (the whole text is in the timeline)";

    /// <summary>What somebody said, with how operations made sure that it came from the owner, where they recorded it.</summary>
    internal static string Said(string text, string verified) => verified.Length == 0 ? text : $"{text} Verified: {verified}".TrimStart();

    /// <summary>What a message says whose asking is done.</summary>
    internal static (string Title, string Text) Over { get; } = ("Nothing more is asked here", "Open the action to see where it stands.");
}
