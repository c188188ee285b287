using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.LearningDecision;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>
/// What came of an item: decided, put off to another meeting, or withdrawn (E17, E18). What was decided on a referral for practice learning
/// (D4) or on a case (A14, E12) is written to that record in the same transaction, so that the referrer is told and the case can be closed.
/// A second record of the same item puts the first right, with the reason.
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
    /// <inheritdoc/>
    public override Step Step => Step.DecideItem;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others =>
        Outcome.End == ItemEnd.Decided && Subject is { Kind: RecordKind.Learning or RecordKind.Case } subject ? [subject] : [];

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        if (files.This.Item(Number) is not { Dropped: "" } item || item.Subject != Subject || Again != item.Outcome is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        return MeetingWords.Unless(Wrong(item, files, context), () =>
            new Decision.Accepted([new(Meeting, new ItemDecided(Number, Trimmed())), .. OnTheSubject(files, context)])
        );
    }

    private IEnumerable<Refusal?> Wrong(AgendaItem item, Records<MeetingFile> files, DecisionContext context) =>
        [
            .. OfTheEnd(item, files, context),
            MeetingWords.TooLong(Outcome.Participation, "participation", MeetingWords.LongestText),
            MeetingWords.TooLong(Outcome.Tell, "tell", MeetingWords.LongestText),
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

    private ImmutableList<Refusal?> OfTheEnd(AgendaItem item, Records<MeetingFile> files, DecisionContext context) =>
        Outcome.End switch
        {
            ItemEnd.Decided when files.Others is [LearningFile] => Learning is null
                ? [new("answer-needed", "Say what the group decided.", "outcomes")]
                : [.. DecideOnLearning.Wrong(Learning, context)],
            ItemEnd.Decided =>
            [
                MeetingWords.Text(Outcome.Decision, "decision", "Say what the group decided, without a name."),
                MeetingWords.Text(Outcome.Reason, "reason", "Say why. It stands in the minutes."),
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

    private ItemOutcome Trimmed() =>
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
        };

    /// <summary>What it means for the record the item is about.</summary>
    private IEnumerable<RecordChange> OnTheSubject(Records<MeetingFile> files, DecisionContext context) =>
        files.Others switch
        {
            [LearningFile learning] =>
            [
                new(
                    learning.Ref,
                    new LearningDecided(Learning!, context.Pin(learning, Timescales.LearningReferrerTold, Learning!.DecidedOn))
                ),
            ],
            [CaseFile file] =>
            [
                new(
                    file.Ref,
                    new ConsideredByGroup(
                        files.This.Plan!.Day,
                        Outcome.Decision.Trim(),
                        file.Considered is null ? ""
                            : Outcome.Corrected.Trim() is { Length: > 0 } why ? why
                            : Outcome.Reason.Trim()
                    )
                ),
            ],
            _ => ImmutableList<RecordChange>.Empty,
        };
}

/// <summary>An item has its outcome, or it was put right.</summary>
public sealed record ItemDecided(int Number, ItemOutcome Outcome) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemDecided.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Outcome = Outcome });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
