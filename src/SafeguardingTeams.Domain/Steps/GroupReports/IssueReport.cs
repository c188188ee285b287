using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// The Chair issues a report: from then on it is fixed, and what is put right later is listed (E24). What is counted is taken along from
/// the index rows; where it is not what the Chair has read, the Chair reads it first.
/// </summary>
/// <param name="Content">What is counted now.</param>
/// <param name="Read">The fingerprint of what the Chair has read.</param>
public sealed record IssueReport(int Number, CountedReport Content, string Read) : GroupCommand
{
    /// <summary>Its words that are names on record by now, as they were read before.</summary>
    public ImmutableList<NamedInReport> Named { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.IssueReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Report(Number) is not { } report
            ? Decision.Refuse(new("overtaken", "Another draft has taken the place of this one. Open the reports to read it.", "report"))
        : report.Issued is not null ? Decision.Refuse(new("nothing-changed", "This report is issued already.", "report"))
        : report.Kind == GroupReportKind.Yearly
        && files.This.Reports.Exists(one => one is { Kind: GroupReportKind.Yearly, Issued: not null } && one.Period == report.Period)
            ? Decision.Refuse(new("issued-already", "This year's report is issued already.", "report"))
        : NamedInReport.Refusals(Named, report.NotNames).Any()
            ? Decision.Refuse(
                new(
                    "name-in-text",
                    "A word in it is a name on record by now. Operations change it, or say that it names nobody, and put it forward again.",
                    "report"
                )
            )
        : Content.Fingerprint(report.Texts) is var sha256 && sha256 != Read
            ? Decision.Refuse(new("changed", "The figures have changed since you opened this. Read it again, then issue it.", "report"))
        : Decision.Accept(files.This.Ref, new ReportIssued(Number, Content, sha256));
}

/// <summary>A report is issued.</summary>
/// <param name="Sha256">The fingerprint of what it says.</param>
public sealed record ReportIssued(int Number, CountedReport Content, string Sha256) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReportIssued.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Reports = group.Reports.ConvertAll(one =>
                one.Number == Number ? one with { Issued = new(recorded.At, recorded.By.Display, Content, Sha256) } : one
            ),
            Clocks = ClockOf(group) is { } clock ? group.Clocks.Stopped(clock, recorded.At) : group.Clocks,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) =>
        [
            ReportPutForward.ToChair(after, Number) with
            {
                OnlyIfShown = true,
            },
            new Effect.KeepPapers(after.Ref),
            .. ClockOf(after) is { } clock ? GroupReminded.Again(after, clock) : [],
        ];

    /// <summary>The clock that waits for it; null for what is no yearly report.</summary>
    private string? ClockOf(GroupFile group) =>
        group.Report(Number) is { Kind: GroupReportKind.Yearly, Year: var year } ? YearClocks.Id(Timescales.YearlyReport, year) : null;
}
