using System.Collections.Immutable;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The state of a case now; only ever made by replaying its events (<see cref="Replay"/>).</summary>
public sealed record CaseFile(CaseId Id)
{
    /// <summary>How many events.</summary>
    public int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public Stage Stage { get; init; } = Stage.NotStarted;

    /// <summary>The referral, once submitted.</summary>
    public SentReferral? Referral { get; init; }

    /// <summary>The reference this referral was joined to, while it is (decision 15).</summary>
    public CaseId? JoinedTo { get; init; }

    /// <summary>Where it stood before it was joined.</summary>
    public Stage StageBeforeJoining { get; init; }

    /// <summary>The referrals joined to this one.</summary>
    public ImmutableList<JoinedReferral> JoinedReferrals { get; init; } = [];

    /// <summary>When the local authority became aware (decision 3).</summary>
    public AuthorityAwareness? Awareness { get; init; }

    /// <summary>Whether a Joint Agency Response was held or is due (A16); null until the MASH has said.</summary>
    public JointAgencyResponseRecord? JointAgencyResponse { get; init; }

    /// <summary>The MASH's decision, once made.</summary>
    public ThresholdDecision? Threshold { get; init; }

    /// <summary>When operations received it: the threshold decided as met (A3, clock table).</summary>
    public DateTimeOffset? ReceivedByOperationsAt { get; init; }

    /// <summary>When and how the referrer was told of the decision (A4, A15).</summary>
    public ReferrerInformed? ReferrerTold { get; init; }

    /// <summary>The clocks that have started, in the order they started.</summary>
    public ImmutableList<Clock> Clocks { get; init; } = [];

    /// <summary>Everything that happened, oldest first.</summary>
    public ImmutableList<RecordedEvent> History { get; init; } = [];

    /// <summary>The clock, running or stopped, or null where it has not started.</summary>
    public Clock? Clock(string timescaleId) => Clocks.Find(clock => clock.Deadline.TimescaleId == timescaleId);

    /// <summary>With clocks started, or started anew where they ran already.</summary>
    public CaseFile Start(IEnumerable<Calendar.Deadline> deadlines) => this with
    {
        Clocks = deadlines.Aggregate(Clocks, (clocks, deadline) =>
            clocks.FindIndex(clock => clock.Deadline.TimescaleId == deadline.TimescaleId) is >= 0 and var at
                ? clocks.SetItem(at, clocks[at] with { Deadline = deadline }) : clocks.Add(new(deadline, null))),
    };

    /// <summary>With a clock stopped, where it runs.</summary>
    public CaseFile Stop(string timescaleId, DateTimeOffset at) => this with
    {
        Clocks = [.. Clocks.Select(clock =>
            clock.Deadline.TimescaleId == timescaleId && clock.StoppedAt is null ? clock with { StoppedAt = at } : clock)],
    };

    /// <summary>With every running clock stopped: nothing more is waited for.</summary>
    public CaseFile StopAll(DateTimeOffset at) =>
        this with { Clocks = [.. Clocks.Select(clock => clock.StoppedAt is null ? clock with { StoppedAt = at } : clock)] };
}

/// <summary>A deadline of this case and when what it waits for was done.</summary>
public sealed record Clock(Calendar.Deadline Deadline, DateTimeOffset? StoppedAt)
{
    /// <summary>Whether it still runs.</summary>
    public bool Runs => StoppedAt is null;
}

/// <summary>How the referrer heard.</summary>
/// <param name="At">When.</param>
/// <param name="How">In plain words: "by a card in Teams", "by telephone".</param>
public sealed record ReferrerInformed(DateTimeOffset At, string How);
