using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Outcome;

/// <summary>The Rapid Review is withdrawn: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.ReviewWithdrawn, asked =>
                asked.File.Review.WithdrawnBecause is null
                    ? ("The Rapid Review goes on again", "It was withdrawn by mistake and taken up again. Open it to see where it stands.")
                    : ("The Rapid Review was withdrawn", $"The case goes to the {asked.Words.GroupName}. Open it for the reasons.")
            )
            .Message(CardKind.ReviewTakenUp, asked =>
                asked.File.Review.WithdrawnBecause is not null
                    ? ("The Rapid Review is withdrawn", "Open it to see where the case stands.")
                    : (
                        "The Rapid Review goes on",
                        "It was withdrawn by mistake and is taken up again; what was asked of you before is asked of you still. "
                            + "Open it to see where it stands, and by when."
                    )
            );
}
