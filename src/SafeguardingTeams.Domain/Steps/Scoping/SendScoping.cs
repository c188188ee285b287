using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>
/// Operations send letter, form and invitation to every agency in the list, with one button (B2). Not before the notification is
/// recorded (A13), and not before everything is there.
/// </summary>
public sealed record SendScoping(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendScoping;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var missing = Missing(files.This, context.Today, context.At);
        return !missing.IsEmpty
            ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(
                CaseId,
                new ScopingSent([
                    .. files.This.Review.Agencies.Select(agency => ReturnClock.Pin(files.This, agency.Key, context, context.Today)),
                    .. files.This.Review.Agencies.Select(agency => SecuringClock.Pin(files.This, agency.Key, context, context.Today)),
                ])
            );
    }

    /// <summary>What keeps it from being sent, in plain words.</summary>
    public static ImmutableList<string> Missing(CaseFile file, DateOnly today, DateTimeOffset now)
    {
        var review = file.Review;
        var problems = Checking.Problems(ScopingRequestV1.Form, review.Request, today);
        return
        [
            .. file.Notification is null
                ? ["The notification is not recorded yet: letters and invitations wait for it."]
                : ImmutableList<string>.Empty,
            .. review.Agencies.IsEmpty ? ["No agency is chosen."] : ImmutableList<string>.Empty,
            .. review
                .Agencies.Where(agency => agency.Representative is not { IsReachable: true, Email.Length: > 0 })
                .Select(agency => $"{agency.Name}: no representative is named, or no email address is known for them."),
            .. problems.IsEmpty ? ImmutableList<string>.Empty : ["Section 1, the summary or the period are not complete."],
            .. review.Meeting is null ? ["The meeting has no date."] : ImmutableList<string>.Empty,
            .. review.Meeting is { } past && past.Start <= now
                ? ["The meeting's time is past: plan it anew."]
                : ImmutableList<string>.Empty,
            .. review is { Meeting: not null, MeetingDoubt: MeetingDoubt.NoWorkingDay }
                ? ["The meeting's day is no working day by now: plan it anew."]
                : ImmutableList<string>.Empty,
            .. review.Meeting is { EarlyBecause.Length: 0 } planned && London.DateOf(planned.Start) < MeetingWindow.Pinned(file)
                ?
                [
                    $"The meeting is before working day {MeetingWindow.FirstDay(file)}: give the Chair's reason for not waiting for "
                        + "it, or plan it later.",
                ]
                : ImmutableList<string>.Empty,
        ];
    }
}

/// <summary>Letter, form and invitation are going to the agencies; each has its date for the return.</summary>
public sealed record ScopingSent(ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ScopingSent.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.Letters.Id, recorded.At).Start(Deadlines) with
            {
                Review = file.Review with
                {
                    SentAt = recorded.At,
                    Agencies = [.. file.Review.Agencies.Select(agency => agency with { AskedAt = recorded.At })],
                },
            }
        ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReviewCards.Asked(after).SelectMany(agency => LetterToAgency.Of(after, agency.Key)),
            new Effect.KeepMeeting(after.Id),
            .. ReviewCards.Attendees(after),
            .. ReviewCards.Meeting(after),
        ];
}

/// <summary>
/// Operations ask an agency that came into the list after the letters went (B8): with dates of its own, at the latest 17:00 on the
/// working day before the meeting; after the meeting until the leads have approved.
/// </summary>
public sealed record AskAgency(CaseId CaseId, string Key) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agency(Key) is not { AskedAt: null } agency || files.This.Review.SentAt is null
            ? Decision.Refuse(Refusal.Overtaken)
        : agency.Representative is not { Email.Length: > 0 }
            ? Decision.Refuse(new("not-ready", $"{agency.Name}: no representative is named, or no email address is known for them."))
        : Decision.Accept(
            CaseId,
            new AgencyAsked(Key, ReturnClock.Pin(files.This, Key, context, context.Today))
            {
                Securing = SecuringClock.Pin(files.This, Key, context, context.Today),
            }
        );
}

/// <summary>One more agency was asked.</summary>
public sealed record AgencyAsked(string Key, Deadline Deadline) : CaseEvent
{
    /// <summary>Of securing its records; null in what was stored before that had a day.</summary>
    public Deadline? Securing { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "AgencyAsked.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Start(Securing is null ? [Deadline] : [Deadline, Securing]) with
        {
            Review = file.Review.With(Key, agency => agency with { AskedAt = recorded.At, TakenOff = null }),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [.. LetterToAgency.Of(after, Key), new Effect.KeepMeeting(after.Id)];
}
