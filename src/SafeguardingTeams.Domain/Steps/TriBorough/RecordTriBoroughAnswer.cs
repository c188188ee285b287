using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.TriBorough;

/// <summary>
/// Operations or the Chair record what came back from the TriBorough group, and when, or that nothing will (E23). Recorded again it is put
/// right, with a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is put right; empty the first time.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn.</param>
public sealed record RecordTriBoroughAnswer(RecordRef Learning, OnADay Answer, string Reason = "", bool Again = false)
    : LearningCommand(Learning)
{
    /// <summary>The version of the record the card was drawn from: nobody replaces what they have not seen.</summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override Step Step => Step.RecordTriBoroughAnswer;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        var (before, answer) = (files.This.TriBorough!, Answer with { What = Answer.What.Trim() });
        return files.This.HasSince<TriBoroughAnswered>(Seen) ? Decision.Refuse(Refusal.Overtaken)
            : TriBoroughWords.Wrong(answer, before.Answer, Reason, Again, context) is { } refusal ? Decision.Refuse(refusal)
            : answer.On < before.Sent!.On ? Decision.Refuse(new("order", "It was sent on a later day than this.", "date"))
            : Decision.Accept(Learning, new TriBoroughAnswered(answer, Again ? Reason.Trim() : ""));
    }
}

/// <summary>Something came back from the TriBorough group, or nothing will.</summary>
public sealed record TriBoroughAnswered(OnADay Answer, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "TriBoroughAnswered.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            TriBorough = new(file.TriBorough!.Sent, Answer),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after) with { OnlyIfShown = true }];
}
