using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewProceedings;

/// <summary>Proceedings elsewhere are listed, or more is known of them (C22); the passing of their next date asks again.</summary>
/// <param name="Number">Which; null for some that are not on the list.</param>
public sealed record KeepProceeding(
    RecordRef Review,
    int? Number,
    ProceedingKind Kind,
    string Contact,
    DateOnly Next,
    bool HoldsPublication,
    string Text
) : ReviewCommand(Review)
{
    /// <summary>The most a review has.</summary>
    public const int Most = 12;

    /// <inheritdoc/>
    public override Step Step => Step.KeepProceeding;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var kept = new Proceeding(Number ?? file.Proceedings.Count + 1, Kind, Contact.Trim(), Next, HoldsPublication, Text.Trim());
        return Unless(
            [
                Number is { } number && !file.Proceedings.Exists(one => one.Number == number && one.Ended.Length == 0)
                    ? new("not-there", "These are not on the list, or have ended. Choose others.", "which")
                    : null,
                Number is null && file.Proceedings.Count >= Most
                    ? new("too-many", $"A review lists {Most} at most. Put them together.", "which")
                    : null,
                file.Proceedings.Contains(kept) ? new("nothing-changed", "This is what is recorded already.", "which") : null,
                Said.Needed(Contact, "contact", "Enter whom to ask about it: their post and organisation.", Said.LongestLine),
                Next <= context.Today ? new("past", "Give a date after today.", "until") : null,
                Said.TooLong(Text, "text"),
            ],
            new ProceedingKept(kept, context.PinProceeding(kept.Number, context.Today, Next))
        );
    }
}

/// <summary>Proceedings elsewhere were listed, or changed.</summary>
/// <param name="Asked">When it is asked for again.</param>
public sealed record ProceedingKept(Proceeding Proceeding, Deadline Asked) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ProceedingKept.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Asked) with
        {
            Proceedings = [.. file.Proceedings.Where(one => one.Number != Proceeding.Number).Append(Proceeding).OrderBy(one => one.Number)],
            ProceedingsChanged = file.ProceedingsChanged + 1,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
