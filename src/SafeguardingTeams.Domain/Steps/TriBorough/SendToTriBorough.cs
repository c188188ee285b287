using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.TriBorough;

/// <summary>
/// Operations or the Chair record what was sent to the TriBorough group, and when, in words without names (D4, E23). A paper goes only
/// once it is anonymised, and not from here. Recorded again it is put right, with a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is put right; empty the first time.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn.</param>
public sealed record SendToTriBorough(RecordRef Learning, OnADay Sent, string Reason = "", bool Again = false) : LearningCommand(Learning)
{
    /// <summary>The version of the record the card was drawn from: nobody replaces what they have not seen.</summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override Step Step => Step.SendToTriBorough;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        var (before, sent) = (files.This.TriBorough, Sent with { What = Sent.What.Trim() });
        return files.This.HasSince<TriBoroughSent>(Seen) ? Decision.Refuse(Refusal.Overtaken)
            : TriBoroughWords.Wrong(sent, before?.Sent, Reason, Again, context) is { } refusal ? Decision.Refuse(refusal)
            : before?.Answer is { } answer && answer.On < sent.On
                ? Decision.Refuse(new("order", "What came back is recorded for an earlier day.", "date"))
            : Decision.Accept(Learning, new TriBoroughSent(sent, Again ? Reason.Trim() : ""));
    }
}

/// <summary>Something was sent to the TriBorough group.</summary>
public sealed record TriBoroughSent(OnADay Sent, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "TriBoroughSent.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            TriBorough = new(Sent, file.TriBorough?.Answer),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after) with { OnlyIfShown = true }];
}

/// <summary>What both steps ask of what is recorded.</summary>
internal static class TriBoroughWords
{
    /// <summary>The longest account of what went or came, in characters.</summary>
    internal const int Longest = 2000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    /// <param name="now">What is to be recorded.</param>
    /// <param name="before">What is recorded already.</param>
    internal static Refusal? Wrong(OnADay now, OnADay? before, string reason, bool again, DecisionContext context) =>
        again != before is not null ? Refusal.Overtaken
        : now.What.Length == 0 ? new("answer-needed", "Say in words without names what it was.", "what")
        : now.What.Length > Longest ? new("too-long", $"Shorten it to {Longest} characters or fewer.", "what")
        : now.On > context.Today ? new("future", "This day is still to come.", "date")
        : now == before ? new("nothing-changed", "This is what is recorded already.")
        : again && string.IsNullOrWhiteSpace(reason)
            ? Reasons.Needed("Say why it is put right. What was recorded before stays on the record.")
        : Reasons.TooLong(reason);
}
