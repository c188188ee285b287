using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>What is rarely wanted stands behind "More"; it counts towards the six of its set all the same.</summary>
internal static class More
{
    internal static CardButton BehindMore(this CardButton button) => button with { Mode = "secondary" };
}
