using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What a message is about.</summary>
/// <param name="File">The case as it is now.</param>
/// <param name="About">Which of several messages of the kind.</param>
/// <param name="GoesOnAs">Where the referral was joined to another: that case as it is now.</param>
/// <param name="Words">The partnership's names.</param>
internal sealed record MessageAsked(CaseFile File, Topic About, CaseFile? GoesOnAs, PartnershipWords Words);

/// <summary>What the messages of one step say: what is asked and by when, never a fact of the case (F2).</summary>
internal sealed class StepMessages
{
    private readonly Dictionary<CardKind, Func<MessageAsked, (string Title, string Text)>> _messages = [];

    internal IReadOnlyDictionary<CardKind, Func<MessageAsked, (string Title, string Text)>> Messages => _messages;

    internal StepMessages Message(CardKind kind, Func<MessageAsked, (string Title, string Text)> says)
    {
        _messages.Add(kind, says);
        return this;
    }
}
