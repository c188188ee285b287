using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>
/// A briefing, a copy for training or a paper for the TriBorough group, from when it is begun until nothing more is done with it (D4, E11,
/// E20, E23, E26).
/// </summary>
/// <param name="Reference">Which.</param>
public sealed record BriefingFile(RecordRef Reference) : RecordFile
{
    private const int MostAnswers = 1000;

    /// <inheritdoc/>
    public override RecordRef Ref => Reference;

    /// <summary>Where it stands.</summary>
    public BriefingStage Stage { get; init; } = BriefingStage.NotStarted;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>As it was begun; null before.</summary>
    public BriefingPlan? Plan { get; init; }

    /// <summary>The numbers in force when it was begun (PD9); null before.</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>What is written, as it was last put before whoever checks it; null before.</summary>
    public BriefingText? Text { get; init; }

    /// <summary>The check of this text; null while it is not checked.</summary>
    public BriefingCheck? Check { get; init; }

    /// <summary>Who approved this text, and when; null while nobody has.</summary>
    public (BriefingPerson By, DateOnly On)? Approval { get; init; }

    /// <summary>Why it is written again: what the check or the Chair sent back, or the reason of a correction; empty else.</summary>
    public string WhyAgain { get; init; } = "";

    /// <summary>The texts that went, oldest first; the last is what the agencies read.</summary>
    public ImmutableList<SentText> Sent { get; init; } = [];

    /// <summary>What the agencies answered, oldest first; the last of each counts.</summary>
    public ImmutableList<AgencysUse> Answers { get; init; } = [];

    /// <summary>Why it was withdrawn, or closed without an answer; empty else.</summary>
    public string WhyEnded { get; init; } = "";

    /// <summary>How often it came to another stage.</summary>
    public int Turns { get; init; }

    /// <summary>The agencies that have not said how they used the text that went last.</summary>
    public IEnumerable<AddressedBody> Missing => Plan is null ? [] : Plan.Agencies.Where(one => !HasAnswered(one.AgencyId));

    /// <summary>Whether an agency has answered since the text went that holds: of one that was put right it is asked again.</summary>
    public bool HasAnswered(string agencyId) => AnswerOf(agencyId)?.Sending == Sent.Count;

    /// <summary>What an agency answered last, of whichever text; null while it has not.</summary>
    public AgencysUse? AnswerOf(string agencyId) => Answers.FindLast(one => one.Used.AgencyId == agencyId);

    /// <summary>
    /// Which state of an agency's answers a card was drawn for: what it said of one text is not taken for an answer to the next.
    /// </summary>
    public int SeenOf(string agencyId) => Answers.Count(one => one.Used.AgencyId == agencyId) + (Math.Max(0, Sent.Count - 1) * MostAnswers);

    /// <summary>Whether it is sent to an agency.</summary>
    public bool IsFor(string agencyId) => Plan is { } plan && plan.Agencies.Exists(one => one.AgencyId == agencyId);

    /// <summary>
    /// Chair, operations, Scrutineer. A Chair who wrote it does not approve it, so a deputy has the Chair's part in it too.
    /// </summary>
    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) =>
        [
            .. BriefingPermissions
                .Reading.Append(Role.ThisSystem)
                .Where(role =>
                    actor.MayHold.Contains(role)
                    && (actor.Holds(role, new([], false, "")) || role == Role.Chair && actor.Holds(role, AssignmentOf(role)))
                ),
        ];

    /// <summary>
    /// How a role is assigned for what waits here: the Chair's to a deputy, where the Chair wrote it; while it is to be checked, no role is
    /// with whoever wrote it (E26).
    /// </summary>
    public Assignment AssignmentOf(Role role) =>
        new((role == Role.Chair || Stage == BriefingStage.Checking) && Text is { } text ? [text.Author.PersonId] : [], false, "");

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => BriefingRules.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is BriefingEvent happened
            ? happened.ApplyTo(this, recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to a briefing.");

    /// <summary>At another stage.</summary>
    internal BriefingFile To(BriefingStage stage) => this with { Stage = stage, Turns = Turns + 1 };

    /// <summary>Back to be written, with the reason.</summary>
    internal BriefingFile Again(string why) => To(BriefingStage.Writing) with { WhyAgain = why, Check = null, Approval = null };

    /// <summary>With a clock started.</summary>
    internal BriefingFile Start(Deadline? deadline) => deadline is null ? this : this with { Clocks = Clocks.Started([deadline]) };

    /// <summary>With its clock stopped, where it runs.</summary>
    internal BriefingFile StopAll(DateTimeOffset at) => this with { Clocks = Clocks.AllStopped(at) };
}
