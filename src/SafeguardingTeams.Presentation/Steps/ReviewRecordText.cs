using System.Collections.Frozen;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// A button by which a step is offered on the card of a review, to who may take the step now (<see cref="ReviewRules"/>). A step's
/// folder holds a class <c>ReviewRecordWords</c> with its lines, messages and buttons; it is found by that name.
/// </summary>
/// <param name="Rank">Among all: the smallest first.</param>
/// <param name="Title">What it says, given the review and who looks.</param>
internal sealed record ReviewButton(int Rank, Step Step, string Verb, Func<ReviewFile, CardContext, string> Title)
{
    /// <summary>The card it stands on where it is not the task of whoever looks: a set holds six buttons.</summary>
    internal ReviewPart Part { get; init; } = ReviewPart.Whole;
}

/// <summary>The cards of a review that offer steps.</summary>
internal enum ReviewPart
{
    /// <summary>The review's own.</summary>
    Whole,

    /// <summary>Who is appointed, and what they may read.</summary>
    People,

    /// <summary>What agencies are asked for.</summary>
    Details,

    /// <summary>Its terms of reference.</summary>
    Terms,
}

/// <summary>Events, messages and buttons of reviews in words; they stand in the folder of their step.</summary>
internal static class ReviewRecordText
{
    private const string ClassName = "ReviewRecordWords";

    private static readonly FrozenDictionary<Type, Func<ReviewEvent, ReviewFile, (string What, string Why)>> Lines = StepWords
        .Of<StepLines<ReviewEvent, ReviewFile>>(ClassName, "Lines")
        .SelectMany(step => step.Lines)
        .ToFrozenDictionary(line => line.Key, line => line.Value);

    private static readonly FrozenDictionary<CardKind, Func<RecordAsked<ReviewFile>, (string Title, string Text)>> Messages = StepWords
        .Of<StepTexts<ReviewFile>>(ClassName, "Messages")
        .SelectMany(step => step.Messages)
        .ToFrozenDictionary(message => message.Key, message => message.Value);

    /// <summary>The buttons of all steps, in order.</summary>
    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [.. StepWords.Of<IReadOnlyList<ReviewButton>>(ClassName, "Buttons").SelectMany(buttons => buttons).OrderBy(button => button.Rank)];

    /// <summary>The buttons of a part, to who may take their steps now.</summary>
    internal static IEnumerable<ReviewButton> Offered(ReviewPart part, ReviewFile file, CardContext context) =>
        Buttons.Where(button => button.Part == part && ReviewRules.MayTake(button.Step, file, context.Viewer));

    /// <summary>The set of these buttons; nothing for who may take none.</summary>
    internal static IEnumerable<Element> SetOf(ReviewPart part, ReviewFile file, CardContext context) =>
        Offered(part, file, context)
            .Select(button => ReviewRecordForm.Key(context, button.Title(file, context), button.Verb, file))
            .ToList()
            is { Count: > 0 } offered
            ? [Parts.Buttons(offered)]
            : [];

    /// <summary>The kinds of event that have words.</summary>
    internal static IReadOnlyCollection<Type> KnownEvents => Lines.Keys;

    /// <summary>The kinds of message that have words.</summary>
    internal static IReadOnlyCollection<CardKind> KnownMessages => Messages.Keys;

    /// <summary>An event's line in the timeline.</summary>
    internal static (string What, string Why) Of(ReviewEvent happened, ReviewFile file) =>
        Lines.TryGetValue(happened.GetType(), out var says)
            ? says(happened, file)
            : throw new InvalidOperationException($"No words are written for {happened.GetType().Name}.");

    /// <summary>A stored message.</summary>
    internal static (string Title, string Text) Of(CardKind kind, RecordAsked<ReviewFile> asked) =>
        Messages.TryGetValue(kind, out var says)
            ? says(asked)
            : throw new InvalidOperationException($"No words are written for {kind} of a review.");

    /// <summary>A text where a card must be short; the timeline has the whole.</summary>
    internal static string Short(string text, int most) =>
        text.Length <= most ? text : $"{Inputs.Cut(text, most)} (the whole text is in the timeline)";

    /// <summary>What a message says whose asking is done.</summary>
    internal static (string Title, string Text) Over { get; } = ("Nothing more is asked here", "Open the review to see where it stands.");
}
