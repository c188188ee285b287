using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPublication;

/// <summary>
/// Operations or the Chair record that a review was published, when and where, or that nothing of it is (C16). Fewer than seven working
/// days after Panel and Secretary of State had it, that needs a reason (C15). Family, practitioners, agencies and press offices are told
/// before by somebody who is named.
/// </summary>
/// <param name="On">The day; of nothing published, the day that was decided.</param>
/// <param name="Where">Where it is published; empty for nothing.</param>
/// <param name="ToldBy">Who told family, practitioners, agencies and press offices before.</param>
/// <param name="Reason">Why it was published so soon; empty else.</param>
public sealed record RecordPublished(RecordRef Review, DateOnly On, string Where, string ToldBy, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordPublished;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var isNothing = file.Publication!.Form == PublicationForm.Nothing;
        return Unless(
            [
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < file.AcceptedOn ? new("too-early", "This is before the report was accepted.", "date")
                : null,
                isNothing ? null : Said.Needed(Where, "where", "Say where it is published.", Said.LongestLine),
                isNothing
                    ? null
                    : Said.Needed(
                        ToldBy,
                        "told",
                        "Say who told family, practitioners, agencies and press offices before, and when.",
                        Said.LongestLine
                    ),
                !isNothing && file.PublicationWaits
                    ? Said.Needed(Reason, "reason", "Publication waits for proceedings elsewhere. Say why it was published all the same.")
                : !isNothing && IsTooSoon(file, context)
                    ? Said.Needed(
                        Reason,
                        "reason",
                        "National Panel, DfE and Ofsted did not have it for seven working days before this day. Say why it was published "
                            + "all the same."
                    )
                : Said.TooLong(Reason, "reason"),
            ],
            new ReviewPublished(
                On,
                isNothing ? "" : Where.Trim(),
                isNothing ? "" : ToldBy.Trim(),
                Reason.Trim(),
                isNothing ? null : context.Pin(file.Rules!, Timescales.ReviewTakenDown, On)
            )
        );
    }

    private bool IsTooSoon(ReviewFile file, DecisionContext context) =>
        file.Owed(TellingOf.Report).Any()
        || file.Told.Where(told => told.Of == TellingOf.Report).Max(told => told.On)
            > context.Pin(file.Rules!, Timescales.ReviewReportSent, On).DueDay;
}

/// <summary>A review was published, or nothing of it is.</summary>
/// <param name="TakenDown">When it may be taken down; null where nothing was published.</param>
public sealed record ReviewPublished(DateOnly On, string Where, string ToldBy, string Reason, Deadline? TakenDown) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPublished.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var stopped = file
            .Clocks.Where(clock => Timescales.Rule(clock.Deadline.TimescaleId) == Timescales.ReviewProceeding)
            .Aggregate(file.Stop(recorded.At, Timescales.ReviewPublished, Timescales.ReviewDelayTold).Clocks, (clocks, asked) =>
                clocks.Stopped(asked.Deadline.TimescaleId, recorded.At)
            );
        var concluded = file.To(ReviewStage.Concluded) with
        {
            Clocks = stopped,
            PapersHold = false,
            Publication = file.Publication! with { PublishedOn = On, Where = Where },
        };
        return TakenDown is null ? concluded : concluded.Start(TakenDown);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.News(after), .. ReviewRecordCards.Again(after), .. ReviewGuests.Again(after)];
}
