using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Reassigning;

/// <summary>Somebody else acts: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.NobodyLeft, asked =>
                asked.About.Number is not null
                    ? (
                        "Somebody the Rapid Review counts on is away",
                        "Nobody stands in for them. Open the case's timeline to see who, for which agency and until when, and name or "
                            + "invite somebody else where it cannot wait."
                    )
                    : (
                        "Nobody is left to act",
                        "Somebody stood aside or is away, and no deputy is left. Agree with their agency who acts for them, have that "
                            + "person put into the partnership's list, and hand the role over to them in the case."
                    )
            )
            .Message(CardKind.HandedOver, _ =>
                (
                    "You are asked to act in a case",
                    "Its task has been handed over to you, or you stand in for somebody who is away. Open it to see what waits for you."
                )
            );
}
