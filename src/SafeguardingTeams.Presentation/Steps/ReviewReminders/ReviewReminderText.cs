using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewReminders;

/// <summary>What timeline and messages say of reminders.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewReminded>(
                (reminded, _) =>
                    (
                        $"{(reminded.Kind == ChaseKind.Late ? "Late" : "Reminder")}: {Subject(reminded.TimescaleId)}, to "
                            + string.Join(", ", reminded.To.Select(to => Whom(to.Role))),
                        reminded.Missed > 0
                            ? $"{Written.Count(reminded.Missed, "earlier reminder was", "earlier reminders were")} missed"
                            : ""
                    )
            )
            .Line<ReviewRecounted>((_, _) => ("Deadlines were counted again", "The bank holidays were amended."));

    internal static StepTexts<ReviewFile> Messages { get; } = new StepTexts<ReviewFile>().Message(CardKind.Reminder, Reminder);

    internal static IReadOnlyList<ReviewButton> Buttons { get; } = [];

    private static (string, string) Reminder(RecordAsked<ReviewFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        if (
            ReviewReminded.IsOver(file, about)
            || file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not ReviewReminded reminded
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
        if (about.Name == Timescales.ReviewTakenDown.Id)
        {
            return ("Published a year ago", "It has been available for a year, and may be taken down. Nothing has to be done.");
        }

        return (
            $"{begins}: {Subject(about.Name)}",
            $"{Written.Sentence(Clocks.ToDo(about.Name))}: that {(reminded.Kind == ChaseKind.Late ? "was" : "is")} due by {due}. "
                + "Open it to see where it stands."
        );
    }

    private static string Whom(Role role) =>
        role switch
        {
            Role.ReviewOwner => "who sees to it",
            Role.GroupMember => "the agencies' members of the group",
            Role.AgencyRepresentative => "who leads the agencies",
            _ => $"the {CaseWords.Roles([role])}",
        };

    /// <summary>What a deadline is about, short enough for a heading on a phone.</summary>
    private static string Subject(string clock) =>
        clock switch
        {
            _ when clock == Timescales.ReviewLeads.Id => "a review to decide",
            _ when clock == Timescales.ReviewPublished.Id => "publish a review",
            _ when clock == Timescales.ReviewDue.Id => "a review or audit",
            _ when clock == Timescales.ReviewTold.Id => "tell of a review",
            _ when clock == Timescales.ReviewPersonTold.Id => "tell who reviews",
            _ when clock == Timescales.ReviewTerms.Id => "a review's terms",
            _ when clock == Timescales.ReviewLook.Id => "look at a review",
            _ when clock == Timescales.ReviewDelayTold.Id => "tell of a delay",
            _ when clock == Timescales.ReviewReportSent.Id => "send a report",
            _ when Timescales.Rule(clock) == Timescales.ReviewProceeding => "ask after proceedings",
            _ when Timescales.Rule(clock) == Timescales.ReviewDetail => "a review's request",
            _ when Timescales.Rule(clock) == Timescales.ReviewWritten => "asked in writing",
            _ when clock == Timescales.ReviewRecommendations.Id => "recommendations",
            _ when clock == Timescales.ReviewTakenDown.Id => "published a year ago",
            _ => Clocks.Title(clock),
        };
}
