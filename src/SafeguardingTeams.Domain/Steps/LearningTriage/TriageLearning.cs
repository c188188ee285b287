using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Themes;

namespace SafeguardingTeams.Domain.Steps.LearningTriage;

/// <summary>
/// The Chair chooses the way of a referral for practice learning (D3, D7). What looks serious goes to the MASH as a referral of a serious
/// incident with the same answers, by whoever referred; its clocks start then.
/// </summary>
/// <param name="Reason">Needed unless it goes to the next meeting, and for every correction.</param>
/// <param name="Themes">Ids of themes of the partnership's list; may be none.</param>
/// <param name="Case">The reference the serious-incident referral gets, where it goes to the MASH.</param>
/// <param name="Again">Whether something was chosen already when the card was drawn.</param>
public sealed record TriageLearning(
    RecordRef Learning,
    LearningWay Way,
    string Reason,
    bool Urgent,
    ImmutableList<string> Themes,
    CaseId Case,
    bool Again = false
) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.TriageLearning;

    /// <summary>The referrals that follow it, as the card was drawn with them (D11).</summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Way == LearningWay.ToTheMash ? [.. Joined, Case] : Joined;

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => other.Kind == RecordKind.Learning ? Step.FollowLearning : Step;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        var file = files.This;
        if (Again != file.Way is not null || !Joined.SequenceEqual(file.Joined.Select(joined => joined.Learning)))
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

        var themed = LearningThemesChosen.Between(file, Themes, Reason, context);
        if (themed.Wrong is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (file.Way is { } before && before.Way == Way && before.Urgent == Urgent)
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
            .. CourseFollowed.Of(files.Others, WayChosen.StageOf(Way), Way == LearningWay.NotForTheGroup ? Reason.Trim() : "", joined =>
                chosen.Tell is null ? null : Told(joined, context)
            ),
            .. Way == LearningWay.ToTheMash
                ? [new RecordChange(Case, Referred(file, files.Others.OfType<CaseFile>().Single(), context))]
                : Array.Empty<RecordChange>(),
        ]);
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
        var chosen = file.StopAll(recorded.At) with { Way = Way, Case = Case, Told = null, Stage = StageOf(Way.Way) };
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
