using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.SecuredRecords;

/// <summary>Agencies secure their records: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.NomineeTask, asked =>
                asked.File.Review.AccessEnded || asked.File.Review.Agency(asked.About.Name) is { AskedAt: null }
                    ? ("Access to secured records has ended", "Nothing more is asked of you.")
                    : (
                        "You may reach an agency's secured records",
                        "Nobody else of the agency can. Open it to see the folder and what lies in it."
                    )
            )
            .Message(CardKind.FolderAlarm, asked =>
                asked.File.Review.HasAlarm
                    ? (
                        "Alarm: access to a folder of the case",
                        "Somebody can open it who should not, or somebody who should cannot. Open the case to see what is wrong; "
                            + "it is being put right where this system can."
                    )
                    : ("Access to a folder of the case: put right", "Only the right people can open it again.")
            );
}
