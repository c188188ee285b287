using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupLearningEvents;

/// <summary>
/// Operations record how many people of each agency came to a learning event, and what they said (E21); again, with the reason, to put that
/// right.
/// </summary>
/// <param name="Reason">Why it is recorded again; may be empty the first time.</param>
/// <param name="Seen">How often something had been recorded of it when the card was drawn.</param>
public sealed record RecordLearningEvent(int Number, LearningEventRecord Record, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepLearningEvents;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var record = Record with { Evaluation = Record.Evaluation.Trim() };
        return files.This.LearningEvent(Number) is not { Stands: true } there || there.Changes != Seen ? Decision.Refuse(Refusal.Overtaken)
            : there.Plan.On > context.Today ? Decision.Refuse(new("future", "The event is still to come.", "evaluation"))
            : record.Attendance.IsEmpty
                ? Decision.Refuse(new("answer-needed", "Enter how many came, of one agency at least; 0 where nobody did.", "people"))
            : record.Attendance.Exists(one => one.People is < 0 or > LearningEventRecord.MostPeople)
                ? Decision.Refuse(new("answer-needed", $"Enter whole numbers up to {LearningEventRecord.MostPeople}.", "people"))
            : record.Evaluation.Length == 0
                ? Decision.Refuse(new("answer-needed", "Say what people said of it, or that nobody was asked.", "evaluation"))
            : Reasons.TooLong(record.Evaluation, "evaluation") is { } tooLong ? Decision.Refuse(tooLong)
            : there.Record?.IsSame(record) == true
                ? Decision.Refuse(new("nothing-changed", "This is what is recorded already.", "evaluation"))
            : there.Record is not null && string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is put right."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(files.This.Ref, new LearningEventRecorded(Number, record, there.Record is null ? "" : Reason.Trim()));
    }
}

/// <summary>Who came to a learning event, and what they said.</summary>
/// <param name="Reason">Why it was recorded again; empty the first time.</param>
public sealed record LearningEventRecorded(int Number, LearningEventRecord Record, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningEventRecorded.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) => group.With(Number, one => one with { Record = Record });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>
/// Operations record what people do differently since a learning event and how that is known, or why nobody asked (E21); again, with the
/// reason, to put that right.
/// </summary>
/// <inheritdoc cref="RecordLearningEvent"/>
public sealed record FollowUpLearningEvent(int Number, LearningEventFollowUp FollowUp, string Reason, int Seen) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepLearningEvents;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var not = FollowUp.NotBecause.Trim();
        // Where a reason says that it was not followed up, the answers are left out.
        var said = not.Length > 0 ? new("", "", not) : new LearningEventFollowUp(FollowUp.Differently.Trim(), FollowUp.HowKnown.Trim(), "");
        if (files.This.LearningEvent(Number) is not { Stands: true } there || there.Changes != Seen)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (there.Record is null)
        {
            return Decision.Refuse(new("not-recorded", "Record who came first.", "otherwise"));
        }

        Refusal?[] wrong =
        [
            said.WasDone && said.Differently.Length == 0
                ? new("answer-needed", "Say what people do differently, or that nothing is known, or below why nobody asked.", "otherwise")
                : Reasons.TooLong(said.Differently, "otherwise"),
            said.WasDone && said.HowKnown.Length == 0
                ? new("answer-needed", "Say how that is known.", "howknown")
                : Reasons.TooLong(said.HowKnown, "howknown"),
            Reasons.TooLong(said.NotBecause, "notbecause"),
            there.FollowUp is not null && string.IsNullOrWhiteSpace(Reason)
                ? Reasons.Needed("Say why it is put right.")
                : Reasons.TooLong(Reason),
        ];
        return there.FollowUp == said ? Decision.Refuse(new("nothing-changed", "This is what is recorded already.", "otherwise"))
            : wrong.OfType<Refusal>().ToList() is { Count: > 0 } found ? new Decision.Refused([.. found])
            : Decision.Accept(files.This.Ref, new LearningEventFollowedUp(Number, said, there.FollowUp is null ? "" : Reason.Trim()));
    }
}

/// <summary>What came of a learning event is on the record, or why nobody asked.</summary>
/// <param name="Reason">Why it was recorded again; empty the first time.</param>
public sealed record LearningEventFollowedUp(int Number, LearningEventFollowUp FollowUp, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningEventFollowedUp.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.With(Number, one => one with { FollowUp = FollowUp, FollowedUpOn = one.FollowedUpOn ?? London.DateOf(recorded.At) }) with
        {
            Clocks = group.Clocks.Stopped(EventClock.Id(Number), recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => EventClock.Again(after, Number);
}
