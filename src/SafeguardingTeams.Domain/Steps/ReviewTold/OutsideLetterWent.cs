using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewTold;

/// <summary>The letter that is drawn here went to a body outside, or goes now by mail (C8, C9, C15, C17).</summary>
/// <param name="On">The day of the letter.</param>
/// <param name="MailTo">The address it is mailed to from here; empty where a person sent it.</param>
public sealed record OutsideLetterWent(TellingOf Of, OutsideBody Body, DateOnly On, string MailTo) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "OutsideLetterWent.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. MailTo.Length > 0
                ? [new Effect.SendMail(after.Ref, MailKind.OutsideLetter, OutsideLetter.Of(after)[^1].About)]
                : Array.Empty<Effect>(),
            new Effect.KeepPapers(after.Ref),
        ];
}

/// <summary>A letter about a review that went to a body outside: what went is the letter of that day, whatever is recorded later.</summary>
/// <param name="Number">Which of the review's, from 1.</param>
/// <param name="After">The event that says it went.</param>
public sealed record OutsideLetter(int Number, OutsideLetterWent Went, int After)
{
    /// <summary>All of a review's, oldest first.</summary>
    public static IReadOnlyList<OutsideLetter> Of(ReviewFile file) =>
        [
            .. file
                .History.Where(recorded => recorded.Event is OutsideLetterWent)
                .Select((recorded, i) => new OutsideLetter(i + 1, (OutsideLetterWent)recorded.Event, recorded.Sequence)),
        ];

    /// <summary>Names its mail.</summary>
    public Topic About => Topic.Round(Number);

    /// <summary>Names it among what is kept.</summary>
    public string Occasion => $"{nameof(MailKind.OutsideLetter)}.{About}";

    /// <summary>The review as it was when this went.</summary>
    public ReviewFile AsSent(ReviewFile file) => Replay.From(new ReviewFile(file.Reference), file.History.Take(After));
}
