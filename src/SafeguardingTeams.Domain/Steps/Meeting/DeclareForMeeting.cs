using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>
/// An attendee declares to be senior and without direct involvement, or operations record it for them (B12). Both before they count
/// or read others' returns. Another declaration than the first needs a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is declared otherwise; empty the first time.</param>
public sealed record DeclareForMeeting(CaseId CaseId, string Attendee, bool Senior, bool NotInvolved, string Reason = "")
    : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DeclareForMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Attendees.Find(attendee => attendee.Key == Attendee) is not { } attendee ? Decision.Refuse(Refusal.Overtaken)
        : attendee.Contact.PersonId != context.Actor.PersonId && !context.Actor.RolesFor(files.This).Contains(Role.Operations)
            ? Decision.Refuse(new("not-yours", "Each declares for themselves; the operational team can record it."))
        : attendee.Declared is { } before && (before.Senior, before.NotInvolved) == (Senior, NotInvolved)
            ? Decision.Refuse(new("nothing-changed", "This is what is declared already."))
        : Reasons.OfCorrection(Reason, attendee.Declared is not null) is { } unreasoned ? Decision.Refuse(unreasoned)
        : Decision.Accept(CaseId, new AttendeeDeclared(Attendee, Senior, NotInvolved) { Reason = Reasons.Kept(Reason) });
}

/// <summary>An attendee has declared.</summary>
public sealed record AttendeeDeclared(string Attendee, bool Senior, bool NotInvolved) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AttendeeDeclared.v1";

    /// <summary>Why it was put right; null where nothing was recorded before, and in what was stored before that was asked for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review.WithAttendee(Attendee, attendee =>
                attendee with
                {
                    Declared = new(Senior, NotInvolved, recorded.At, $"{recorded.By.Display}, {recorded.By.Agency}"),
                }
            ),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReviewCards.Attendees(after).Where(card => card.About == Topic.Attendee(Attendee)),
            .. ReviewCards.Pack(after),
            .. ReviewCards.Doubts(after),
        ];
}

/// <summary>This system has read in Outlook how the invitations were answered (B14).</summary>
/// <param name="Answers">By attendee.</param>
public sealed record RecordAnswers(CaseId CaseId, ImmutableSortedDictionary<string, Answered> Answers) : CaseCommand(CaseId)
{
    /// <summary>How many answers fit nobody who was invited.</summary>
    public int Unmatched { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.WatchOver;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var changed = files
            .This.Review.Attendees.Where(attendee => Answers.TryGetValue(attendee.Key, out var answer) && answer != attendee.Answer)
            .ToImmutableSortedDictionary(attendee => attendee.Key, attendee => Answers[attendee.Key], StringComparer.Ordinal);
        var unmatched = Unmatched == files.This.Review.AnswersUnmatched ? (int?)null : Unmatched;
        return (changed.IsEmpty && unmatched is null) || files.This.Review.Meeting is null
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(CaseId, new InvitationsAnswered(changed) { Unmatched = unmatched });
    }
}

/// <summary>Invitations were answered.</summary>
public sealed record InvitationsAnswered(ImmutableSortedDictionary<string, Answered> Answers) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "InvitationsAnswered.v1";

    /// <summary>How many answers fit nobody who was invited by now; null where that is as it was.</summary>
    public int? Unmatched { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = Answers.Aggregate(file.Review, (review, answer) =>
                review.WithAttendee(answer.Key, attendee => attendee with { Answer = answer.Value })
            ) with
            {
                AnswersUnmatched = Unmatched ?? file.Review.AnswersUnmatched,
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => ReviewCards.Doubts(after);
}

/// <summary>
/// Operations share the document pack with those who have declared, as far as it is there (B13). What comes after that, and who
/// declares after it, is added by itself.
/// </summary>
public sealed record SharePack(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SharePack;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Attendees.All(attendee => !attendee.IsEligible)
            ? Decision.Refuse(
                new(
                    "nobody-declared",
                    "Nobody invited has declared to be senior and not involved yet: the pack is shared only with those who have."
                )
            )
            : Decision.Accept(CaseId, new PackShared());
}

/// <summary>The document pack was shared.</summary>
public sealed record PackShared : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PackShared.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.Pack.Id, recorded.At) with
        {
            Review = file.Review with { PackSharedAt = file.Review.PackSharedAt ?? recorded.At },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [new Effect.KeepPack(after.Id), .. ReviewCards.Attendees(after)];
}
