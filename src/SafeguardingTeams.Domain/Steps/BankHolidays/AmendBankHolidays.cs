using System.Globalization;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BankHolidays;

/// <summary>
/// Operations add a bank holiday that was announced late, or take one off the list. Deadlines that run are recalculated, and who waits
/// on them is told (PD1, ADR 7).
/// </summary>
public sealed record AmendBankHolidays(DateOnly Day, bool IsHoliday, string Reason) : GroupCommand
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 1000;

    /// <inheritdoc/>
    public override Step Step => Step.AmendBankHolidays;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Day < context.Today ? Decision.Refuse(new("past", "This day is past. Deadlines that are over are not counted again.", "date"))
        : Day > context.Calendar.LastDay ? Decision.Refuse(new("outside", $"The list ends on {Spoken(context.Calendar.LastDay)}.", "date"))
        : files.This.BankHolidays.GetValueOrDefault(Day)?.IsHoliday == IsHoliday
            ? Decision.Refuse(new("nothing-changed", "The list says so already.", "date"))
        : IsHoliday && !context.Calendar.IsWorkingDay(Day)
            ? Decision.Refuse(new("nothing-changed", "Nobody works on this day already.", "date"))
        : !IsHoliday && (context.Calendar.IsWorkingDay(Day) || Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            ? Decision.Refuse(new("nothing-changed", "This day is no bank holiday.", "date"))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(new("reason-needed", "Say where it was announced.", "reason"))
        : Reason.Length > LongestReason ? Decision.Refuse(new("too-long", "Shorten it to 1,000 characters or fewer.", "reason"))
        : Decision.Accept(files.This.Ref, new BankHolidaysAmended(Day, IsHoliday, Reason.Trim()));

    private static string Spoken(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>The list of bank holidays was amended.</summary>
public sealed record BankHolidaysAmended(DateOnly Day, bool IsHoliday, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BankHolidaysAmended.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            BankHolidays = group.BankHolidays.SetItem(Day, new(Day, IsHoliday, Reason, recorded.By.PersonId)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
