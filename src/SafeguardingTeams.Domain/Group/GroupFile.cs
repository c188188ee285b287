using System.Collections.Immutable;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group;

/// <summary>
/// The Learning from Practice Group as a record: who sits on it, when it meets, its terms of reference; and what holds for the whole
/// partnership and is announced late: absences, bank holidays, and by which holders of roles the cases were last put before people.
/// </summary>
public sealed record GroupFile : RecordFile, ICounted
{
    /// <inheritdoc/>
    public override RecordRef Ref => RecordRef.Group;

    /// <summary>Where it stands.</summary>
    public GroupStage Stage { get; init; } = GroupStage.NotOpened;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>The seats, by id, each with who has held it (E3).</summary>
    public ImmutableSortedDictionary<string, Seat> Seats { get; init; } =
        ImmutableSortedDictionary.Create<string, Seat>(StringComparer.Ordinal);

    /// <summary>The scheduled meetings, past and to come (E1, E19).</summary>
    public ImmutableSortedSet<DateOnly> Meetings { get; init; } = [];

    /// <summary>The terms of reference as last agreed; null where none are on the record (E8).</summary>
    public AgreedTerms? Terms { get; init; }

    /// <summary>What was put on the forward plan, in the order it was added; what is done or comes no more stays in it (E19).</summary>
    public ImmutableList<PlanEntry> Plan { get; init; } = [];

    /// <summary>The partnership's list of themes, in the order they were added; a retired one stays in it.</summary>
    public ImmutableList<Theme> Themes { get; init; } = [];

    /// <summary>Its reports, drafts and those issued; a draft that was put forward again is gone (E7, E24).</summary>
    public ImmutableList<GroupReport> Reports { get; init; } = [];

    /// <summary>The number of the last report that was put before the Chair; 0 before.</summary>
    public int LastReport { get; init; }

    /// <summary>The report of a number; null where there is none.</summary>
    public GroupReport? Report(int number) => Reports.Find(one => one.Number == number);

    /// <summary>The issued yearly report of a year, by the calendar year in which that begins; null where there is none (E24).</summary>
    public GroupReport? YearlyReport(int year) =>
        Reports.Find(one => one is { Kind: GroupReportKind.Yearly, Issued: not null } && one.Year == year);

    /// <summary>The last year that has ended since its record began, or before it did (E24); null before that was noted.</summary>
    public int? LastYearEnded { get; init; }

    /// <summary>Where yearly reports were published, one entry a year (E24).</summary>
    public ImmutableList<PublishedReport> Published { get; init; } = [];

    /// <summary>Where the report of a year was published; null where that is not recorded.</summary>
    public PublishedReport? PublicationOf(int year) => Published.Find(one => one.Year == year);

    /// <summary>Its learning events, in the order they were entered; one that was called off stays (E21).</summary>
    public ImmutableList<GroupLearningEvent> LearningEvents { get; init; } = [];

    /// <summary>The learning event of a number; null where there is none.</summary>
    public GroupLearningEvent? LearningEvent(int number) => LearningEvents.Find(one => one.Number == number);

    /// <summary>Of its learning events, the newest: a row holds no more, and no report looks further back (E21, E24).</summary>
    public RecordFigures? Figures =>
        LearningEvents.FindAll(one => one.Stands) is { IsEmpty: false } events
            ? new GroupFigures(
                Ref,
                [
                    .. events
                        .OrderByDescending(one => one.Plan.On)
                        .Take(GroupFigures.Most)
                        .Select(one => new EventFigures(
                            one.Plan.On,
                            one.Record is null ? null : one.People,
                            new(one.FollowUpBy, one.FollowedUpOn),
                            one.FollowUp is { WasDone: false }
                        )),
                ]
            )
            : null;

    /// <summary>Who is away, and when, by person and first day (PD17).</summary>
    public ImmutableList<RecordedAbsence> Absences { get; init; } = [];

    /// <summary>Bank holidays announced late, or taken back, by day.</summary>
    public ImmutableSortedDictionary<DateOnly, BankHolidayAmendment> BankHolidays { get; init; } =
        ImmutableSortedDictionary<DateOnly, BankHolidayAmendment>.Empty;

    /// <summary>
    /// The people the record says something of, by id: for them it counts, and no longer the partnership's file (PD17).
    /// </summary>
    public ImmutableSortedDictionary<string, RosterPerson> People { get; init; } =
        ImmutableSortedDictionary.Create<string, RosterPerson>(StringComparer.Ordinal);

