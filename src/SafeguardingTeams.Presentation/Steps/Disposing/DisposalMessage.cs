using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Disposing;

/// <summary>What a message in Teams says once its record is gone: no reference, and no button.</summary>
public static class DisposalMessage
{
    /// <summary>The line of it that a notification would show.</summary>
    public const string Summary = "This record is no longer kept";

    public static AdaptiveCard Draw() =>
        Card(Heading(Summary), Say("What this message was about has been disposed of. Nothing is asked of you."));
}
