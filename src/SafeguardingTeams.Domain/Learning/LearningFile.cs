using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>A referral for practice learning, and what the group makes of it (section D).</summary>
/// <param name="Reference">Which.</param>
public sealed record LearningFile(RecordRef Reference) : RecordFile
{
    /// <inheritdoc/>
    public override RecordRef Ref => Reference;

    /// <summary>Where it stands.</summary>
    public LearningStage Stage { get; init; } = LearningStage.NotStarted;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>What was sent, with what was changed since; null before it is.</summary>
    public SentReferral? Referral { get; init; }

    /// <summary>The limits in force when it was sent (PD9); null before.</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>The case whose answers it was begun from, below the threshold (A4); null where it was begun anew.</summary>
    public RecordRef? From { get; init; }

    /// <summary>The safeguarding lead whose agreement is asked for.</summary>
    public SafeguardingLead? Lead { get; init; }

    /// <summary>Since which day it waits for a meeting of the group: what was put off before that day is over (E18).</summary>
    public DateOnly WaitsSince { get; init; }

    /// <summary>What the Chair chose last (D7).</summary>
    public ChosenWay? Way { get; init; }

    /// <summary>The themes of the partnership's list it carries, as the Chair or the group chose them last.</summary>
    public ImmutableList<ChosenTheme> Themes { get; init; } = [];

    /// <summary>What the referrer was asked, oldest first (D7).</summary>
    public ImmutableList<AskedQuestion> Questions { get; init; } = [];

    /// <summary>What the group decided (D4).</summary>
    public GroupsDecision? Decision { get; init; }

    /// <summary>When and how the referrer was told of what the group decided, or of the end; null while they are not.</summary>
    public ToldReferrer? Told { get; init; }

    /// <summary>The version at which it was settled last what the referrer is to be told; 0 where nothing is.</summary>
    public int ToldOf { get; init; }

    /// <summary>That good practice was fed back, or why not (E22); null while neither is recorded.</summary>
    public FedBack? FedBack { get; init; }

    /// <summary>
    /// Whether a practitioner's manager is still to hear of good practice (E22): the referrer agrees, and the Chair has chosen and not sent
    /// it to the MASH. What follows another goes by where that one stands (D11).
    /// </summary>
    public bool OwesFeedback => FedBack is null && Says.MayBeTold && MayFeedBack;

    /// <summary>Whether good practice may be fed back where it stands (E22).</summary>
    public bool MayFeedBack => Standing is LearningStage.AwaitingMeeting or LearningStage.Decided or LearningStage.NotForTheGroup;

    /// <summary>What went to the TriBorough group and came back (E23); null while nothing is recorded.</summary>
    public TriBorough? TriBorough { get; init; }

    /// <summary>What was begun from it without anybody in it, oldest first: briefing, copy for training, paper (D4, E20, E23).</summary>
    public ImmutableList<BriefingPurpose> Copies { get; init; } = [];

    /// <summary>Whether the group has decided on an anonymised copy for training, and none is begun (D4).</summary>
    public bool OwesTrainingCopy =>
        Stage == LearningStage.Decided
        && Decision!.Outcomes.Contains(LearningOutcome.AnonymisedForTraining)
        && !Copies.Contains(BriefingPurpose.Training);

    /// <summary>Whether the group has decided that it is taken to the TriBorough group (D4).</summary>
    public bool GoesToTriBorough => Stage == LearningStage.Decided && Decision!.Outcomes.Contains(LearningOutcome.ToTheTriBoroughGroup);

    /// <summary>What has changed because of it, oldest first (D8).</summary>
    public ImmutableList<WhatChanged> Changes { get; init; } = [];

    /// <summary>The serious-incident referral that was made of it, where it went to the MASH.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The referral it was joined to, while it is (D11).</summary>
    public RecordRef? JoinedTo { get; init; }

    /// <summary>Where it stood before it was joined.</summary>
    public LearningStage StageBeforeJoining { get; init; }

    /// <summary>How far the one it was joined to has come, while it is.</summary>
    public Course? Course { get; init; }