    /// <summary>Everybody of the partnership: the file, and over it the record.</summary>
    public Roster Roster(DecisionContext context) => context.Configured.With(People.Values);

    /// <summary>Changes that wait for a second person, and those that did, in the order they were proposed.</summary>
    public ImmutableList<PeopleProposal> Proposals { get; init; } = [];

    /// <summary>The proposal of a number; null where there is none.</summary>
    public PeopleProposal? Proposal(int number) => Proposals.Find(one => one.Number == number);

    /// <summary>With the answer to a proposal.</summary>
    internal GroupFile Answered(int number, ProposalEnd end, RecordedEvent recorded, string reason) =>
        this with
        {
            Proposals = Proposals.ConvertAll(one =>
                one.Number == number ? one with { Answer = new(end, recorded.By.Display, recorded.At, reason) } : one
            ),
        };

    /// <summary>The reviews of who can get in, the newest last; the last one runs until it is finished (F2).</summary>
    public ImmutableList<AccessReview> AccessReviews { get; init; } = [];

    /// <summary>
    /// The first day of the quarter for which a review was last begun, or in which the record began; null before that was noted.
    /// </summary>
    public DateOnly? AccessAskedFor { get; init; }

    /// <summary>The review of who can get in that runs; null where none does.</summary>
    public AccessReview? OpenAccessReview => AccessReviews is [.., { Finished: null } open] ? open : null;

    /// <summary>The holders of roles to whom everything that waits has been given (PD17); null before they were first looked at.</summary>
    public ImmutableList<RoleHolder>? Holders { get; init; }

    /// <summary>The version of the record at which they were last noted: names the change that follows.</summary>
    public int HoldersNotedAt { get; init; }

    /// <summary>An absence as it stands now, by its first day; null where there is none.</summary>
    public RecordedAbsence? Absence(string personId, DateOnly from) =>
        Absences.Find(absence => absence.PersonId == personId && absence.From == from);

    /// <summary>The records that are held, reviewed, kept on or gone, by reference (F3).</summary>
    public ImmutableSortedDictionary<string, Retained> Retained { get; init; } =
        ImmutableSortedDictionary.Create<string, Retained>(StringComparer.Ordinal);

    /// <summary>What is recorded of the keeping of a record.</summary>
    public Retained KeepingOf(RecordRef record) => Retained.GetValueOrDefault(record.ToString()) ?? new(record);

    /// <summary>With something recorded of the keeping of a record.</summary>
    internal GroupFile Keeping(RecordRef record, Func<Retained, Retained> recorded)
    {
        var kept = KeepingOf(record);
        return this with { Retained = Retained.SetItem(record.ToString(), recorded(kept) with { Changes = kept.Changes + 1 }) };
    }

    /// <summary>With something recorded of a learning event.</summary>
    internal GroupFile With(int number, Func<GroupLearningEvent, GroupLearningEvent> recorded) =>
        this with
        {
            LearningEvents = LearningEvents.ConvertAll(one =>
                one.Number == number ? recorded(one) with { Changes = one.Changes + 1 } : one
            ),
        };

    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) => actor.Roles;

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => GroupPermissions.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is GroupEvent happened
            ? happened.ApplyTo(this, recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to the group.");
}

/// <summary>Where the group's record stands.</summary>
public enum GroupStage
{
    /// <summary>Nothing is on its record yet.</summary>
    NotOpened,

    /// <summary>Its record is kept.</summary>
    Open,
}

/// <summary>The terms of reference as agreed (E8).</summary>
/// <param name="AgreedOn">The day.</param>
/// <param name="ReviewBy">When they are to be reviewed: twelve months on, or earlier where the group says so.</param>
/// <param name="Where">Where the document is kept: its name or place in the partnership's files.</param>
public sealed record AgreedTerms(DateOnly AgreedOn, DateOnly ReviewBy, string Where);

/// <summary>Somebody is away, first and last day included (PD17).</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="By">The person who recorded it; empty where it is not known.</param>
/// <param name="PutBeforeDeputies">Whether what waits was put before whoever stands in.</param>
public sealed record RecordedAbsence(string PersonId, DateOnly From, DateOnly To, string By, bool PutBeforeDeputies);

/// <summary>A bank holiday announced late, or taken back.</summary>
/// <param name="IsHoliday">Whether it is one now.</param>
/// <param name="Reason">Where it was announced.</param>
/// <param name="By">Who amended the list.</param>
public sealed record BankHolidayAmendment(DateOnly Day, bool IsHoliday, string Reason, string By);

/// <summary>A role and who holds it.</summary>
public sealed record RoleHolder(Role Role, string PersonId);
