using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewReport;

/// <summary>The final report before the leads (C14), or what a smaller review found (C3).</summary>
public static class ReviewReportCards
{
    /// <summary>Put it before the leads.</summary>
    public static AdaptiveCard Submit(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "The report, to the leads",
            "The group advises, the three leads accept. What a final report is accepted against stands below: mark what it fulfils.",
            [
                .. ReportVersion.Of(file) is [.., var newest]
                    ? [Fact("What goes before them", $"version {newest.Number}: {ReportVersions.Line(newest)}")]
                    : Array.Empty<Element>(),
                .. GroupForm.Line(
                    filled,
                    context,
                    "link",
                    file.ReportsAdded > 0 ? "Where can it be read besides? (optional)" : "Where can the report be read?",
                    file.ReportsAdded > 0 ? "" : "It can be kept here instead: add it as a file on the review's card.",
                    file.Report?.Link ?? ""
                ),
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "checks",
                    "What of the list does it fulfil?",
                    Enum.GetValues<ReportCheck>().Select(check => new InputChoice(ReviewRecordWording.Of(check), check.ToString())),
                    string.Join(',', file.Report?.Checks ?? [])
                ),
                .. GroupForm.Text(filled, context, "why", "If it does not fulfil all: why are the leads asked all the same? (optional)"),
                .. GroupForm.Text(filled, context, "advice", "What does the group advise?"),
                .. GroupForm.Date(filled, context, "date", "The day of the group's meeting"),
            ],
            ReviewRecordForm.Send(context, "Put it before the leads", Verbs.ReviewReport, Step.SubmitReviewReport, file)
        );

    /// <summary>Accept it for one partner, or not: both ways are equal.</summary>
    public static AdaptiveCard Accept(ReviewFile file, Filled filled, CardContext context)
    {
        ActionExecute Way(string title, string accepts) =>
            ReviewRecordForm.Does(context, title, Verbs.ReviewReportAccept, Step.AcceptReviewReport, file, ("accepts", accepts));
        var report = file.Report!;
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Do you accept the report?",
            "All three leads accept it, and it is accepted. One that does not sends it back with the reason.",
            [
                .. file.ReportPut is { } version
                    ? [Fact("What you accept", ReportVersions.Line(ReportVersion.Of(file)[version - 1]))]
                    : Array.Empty<Element>(),
                .. report.Link.Length > 0 ? [Fact("Where it can be read", report.Link)] : Array.Empty<Element>(),
                Fact($"The group advises, {Written.ShortDay(report.AdvisedOn)}", ReviewRecordText.Short(report.Advice, 600)),
                Fact(
                    "Of the list it does not fulfil",
                    report.Missing.Any() ? string.Join("; ", report.Missing.Select(ReviewRecordWording.Of)) : "nothing: it fulfils all"
                ),
                .. report.Why.Length > 0 ? [Fact("Why it is put before you all the same", report.Why)] : Array.Empty<Element>(),
                .. GroupForm.Reason(filled, context, "What is missing? (needed where you do not accept it)"),
            ],
            [
                Way("Accept it", "yes"),
                Way("Do not accept it", "no"),
                .. file.ReportPut is { } put ? [ReportVersions.Open(file, put, context)] : Array.Empty<CardButton>(),
            ]
        );
    }

    /// <summary>What a review or an audit found that the leads do not decide; what came of what others do or published.</summary>
    public static AdaptiveCard Findings(ReviewFile file, Filled filled, CardContext context)
    {
        var kind = file.Plan!.Kind;
        var (title, explained, asked, day) = kind switch
        {
            ReviewKind.FollowedElsewhere => (
                "How did it end?",
                "It has ended there. What follows from it here is agreed as actions. Name nobody.",
                "How did it end, and what is to be learned from it?",
                "The day it ended"
            ),
            ReviewKind.NationalLearning => (
                "What does the group say of it?",
                "What is to be done is agreed as actions. Name nobody.",
                "Why?",
                "The day of the group's meeting"
            ),
            _ => (
                "What did it find?",
                "In a few lines, as the group accepted it. What follows from it is agreed as actions. Name nobody.",
                "What did it find?",
                "The day of the meeting that accepted it"
            ),
        };
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            title,
            explained,
            [
                .. kind == ReviewKind.NationalLearning
                    ? GroupForm.Choose(
                        filled,
                        context,
                        "says",
                        "Does it concern us?",
                        Enum.GetValues<NationalAnswer>()
                            .Select(answer => new InputChoice(ReviewRecordWording.Of(answer), answer.ToString()))
                    )
                    : [],
                .. GroupForm.Text(filled, context, "found", asked),
                .. GroupForm.Date(filled, context, "date", day),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewFindings, Step.RecordFindings, file)
        );
    }
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewReportAdded>((added, _) => ("A version of the final report was added", added.Document.Name))
            .Line<ReviewReportSubmitted>(
                (submitted, _) =>
                    (
                        submitted.Report.Missing.Any()
                            ? $"The final report is before the leads; of the list it does not fulfil: "
                                + string.Join("; ", submitted.Report.Missing.Select(ReviewRecordWording.Of))
                            : "The final report is before the leads; it fulfils the whole list",
                        (submitted.Version is { } version ? $"Version {version}. " : "")
                            + $"The group advises: {submitted.Report.Advice}"
                            + (submitted.Report.Why.Length > 0 ? $" {submitted.Report.Why}" : "")
                    )
            )
            .Line<ReviewReportAccepted>((_, _) => ("All three leads accept the report", ""))
            .Line<ReviewReportReturned>((_, _) => ("The report went back", ""))
            .Line<FindingsRecorded>((found, _) => (Found(found), found.Found));

    private static string Found(FindingsRecorded found) =>
        found.Answer is { } answer
            ? $"The group, on {Written.ShortDay(found.AcceptedOn)}: {ReviewRecordWording.Of(answer)}"
            : $"What it found, or how it ended, {Written.ShortDay(found.AcceptedOn)}";

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(15, Step.AcceptReviewReport, Verbs.ReviewReportAccept, (_, _) => "Accept the report, or not"),
        new(70, Step.SubmitReviewReport, Verbs.ReviewReport, (_, _) => "Put the report before the leads"),
        new(70, Step.RecordFindings, Verbs.ReviewFindings, (file, _) => file.Plan!.Kind switch
            {
                ReviewKind.FollowedElsewhere => "Record how it ended",
                ReviewKind.NationalLearning => "Record what the group says",
                _ => "Record what it found",
            }),
    ];
}
