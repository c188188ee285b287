using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Scoping;

/// <summary>Letters go to the agencies, and forms come back: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.ScopingTask, asked => Scoping(asked.About.Name, asked.File))
            .Message(CardKind.ReturnReceived, asked =>
                ("An agency has returned", $"{ReviewWords.Returned(asked.File)} Open the case to read it.")
            );

    private static (string, string) Scoping(string agency, CaseFile file) =>
        file.Review.Agency(agency) switch
        {
            _ when file.Review.WithdrawnBecause is not null => ("The Rapid Review was withdrawn", "Nothing more is asked of your agency."),
            { TakenOff: not null } => (
                "Your agency was asked by mistake",
                "Nothing more is asked of it, and you can no longer open the case. A mail says what to do with letter and form."
            ),
            { Return: not { Known: false } } when file.Review.AccessEnded => (
                "Access to records has ended",
                "Nothing more is asked of your agency for the Rapid Review. A mail says what becomes of its records, and whom to ask."
            ),
            { Return: null } => (
                "Your agency is asked for a Rapid Review",
                $"Return the scoping form, or say that the family is not known, by {Clocks.DueBy(file, ReturnClock.Id(agency))}, counted "
                    + "from the day it was sent. Secure all records. Letter and form have come by mail too."
            ),
            { Return.Known: false } => (
                "Your agency has confirmed that the family is not known",
                "Nothing more is asked of your agency. If that was wrong, open it and put it right."
            ),
            { Securing.IsComplete: false } => (
                "Your agency has returned; its records are still to be secured",
                "Confirm that they are: four steps, each for itself."
            ),
            _ => (
                "Your agency has returned and secured its records",
                "Nothing more is asked of your agency. You can put things right if you have to."
            ),
        };
}
