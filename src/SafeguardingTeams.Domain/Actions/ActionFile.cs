using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>An action, from when it is agreed until it is known what it has changed (C5, C19, C20).</summary>
/// <param name="Reference">Which.</param>
public sealed record ActionFile(RecordRef Reference) : RecordFile
{
    /// <inheritdoc/>
    public override RecordRef Ref => Reference;

    /// <summary>Where it stands.</summary>
    public ActionStage Stage { get; init; } = ActionStage.NotStarted;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>As it was agreed; null before.</summary>
    public ActionPlan? Plan { get; init; }

    /// <summary>Who owns it now.</summary>
    public ActionOwner? Owner { get; init; }

    /// <summary>What it comes from: its reference and no fact of it.</summary>
    public ActionSource? Source { get; init; }

    /// <summary>Which answer of a report it was filled in from (<see cref="ReportedAction"/>); empty where from none.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The numbers in force when it was agreed (PD9); null before.</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>When it was agreed.</summary>
    public DateTimeOffset AgreedAt { get; init; }

    /// <summary>The date first agreed: it stays visible (C20).</summary>
    public DateOnly FirstDue { get; init; }

    /// <summary>The date it is due now.</summary>
    public DateOnly Due { get; init; }

    /// <summary>How often more time was agreed (C20).</summary>
    public int Extensions { get; init; }

    /// <summary>
    /// How often it was agreed or opened again, given to another owner, or tied to the account its owner came in by: each is a message to
    /// its owner.
    /// </summary>
    public int TimesBegun { get; init; }

    /// <summary>The day of the last of these.</summary>
    public DateOnly BegunOn { get; init; }

    /// <summary>Which of these times it was that its owner, entered by hand, came in; 0 where nobody did.</summary>
    public int CameIn { get; init; }

    /// <summary>Its owners, now or before, who were entered by hand and have come in, in that order.</summary>
    public ImmutableList<ActionOwner> Guests { get; init; } = [];

    /// <summary>How often it has come to another stage.</summary>
    public int Turns { get; init; }

    /// <summary>What was said of how far it is, oldest first.</summary>
    public ImmutableList<ProgressReport> Progress { get; init; } = [];

    /// <summary>The times more time was asked for, oldest first (C20).</summary>
    public ImmutableList<MoreTime> MoreTime { get; init; } = [];

    /// <summary>What was reported as done, oldest first; each was returned but the last (C19).</summary>
    public ImmutableList<DoneReport> Reports { get; init; } = [];

    /// <summary>The numbers of the files that were taken out (<see cref="EvidenceFile"/>).</summary>
    public ImmutableSortedSet<int> FilesTakenOut { get; init; } = [];

    /// <summary>The links to what shows it, those that were taken out too, in the order they were added.</summary>
    public ImmutableList<EvidenceLink> Links { get; init; } = [];

    /// <summary>How and when it was accepted; null while it is not (C19).</summary>
    public AcceptedAs? Accepted { get; init; }

    /// <summary>What its owner says it has changed, oldest first, each with what was made of it (C19).</summary>
    public ImmutableList<ImpactReport> Impact { get; init; } = [];

    /// <summary>Why it was ended or withdrawn; empty else.</summary>
    public string WhyEnded { get; init; } = "";

    /// <summary>Whether the lead of the owner's agency was told that it is late, and so reads it.</summary>
    public bool LeadWasTold { get; init; }

    /// <summary>The week of the last list of actions that went with this one, and whom it went to; null where none did.</summary>
    public (DateOnly Week, string PersonId)? Digest { get; init; }

    /// <summary>Whether the next meeting is to see that the Chair has accepted it (C19). The meeting reads it.</summary>
    public bool IsListedForMeeting => Stage == ActionStage.Accepted && Accepted is { Listed: true };

    /// <summary>More time that was asked for and not answered; null where none is.</summary>
    public MoreTime? OpenMoreTime => MoreTime is [.., { Agreed: null, Lapsed: false } open] ? open : null;

    /// <summary>What was reported as done and is not answered, or was last returned; null where nothing was reported.</summary>
    public DoneReport? LastReport => Reports is [.., var last] ? last : null;

    /// <summary>What the owner says it has changed, that nobody has answered; null where nothing is.</summary>
    public ImpactReport? OpenImpact => Impact is [.., { Found: null, Lapsed: false } open] ? open : null;

    /// <summary>Whether nothing more is done with it.</summary>
    public bool IsEnded => Stage is ActionStage.Changed or ActionStage.Ended or ActionStage.Withdrawn;

    /// <summary>
    /// Which time it is that a step is asked for. A card carries the one it was drawn for: reported, returned and reported again, it
    /// answers neither the earlier report nor the later one unseen (C19, C20).
    /// </summary>
    public int RoundOf(Step step) =>
        step switch
        {
            Step.AnswerMoreTime => MoreTime.Count,
            Step.AskForMoreTime => Turns + TimesBegun + MoreTime.Count,
            Step.CheckImpact => Impact.Count,
            Step.ReportImpact => Turns + TimesBegun + Impact.Count,
            Step.ReportProgress or Step.ReportActionDone => Turns + TimesBegun,
            Step.ChangeActionOwner or Step.TieActionOwner => TimesBegun,
            _ => Turns,
        };

