using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of a case: who may open it, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Refuse">Why somebody may not open it now; null where they may.</param>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record StepCard(Func<CaseFile, Actor, Refusal?> Refuse, Func<CaseFile, Filled, CardContext, AdaptiveCard> Draw)
{
    /// <summary>The card of a step: open to whoever may take the step now.</summary>
    internal StepCard(Step step, Func<CaseFile, Filled, CardContext, AdaptiveCard> draw)
        : this((file, actor) => StepRules.Refuse(step, file, actor), draw) { }

    /// <summary>What was sent, or what is wrong with it; null for a card that is only looked at.</summary>
    internal Func<CardInvocation, Wish>? Command { get; init; }

    /// <summary>What is said when it is done.</summary>
    internal Func<CaseFile, string> Says { get; init; } = _ => "Saved.";

    /// <summary>The card after it; null for the case, or the person's own part of it.</summary>
    internal Func<CaseFile, Notice, CardContext, AdaptiveCard>? After { get; init; }

    /// <summary>The same, open only where this can be done to what the card names as well.</summary>
    internal StepCard Where(Func<CaseFile, bool> isOpen) =>
        this with
        {
            Refuse = (file, actor) => Refuse(file, actor) ?? (isOpen(file) ? null : Refusal.Overtaken),
        };

    /// <summary>Where a card that is only looked at says what was wrong.</summary>
    internal static Notice? OnTop(Filled filled) => filled.Refusals.IsEmpty ? null : new(NoticeKind.Problem, filled.Refusals[0].Message);
}

/// <summary>What somebody asks for with a card, or what is wrong with what they typed.</summary>
/// <param name="Command">What they ask for.</param>
/// <param name="Refusal">What is wrong.</param>
internal readonly record struct Wish(Command? Command, Refusal? Refusal)
{
    /// <summary>Asked for.</summary>
    public static implicit operator Wish(Command command) => new(command, null);

    /// <summary>Not to be understood.</summary>
    public static implicit operator Wish(Refusal refusal) => new(null, refusal);

    /// <summary>A day is asked for and none is there.</summary>
    internal static Refusal NoDay(string field = "date") => new("date-needed", "Enter a real date.", field);

    /// <summary>A choice is asked for and none was made.</summary>
    internal static Refusal NoChoice(string field, string message = "Choose an answer.") => new("answer-needed", message, field);
}
