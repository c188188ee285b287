using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>A meeting of the Learning from Practice Group: its agenda, what was decided at it, its minutes (E1, E2, E12 to E18).</summary>
/// <param name="Reference">Which.</param>
public sealed record MeetingFile(RecordRef Reference) : RecordFile
{
    /// <inheritdoc/>
    public override RecordRef Ref => Reference;

    /// <summary>Where it stands.</summary>
    public MeetingStage Stage { get; init; } = MeetingStage.NotPlanned;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>When and where; null before it is planned.</summary>
    public MeetingPlan? Plan { get; init; }

    /// <summary>When it was planned first.</summary>
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>The limits in force when it was planned (PD9); null before.</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>The agenda, in its order; what was dropped stays, with the reason.</summary>
    public ImmutableList<AgendaItem> Items { get; init; } = [];

    /// <summary>When the agenda and its papers went out first (E6, E13); null while they have not.</summary>
    public DateTimeOffset? AgendaSentAt { get; init; }

    /// <summary>Who came, as recorded last (E15); null before it was opened.</summary>
    public Attendance? Attendance { get; init; }

    /// <summary>At what time it ended, as typed; empty before.</summary>
    public string EndedAt { get; init; } = "";

    /// <summary>The minutes on their way (E17).</summary>
    public Minutes Minutes { get; init; } = new();

    /// <summary>What is on the agenda: not dropped.</summary>
    public IEnumerable<AgendaItem> Agenda => Items.Where(item => item.Dropped.Length == 0);

    /// <summary>What still has no outcome (E18).</summary>
    public IEnumerable<AgendaItem> Undecided => Agenda.Where(item => item.Outcome is null);

    /// <summary>The item of a number; null where there is none.</summary>
    public AgendaItem? Item(int number) => Items.Find(item => item.Number == number);

    /// <summary>
    /// The event that changed it last, for whoever compares it with what they were shown: a file that was kept as it left changes nothing.
    /// </summary>
    public int ChangedAt => History.FindLast(recorded => recorded.Event is not IKeepsDocument)?.Sequence ?? 0;

    /// <summary>Whether nothing more is done with it.</summary>
    public bool IsOver => Stage is MeetingStage.Approved or MeetingStage.Cancelled;

    /// <summary>Whether an item is shown to somebody co-opted to it: until the meeting has ended, and while they are asked (E3).</summary>
    public bool IsShownTo(AgendaItem item, CoOpted one) => Stage is MeetingStage.Planned or MeetingStage.InSession && item.Asks(one);

    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) => actor.Roles;

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => MeetingPermissions.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is MeetingEvent happened
            ? happened.ApplyTo(this, recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to a meeting of the group.");

    /// <summary>With clocks started.</summary>
    internal MeetingFile Start(params IEnumerable<Deadline> deadlines) => this with { Clocks = Clocks.Started(deadlines) };

    /// <summary>With a clock stopped, where it runs.</summary>
    internal MeetingFile Stop(Timescale timescale, DateTimeOffset at) => this with { Clocks = Clocks.Stopped(timescale.Id, at) };

    /// <summary>With one item changed.</summary>
    internal MeetingFile With(int number, Func<AgendaItem, AgendaItem> change) =>
        this with
        {
            Items = [.. Items.Select(item => item.Number == number ? change(item) : item)],
        };

    /// <summary>With everybody told by this event whose item is shown to them (E3).</summary>
    internal MeetingFile Told(int sequence) =>
        this with
        {
            Items = Items.ConvertAll(item =>
                item with
                {
                    CoOpted = item.CoOpted.ConvertAll(one => IsShownTo(item, one) ? one with { Told = one.Told.Add(sequence) } : one),
                }
            ),
        };
}

/// <summary>Where a meeting of the group stands.</summary>
public enum MeetingStage
{
    /// <summary>Nothing is planned under this reference.</summary>
    NotPlanned,

    /// <summary>It is to come: its agenda is put together.</summary>
    Planned,

    /// <summary>It is being held: item after item gets its outcome.</summary>
    InSession,

    /// <summary>It has ended: the draft of the minutes is owed to the Chair.</summary>
    Ended,

    /// <summary>The Chair reads the draft of the minutes.</summary>
    MinutesWithChair,

    /// <summary>Members and the Scrutineer have the draft; the next meeting approves it.</summary>
    MinutesCirculated,

    /// <summary>The minutes are approved. It is over.</summary>
    Approved,

    /// <summary>It did not take place.</summary>
    Cancelled,
}

/// <summary>Something on the agenda.</summary>
/// <param name="Number">From 1, in the order they came; stays whatever the order is.</param>
/// <param name="Subject">The record it is about; null for anything else, such as the terms of reference.</param>
/// <param name="Title">What it is, without a name; empty where the record says it.</param>
/// <param name="Asked">What the group is asked to do.</param>
/// <param name="AddedOn">The day it came onto the agenda.</param>
/// <param name="AddedBy">Who put it there, as others saw them.</param>
public sealed record AgendaItem(int Number, RecordRef? Subject, string Title, AskedOfGroup Asked, DateOnly AddedOn, string AddedBy)
{
    /// <summary>Whether it came after the agenda had closed (E13).</summary>
    public bool IsLate { get; init; }

    /// <summary>How often it was put off by meetings before this one (E18).</summary>
    public int PutOff { get; init; }