    /// <summary>
    /// The owner; the member of the group and, once told, the lead of the owner's agency; Chair, operations, Scrutineer. Who owns it does
    /// not hold the Chair's role for it: owner and accepter differ, and a deputy accepts it (C19).
    /// </summary>
    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) =>
        [
            .. actor.MayHold.Where(role =>
                role is Role.Chair or Role.Operations or Role.Scrutineer or Role.ThisSystem && actor.Holds(role, AssignmentOf(role))
            ),
            .. actor.Roles.Contains(Role.GroupMember) && IsOfTheAgency(actor) ? [Role.GroupMember] : Array.Empty<Role>(),
            .. LeadWasTold && LeadsTheAgency(actor) ? [Role.AgencyRepresentative] : Array.Empty<Role>(),
            .. Owner is { HasAccount: true } owner && owner.PersonId == actor.PersonId ? [Role.ActionOwner] : Array.Empty<Role>(),
        ];

    /// <summary>How a role is assigned for this action, where it departs from the partnership's file.</summary>
    public Assignment AssignmentOf(Role role) =>
        new(role == Role.Chair && Owner is { HasAccount: true } owner ? [owner.PersonId] : [], false, "");

    /// <summary>Whether somebody is of the owner's agency.</summary>
    public bool IsOfTheAgency(Actor actor) => Owner is { AgencyId.Length: > 0 } owner && owner.AgencyId == actor.AgencyId;

    /// <summary>Whether somebody leads the owner's agency here: as a lead representative, or as who answers for it.</summary>
    public bool LeadsTheAgency(Actor actor) =>
        IsOfTheAgency(actor) && actor.Roles.Any(role => role == Role.AgencyRepresentative || Partners.Leads.Contains(role));

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => ActionRules.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is ActionEvent happened
            ? happened.ApplyTo(this, recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to an action.");

    /// <summary>
    /// Who owns it or has owned it and was entered by hand, by the id of the account they came in by; null where nobody did by that.
    /// </summary>
    public ActionOwner? EnteredByHand(string personId) => Guests.FindLast(owner => owner.PersonId == personId);

    /// <summary>With clocks started.</summary>
    internal ActionFile Start(params IEnumerable<Deadline> deadlines) => this with { Clocks = Clocks.Started(deadlines) };

    /// <summary>With what was asked or said and is not answered come to nothing.</summary>
    internal ActionFile Lapse() =>
        this with
        {
            MoreTime = MoreTime.ConvertAll(asked => asked.Agreed is null ? asked with { Lapsed = true } : asked),
            Impact = Impact.ConvertAll(said => said.Found is null ? said with { Lapsed = true } : said),
        };

    /// <summary>At a stage, with every clock stopped, and those started that run from now on.</summary>
    internal ActionFile To(ActionStage stage, DateTimeOffset at, params IEnumerable<Deadline> clocks) =>
        this with
        {
            Stage = stage,
            Turns = stage == Stage ? Turns : Turns + 1,
            Clocks = Clocks.AllStopped(at).Started(clocks),
        };
}

/// <summary>What was said of how far an action is.</summary>
/// <param name="Text">How far it is; why, where it is not on track.</param>
/// <param name="Verified">How it was verified, where operations recorded it for an owner without an account; empty else.</param>
public sealed record ProgressReport(ProgressState State, string Text, string Verified, DateTimeOffset At, string By);

/// <summary>How an action is getting on.</summary>
public enum ProgressState
{
    OnTrack,
    AtRisk,
    Blocked,
}

/// <summary>More time asked for (C20).</summary>
/// <param name="Until">The date asked for.</param>
/// <param name="Agreed">What the Chair answered; null while they have not.</param>
/// <param name="Answer">Why not, where it was refused; may be empty else.</param>
/// <param name="Lapsed">Whether it came to nothing: the action was done, or opened again with another date.</param>
/// <param name="Begun">Which time it was begun when the Chair answered (<see cref="ActionFile.TimesBegun"/>).</param>
public sealed record MoreTime(DateOnly Until, string Reason, bool? Agreed, string Answer, bool Lapsed = false, int Begun = 0);

/// <summary>What was reported as done (C19).</summary>
/// <param name="Evidence">What shows it.</param>
/// <param name="Link">Where it can be read; may be empty.</param>
/// <param name="Verified">How it was verified, where operations recorded it; empty else.</param>
/// <param name="Returned">Why it was returned; empty where it was not.</param>
/// <param name="Begun">Which time it was begun when it was returned (<see cref="ActionFile.TimesBegun"/>).</param>
public sealed record DoneReport(
    string Evidence,
    string Link,
    string Verified,
    DateTimeOffset At,
    string By,
    string Returned,
    int Begun = 0
);

/// <summary>How an action was accepted (C19).</summary>
/// <param name="Note">What was said; may be empty.</param>
/// <param name="Listed">Whether the next meeting is to see it: the Chair accepted it between meetings.</param>
public sealed record AcceptedAs(DateTimeOffset At, string By, string Note, bool Listed);

/// <summary>What the owner says an action has changed, and what was made of it (C19).</summary>
/// <param name="Verified">How it was verified, where operations recorded it; empty else.</param>
/// <param name="Found">What was recorded; null while nothing is.</param>
/// <param name="How">How that is known.</param>
/// <param name="Lapsed">Whether it came to nothing: the action was opened again.</param>
public sealed record ImpactReport(
    string Text,
    string Verified,
    DateTimeOffset At,
    string By,
    ImpactFound? Found,
    string How,
    bool Lapsed = false
)
{
    /// <summary>Whether its owner is of the operational team: then it is the Chair who records what is made of it.</summary>
    public bool IsOfOperations { get; init; }
}

/// <summary>What an action has changed (C19).</summary>
public enum ImpactFound
{
    /// <summary>What was to change has changed: that ends it.</summary>
    Changed,

    Partly,
    Not,

    /// <summary>It cannot be told yet.</summary>
    TooEarly,
}
