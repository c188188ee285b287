using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group;

/// <summary>
/// Something on the group's forward plan (E19). Its meetings and the review of its terms of reference stand there by themselves.
/// </summary>
/// <param name="What">What it is, without a name.</param>
/// <param name="On">The day it is due.</param>
public sealed record PlanEntry(string Id, string What, PlanKind Kind, DateOnly On)
{
    /// <summary>So many things may be to come at a time.</summary>
    public const int Most = 60;

    /// <summary>The longest description, in characters.</summary>
    public const int LongestWhat = 200;

    /// <summary>That it is done, or comes no more; null while it is to come.</summary>
    public OffPlan? Off { get; init; }

    /// <summary>Whether it is to come.</summary>
    public bool IsToCome => Off is null;

    /// <summary>What is wrong with an entry; empty where nothing is.</summary>
    internal static ImmutableList<Refusal> Wrong(string what, DateOnly on, DateOnly today)
    {
        Refusal?[] wrong =
        [
            what.Trim().Length == 0 ? new("answer-needed", "Say what is to come, without a name.", "what")
            : what.Trim().Length > LongestWhat ? new("too-long", $"Shorten it to {LongestWhat} characters or fewer.", "what")
            : null,
            on < today ? new("past", "This day is past. Enter today's date or a later one.", "date")
            : on > today.AddYears(2) ? new("too-far", "Enter a day within two years.", "date")
            : null,
        ];
        return [.. wrong.OfType<Refusal>()];
    }
}

/// <summary>Why something is off the plan.</summary>
/// <param name="Done">Whether it is done; else it comes no more.</param>
public sealed record OffPlan(bool Done, string Reason);

/// <summary>What kind of thing stands on the forward plan (E19).</summary>
public enum PlanKind
{
    /// <summary>A report that is due.</summary>
    Report,

    /// <summary>An audit.</summary>
    Audit,

    /// <summary>The group's part of the partnership's yearly report.</summary>
    AnnualContribution,

    /// <summary>A learning event.</summary>
    LearningEvent,

    /// <summary>Anything else.</summary>
    Other,
}
