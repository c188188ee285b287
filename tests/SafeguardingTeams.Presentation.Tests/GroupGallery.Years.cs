using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupReports;
using SafeguardingTeams.Presentation.Tests.Documents;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What every year asks of the group: its part of the yearly report, and that this is published (E24).</summary>
internal static partial class Gallery
{
    private static Deadline YearlyOf(Timescale rule, int year) =>
        Deadlines.Pin(
            rule with
            {
                Id = YearClocks.Id(rule, year),
            },
            new(year + 1, 3, 31),
            new(year + 1, 4, 1, 8, 0, 0, TimeSpan.Zero),
            BankHolidays.Calendar,
            CaseStory.Office
        );

    private static IEnumerable<(string, AdaptiveCard)> Years()
    {
        var (operations, chair) = (Context(CaseStory.Somebody(Role.Operations)), Context(CaseStory.Somebody(Role.Chair)));
        var waiting = FullGroup with
        {
            Clocks = RecordClocks.Started(
                [],
                [
                    YearlyOf(Timescales.YearlyReport, 2025),
                    YearlyOf(Timescales.YearlyPublication, 2025),
                    YearlyOf(Timescales.YearlyReport, 2026),
                ]
            ),
        };
        yield return ("group-waits", GroupCard.Draw(waiting, null, operations));
        yield return (
            "group-waits-checked",
            GroupCard.Draw(
                waiting,
                null,
                operations with
                {
                    Words = operations.Words with
                    {
                        CheckedLimits =
                        [
                            new("yearly-publication", "Working Together 2023, chapter 2", "The business manager", new(2026, 10, 1)),
                        ],
                    },
                }
            )
        );
        yield return ("group-waits-chair", GroupCard.Draw(waiting, null, chair));

        var issued = FullGroup with { Reports = [ReportExamples.Issued] };
        var published = issued with
        {
            Published = [new(ReportExamples.Issued.Year, new(2027, 9, 14), "https://partnership.example/yearly-report")],
        };
        yield return (
            "group-report-to-publish",
            GroupReportCards.Draw(issued, ReportExamples.Issued, ReportExamples.Yearly, [], null, operations)
        );
        yield return (
            "group-report-published",
            GroupReportCards.Draw(
                published,
                ReportExamples.Issued,
                ReportExamples.Yearly,
                [],
                new(NoticeKind.Done, "It is recorded when and where it was published."),
                operations
            )
        );
        yield return ("group-form-published", GroupReportCards.Published(issued, ReportExamples.Issued, Filled.Nothing, operations));
        yield return (
            "group-form-published-again",
            GroupReportCards.Published(
                published,
                ReportExamples.Issued,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("where", string.Concat(Enumerable.Repeat("The page moved. ", 40))),
                    [
                        new("too-long", "Shorten it to 500 characters or fewer.", "where"),
                        new("reason-needed", "Say why it is put right.", "reason"),
                    ]
                ),
                operations
            )
        );
    }

    /// <summary>Reminded of a year's report and its publication.</summary>
    private static IEnumerable<(string Name, CardKind Kind, GroupFile Group, Topic About)> YearMessages(
        Func<IEnumerable<GroupEvent>, GroupFile> after
    )
    {
        var ended = new ReportYearEnded(2025, YearlyOf(Timescales.YearlyReport, 2025), YearlyOf(Timescales.YearlyPublication, 2025));
        foreach (var rule in new[] { Timescales.YearlyReport, Timescales.YearlyPublication })
        {
            foreach (var (kind, at) in new[] { (ChaseKind.DayBefore, 0), (ChaseKind.OnTheDay, 1), (ChaseKind.Late, 3) })
            {
                var id = YearClocks.Id(rule, 2025);
                var reminded = new GroupReminded(id, at, 0, kind, [new(at == 3 ? Role.Chair : Role.Operations)]);
                yield return ($"{rule.Id}-{kind}", CardKind.Reminder, after([ended, reminded]), Topic.Reminder(id, 2));
            }
        }
    }
}
