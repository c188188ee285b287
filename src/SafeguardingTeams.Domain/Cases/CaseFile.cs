using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The state of a case now; only ever made by replaying its events (<see cref="Replay"/>).</summary>
public sealed record CaseFile(CaseId Id) : RecordFile
{
    /// <inheritdoc/>
    public override RecordRef Ref => Id;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) => actor.RolesFor(this);

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => StepRules.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is CaseEvent happened
            ? Waiting(happened.ApplyTo(this, recorded), recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to a case.");

    private CaseFile Waiting(CaseFile after, RecordedEvent recorded) =>
        after.Stage == Stage.AwaitingGroupMeeting && Stage != Stage.AwaitingGroupMeeting
            ? after with
            {
                WaitsSince = London.DateOf(recorded.At),
            }
            : after;

    /// <summary>Since which day it waits for a meeting of the group: what was put off before that day is over (E18).</summary>
    public DateOnly WaitsSince { get; init; }

    /// <summary>Where it stands.</summary>
    public Stage Stage { get; init; } = Stage.NotStarted;

    /// <summary>The referral, once submitted.</summary>
    public SentReferral? Referral { get; init; }

    /// <summary>The reference this referral was joined to, while it is (PD15).</summary>
    public CaseId? JoinedTo { get; init; }

    /// <summary>Where it stood before it was joined.</summary>
    public Stage StageBeforeJoining { get; init; }

    /// <summary>The referrals joined to this one.</summary>
    public ImmutableList<JoinedReferral> JoinedReferrals { get; init; } = [];

    /// <summary>When the local authority became aware (PD3).</summary>
    public AuthorityAwareness? Awareness { get; init; }

    /// <summary>Whether a Joint Agency Response was held or is due (A16); null until the MASH has said.</summary>
    public JointAgencyResponseRecord? JointAgencyResponse { get; init; }

    /// <summary>The MASH's decision, once made.</summary>
    public ThresholdDecision? Threshold { get; init; }

    /// <summary>When operations received it: the threshold decided as met (A3, clock table).</summary>
    public DateTimeOffset? ReceivedByOperationsAt { get; init; }

    /// <summary>When and how the referrer was told of the decision (A4, A15).</summary>
    public ReferrerInformed? ReferrerTold { get; init; }

    /// <summary>The limits and the edition pinned when it started (PD9).</summary>
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

    /// <summary>Whether the leads are being asked: they have not decided together, and nobody mediates meanwhile (A10, A11).</summary>
    public bool RoundIsOpen => this is { Round: not null, PartnersView: null, Mediation: null };

    /// <summary>Whether it is with the Scrutineer, who mediates between the leads (A11).</summary>
    public bool IsBeingMediated => this is { Mediation: not null, PartnersView: null };

    /// <summary>
    /// Whether Chair and leads are waited for: the Chair has it or has recommended, and the authority has neither decided to notify
    /// nor declined. After that they may still record their view, and nobody waits for it (A9, A10, PD4).
    /// </summary>
    public bool PartnersAreAwaited => Stage is Stage.AwaitingRecommendation or Stage.AwaitingPartners;

    /// <summary>Where it stood before it was closed, while it is.</summary>
    public Stage StageBeforeClosing { get; init; }

    /// <summary>The case as it stood before it was closed; itself where it is not.</summary>
    public CaseFile BeforeClosing => Stage == Stage.Closed ? this with { Stage = StageBeforeClosing } : this;

    /// <summary>That the Learning from Practice Group has considered it, and what was decided (A14).</summary>
    public Considered? Considered { get; init; }

    /// <summary>What the group recommended to the partners when it considered the case last; empty where it did not (E12).</summary>
    public ImmutableList<GroupsMethod> GroupRecommends { get; init; } = [];

    /// <summary>Whether there is a Rapid Review to prepare, to hold or to look back at (A13, B1 to B25).</summary>
    public bool HasRapidReview => Stage is Stage.PreparingRapidReview or Stage.Notified || LettersAreOut;

    /// <summary>Whether letters and forms went to the agencies and the review was not withdrawn (B2, PD10).</summary>
    public bool LettersAreOut =>
        BeforeClosing.Stage
            is Stage.UnderReview
                or Stage.AwaitingApproval
                or Stage.AwaitingSubmission
                or Stage.AwaitingPanel
                or Stage.PanelAnswered;

    /// <summary>Whether its recommendation is still to be agreed: it is prepared, or the meeting is ahead (B2, B11).</summary>
    public bool MeetingIsAhead => Stage is Stage.PreparingRapidReview or Stage.Notified or Stage.UnderReview;

    /// <summary>Whether returns are waited for: one may come, and name another agency, until the leads have approved (B5, B8).</summary>
    public bool ReturnsMayCome => Stage is Stage.UnderReview or Stage.AwaitingApproval;

    /// <summary>Whether the leads approve the report, or a correction of it (B20, PD16).</summary>
    public bool IsWithTheLeadsForApproval => Stage == Stage.AwaitingApproval || LettersAreOut && Review.Correction is not null;

    /// <summary>The mediation asked for, while it is (A11).</summary>
    public MediationRecord? Mediation { get; init; }

    /// <summary>What came of the last mediation, with what was corrected since (A11).</summary>
    public MediationOutcome? Mediated { get; init; }

    /// <summary>Whether mediation was offered to the Scrutineer, who then has a part in the case for good (A11).</summary>
    public bool MediationOffered { get; init; }

    /// <summary>Whether the local authority notifies, once decided (A12, PD4).</summary>
    public AuthorityDecision? AuthorityDecision { get; init; }

    /// <summary>The notification as sent (A12).</summary>
    public SentNotification? Notification { get; init; }

    /// <summary>The Rapid Review, from its preparation on (B1 to B26).</summary>
    public RapidReview Review { get; init; } = new();

    /// <summary>A special meeting of the group, where one was asked for (A14).</summary>
    public SpecialMeeting? SpecialMeeting { get; init; }

    /// <summary>
    /// Whether it goes to a special meeting of the group rather than the next scheduled one: a lead asked, or the Chair recommended
    /// it (A14).
    /// </summary>
    public bool GoesToSpecialMeeting => SpecialMeeting is not null || Recommendation is { SpecialMeeting: true };

    /// <summary>What the three leads were asked about it beside their decisions, in order: each numbered for good.</summary>
    public ImmutableList<LeadsQuestion> Questions { get; init; } = [];

    /// <summary>A question to the leads, by its number; null where there is none.</summary>
    public LeadsQuestion? Question(int number) => Questions.Find(asked => asked.Number == number);

    /// <summary>With its open questions taken back: a case that ends takes them with it.</summary>
    internal CaseFile WithQuestionsTakenBack() => this with { Questions = Questions.ConvertAll(asked => asked.TakenBack()) };

    /// <summary>The themes of the partnership's list to which free-text themes of its report were mapped (B16).</summary>
    public ImmutableList<MappedTheme> Themes { get; init; } = [];

    /// <summary>Who had part in the case themselves and stood aside (A10, B12).</summary>
    public ImmutableList<StoodAside> StoodAside { get; init; } = [];

    /// <summary>
    /// The roles in which nobody was left when somebody stood aside or went away, and that were not handed over since (PD17), each
    /// with who is away; empty where they stood aside, which does not pass by itself.
    /// </summary>
    public ImmutableSortedDictionary<Role, string> NobodyLeft { get; init; } = ImmutableSortedDictionary<Role, string>.Empty;

    /// <summary>The roles whose deputy was asked because the holder had not answered.</summary>
    public ImmutableHashSet<Role> DeputiesAsked { get; init; } = [];

    /// <summary>The roles that were handed to one person for this case (PD17).</summary>
    public ImmutableSortedDictionary<Role, string> HandedOver { get; init; } = ImmutableSortedDictionary<Role, string>.Empty;

    /// <summary>The roles something late was put before: who is asked to act has a part in the case.</summary>
    public ImmutableHashSet<Role> Escalated { get; init; } = [];

    /// <summary>
    /// Whether a child who died was looked after or a care leaver, or this is not known: the authority may have to notify without
    /// suspected abuse too (PD10).
    /// </summary>
    public bool MayNeedNotifyingAnyway => Children.Exists(child => child.MayHaveDiedInCare);

    /// <summary>The children the referral is about; none before there is one.</summary>
    internal ImmutableList<ReferredChild> Children => Referral is { } referral ? new ReferralAnswers(referral.Answers).Children : [];

    /// <summary>
    /// Whether the authority has notified a death as one without suspected abuse, and the partners say since that the criteria are
    /// met, or could not agree (PD4, PD10).
    /// </summary>
    public bool AuthorityMustLookAgain =>
        Stage == Stage.AwaitingAuthority && Notification is { Ground: not NotificationGround.SeriousIncident };

    /// <summary>Whether the referrer is still to be told of a decision (A4, A15).</summary>
    public bool OwesReferrer => Clock(Timescales.ReferrerTold.Id) is { Runs: true };

    /// <summary>With clocks started, or started anew where they ran already.</summary>
    public CaseFile Start(IEnumerable<Deadline> deadlines) => this with { Clocks = Clocks.Started(deadlines) };

    /// <summary>With a running clock counted anew; one that was stopped stays so.</summary>
    public CaseFile Recalculate(Deadline deadline) =>
        this with
        {
            Clocks =
            [
                .. Clocks.Select(clock =>
                    clock.Deadline.TimescaleId == deadline.TimescaleId && clock.Runs ? clock.CountedAgain(deadline) : clock
                ),
            ],
        };

    /// <summary>
    /// Where a case that operations have received stands, as it follows from what was decided (A9 to A14, PD4). What leaves the way to
    /// the group is considered by it anew when it comes back.
    /// </summary>
    public CaseFile Settled()
    {
        var stage =
            Stage is Stage.BelowThreshold ? Stage
            : Review.WithdrawnBecause is not null ? Stage.AwaitingGroupMeeting
            : Notification is { Ground: NotificationGround.SeriousIncident } ? Reviewing
            : AuthorityDecision is { Notifies: true, Ground: NotificationGround.SeriousIncident } ? Stage.PreparingRapidReview
            : AuthorityDecision is { Notifies: false } || PartnersView is Deciding.PartnersView.NotMet ? Stage.AwaitingGroupMeeting
            : PartnersView is not null ? Stage.AwaitingAuthority
            : Recommendation is not null ? Stage.AwaitingPartners
            : Stage.AwaitingRecommendation;
        return stage == Stage.AwaitingGroupMeeting
            ? this with
            {
                Stage = stage,
            }
            : this with
            {
                Stage = stage,
                Considered = null,
                GroupRecommends = [],
            };
    }

    private Stage Reviewing =>
        Review switch
        {
            { Answer.Concurs: true } or { Answer.Concurs: false, PartnersResponse.Length: > 0 } => Stage.PanelAnswered,
            { Report: not null } => Stage.AwaitingPanel,
            { Agreed: not null, Approval.Approved: true } => Stage.AwaitingSubmission,
            { Agreed: not null } => Stage.AwaitingApproval,
            { SentAt: not null } => Stage.UnderReview,
            _ => Stage.Notified,
        };

    /// <summary>With a clock stopped, where it runs.</summary>
    public CaseFile Stop(string timescaleId, DateTimeOffset at, ClockRest? rests = null) =>
        this with
        {
            Clocks = Clocks.Stopped(timescaleId, at, rests),
        };

    /// <summary>With every running clock stopped: nothing more is waited for.</summary>
    public CaseFile StopAll(DateTimeOffset at, ClockRest? rests = null) => this with { Clocks = Clocks.AllStopped(at, rests) };
}

/// <summary>A free-text theme of a report, and the theme of the list a person mapped it to.</summary>
/// <param name="Words">As it was typed in the report.</param>
public sealed record MappedTheme(string Words, ChosenTheme Theme);

/// <summary>How the referrer heard.</summary>
/// <param name="How">In plain words: "by a card in Teams", "by telephone".</param>
public sealed record ReferrerInformed(DateTimeOffset At, string How);
