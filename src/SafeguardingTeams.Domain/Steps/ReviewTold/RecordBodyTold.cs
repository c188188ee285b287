using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTold;

/// <summary>
/// Operations record that a body outside was told of a review: of the decision (C8), that it will be late and why (C17), of the report
/// before it is published (C15). Nothing goes there by itself: they send the letter and say how, or have it mailed to an address that the
/// partnership has checked.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="How">How, and to which address.</param>
/// <param name="IsOurLetter">Whether the letter that is drawn here is what went.</param>
/// <param name="MailTo">The checked address it is mailed to from here; empty where it went in another way.</param>
public sealed record RecordBodyTold(
    RecordRef Review,
    TellingOf Of,
    OutsideBody Body,
    DateOnly On,
    string How,
    bool IsOurLetter = false,
    string MailTo = ""
) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordBodyTold;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                !Of.ToWhom().Contains(Body) || !files.This.IsToBeTold(Of) ? new("not-told", "This body is not told of that now.", "body")
                : !files.This.Owed(Of).Contains(Body) ? new("nothing-changed", "This is recorded already.", "body")
                : null,
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : Of == TellingOf.Reviewer && On < files.This.ReviewersChangedOn ? new("too-early", "This is before that changed.", "date")
                : On < files.This.DecidedOn ? new("too-early", "This is before the review was decided on.", "date")
                : null,
                Said.Needed(How, "how", "Say how it was told, and to which address.", Said.LongestLine),
                MailTo.Length > 0 && Of == TellingOf.Report
                    ? new("with-report", "The report goes with this letter. Send both yourself, then record how.", "body")
                    : null,
            ],
            [
                new OutsideBodyTold(Of, Body, On, How.Trim()),
                .. IsOurLetter || MailTo.Length > 0 ? [new OutsideLetterWent(Of, Body, On, MailTo)] : Array.Empty<ReviewEvent>(),
            ]
        );
}

/// <summary>A body outside was told of a review.</summary>
public sealed record OutsideBodyTold(TellingOf Of, OutsideBody Body, DateOnly On, string How) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "OutsideBodyTold.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var told = file with { Told = file.Told.Add(new(Of, Body, On, How, recorded.By.Display)) };
        return told.Owed(Of).Any()
            ? told
            : told.Stop(
                recorded.At,
                Of switch
                {
                    TellingOf.Decision => Timescales.ReviewTold,
                    TellingOf.Delay => Timescales.ReviewDelayTold,
                    TellingOf.Report => Timescales.ReviewReportSent,
                    TellingOf.Reviewer => Timescales.ReviewPersonTold,
                }
            );
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
