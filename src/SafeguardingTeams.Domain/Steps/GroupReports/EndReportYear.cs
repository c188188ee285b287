using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// This system notes that a year from April to March has ended (E24): from its last day the group's part of its yearly report is due, and
/// its publication. Years that ended before the group's record began ask for nothing.
/// </summary>
/// <param name="Year">By the calendar year in which it begins: the one after the last that was noted.</param>
public sealed record EndReportYear(int Year) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.EndReportYear;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.LastYearEnded is { } last && Year != last + 1 || Year >= ReportPeriod.YearOf(context.Today)
            ? Decision.Refuse(new("nothing-changed", "This year is noted already, or is not the next."))
            : Decision.Accept(
                files.This.Ref,
                new ReportYearEnded(
                    Year,
                    // Where the timers stood still, somebody may have been quicker.
                    files.This.YearlyReport(Year)
                        is null
                        ? YearClocks.Pin(Timescales.YearlyReport, Year, context)
                        : null,
                    YearClocks.Pin(Timescales.YearlyPublication, Year, context)
                )
            );
}

/// <summary>A year has ended, for which the group reports.</summary>
/// <param name="Report">By when its part of the yearly report is issued; null where it is already.</param>
/// <param name="Publication">By when that is published.</param>
public sealed record ReportYearEnded(int Year, Deadline? Report, Deadline Publication) : GroupEvent, IStartsGroupClocks
{
    /// <inheritdoc/>
    public override string StoredName => "ReportYearEnded.v1";

    /// <inheritdoc/>
    IEnumerable<Deadline> IStartsGroupClocks.Starts => Report is null ? [Publication] : [Report, Publication];

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            LastYearEnded = Year,
            Clocks = group.Clocks.Started(((IStartsGroupClocks)this).Starts),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>
/// The clocks of a year's report (E24): one of each for every year, so that one that is late still runs when the next year ends.
/// </summary>
public static class YearClocks
{
    /// <summary>The clock of a year.</summary>
    /// <param name="rule">Of the group's part of the report, or of its publication.</param>
    public static string Id(Timescale rule, int year) => Timescales.Of(rule, year.ToString(CultureInfo.InvariantCulture));

    /// <summary>The year a clock is of; null for any other clock.</summary>
    public static int? YearOf(string clockId) =>
        Timescales.Rule(clockId) is { } rule
        && (rule == Timescales.YearlyReport || rule == Timescales.YearlyPublication)
        && int.TryParse(Timescales.About(clockId), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>Counted from the last day of the year.</summary>
    internal static Deadline Pin(Timescale rule, int year, DecisionContext context) =>
        context.PinMonths(rule, year.ToString(CultureInfo.InvariantCulture), ReportPeriod.OfYear(year).To);

    /// <summary>What reminders of it have said is drawn anew.</summary>
    internal static IEnumerable<Effect> Again(GroupFile after, Timescale rule, int year) => GroupReminded.Again(after, Id(rule, year));
}
