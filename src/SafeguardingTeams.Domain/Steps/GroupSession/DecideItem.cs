using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.LearningDecision;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>
/// What came of an item: decided, put off to another meeting, or withdrawn (E17, E18). What was decided on a referral for practice learning
/// (D4) or on a case (A14, E12) is written to that record in the same transaction, so that the referrer is told and the case can be closed;
/// so are the actions that were written down with the item, which live from then on. A second record of the same item puts the first right,
/// with the reason.
/// </summary>
/// <param name="Subject">The record the item is about, as the card has it; null for any other item.</param>
/// <param name="Learning">What was decided on a referral for practice learning; null for any other item.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn.</param>
public sealed record DecideItem(
    RecordRef Meeting,
    int Number,
    RecordRef? Subject,
    ItemOutcome Outcome,
    GroupsDecision? Learning,
    bool Again = false
) : MeetingCommand(Meeting)
{
    /// <summary>Ids of themes of a referral for practice learning; null where they are left as the Chair chose them.</summary>
    public ImmutableList<string>? Themes { get; init; }

    /// <summary>For a case that waits for the group: what is recommended to the partners (E12); empty for anything else.</summary>
    public ImmutableList<GroupsMethod> Recommends { get; init; } = [];

    /// <summary>The referrals that follow the one that is decided on, as the card was drawn with them (D11).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <summary>The actions of the item that are not agreed yet, as the card was drawn with them.</summary>
    public ImmutableList<RecordRef> Actions { get; init; } = [];

    /// <inheritdoc/>
    public override Step Step => Step.DecideItem;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others =>
        Outcome.End != ItemEnd.Decided ? []
        : Decides(Subject) ? [Subject!.Value, .. Joined, .. Actions]
        : Actions;

    /// <summary>Whoever declared an interest and left does not record what was decided (E14).</summary>
    internal static Refusal NoPart { get; } =
        new("interest", "You declared an interest in this item and have no part in its decision. Somebody else records it.");

    /// <summary>Whether a decision on an item is written to what it is about.</summary>
    internal static bool Decides(RecordRef? subject) => subject is { Kind: RecordKind.Learning or RecordKind.Case };

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Joined.Contains(other) ? Step.FollowLearning : Step;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var subject = Decides(Subject) && Outcome.End == ItemEnd.Decided ? files.Others[0] : null;
        if (
            files.This.Item(Number) is not { Dropped: "" } item
            || item.Subject != Subject
            || Again != item.Outcome is not null
            || !Actions.SequenceEqual(Waiting(item))
            || subject is CaseFile { Stage: not Stage.AwaitingGroupMeeting } && !Recommends.IsEmpty
            || subject is LearningFile referral && !Joined.SequenceEqual(referral.Joined.Select(joined => joined.Learning))
        )
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (item.HasNoPart(context.Actor.PersonId))
        {
            return Decision.Refuse(NoPart);
        }

        var onTheSubject = OnTheSubject(subject, files, context);
        var wrong = Wrong(item, subject).OfType<Refusal>().Concat(onTheSubject is Decision.Refused refused ? refused.Reasons : []);
        return MeetingWords.Unless(wrong, () =>
            new Decision.Accepted([
                new(Meeting, new ItemDecided(Number, Trimmed(item, subject), Outcome.End == ItemEnd.Decided ? Actions : [])),
                .. onTheSubject is Decision.Accepted accepted ? accepted.Changes : [],
                .. Outcome.End == ItemEnd.Decided ? Agreed(item, context) : [],
            ])
        );
    }

    /// <summary>The actions of an item that its decision makes.</summary>
    public static IEnumerable<RecordRef> Waiting(AgendaItem item) => item.Actions.Where(one => !one.Agreed).Select(one => one.Action);

    private IEnumerable<RecordChange> Agreed(AgendaItem item, DecisionContext context) =>
        item.Actions.Where(one => !one.Agreed).Select(one => one.Plan.Agreed(one.Action, new(Meeting, $"item {Number}"), context));

    private ImmutableList<Refusal?> Wrong(AgendaItem item, RecordFile? subject) =>
        [
            .. OfTheEnd(item, subject),
            MeetingWords.TooLong(Outcome.Participation, "participation", MeetingWords.LongestText),
            MeetingWords.TooLong(Outcome.Tell, "tell", MeetingWords.LongestText),
            Outcome.End != ItemEnd.Decided && !Actions.IsEmpty
                ? new Refusal("actions-left", "Actions are written down with it. Take them back first, or decide the item.")
                : null,
            item.Outcome is { End: ItemEnd.Decided } && item.Subject is not null && Outcome.End != ItemEnd.Decided
                ? new Refusal(
                    "decided",
                    "It was decided, and whoever referred was told. It can be decided otherwise, and not put off or withdrawn."
                )
                : null,
            item.Outcome is not null && string.IsNullOrWhiteSpace(Outcome.Corrected)
                ? Reasons.Needed("Say why what was recorded is put right.", "corrected")
                : MeetingWords.TooLong(Outcome.Corrected, "corrected", MeetingWords.LongestText),
        ];

    private ImmutableList<Refusal?> OfTheEnd(AgendaItem item, RecordFile? subject) =>
        Outcome.End switch
        {
            ItemEnd.Decided when subject is LearningFile => Learning is null
                ? [new("answer-needed", "Say what the group decided.", "outcomes")]
                : [],
            ItemEnd.Decided =>
            [
                MeetingWords.Text(Outcome.Decision, "decision", "Say what the group decided, without a name."),
                MeetingWords.Text(Outcome.Reason, "reason", "Say why. It stands in the minutes."),
                subject is CaseFile { Stage: Stage.AwaitingGroupMeeting } file
                    ? Recommends.IsEmpty
                        ? new("answer-needed", "Choose what the group recommends to the partners.", "recommends")
                        : GroupRecommended.Wrong(file, Recommends)
                    : null,
                item.Subject is null
                    ? null
                    : MeetingWords.Text(Outcome.Equality, "equality", "Say what bore on it, or that nothing was seen, and why."),
            ],
            ItemEnd.Deferred =>
            [
                MeetingWords.Line(Outcome.Decision, "decision", "Say to which meeting it is put off."),
                MeetingWords.Text(Outcome.Reason, "reason", "Say why it is put off."),
            ],
            ItemEnd.Withdrawn => [MeetingWords.Text(Outcome.Reason, "reason", "Say why it is withdrawn.")],
        };

    private ItemOutcome Trimmed(AgendaItem item, RecordFile? subject) =>
        new(
            Outcome.End,
            Outcome.Decision.Trim(),
            Outcome.Reason.Trim(),
            Outcome.Equality.Trim(),
            Outcome.Participation.Trim(),
            Outcome.Tell.Trim()
        )
        {
            Corrected = Outcome.Corrected.Trim(),
            // A case that has gone on is no longer asked about; what was recommended then stays in the minutes.
            Recommends = subject is CaseFile { Stage: not Stage.AwaitingGroupMeeting } ? item.Outcome?.Recommends ?? [] : Recommends,
        };

    /// <summary>What it means for the record the item is about: the same as where it is recorded by itself.</summary>
    private Decision? OnTheSubject(RecordFile? subject, Records<MeetingFile> files, DecisionContext context) =>
        subject switch
        {
            LearningFile learning when Learning is not null => DecideOnLearning.Decide(
                learning,
                files.Others.FindAll(other => Joined.Contains(other.Ref)),
                Learning,
                Themes,
                context
            ),
            // What the group says of a case that does not wait for it stands in the minutes alone.
            CaseFile { Stage: Stage.AwaitingGroupMeeting } file => Decision.Accept(
                file.Ref,
                [
                    new ConsideredByGroup(
                        files.This.Plan!.Day,
                        Outcome.Decision.Trim(),
                        file.Considered is null ? ""
                            : Outcome.Corrected.Trim() is { Length: > 0 } why ? why
                            : Outcome.Reason.Trim()
                    ),
                    .. GroupRecommended.Of(file, Recommends, Outcome.Reason.Trim(), files.This.Plan.Day, context),
                ]
            ),
            _ => null,
        };
}

/// <summary>An item has its outcome, or it was put right.</summary>
/// <param name="Agreed">The actions that were agreed with it.</param>
public sealed record ItemDecided(int Number, ItemOutcome Outcome, ImmutableList<RecordRef> Agreed) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemDecided.v1";

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item =>
            item with
            {
                Outcome = Outcome,
                Actions = [.. item.Actions.Select(one => Agreed.Contains(one.Action) ? one with { Agreed = true } : one)],
            }
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
