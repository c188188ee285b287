using System.Collections.Frozen;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// A button by which a step is offered on the card of a meeting of the group, to who may take the step now
/// (<see cref="MeetingPermissions"/>). A step's folder holds a class <c>MeetingWords</c> with its lines, messages and buttons; it is found
/// by that name, and there is no list to add it to.
/// </summary>
/// <param name="Rank">Among all: the smallest first.</param>
/// <param name="Title">What it says; null where it is not offered now.</param>
internal sealed record MeetingButton(int Rank, Step Step, string Verb, Func<MeetingFile, CardContext, string?> Title);

/// <summary>Events, messages and buttons of the group's meetings in words; they stand in the folder of their step.</summary>
internal static class MeetingText
{
    private const string ClassName = "MeetingWords";

    private static readonly FrozenDictionary<Type, Func<MeetingEvent, MeetingFile, (string What, string Why)>> Lines = StepWords
        .Of<StepLines<MeetingEvent, MeetingFile>>(ClassName, "Lines")
        .SelectMany(step => step.Lines)
        .ToFrozenDictionary(line => line.Key, line => line.Value);

    private static readonly FrozenDictionary<CardKind, Func<RecordAsked<MeetingFile>, (string Title, string Text)>> Messages = StepWords
        .Of<StepTexts<MeetingFile>>(ClassName, "Messages")
        .SelectMany(step => step.Messages)
        .ToFrozenDictionary(message => message.Key, message => message.Value);

    /// <summary>The buttons of all steps, in order.</summary>
    internal static IReadOnlyList<MeetingButton> Buttons { get; } =
    [.. StepWords.Of<IReadOnlyList<MeetingButton>>(ClassName, "Buttons").SelectMany(buttons => buttons).OrderBy(button => button.Rank)];

    /// <summary>The kinds of event that have words.</summary>
    internal static IReadOnlyCollection<Type> KnownEvents => Lines.Keys;

    /// <summary>The kinds of message that have words.</summary>
    internal static IReadOnlyCollection<CardKind> KnownMessages => Messages.Keys;

    /// <summary>An event's line in the timeline.</summary>
    internal static (string What, string Why) Of(MeetingEvent happened, MeetingFile file) =>
        Lines.TryGetValue(happened.GetType(), out var says)
            ? says(happened, file)
            : throw new InvalidOperationException($"No words are written for {happened.GetType().Name}.");

    /// <summary>A stored message.</summary>
    internal static (string Title, string Text) Of(CardKind kind, RecordAsked<MeetingFile> asked) =>
        Messages.TryGetValue(kind, out var says)
            ? says(asked)
            : throw new InvalidOperationException($"No words are written for {kind} of a meeting of the group.");
}
