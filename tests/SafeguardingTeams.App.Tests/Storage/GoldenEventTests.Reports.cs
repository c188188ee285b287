using System.Collections.Immutable;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupReports;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The group's reports and learning events.</content>
public partial class GoldenEventTests
{
    private static CountedReport Counted =>
        new(
            [new("incidents", "referred", "", 7), new("incidents", "notified-in-time", "", 2, 3), new("themes", "theme-1", "", null)],
            [new("ethnic", ["ethnic"], 2023, 2025, 12, false, [new("white-british", 8), new("arab", null), new("other", null)])],
            ImmutableSortedDictionary<string, string>.Empty.Add("theme-1", "Pre-birth work"),
            [new(2024, "agreed-actions", "done", "", 4, 5)]
        );

    private static RecordEvent[] OfReports =>
        [
            new ReportPutForward(
                1,
                GroupReportKind.Yearly,
                ReportPeriod.OfYear(2025),
                new("Discharges are planned with the health visitor.", "Supervision: two posts are vacant.", "")
            ),
            new ReportIssued(1, Counted, Counted.Fingerprint(new("x", "x", ""))),
            new ReportYearEnded(2025, Due, Due),
            new ReportPublished(2025, new(2026, 9, 14), "https://partnership.example/report", "The page moved."),
            new ReportKept(
                new(
                    KeptKind.GroupReport,
                    "report-1",
                    "",
                    "yearly-report-2025-26.docx",
                    "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                    1,
                    "Whoever has a part in the group"
                )
            ),
        ];

    private static LearningEventPlan Workshop =>
        new(
            "Discharge from hospital",
            LearningEventKind.Workshop,
            new(2026, 11, 2),
            "Health visitors, midwives, social workers",
            [RecordRef.Parse("GSCP-BR-2222-3333")]
        );

    private static RecordEvent[] OfLearningEvents =>
        [
            new LearningEventPlanned(1, Workshop, Due),
            new LearningEventChanged(1, Workshop with { On = new(2026, 11, 3), Briefings = [] }, "It was on the Tuesday.", Due),
            new LearningEventCalledOff(2, "Too few can come."),
            new LearningEventRecorded(
                1,
                new([new("police", "Metropolitan Police Service", 4), new("", "", 2)], "It was clear, and too long."),
                "A sheet came late."
            ),
            new LearningEventFollowedUp(
                1,
                new("Two teams plan discharges together.", "An audit of ten records.", ""),
                "One team answered."
            ),
        ];
}
