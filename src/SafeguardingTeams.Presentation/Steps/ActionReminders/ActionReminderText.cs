using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ActionReminders;

/// <summary>What timeline and messages say of reminders.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<ActionReminded>(
                (reminded, _) =>
                    (
                        $"{(reminded.Kind == ChaseKind.Late ? "Late" : "Reminder")}: {Subject(reminded.TimescaleId)}, to "
                            + Whom(reminded.To[0].Role),
                        reminded.Missed > 0
                            ? $"{Written.Count(reminded.Missed, "earlier reminder was", "earlier reminders were")} missed"
                            : ""
                    )
            )
            .Line<ActionRecalculated>((_, _) => ("Reminders were counted again; the dates stay", "The bank holidays were amended."));

    internal static StepTexts<ActionFile> Messages { get; } = new StepTexts<ActionFile>().Message(CardKind.Reminder, Reminder);

    internal static IReadOnlyList<ActionButton> Buttons { get; } = [];

    private static (string, string) Reminder(RecordAsked<ActionFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        if (
            ActionReminded.IsOver(file, about)
            || file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not ActionReminded reminded
        )
        {
            return ("Done, or due at another time", "Nothing more is to be done here. Open it to see where it stands.");
        }

        var begins = reminded.Kind switch
        {
            ChaseKind.Late => "Late",
            ChaseKind.OnTheDay => "Due today",
            ChaseKind.DayBefore or ChaseKind.Ahead => "Due soon",
        };
        var due = Clocks.By(file.Clock(about.Name)!.Deadline);
        var (isLate, to) = (reminded.Kind == ChaseKind.Late, reminded.To[0].Role);
        var what = about.Name switch
        {
            _ when about.Name == Timescales.ActionAcceptance.Id =>
                $"An action was reported as done; accept it, or return it. That {(isLate ? "was" : "is")} due by {due}.",
            _ when about.Name == Timescales.ActionImpact.Id =>
                $"It is asked what an action has changed; that {(isLate ? "was" : "is")} due by {due}.",
            _ when about.Name == Timescales.ActionImpactCheck.Id =>
                $"The owner of an action has said what it has changed; what is found {(isLate ? "was" : "is")} to be recorded by {due}.",
            _ => $"An action {(isLate ? "was" : "is")} to be done by {due}.",
        };
        return ($"{begins}: {Subject(about.Name)}", $"{what} {Asked(about.Name, to, file)}");
    }

    /// <summary>What is asked of whom.</summary>
    private static string Asked(string clock, Role role, ActionFile file) =>
        role switch
        {
            Role.ActionOwner when file.Owner is { HasAccount: false } =>
                "Its owner has no account here: ask them, and record what they say.",
            Role.ActionOwner when clock == Timescales.ActionImpact.Id => "You own it: open it to answer.",
            Role.ActionOwner => "You own it: say how far it is, or ask for more time.",
            Role.GroupMember => "Its owner is of your agency: ask them.",
            Role.AgencyRepresentative => "Its owner is of your agency, and nobody has answered so far: see to it that somebody does.",
            Role.Operations when clock == Timescales.ActionImpactCheck.Id => "Open it to read the answer, and record what you find.",
            _ => "Open it to see where it stands.",
        };

    private static string Whom(Role role) =>
        role switch
        {
            Role.ActionOwner => "its owner",
            Role.GroupMember => "the group's member of the owner's agency",
            Role.AgencyRepresentative => "the lead of the owner's agency",
            _ => $"the {CaseWords.Roles([role])}",
        };

    /// <summary>What a deadline is about, short enough for a heading on a phone.</summary>
    private static string Subject(string clock) =>
        clock switch
        {
            _ when clock == Timescales.ActionDue.Id => "an action",
            _ when clock == Timescales.ActionAcceptance.Id => "accept an action",
            _ when clock == Timescales.ActionImpact.Id => "what it changed",
            _ when clock == Timescales.ActionImpactCheck.Id => "record what it changed",
            _ => Clocks.Title(clock),
        };
}
