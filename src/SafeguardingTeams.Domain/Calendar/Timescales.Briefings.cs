using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of briefings.</content>
public static partial class Timescales
{
    /// <summary>Every agency that a briefing was sent to says how it used it, or why not (E20).</summary>
    public static Timescale BriefingAnswers { get; } =
        new(
            "briefing-answers",
            "Answers to a briefing",
            30,
            TimescaleUnit.WorkingDays,
            ClockAnchor.BriefingSent,
            "E20",
            [Member, Operations]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of briefings.</summary>
    public static ImmutableArray<Timescale> OfBriefings { get; } = [BriefingAnswers];
}
