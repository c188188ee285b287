using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
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

    /// <summary>The limits and the edition pinned when it started (decision 9).</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>When the Chair first opened the alert (A7).</summary>
    public DateTimeOffset? AlertReadAt { get; init; }

    /// <summary>When the Chair informed the three leads (A8).</summary>
    public DateTimeOffset? LeadsInformedAt { get; init; }

    /// <summary>What the Chair recommends, once recorded (A9).</summary>
    public ChairsRecommendation? Recommendation { get; init; }

    /// <summary>The round of the leads' decisions that is open, or was closed last (A10).</summary>
    public DecisionRound? Round { get; init; }

    /// <summary>What the partners decided together, once the round has closed (A10, A11).</summary>
    public PartnersView? PartnersView { get; init; }

    /// <summary>The mediation asked for, while it is (A11).</summary>
    public MediationRecord? Mediation { get; init; }

    /// <summary>What came of the last mediation, with what was corrected since (A11).</summary>
    public MediationOutcome? Mediated { get; init; }

    /// <summary>Whether mediation was offered to the Scrutineer, who then has a part in the case for good (A11).</summary>
    public bool MediationOffered { get; init; }

    /// <summary>Whether the local authority notifies, once decided (A12, decision 4).</summary>
    public AuthorityDecision? AuthorityDecision { get; init; }

    /// <summary>The notification as sent (A12).</summary>
    public SentNotification? Notification { get; init; }

    /// <summary>The Rapid Review, from its preparation on (B1 to B26).</summary>
    public RapidReview Review { get; init; } = new();

    /// <summary>A special meeting of the group, where one was asked for (A14).</summary>
    public SpecialMeeting? SpecialMeeting { get; init; }

    /// <summary>Whether it goes to a special meeting of the group rather than the next scheduled one: a lead asked, or the Chair recommended it (A14).</summary>
    public bool GoesToSpecialMeeting => SpecialMeeting is not null || Recommendation is { SpecialMeeting: true };

    /// <summary>Who had part in the case themselves and stood aside (A10, B12).</summary>
    public ImmutableList<StoodAside> StoodAside { get; init; } = [];

    /// <summary>The roles whose deputy was asked because the holder had not answered.</summary>
    public ImmutableHashSet<Role> DeputiesAsked { get; init; } = [];

    /// <summary>The roles that were handed to one person for this case (decision 17).</summary>
    public ImmutableSortedDictionary<Role, string> HandedOver { get; init; } = ImmutableSortedDictionary<Role, string>.Empty;

    /// <summary>The roles something late was put before: who is asked to act has a part in the case.</summary>
    public ImmutableHashSet<Role> Escalated { get; init; } = [];

    /// <summary>Whether a child who died was looked after or a care leaver, or this is not known: the authority may have to notify without suspected abuse too (decision 10).</summary>
    public bool MayNeedNotifyingAnyway => Referral is { } referral && referral.Answers.RowsOf("children").Any(child => child["outcome"] == "died" && child["lookedafter"] != "no");

    /// <summary>Whether the authority has notified a death as one without suspected abuse, and the partners say since that the criteria are met, or could not agree (decisions 4, 10).</summary>
    public bool AuthorityMustLookAgain => Stage == Stage.AwaitingAuthority && Notification is { Ground: not NotificationGround.SeriousIncident };

    /// <summary>Whether the referrer is still to be told of a decision (A4, A15).</summary>
    public bool OwesReferrer => Clock(Timescales.ReferrerTold.Id) is { Runs: true };

    /// <summary>The clocks that have started, in the order they started.</summary>
    public ImmutableList<Clock> Clocks { get; init; } = [];

    /// <summary>Everything that happened, oldest first.</summary>
    public ImmutableList<RecordedEvent> History { get; init; } = [];

    /// <summary>The clock, running or stopped, or null where it has not started.</summary>
    public Clock? Clock(string timescaleId) => Clocks.Find(clock => clock.Deadline.TimescaleId == timescaleId);

    /// <summary>With clocks started, or started anew where they ran already.</summary>
    public CaseFile Start(IEnumerable<Deadline> deadlines) => this with
    {
        Clocks = deadlines.Aggregate(Clocks, (clocks, deadline) =>
            clocks.FindIndex(clock => clock.Deadline.TimescaleId == deadline.TimescaleId) is >= 0 and var at
                ? clocks.SetItem(at, new(deadline, null)) : clocks.Add(new(deadline, null))),
    };

    /// <summary>With a running clock counted anew; one that was stopped stays so.</summary>
    public CaseFile Recount(Deadline deadline) => this with
    {
        Clocks = [.. Clocks.Select(clock => clock.Deadline.TimescaleId == deadline.TimescaleId && clock.Runs ? clock.CountedAgain(deadline) : clock)],
    };

    /// <summary>Where a case that operations have received stands, as it follows from what was decided (A9 to A14, decision 4).</summary>
    public CaseFile Settled() => this with
    {
        Stage = Stage is Stage.BelowThreshold ? Stage
            : Review.WithdrawnBecause is not null ? Stage.AwaitingGroupMeeting
            : Notification is { Ground: NotificationGround.SeriousIncident } ? Reviewing
            : AuthorityDecision is { Notifies: true, Ground: NotificationGround.SeriousIncident } ? Stage.PreparingRapidReview
            : AuthorityDecision is { Notifies: false } || PartnersView is Steps.PartnerDecision.PartnersView.NotMet ? Stage.AwaitingGroupMeeting
            : PartnersView is not null ? Stage.AwaitingAuthority
            : Recommendation is not null ? Stage.AwaitingPartners : Stage.AwaitingRecommendation,
    };

    private Stage Reviewing => Review switch
    {
        { Answer.Concurs: true } or { Answer.Concurs: false, PartnersResponse.Length: > 0 } => Stage.PanelAnswered,
        { Report: not null } => Stage.AwaitingPanel,
        { Agreed: not null, Approval.Approved: true } => Stage.AwaitingSubmission,
        { Agreed: not null } => Stage.AwaitingApproval,
        { SentAt: not null } => Stage.UnderReview,
        _ => Stage.Notified,
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

/// <summary>How the referrer heard.</summary>
/// <param name="At">When.</param>
/// <param name="How">In plain words: "by a card in Teams", "by telephone".</param>
public sealed record ReferrerInformed(DateTimeOffset At, string How);
