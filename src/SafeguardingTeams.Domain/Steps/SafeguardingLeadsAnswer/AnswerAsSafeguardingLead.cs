using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;

/// <summary>The safeguarding lead agrees that it is referred for practice learning, or does not, with a reason (D1, D9, PD22).</summary>
public sealed record AnswerAsSafeguardingLead(RecordRef Learning, bool Agrees, string Reason) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.AnswerAsSafeguardingLead;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        LeadAnswered.Decide(files.This, Agrees, Reason, "", context);
}

/// <summary>
/// Operations record what the safeguarding lead said, and how it was verified (D9); a later record puts an earlier one right, until the
/// Chair has chosen (PD16).
/// </summary>
/// <param name="Verified">How: for example, a call back on the agency's switchboard number.</param>
public sealed record RecordLeadsAnswer(RecordRef Learning, bool Agrees, string Reason, string Verified) : LearningCommand(Learning)
{
    /// <summary>The version of the record the card was drawn from: nobody replaces an answer they have not seen.</summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <summary>The longest account of how it was verified, in characters.</summary>
    public const int Longest = 400;

    /// <inheritdoc/>
    public override Step Step => Step.RecordLeadsAnswer;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        files.This.HasSince<LeadAnswered>(Seen) || files.This.HasSince<LeadNamed>(Seen) ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Verified)
            ? Decision.Refuse(
                new(
                    "verified-needed",
                    "Say how you made sure that it was the safeguarding lead, for example a call back by the switchboard.",
                    "verified"
                )
            )
        : Verified.Trim().Length > Longest ? Decision.Refuse(new("too-long", $"Shorten it to {Longest} characters or fewer.", "verified"))
        : files.This.Lead!.Agrees == Agrees && (Agrees || files.This.Lead.Reason == Reason.Trim())
            ? Decision.Refuse(new("nothing-changed", "This is what was recorded already.", "agrees"))
        : LeadAnswered.Decide(files.This, Agrees, Reason, Verified.Trim(), context);
}

/// <summary>The safeguarding lead answered.</summary>
/// <param name="Reason">Why not, where they do not agree; empty else. The referrer reads it.</param>
/// <param name="Verified">How it was verified, where operations recorded it; empty else.</param>
/// <param name="Deadline">Of the Chair's choice; where they did not agree, of telling the referrer.</param>
public sealed record LeadAnswered(bool Agrees, string Reason, string Verified, Deadline Deadline) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadAnswered.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => Verified.Length > 0;

    internal static Decision Decide(LearningFile file, bool agrees, string reason, string verified, DecisionContext context) =>
        !agrees && string.IsNullOrWhiteSpace(reason)
            ? Decision.Refuse(Reasons.Needed("Say why not. The referrer reads it, and it is final."))
        : Reasons.TooLong(reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(
            file.Ref,
            new LeadAnswered(
                agrees,
                agrees ? "" : reason.Trim(),
                verified,
                context.Pin(
                    file,
                    agrees ? Timescales.LearningTriage : Timescales.LearningReferrerTold with { Anchor = ClockAnchor.Decision },
                    context.Today
                )
            )
        );

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).Start(Deadline).TellsOf(recorded) with
        {
            Lead = file.Lead! with { Agrees = Agrees, Reason = Reason, Verified = Verified },
            Stage = Agrees ? LearningStage.AwaitingTriage : LearningStage.NotAgreed,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            .. Agrees ? ImmutableList.Create<Effect>(LearningCards.ToTheChair(after)) : [],
            // Of a yes the referrer reads when they look; of what was put right they are told, since they were told otherwise.
            .. !Agrees || after.History.Count(recorded => recorded.Event is LeadAnswered) > 1
                ? ImmutableList.Create<Effect>(LearningCards.ToReferrer(after))
                : [],
            .. LearningCards.Again(after),
        ];
}