    /// <summary>The referrals that were joined to this one, and follow it.</summary>
    public ImmutableList<JoinedLearning> Joined { get; init; } = [];

    /// <summary>Where it stands; of one that follows another, where that one stands.</summary>
    public LearningStage Standing => Course?.Stage ?? Stage;

    /// <summary>What it says now, by name.</summary>
    public LearningAnswers Says => new(Referral?.Answers ?? Forms.Answers.None);

    /// <summary>The question the referrer has not answered; null where none is open.</summary>
    public AskedQuestion? OpenQuestion => Questions.Find(question => question.Answer is null);

    /// <summary>How it came, where operations sent it for its referrer; empty where the referrer did.</summary>
    public string How { get; init; } = "";

    /// <summary>Whether its referrer has no account here: what others read on a card, operations tell them (D8).</summary>
    public bool TellsByPerson => Referral is { Referrer.PersonId.Length: 0 };

    /// <summary>Whether the referrer is still to be told of what was decided; without an account here, of anything they are told.</summary>
    public bool OwesReferrer =>
        Told is null
        && (Clock(Timescales.LearningReferrerTold.Id) is { Runs: true } || TellsByPerson && ToldOf > 0 && Stage != LearningStage.Withdrawn);

    /// <summary>Whether nothing more is done with it.</summary>
    public bool IsEnded =>
        Standing
            is LearningStage.NotAgreed
                or LearningStage.NotForTheGroup
                or LearningStage.WithTheMash
                or LearningStage.Withdrawn
                or LearningStage.Decided;

    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) =>
        [
            .. actor.Roles.Where(role => role is not (Role.Practitioner or Role.DesignatedSafeguardingLead)),
            .. !actor.ReadsPapersOnly && (Referral is null || Referral.Referrer.PersonId == actor.PersonId)
                ? [Role.Practitioner]
                : Array.Empty<Role>(),
            .. Lead is { PersonId.Length: > 0 } lead && lead.PersonId == actor.PersonId
                ? [Role.DesignatedSafeguardingLead]
                : Array.Empty<Role>(),
        ];

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => LearningRules.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is LearningEvent happened
            ? Waiting(happened.ApplyTo(this, recorded), recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to a practice-learning referral.");

    private LearningFile Waiting(LearningFile after, RecordedEvent recorded) =>
        after.Stage == LearningStage.AwaitingMeeting && Stage != LearningStage.AwaitingMeeting
            ? after with
            {
                WaitsSince = London.DateOf(recorded.At),
            }
            : after;

    /// <summary>With clocks started.</summary>
    internal LearningFile Start(params IEnumerable<Deadline> deadlines) => this with { Clocks = Clocks.Started(deadlines) };

    /// <summary>With a clock stopped, where it runs.</summary>
    internal LearningFile Stop(Timescale timescale, DateTimeOffset at) => this with { Clocks = Clocks.Stopped(timescale.Id, at) };

    /// <summary>Whether a clock waits for something the record goes on without while it follows another (D11).</summary>
    public bool Rests(string timescaleId) => Stage == LearningStage.Joined && timescaleId != Timescales.LearningReferrerTold.Id;

    /// <summary>With how far the one it follows has come; null where it follows none any more. Its referrer is told anew.</summary>
    internal LearningFile Follow(Course? course, RecordedEvent recorded)
    {
        var follows = Stop(Timescales.LearningReferrerTold, recorded.At).TellsOf(recorded) with { Course = course };
        return course?.Tell is { } tell ? follows.Start(tell) : follows;
    }

    /// <summary>With something new to tell the referrer, who has not been told of it.</summary>
    internal LearningFile TellsOf(RecordedEvent recorded) => this with { Told = null, ToldOf = recorded.Sequence };

    /// <summary>Whether something of a kind has happened since a version: whoever saw that version has not seen it.</summary>
    internal bool HasSince<TEvent>(int seen)
        where TEvent : LearningEvent => History.Any(recorded => recorded.Sequence > seen && recorded.Event is TEvent);

    /// <summary>With every clock stopped.</summary>
    internal LearningFile StopAll(DateTimeOffset at) => this with { Clocks = Clocks.AllStopped(at) };
}

