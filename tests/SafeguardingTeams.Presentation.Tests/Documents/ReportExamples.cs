using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.SmallNumbers;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>Reports of a partnership in which something stands at every stage of every kind of record.</summary>
internal static class ReportExamples
{
    internal static readonly PartnershipWords Partnership = Gallery.Words with
    {
        PartnershipName = "Greenwich Safeguarding Children Partnership",
    };

    private static readonly DateTimeOffset June = new(2027, 6, 14, 9, 0, 0, TimeSpan.Zero);

    private static readonly ReportTexts Texts = new(
        "Discharges of babies under one are planned with the health visitor: 19 of 20 in the audit of May 2027, 11 of 20 before.",
        "Supervision in two teams: posts are vacant, and the action is late.",
        "One local review waited for criminal proceedings."
    );

    private static ImmutableList<RecordFigures> All { get; } =
    [
        .. new RecordFile[][]
        {
            [.. Enum.GetValues<Stage>().Select(stage => CaseStory.At(stage).File)],
            [.. Enum.GetValues<LearningStage>().Select(stage => LearningStory.At(stage).File)],
            [.. Enum.GetValues<ReviewStage>().Select(stage => ReviewStory.At(stage).File)],
            [.. Enum.GetValues<ActionStage>().Select(stage => ActionStory.At(stage).File)],
            [.. Enum.GetValues<MeetingStage>().Select(stage => MeetingStory.At(stage).File)],
            [.. Enum.GetValues<BriefingStage>().Select(stage => BriefingStory.At(stage).File)],
            [
                BriefingStory
                    .At(BriefingStage.Sent)
                    .Given(new AnswerBriefing(BriefingStory.Id, BriefingStory.Used()), BriefingStory.Member)
                    .File,
            ],
        }
            .SelectMany(files => files)
            .Select(FiguresOf.Of)
            .OfType<RecordFigures>(),
    ];

    /// <summary>What a year's report counts: with a table in which small numbers are hidden, and one that is withheld.</summary>
    internal static CountedReport Yearly { get; } =
        new(
            [
                .. Counting.Of(All, ReportPeriod.OfYear(2026)),
                new("themes", "theme-1", "", 7),
                new("themes", "theme-2", "", null),
                new("review-delays", nameof(DelayReason.CriminalProceedings), "", 1),
            ],
            [
                new("ethnic", ["ethnic"], 2024, 2026, 31, false, [new("arab", null), new("white-british", 22), new("white-other", null)]),
                new("child-gender", ["child-gender"], 2024, 2026, 2, true, []),
                new("part-children", ["part-children"], 2024, 2026, 3, true, []),
                new(
                    "part-families",
                    ["part-families"],
                    2024,
                    2026,
                    36,
                    false,
                    [
                        new(nameof(ParticipationAnswer.Declined), null),
                        new(nameof(ParticipationAnswer.NotAsked), 6),
                        new(nameof(ParticipationAnswer.NotYet), null),
                        new(nameof(ParticipationAnswer.TakesPart), 24),
                    ]
                ),
            ],
            ImmutableSortedDictionary<string, string>.Empty.Add("theme-1", "Work before a birth").Add("agency", "Acute hospital trust"),
            [new(2025, "agreed-actions", "done", "", 4, 5), new(2025, "reviews", nameof(ReviewKind.LocalReview), "begun", 1, 2)]
        );

    internal static CountedReport Executive { get; } =
        new(
            Counting.Of(All, ReportPeriod.OfYear(2026)).FindAll(one => ReportSelection.Executive.Contains(one.Table)),
            [],
            ImmutableSortedDictionary<string, string>.Empty,
            []
        );

    internal static GroupReport Draft { get; } =
        new(1, GroupReportKind.Yearly, ReportPeriod.OfYear(2026), Texts, June, "Partnership Operational Team");

    internal static GroupReport Issued { get; } = Draft with { Issued = new(June.AddDays(3), "Chair", Yearly, Yearly.Fingerprint(Texts)) };

    internal static GroupReport Update { get; } =
        new(2, GroupReportKind.Executive, new(new(2026, 10, 1), new(2026, 12, 31)), Texts with { Longest = "" }, June, "Operations");

    /// <summary>More is late and open than stands on a card, and an agency is named as a formula.</summary>
    internal static OversightView Oversight { get; } =
        new(
            [
                new(RecordRef.Of(CaseStory.Id), TaskKind.Recommend, "Chair", new(2026, 10, 5)),
                new(ReviewStory.Id, TaskKind.DecideOnReview, "Lead, health", new(2026, 10, 12)),
                .. Enumerable.Repeat(
                    new LateLine(ActionStory.Id, TaskKind.DoAction, "Named nurse, Acute hospital trust", new(2026, 10, 30)),
                    9
                ),
            ],
            [
                new(RecordRef.Of(CaseStory.Id), nameof(Stage.AwaitingRecommendation), new(2026, 10, 5)),
                new(RecordRef.Of(CaseStory.OtherId), nameof(Stage.PanelAnswered), null),
                new(ReviewStory.Id, nameof(ReviewStage.Proposed), new(2026, 10, 12)),
                new(LearningStory.Id, nameof(LearningStage.AwaitingMeeting), new(2026, 12, 9)),
                new(MeetingStory.Id, nameof(MeetingStage.Planned), new(2026, 12, 9)),
            ],
            [new("Acute hospital trust", 12, 9), new("=1+1", 3, 0)],
            [
                .. Yearly.Figures.Where(one =>
                    (one.Table, one.Row)
                        is
                            ("incidents", "referred" or "notified-in-time" or "reported-in-time")
                            or
                            ("practice-learning", "referred")
                            or
                            ("agreed-actions", "agreed" or "late")
                ),
            ],
            new(2026, 4, 1)
        );

    internal static IEnumerable<(string Name, ReadOnlyMemory<byte> File)> Documents =>
        [
            ("yearly-report", GroupReportDocuments.Word(Issued, Yearly, Partnership)),
            ("executive-update", GroupReportDocuments.Word(Update, Executive, Partnership)),
        ];

    /// <summary>The reference of a report; null of any other document.</summary>
    internal static string? ReferenceOf(string document) =>
        document switch
        {
            "yearly-report" => "yearly-report-2026-27",
            "executive-update" => "executive-update-2",
            _ => null,
        };

    /// <summary>A cell that somebody could take for a formula stands in its name.</summary>
    internal static CountedReport Hostile { get; } =
        Yearly with
        {
            Names = Yearly.Names.SetItem("theme-1", "=HYPERLINK(\"http://example.org\")").SetItem("theme-2", "@SUM(A1:A9)"),
        };
}
