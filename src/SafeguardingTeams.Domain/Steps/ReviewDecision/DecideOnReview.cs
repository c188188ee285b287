using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDecision;

/// <summary>
/// A lead says for their partner whether there is to be a review (C8): one answer per partner, which may be changed until all three are
/// the same. Then it is decided, and six months run from that day; or there is to be none. Where they differ the Chair asks again.
/// </summary>
/// <param name="Reason">Why; needed where they say no.</param>
public sealed record DecideOnReview(RecordRef Review, bool Agrees, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideOnReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        LeadSaying said = new(ReviewRules.PartnerOf(files.This, context.Actor)!.Value, Agrees, Reason.Trim(), null);
        var (refusals, happened) = Of(files.This, said, context);
        return Unless(refusals, happened);
    }

    /// <summary>What is wrong with an answer, and what happens by it.</summary>
    internal static (ImmutableList<Refusal?> Refusals, ReviewEvent[] Happened) Of(ReviewFile file, LeadSaying said, DecisionContext context)
    {
        var (lead, agrees, reason, call) = said;
        var views = file.Views.RemoveAll(view => view.Lead == lead);
        var isLast = views.Count + 1 == Partners.Leads.Length && views.TrueForAll(view => view.Agrees == agrees);
        ReviewEvent recorded = new LeadSaidOfReview(lead, agrees, reason) { Call = call };
        return (
            [
                agrees ? Said.TooLong(reason, "reason") : Said.Needed(reason, "reason", "Say why not. The others read it."),
                file.Views.Find(view => view.Lead == lead) is { } before
                && (before.Agrees, before.Reason, before.Call is null) == (agrees, reason, call is null)
                    ? new("nothing-changed", "This is what is recorded for your partner already.")
                    : null,
            ],
            !isLast ? [recorded]
            : agrees
                ?
                [
                    recorded,
                    new ReviewDecided(
                        context.Today,
                        [
                            context.Pin(file.Rules!, Timescales.ReviewPublished, context.Today),
                            context.Pin(file.Rules!, Timescales.ReviewTold, context.Today),
                            context.Pin(file.Rules!, Timescales.ReviewLook, context.Today),
                            context.Pin(file.Rules!, Timescales.ReviewTerms, context.Today),
                        ]
                    ),
                ]
            : [recorded, new ReviewDeclined(context.Today)]
        );
    }
}

/// <summary>A lead has said whether there is to be a review, or said it otherwise.</summary>
public sealed record LeadSaidOfReview(Role Lead, bool Agrees, string Reason) : ReviewEvent
{
    /// <summary>By telephone, where operations recorded it (PD8); null for the lead's own word.</summary>
    public LeadsCall? Call { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "LeadSaidOfReview.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        LeadsView view = new(Lead, Agrees, Reason, recorded.At, recorded.By.Display) { Call = Call, Version = recorded.Sequence };
        return file.WithAnswer(view) with { Views = file.Views.With(view) };
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. after.LeadsDiffer && after.Views.DistinctBy(view => view.Agrees).Count() > 1
                ? [ReviewRecordCards.Differ(after)]
                : Array.Empty<Effect>(),
            .. ReviewRecordCards.ToldByTelephone(after),
            .. ReviewRecordCards.Again(after),
        ];
}

/// <summary>All three leads want a review: it was decided on.</summary>
/// <param name="On">The day: six months run from it (C8).</param>
public sealed record ReviewDecided(DateOnly On, ImmutableList<Deadline> Deadlines) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDecided.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Stop(recorded.At, Timescales.ReviewLeads).To(ReviewStage.UnderWay).Start(Deadlines) with
        {
            DecidedOn = On,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [ReviewRecordCards.ToOwner(after), .. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after)];
}

/// <summary>None of the three leads wants a review: there is to be none.</summary>
public sealed record ReviewDeclined(DateOnly On) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDeclined.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).To(ReviewStage.Declined) with
        {
            DecidedOn = On,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after)];
}
