using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Recalculating;

namespace SafeguardingTeams.Domain.Steps.ReportChanges;

/// <summary>
/// What the three leads approve is fixed by its content (B20, PD16): whatever changes what the report shows, after the recommendation is
/// agreed, needs a reason, and before it is sent goes back to them. Every command that can change it asks here, after its own rules.
/// </summary>
internal static class ApprovedContent
{
    /// <summary>Whether the leads have approved something else than what the report shows now.</summary>
    internal static bool Differs(CaseFile file) =>
        file.Review.Approval is { Approved: true, Content.Length: > 0 } approval && approval.Content != ReportContent.Of(file).Fingerprint;

    /// <summary>The decision of a command, with what follows where it changes what the report shows.</summary>
    internal static Decision Keep(string reason, Decision decision, CaseFile file, DecisionContext context)
    {
        if (decision is not Decision.Accepted accepted || file.Review.Agreed is null)
        {
            return decision;
        }

        var after = After(accepted, file, context);
        if (after.Review is { Agreed: null } or { WithdrawnBecause: not null })
        {
            return decision;
        }

        var changed = ReportContent.Of(after).ChangedFrom(ReportContent.Of(file));
        return changed.IsEmpty ? decision
            : string.IsNullOrWhiteSpace(reason)
                ? Decision.Refuse(
                    Reasons.Needed(
                        file.Review.Report is null
                            ? "The report of the Rapid Review shows this, and it has been agreed. Say why it is changed: the three leads "
                                + "are asked to approve it again."
                            : "The report that went to the national Panel shows this. Say why it is changed: the operational team can then "
                                + "send a correction."
                    )
                )
            : Reasons.TooLong(reason) is { } refusal ? Decision.Refuse(refusal)
            : new Decision.Accepted([
                .. accepted.Changes,
                .. Changed(after, changed, reason, context).Select(happened => new RecordChange(file.Ref, happened)),
            ]);
    }

    /// <summary>Where the leads are asked again a return may come again too (B8).</summary>
    private static IEnumerable<CaseEvent> Changed(CaseFile after, ImmutableList<string> changed, string reason, DecisionContext context)
    {
        if (after.Review is { Report: not null, Correction: null })
        {
            yield return new ReportChanged(changed, reason.Trim(), null);
            yield break;
        }

        if (after.Review.Report is null && ReturnClock.Again(after, context).ToList() is { Count: > 0 } returns)
        {
            yield return new ClocksPinned([.. returns]);
        }

        yield return new ReportChanged(
            changed,
            reason.Trim(),
            ApprovalClock.Pin(after, context, context.Today, ClockAnchor.RecommendationAgreed)
        );
    }

    private static CaseFile After(Decision.Accepted accepted, CaseFile file, DecisionContext context)
    {
        var actor = context.Actor;
        var by = new RecordedActor(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. file.RolesOf(actor).Order()]);
        return accepted
            .Changes.Where(change => change.Record == file.Ref)
            .Aggregate(file, (now, change) => Replay.Next(now, new(file.Ref, now.Version + 1, context.At, by, "", change.Event)));
    }
}

/// <summary>
/// What the report shows was changed after it was agreed: before it is sent the three leads are asked again; afterwards a correction can be
/// sent.
/// </summary>
/// <param name="Changed">What, by the labels people know it under; no values.</param>
/// <param name="Deadline">Of their approval; null where it has been sent and no correction is under way.</param>
public sealed record ReportChanged(ImmutableList<string> Changed, string Reason, Deadline? Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReportChanged.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        Deadline is null
            ? file
            : (
                file.Stop(Timescales.ApprovalMediation.Id, recorded.At).Start([Deadline]) with
                {
                    Review = file.Review with { Approval = new(DecisionRound.After(file.Review.Approval?.Round), null) },
                }
            ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Deadline is null
            ? Partners.Leads.Select(lead => Tell.To(after, CardKind.PanelNews, lead, Topic.Of(TopicNews.RecordCorrected, after.Version)))
            :
            [
                .. RoundCards.OnApproval(after),
                .. Tell.Again(RoundCards.OnApproval(after, after.Review.Approval!.Round.Number - 1)),
                .. ReviewCards.Meeting(after),
            ];
}
