using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Themes;

namespace SafeguardingTeams.Domain.Steps.LearningTriage;

/// <summary>
/// The Chair chooses the way of a referral for practice learning (D3, D7). What looks serious goes to the MASH as a referral of a serious
/// incident with the same answers, by whoever referred; its clocks start then. What follows it goes along, each by its own referrer, and is
/// joined to it there (D11, PD15).
/// </summary>
/// <param name="Reason">Needed unless it goes to the next meeting, and for every correction.</param>
/// <param name="Themes">Ids of themes of the partnership's list; may be none. Null where they are left as they are.</param>
/// <param name="Case">The reference the serious-incident referral gets, where it goes to the MASH.</param>
/// <param name="Again">Whether something was chosen already when the card was drawn.</param>
public sealed record TriageLearning(
    RecordRef Learning,
    LearningWay Way,
    string Reason,
    bool Urgent,
    ImmutableList<string>? Themes,
    CaseId Case,
    bool Again = false
) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.TriageLearning;

    /// <summary>The referrals that follow it, as the card was drawn with them (D11).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <summary>The references the referrals get that are made of those, in the same order, where it goes to the MASH.</summary>
    public ImmutableList<CaseId> JoinedCases { get; init; } = [];

    /// <summary>The version of the record the card was drawn from: nobody replaces a choice they have not seen.</summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <summary>Why the reason that the referrer reads is put right; for the group alone.</summary>
    public string PutRight { get; init; } = "";

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others =>
        Way == LearningWay.ToTheMash ? [.. Joined, Case, .. JoinedCases.Select(RecordRef.Of)] : Joined;

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => other.Kind == RecordKind.Learning ? Step.FollowLearning : Step;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        var file = files.This;
        if (
            Again != file.Way is not null
            || file.HasSince<WayChosen>(Seen)
            || file.HasSince<WayReasonPutRight>(Seen)
            || Themes is not null && file.HasSince<LearningThemesChosen>(Seen)
            || !Joined.SequenceEqual(file.Joined.Select(joined => joined.Learning))
            || Way == LearningWay.ToTheMash && JoinedCases.Count != Joined.Count
        )
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if ((Way != LearningWay.NextMeeting || Again) && string.IsNullOrWhiteSpace(Reason))
        {
            return Decision.Refuse(
                Reasons.Needed(
                    Again ? "Say why it is put right. What was chosen before stays on the record."
                    : Way == LearningWay.NotForTheGroup ? "Say why it is not for the group. The referrer reads it."
                    : "Say why."
                )
            );
        }

        if (Reasons.TooLong(Reason) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var themed = LearningThemesChosen.Between(file, Themes ?? [.. file.Themes.Select(theme => theme.Id)], Reason, context);
        if (themed.Wrong is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (file.Way is { Way: LearningWay.NotForTheGroup } said && Way == said.Way && Reason.Trim() != said.Reason)
        {
            return WayReasonPutRight.Decide(this, files, themed.Changes, Told(file, context), joined => Told(joined, context));
        }

        if (file.Way is { } before && before.Way == Way && (before.Urgent == Urgent || Way == LearningWay.NotForTheGroup))
        {
            return themed.Event is null
                ? Decision.Refuse(new("nothing-changed", "This is what was chosen already."))
                : Decision.Accept(Learning, themed.Event);
        }

        var chosen = new WayChosen(
            new(Way, Reason.Trim(), Urgent, file.Way?.Themes ?? []),
            Way == LearningWay.ToTheMash ? Case : null,
            Way is LearningWay.NotForTheGroup or LearningWay.ToTheMash ? Told(file, context) : null
        );
        return new Decision.Accepted([
            .. themed.Changes,
            new(Learning, chosen),
            .. Way == LearningWay.ToTheMash
                ? ToTheMash(file, files.Others, context)
                : CourseFollowed.Of(files.Others, WayChosen.StageOf(Way), Way == LearningWay.NotForTheGroup ? Reason.Trim() : "", joined =>
                    chosen.Tell is null ? null : Told(joined, context)
                ),
        ]);
    }

    /// <summary>Each becomes a referral of a serious incident; those that follow are joined to the one that leads (D11, PD15).</summary>
    private IEnumerable<RecordChange> ToTheMash(LearningFile file, ImmutableList<RecordFile> others, DecisionContext context)
    {
        CaseFile Begun(CaseId id) => others.OfType<CaseFile>().Single(begun => begun.Id == id);
        yield return new(Case, Referred(file, Begun(Case), context));
        foreach (var (follows, made) in others.OfType<LearningFile>().Zip(JoinedCases))
        {
            var (referred, why) = (
                Referred(follows, Begun(made), context),
                $"Joined in practice learning: {follows.Ref} follows {file.Ref}."
            );
            yield return new(made, referred with { Joins = Case });
            yield return new(Case, new ReferralReceived(new(made, referred.Referrer, NamedAgencies.In(referred.Answers)), why));
            yield return new(made, new ReferralJoined(Case, why));
            yield return new(follows.Ref, new WentAlong(new(LearningStage.WithTheMash, "", Told(follows, context)), made));
        }
    }

    private static Deadline Told(LearningFile file, DecisionContext context) =>
        context.Pin(file, Timescales.LearningReferrerTold with { Anchor = ClockAnchor.Decision }, context.Today);

    /// <summary>The referral of a serious incident: by whoever referred, with what they said (A3, A6).</summary>
    private ReferralSubmitted Referred(LearningFile file, CaseFile begun, DecisionContext context) =>
        new(
            SeriousIncidentReferralV1.FormId,
            1,
            LearningAnswers.ToIncident(
                file.Referral!.Answers,
                $"From practice learning {string.Join(", ", Joined.Prepend(file.Ref))}. Why the Chair sends it: {Reason.Trim()}"
            ),
            file.Referral.Referrer,
            context.Today,
            context.Rules,
            [
                context.Pin(begun, Timescales.ThresholdDecision, context.Today),
                context.Pin(begun, Timescales.AuthorityNotification, context.Today),
            ]
        );
}

/// <summary>The Chair chose the way, or put the choice right.</summary>
/// <param name="Case">The referral of a serious incident that was made of it; null where it did not go to the MASH.</param>
/// <param name="Tell">By when the referrer is told, where it ends here; null where it goes on.</param>
public sealed record WayChosen(ChosenWay Way, CaseId? Case, Deadline? Tell) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "WayChosen.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => Way.Way != LearningWay.NotForTheGroup;

    /// <summary>Where it stands after a choice.</summary>
    internal static LearningStage StageOf(LearningWay way) =>
        way switch
        {
            LearningWay.NextMeeting or LearningWay.SpecialMeeting => LearningStage.AwaitingMeeting,
            LearningWay.ToTheMash => LearningStage.WithTheMash,
            LearningWay.NotForTheGroup => LearningStage.NotForTheGroup,
        };

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded)
    {
        var chosen = file.StopAll(recorded.At).TellsOf(recorded) with { Way = Way, Case = Case, Stage = StageOf(Way.Way) };
        return Tell is null ? chosen : chosen.Start(Tell);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            LearningCards.ToReferrer(after),
            LearningCards.Operations(after),
            .. LearningCards.Again(after).Except([LearningCards.Operations(after) with { OnlyIfShown = true }]),
        ];
}
