using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of practice learning.</content>
public static partial class Timescales
{
    /// <summary>The safeguarding lead's answer to a referral for practice learning (D9).</summary>
    public static Timescale SafeguardingLeadsAnswer { get; } =
        new(
            "safeguarding-leads-answer",
            "Safeguarding lead's answer",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.SafeguardingLeadAsked,
            "D9",
            [
                [new(Role.DesignatedSafeguardingLead)],
                Operations,
            ]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The Chair chooses the way of a referral for practice learning (D7).</summary>
    public static Timescale LearningTriage { get; } =
        new(
            "learning-triage",
            "Chair's choice for a practice-learning referral",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.LearningReceived,
            "D7",
            [Chair, Operations]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The referrer is told what the group decided (D5, D8).</summary>
    public static Timescale LearningReferrerTold { get; } =
        new(
            "learning-referrer-told",
            "Referrer told what the group decided",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.GroupDecided,
            "D5, D8",
            [Operations]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of practice learning.</summary>
    public static ImmutableArray<Timescale> OfLearning { get; } = [SafeguardingLeadsAnswer, LearningTriage, LearningReferrerTold];
}