/// <summary>The safeguarding lead of a referral (D9).</summary>
/// <param name="PersonId">Their id in the partnership's file; empty where they are not in it, and operations ask them.</param>
/// <param name="Display">How they are called: as the referrer gave it, or as the directory does.</param>
/// <param name="Agrees">What they answered; null while they have not.</param>
/// <param name="Reason">Why not, where they do not agree; empty else.</param>
/// <param name="Verified">How the answer was verified, where operations recorded it; empty where it was given on a card.</param>
public sealed record SafeguardingLead(string PersonId, string Display, bool? Agrees = null, string Reason = "", string Verified = "");

/// <summary>What the Chair chose (D7).</summary>
/// <param name="Way">Where it goes.</param>
/// <param name="Reason">Why; may be empty where it goes to the next meeting.</param>
/// <param name="Urgent">Whether it is not to wait for the quarter.</param>
/// <param name="Themes">Free words, as they were typed before the partnership kept a list; none since.</param>
public sealed record ChosenWay(LearningWay Way, string Reason, bool Urgent, ImmutableList<string> Themes);

/// <summary>Where a referral for practice learning goes (D7).</summary>
public enum LearningWay
{
    /// <summary>To the group's next scheduled meeting (D3).</summary>
    NextMeeting,

    /// <summary>To a special meeting: a near miss that could recur is not left to the quarter.</summary>
    SpecialMeeting,

    /// <summary>It looks serious: to the MASH, with its answers.</summary>
    ToTheMash,

    /// <summary>Not for the group, with a reason that the referrer reads.</summary>
    NotForTheGroup,
}

/// <summary>A question to the referrer (D7).</summary>
/// <param name="Number">From 1.</param>
/// <param name="AskedBy">Who asked, as others saw them.</param>
/// <param name="Answer">What the referrer answered; null while they have not.</param>
public sealed record AskedQuestion(int Number, string Text, string AskedBy, DateTimeOffset AskedAt, string? Answer);

/// <summary>What the group decided (D4).</summary>
/// <param name="Considered">What was considered, in a line.</param>
/// <param name="Outcomes">What follows; several may apply.</param>
/// <param name="Reason">Why.</param>
/// <param name="ToTheReferrer">What the referrer is told.</param>
/// <param name="Equality">What of equality bore on it, or that nothing was seen and why (E10).</param>
/// <param name="Participation">How children and families take part, or why not; may be empty.</param>
/// <param name="DecidedOn">The day of the meeting.</param>
public sealed record GroupsDecision(
    string Considered,
    ImmutableList<LearningOutcome> Outcomes,
    string Reason,
    string ToTheReferrer,
    string Equality,
    string Participation,
    DateOnly DecidedOn
);

/// <summary>What may follow from a referral for practice learning (D4). The list is open: "other" is said in the reason.</summary>
public enum LearningOutcome
{
    /// <summary>A review of the case.</summary>
    ReviewOfTheCase,

    /// <summary>Joined to a theme.</summary>
    JoinedToATheme,

    /// <summary>A thematic review.</summary>
    ThematicReview,

    /// <summary>A single-agency audit.</summary>
    SingleAgencyAudit,

    /// <summary>A multi-agency audit.</summary>
    MultiAgencyAudit,

    /// <summary>Anonymised for training.</summary>
    AnonymisedForTraining,

    /// <summary>Taken to the TriBorough group.</summary>
    ToTheTriBoroughGroup,

    /// <summary>Good practice, shared.</summary>
    GoodPracticeShared,

    /// <summary>No further action.</summary>
    NoFurtherAction,

    /// <summary>Something else, as the reason says.</summary>
    Other,
}

/// <summary>That the referrer was told.</summary>
/// <param name="How">By a card in Teams, by telephone and so on.</param>
public sealed record ToldReferrer(DateTimeOffset At, string How);
