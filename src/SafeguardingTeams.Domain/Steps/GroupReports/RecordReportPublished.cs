using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// Operations record when and where the partnership's yearly report with the group's part was published (E24); again, with the reason, to
/// put that right.
/// </summary>
/// <param name="Year">By the calendar year in which it begins.</param>
/// <param name="Where">A link, or where else it can be read.</param>
/// <param name="Reason">Why it is recorded again; may be empty the first time.</param>
public sealed record RecordReportPublished(int Year, DateOnly On, string Where, string Reason) : GroupCommand
{
    /// <summary>The longest place, in characters.</summary>
    public const int LongestWhere = 500;

    /// <inheritdoc/>
    public override Step Step => Step.RecordReportPublished;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var (group, where) = (files.This, Where.Trim());
        if (group.YearlyReport(Year) is not { } report)
        {
            return Decision.Refuse(new("overtaken", "The group's part of this year's report is not issued yet."));
        }

        var there = group.PublicationOf(Year);
        Refusal?[] wrong =
        [
            On > context.Today ? new("future", "This day is still to come.", "date")
            : On <= report.Period.To ? new("order", "It is published after the year has ended.", "date")
            : null,
            where.Length == 0 ? new("answer-needed", "Say where it can be read: a link, or words.", "where")
            : where.Length > LongestWhere ? new("too-long", $"Shorten it to {LongestWhere} characters or fewer.", "where")
            : null,
            there is not null && string.IsNullOrWhiteSpace(Reason) ? Reasons.Needed("Say why it is put right.") : Reasons.TooLong(Reason),
        ];
        return there == new PublishedReport(Year, On, where) ? Decision.Refuse(new("nothing-changed", "This is recorded already.", "date"))
            : wrong.OfType<Refusal>().ToList() is { Count: > 0 } found ? new Decision.Refused([.. found])
            : Decision.Accept(group.Ref, new ReportPublished(Year, On, where, there is null ? "" : Reason.Trim()));
    }
}

/// <summary>A year's report was published.</summary>
/// <param name="Reason">Why it was recorded again; empty the first time.</param>
public sealed record ReportPublished(int Year, DateOnly On, string Where, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReportPublished.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Published = group.Published.RemoveAll(one => one.Year == Year).Add(new(Year, On, Where)),
            Clocks = group.Clocks.Stopped(YearClocks.Id(Timescales.YearlyPublication, Year), recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => YearClocks.Again(after, Timescales.YearlyPublication, Year);
}