    /// <summary>What the group needs to decide, without names; null where nobody has written it.</summary>
    public ItemOutline? Outline { get; init; }

    /// <summary>Its papers, by name and link.</summary>
    public ImmutableList<AgendaPaper> Papers { get; init; } = [];

    /// <summary>Declarations of interest, each with what followed (E14).</summary>
    public ImmutableList<DeclaredInterest> Interests { get; init; } = [];

    /// <summary>Who was co-opted to it; whoever was taken off stays, with the reason (E3).</summary>
    public ImmutableList<CoOpted> CoOpted { get; init; } = [];

    /// <summary>Who is co-opted to it (E3).</summary>
    public IEnumerable<CoOpted> CoOptedNow => CoOpted.Where(one => one.Off.Length == 0);

    /// <summary>The actions that are agreed with its decision (E17).</summary>
    public ImmutableList<ItemAction> Actions { get; init; } = [];

    /// <summary>What came of it; null while nothing has (E18).</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>Why it was taken off the agenda; empty while it is on it.</summary>
    public string Dropped { get; init; } = "";

    /// <summary>Whether this person declared an interest and has no part in its decision: they left for it, or the item (E14).</summary>
    public bool HasNoPart(string personId) =>
        Interests.Exists(one => one.PersonId.Length > 0 && one.PersonId == personId && one.Followed != AfterInterest.Stayed);

    /// <summary>Whether somebody co-opted to it is asked for it: they were not taken off, nor it, nor did they leave (E3, E14).</summary>
    public bool Asks(CoOpted one) => Dropped.Length == 0 && one.Off.Length == 0 && !IsHiddenFrom(one.Who.PersonId);

    /// <summary>Whether this person is to see what it is about no more: they declared an interest and left (E14).</summary>
    public bool IsHiddenFrom(string personId) =>
        Interests.Exists(one => one.PersonId.Length > 0 && one.PersonId == personId && one.Followed == AfterInterest.Left);
}

/// <summary>An action of an item: planned while the item is talked about, agreed with its decision (C5, E17).</summary>
/// <param name="Action">The reference it gets, and has once it is agreed.</param>
/// <param name="Plan">What, by whom, by when.</param>
/// <param name="Agreed">Whether it is an action by now.</param>
public sealed record ItemAction(RecordRef Action, ActionPlan Plan, bool Agreed);

/// <summary>What the group is asked to do with an item.</summary>
public enum AskedOfGroup
{
    /// <summary>To decide.</summary>
    Decide,

    /// <summary>To advise somebody else who decides.</summary>
    Advise,

    /// <summary>To accept a report or an action.</summary>
    Accept,

    /// <summary>To take note.</summary>
    Note,
}

/// <summary>A paper of an item.</summary>
/// <param name="Name">What it is, without a name of a child.</param>
/// <param name="Link">Where it is.</param>
/// <param name="IsLate">Whether it came after the papers were to go out (E13).</param>
/// <param name="By">Whose it is, as others saw who added it.</param>
public sealed record AgendaPaper(string Name, string Link, bool IsLate, string By);

/// <summary>Somebody declared an interest in an item (E14).</summary>
/// <param name="Who">Role and agency, by the seat.</param>
/// <param name="PersonId">Who held the seat, where they are in the partnership's file; empty else.</param>
/// <param name="What">What it is.</param>
/// <param name="Followed">What followed.</param>
public sealed record DeclaredInterest(string Who, string PersonId, string What, AfterInterest Followed);

/// <summary>What followed from a declaration of interest (E14).</summary>
public enum AfterInterest
{
    /// <summary>They stayed.</summary>
    Stayed,

    /// <summary>They stayed and had no part in the decision.</summary>
    LeftTheDecision,

    /// <summary>They left for the item.</summary>
    Left,
}

/// <summary>How an item ended (E18).</summary>
public enum ItemEnd
{
    /// <summary>The group decided, advised, accepted or took note.</summary>
    Decided,

    /// <summary>Put off to another meeting.</summary>
    Deferred,

    /// <summary>Withdrawn by whoever brought it.</summary>
    Withdrawn,
}

/// <summary>What came of an item (E17).</summary>
/// <param name="Decision">What was decided, in words without names; to which meeting, where it was put off.</param>
/// <param name="Reason">Why.</param>
/// <param name="Equality">What of equality bore on it, or that nothing was seen and why (E10); empty where it was not decided.</param>
/// <param name="Participation">How children and families take part, or why not (E9); may be empty.</param>
/// <param name="Tell">Whom to tell; may be empty.</param>
public sealed record ItemOutcome(ItemEnd End, string Decision, string Reason, string Equality, string Participation, string Tell)
{
    /// <summary>Why it was put right after it had been recorded; empty the first time.</summary>
    public string Corrected { get; init; } = "";

    /// <summary>For a case that waited for the group: what was recommended to the partners (E12); empty for anything else.</summary>
    public ImmutableList<GroupsMethod> Recommends { get; init; } = [];
}

/// <summary>The minutes on their way (E17).</summary>
public sealed record Minutes
{
    /// <summary>When the draft went to the Chair.</summary>
    public DateTimeOffset? ToChairAt { get; init; }

    /// <summary>When it went to members and the Scrutineer.</summary>
    public DateTimeOffset? CirculatedAt { get; init; }

    /// <summary>The day they were approved.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>What was corrected when they were approved; may be empty.</summary>
    public string Corrections { get; init; } = "";
}
