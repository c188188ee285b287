using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Something that waits for the holders of a role.</summary>
/// <param name="Kind">What.</param>
/// <param name="For">Whose.</param>
/// <param name="Due">By when, where a clock runs.</param>
public sealed record CaseTask(TaskKind Kind, Role For, Deadline? Due)
{
    /// <summary>What waits in a case now, as it follows from its stage.</summary>
    public static ImmutableList<CaseTask> Of(CaseFile file) => file.Stage switch
    {
        Stage.AwaitingThreshold => [new(TaskKind.DecideThreshold, Role.MashOfficer, file.Clock(Timescales.ThresholdDecision.Id)?.Deadline)],
        Stage.AwaitingRecommendation =>
        [
            new(TaskKind.ReadReferral, Role.Chair, file.Clock(Timescales.InformLeads.Id)?.Deadline),
            new(TaskKind.ReadReferral, Role.Operations, file.Clock(Timescales.InformLeads.Id)?.Deadline),
        ],
        Stage.BelowThreshold when file.ReferrerTold is null => [new(TaskKind.TellReferrer, Role.Operations, file.Clock(Timescales.ReferrerTold.Id)?.Deadline)],
        Stage.NotStarted or Stage.BelowThreshold or Stage.Withdrawn or Stage.Joined => [],
    };
}

/// <summary>The kinds of waiting work.</summary>
public enum TaskKind
{
    /// <summary>Decide whether the threshold is reached (A3).</summary>
    DecideThreshold,

    /// <summary>Read a referral that appears to meet the criteria (A7).</summary>
    ReadReferral,

    /// <summary>Tell the referrer of the decision: the card did not reach them (A4).</summary>
    TellReferrer,
}
