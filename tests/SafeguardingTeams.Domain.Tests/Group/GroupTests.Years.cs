using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <content>What every year asks of the group: its part of the yearly report, and that this is published (E24).</content>
public partial class GroupTests
{
    private static readonly string Yearly2026 = YearClocks.Id(Timescales.YearlyReport, 2026);
    private static readonly string Published2026 = YearClocks.Id(Timescales.YearlyPublication, 2026);

    [Fact]
    public void A_year_that_ended_asks_for_its_report_and_then_for_its_publication_until_each_is_done_E24()
    {
        Opened();
        Assert.Equal(2025, _group.LastYearEnded);
        Assert.Equal("nothing-changed", Code(new EndReportYear(2025), System));
        Assert.Equal("nothing-changed", Code(new EndReportYear(2026), System));
        Assert.Equal("not-yours", Code(new EndReportYear(2026), Operations));

        _now = new(2027, 3, 31, 22, 59, 0, TimeSpan.Zero);
        Assert.Equal("nothing-changed", Code(new EndReportYear(2026), System)); // One minute to midnight in London: summer time.
        _now = new(2027, 3, 31, 23, 0, 0, TimeSpan.Zero);
        Given(new EndReportYear(2026), System);
        Assert.Equal(new DateOnly(2027, 3, 31), _group.Clock(Yearly2026)!.Deadline.AnchorDay);
        Assert.Equal("nothing-changed", Code(new EndReportYear(2026), System));
        Assert.Equal("nothing-changed", Code(new EndReportYear(2028), System));

        // Operations and then the Chair are reminded of the report.
        _now = new(2027, 7, 2, 9, 0, 0, TimeSpan.Zero);
        Given(new RemindGroup(Yearly2026), System);
        var reminded = Assert.IsType<GroupReminded>(_group.History[^1].Event);
        Assert.Equal((3, 3, Role.Chair), (reminded.Index, reminded.Missed, Assert.Single(reminded.To).Role));
        var about = Topic.Reminder(Yearly2026, _group.Version);

        Assert.Equal("overtaken", Code(Publication(2026), Operations));
        Given(new PutReportForward(GroupReportKind.Yearly, ReportPeriod.OfYear(2026), Texts), Operations);
        Given(new IssueReport(1, Nothing, Nothing.Fingerprint(Texts)), TheChair);
        Assert.False(_group.Clock(Yearly2026)!.Runs);
        Assert.True(_group.Clock(Published2026)!.Runs);
        Assert.True(GroupReminded.IsOver(_group, about));
        Assert.Contains(
            new Effect.ShowCard(RecordRef.Group, CardKind.Reminder, new Recipient.HoldersOf(Role.Chair))
            {
                About = about,
                OnlyIfShown = true,
            },
            ((GroupEvent)_group.History[^1].Event).WhatFollows(_group)
        );

        Given(Publication(2026), Operations);
        Assert.False(_group.Clock(Published2026)!.Runs);
        Assert.Equal(new(2026, new(2027, 7, 1), "https://partnership.example/report"), _group.PublicationOf(2026));
    }

    [Fact]
    public void A_publication_is_put_right_with_a_reason_and_what_is_wrong_with_it_is_said_E24_PD16()
    {
        Opened();
        _now = new(2027, 7, 2, 9, 0, 0, TimeSpan.Zero);
        Given(new EndReportYear(2026), System);
        Given(new PutReportForward(GroupReportKind.Yearly, ReportPeriod.OfYear(2026), Texts), Operations);
        Given(new IssueReport(1, Nothing, Nothing.Fingerprint(Texts)), TheChair);
        Assert.Equal("not-yours", Code(Publication(2026), TheChair));
        Assert.Equal(
            ["future", "order", "answer-needed", "too-long"],
            new[]
            {
                Publication(2026) with
                {
                    On = new(2027, 7, 3),
                },
                Publication(2026) with
                {
                    On = new(2027, 3, 31),
                },
                Publication(2026) with
                {
                    Where = " ",
                },
                Publication(2026) with
                {
                    Where = new('x', 501),
                },
            }.Select(command => Code(command, Operations))
        );
        Given(Publication(2026), Operations);
        Assert.Equal("nothing-changed", Code(Publication(2026), Operations));
        Assert.Equal("reason-needed", Code(Publication(2026) with { Where = "The partnership's page" }, Operations));
        Given(Publication(2026) with { Where = "The partnership's page", Reason = "The page moved." }, Operations);
        Assert.Equal("The partnership's page", Assert.Single(_group.Published).Where);
    }

    [Fact]
    public void A_year_whose_report_is_late_still_waits_when_the_next_one_ends_E24()
    {
        Opened();
        _now = new(2027, 4, 1, 8, 0, 0, TimeSpan.Zero);
        Given(new EndReportYear(2026), System);
        _now = new(2028, 4, 1, 8, 0, 0, TimeSpan.Zero);
        Given(new EndReportYear(2027), System);
        Assert.Equal(
            [new DateOnly(2027, 6, 30), new DateOnly(2027, 9, 30), new DateOnly(2028, 6, 30), new DateOnly(2028, 9, 30)],
            _group.Clocks.FindAll(clock => clock.Runs).Select(clock => clock.Deadline.DueDay)
        );
    }

    [Fact]
    public void A_report_that_was_issued_before_its_year_was_noted_is_not_asked_for_E24()
    {
        Opened();
        _now = new(2027, 4, 2, 9, 0, 0, TimeSpan.Zero);
        Given(new PutReportForward(GroupReportKind.Yearly, ReportPeriod.OfYear(2026), Texts), Operations);
        Given(new IssueReport(1, Nothing, Nothing.Fingerprint(Texts)), TheChair);
        Given(new EndReportYear(2026), System);
        Assert.Null(_group.Clock(Yearly2026));
        Assert.True(_group.Clock(Published2026)!.Runs);
    }

    private static RecordReportPublished Publication(int year) => new(year, new(year + 1, 7, 1), "https://partnership.example/report", "");
}
