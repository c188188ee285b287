using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Recalculating;

/// <summary>Deadlines are counted again: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.Recounted, _ =>
            ("Deadlines were counted again", "The bank holidays were amended. Open the case to see the dates as they are now.")
        );
}
