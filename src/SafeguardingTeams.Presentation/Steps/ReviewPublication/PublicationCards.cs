using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewPublication;

/// <summary>What of a review is published, and when (C15, C16).</summary>
public static class PublicationCards
{
    /// <summary>What is to be published, and on which day.</summary>
    public static AdaptiveCard Plan(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "What is to be published?",
            "National Panel, Department for Education and Ofsted have it seven working days before. What harms a child or an adult at risk "
                + "is not published; then it is said why.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "form",
                    "What is to be published?",
                    Enum.GetValues<PublicationForm>().Select(form => new InputChoice(ReviewRecordWording.Of(form), form.ToString())),
                    file.Publication?.Form.ToString() ?? nameof(PublicationForm.Report)
                ),
                .. file.ReportsAdded > 0
                    ? GroupForm.Choose(
                        filled,
                        context,
                        "version",
                        "Which version is sent, and published?",
                        ReportVersions.Choices(file),
                        $"{file.ReportPublished ?? file.ReportAccepted ?? file.ReportsAdded}"
                    )
                    : [],
                .. GroupForm.Date(
                    filled,
                    context,
                    "date",
                    "On which day? For nothing: the day on which that is said",
                    there: file.Publication is { } planned ? Written.Iso(planned.On) : ""
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "why",
                    "Why not the whole report? (needed for the improvements alone, or nothing)",
                    there: file.Publication?.Why ?? ""
                ),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewPublishPlan, Step.PlanPublication, file)
        );

    /// <summary>By when those outside have it.</summary>
    public static string WhenSent(ReviewFile file) => ReviewRecordWording.DueBy(file, Timescales.ReviewReportSent);

    /// <summary>It was published.</summary>
    public static AdaptiveCard Publish(ReviewFile file, Filled filled, CardContext context)
    {
        var isNothing = file.Publication!.Form == PublicationForm.Nothing;
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            isNothing ? "Nothing is published" : "Record the publication",
            isNothing
                ? "Record it once that was said. The justification stands on the record."
                : "Family, practitioners, agencies and press offices are told before, by somebody who is named. The NSPCC's collection "
                    + "gets a copy. It stays for a year or longer.",
            [
                Fact("Planned", $"{ReviewRecordWording.Of(file.Publication.Form)}, {Written.Day(file.Publication.On)}"),
                Fact(
                    "Had it seven working days before",
                    file.Owed(TellingOf.Report).ToList() is { Count: > 0 } owed
                        ? $"not yet: {string.Join(", ", owed.Select(ReviewRecordWording.Of))}"
                        : "all three were sent it"
                ),
                .. ParticipationCards.NotTold(file),
                .. GroupForm.Date(filled, context, "date", "On which day?", there: Written.Iso(context.Today)),
                .. isNothing
                    ? []
                    : GroupForm
                        .Line(filled, context, "where", "Where is it published?")
                        .Concat(
                            GroupForm.Line(
                                filled,
                                context,
                                "told",
                                "Who told family, practitioners, agencies and press offices before, and when?"
                            )
                        )
                        .Concat(GroupForm.Text(filled, context, "reason", "If it was published sooner than that: why? (optional)")),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewPublish, Step.RecordPublished, file)
        );
    }
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<PublicationPlanned>(
                (planned, _) =>
                    (
                        $"To be published on {Written.ShortDay(planned.Plan.On)}: {ReviewRecordWording.Of(planned.Plan.Form)}",
                        ((planned.Version is { } version ? $"Version {version} of the report. " : "") + planned.Plan.Why).TrimEnd()
                    )
            )
            .Line<ReviewPublished>(
                (published, _) =>
                    (
                        published.Where.Length > 0
                            ? $"Published on {Written.ShortDay(published.On)}: {published.Where}"
                            : $"Recorded on {Written.ShortDay(published.On)}: nothing is published",
                        string.Join(
                            " ",
                            new[]
                            {
                                published.ToldBy.Length > 0 ? $"Told before: {published.ToldBy}." : "",
                                published.Reason.Length > 0 ? $"Why so soon: {published.Reason}" : "",
                            }.Where(text => text.Length > 0)
                        )
                    )
            );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(80, Step.RecordPublished, Verbs.ReviewPublish, (file, _) =>
            file.Publication!.Form == PublicationForm.Nothing ? "Record that it was said" : "Record the publication"
        ),
        new(90, Step.PlanPublication, Verbs.ReviewPublishPlan, (file, _) =>
            file.Publication is null ? "Say what is published, and when" : "Change what is published, or when"
        ),
    ];
}
