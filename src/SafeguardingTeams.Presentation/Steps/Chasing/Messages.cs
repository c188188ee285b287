using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Chasing;

/// <summary>Reminders: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.Reminder, asked => Reminder(asked.About, asked.File));

    private static (string, string) Reminder(Topic about, CaseFile file)
    {
        if (file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not DeadlineChased chased)
        {
            return ("Reminder: this has been overtaken", "Open it to see where the case stands.");
        }

        var (title, deadline) = (Clocks.ToDo(about.Name), file.Clock(about.Name)!.Deadline);
        var due = $"{Clocks.By(deadline)}, counted from {Clocks.From(deadline.Anchor)}, {Written.ShortDay(deadline.AnchorDay)}.";
        // Until the MASH has decided, the authority can record nothing (PD4).
        var how =
            about.Name == Timescales.AuthorityNotification.Id && file.Stage == Stage.AwaitingThreshold
                ? "The threshold has not been decided yet: ask the front door. Once they have, record here what is decided."
                : "Open the case to do it.";
        return !file.Clock(about.Name)!.Runs
            ? ($"Reminder, done meanwhile: {Clocks.Title(about.Name)}", "Nothing more is to be done here.")
            : chased.Kind switch
            {
                ChaseKind.Late => (
                    $"Late: {title}",
                    $"It was due by {due} Open the case to do it, or to see what holds it up. Reminded of it: "
                        + $"{CaseWords.Whom(chased.To)}."
                ),
                ChaseKind.OnTheDay => ($"Due today: {title}", $"Due {due} {how}"),
                ChaseKind.Ahead => ($"Due soon: {title}", $"Due {due} {how}"),
                ChaseKind.DayBefore => ($"Due the next working day: {title}", $"Due {due} {how}"),
            };
    }
}
