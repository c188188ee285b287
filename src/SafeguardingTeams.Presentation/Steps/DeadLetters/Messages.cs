using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.DeadLetters;

/// <summary>What could not be done in Outlook or SharePoint: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.StuckAlarm, asked =>
            asked.File.Review.DeadLettered.IsEmpty
                ? ("Outlook and SharePoint: nothing is left to do", "What could not be done has been done since.")
                : (
                    "Something could not be done in Outlook or SharePoint",
                    "Until it is done, whoever it was for has not had it. Open the case to see what and why, then have it "
                        + "tried again or do it by hand."
                )
        );
}
