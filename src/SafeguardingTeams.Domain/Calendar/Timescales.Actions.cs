using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of actions.</content>
public static partial class Timescales
{
    private static ImmutableList<ChaseTo> Owner => [new(Role.ActionOwner)];
    private static ImmutableList<ChaseTo> Member => [new(Role.GroupMember)];

    /// <summary>An action is done by its date (C5); the date is given with each.</summary>
    public static Timescale ActionDue { get; } =
        new(
            "action-due",
            "Action done",
            0,
            TimescaleUnit.CalendarDays,
            ClockAnchor.ActionAgreed,
            "C5",
            [Owner, Member, Chair, [new(Role.AgencyRepresentative)]]
        );

    /// <summary>The first reminder ahead of an action's date (C5).</summary>
    public static Timescale ActionFirstReminder { get; } =
        new("action-first-reminder", "First reminder of an action", 14, TimescaleUnit.CalendarDays, ClockAnchor.ActionIsDue, "C5", [Owner])
        {
            FigureIsOurs = true,
        };

    /// <summary>The second reminder ahead of an action's date (C5).</summary>
    public static Timescale ActionSecondReminder { get; } =
        new("action-second-reminder", "Second reminder of an action", 2, TimescaleUnit.CalendarDays, ClockAnchor.ActionIsDue, "C5", [Owner])
        {
            FigureIsOurs = true,
        };

    /// <summary>An action reported as done is accepted, or returned, by the next meeting; this, where none is planned (C19).</summary>
    public static Timescale ActionAcceptance { get; } =
        new(
            "action-acceptance",
            "Action accepted, where no meeting of the group is planned",
            20,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ActionReportedDone,
            "C19",
            [Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>What an action has changed is looked at (C19).</summary>
    public static Timescale ActionImpact { get; } =
        new(
            "action-impact",
            "What the action has changed",
            6,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.ActionAccepted,
            "C19",
            [Owner, Member, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>What is found of what the owner says an action has changed is recorded (C19).</summary>
    public static Timescale ActionImpactCheck { get; } =
        new(
            "action-impact-check",
            "What is found of that recorded",
            10,
            TimescaleUnit.WorkingDays,
            ClockAnchor.ActionImpactSaid,
            "C19",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of actions whose number a partnership can set.</summary>
    public static ImmutableArray<Timescale> OfActions { get; } =
    [ActionFirstReminder, ActionSecondReminder, ActionAcceptance, ActionImpact, ActionImpactCheck];
}
