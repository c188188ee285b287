using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>
/// The Chair accepts between meetings that an action is done, and it is listed at the next meeting; who owns it never accepts it (C19).
/// </summary>
/// <param name="Note">What is said of it; may be empty.</param>
/// <param name="ImpactOn">When it is looked at what it changed; null for the usual time.</param>
public sealed record AcceptAction(RecordRef Action, string Note, DateOnly? ImpactOn = null) : ActionCommand(Action)
{
    /// <summary>At most so many months after it was accepted (C19).</summary>
    public const int MostMonths = 12;

    /// <inheritdoc/>
    public override Step Step => Step.AcceptAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(Action, [Said.TooLong(Note, "note"), ImpactDay(ImpactOn, context)], () =>
            new ActionAccepted(Note.Trim(), true, context.PinImpact(files.This.Rules!, ImpactOn))
        );

    /// <summary>What is wrong with a day to look at it; null where nothing is.</summary>
    internal static Refusal? ImpactDay(DateOnly? on, DecisionContext context) =>
        on is { } day && (day <= context.Today || day > context.Today.AddMonths(MostMonths))
            ? new("out-of-range", $"Give a date after today, and at most {MostMonths} months ahead.", "impact")
            : null;
}

/// <summary>An action was accepted as done.</summary>
/// <param name="Listed">Whether the next meeting is to see it: it was accepted between meetings.</param>
/// <param name="Impact">When it is looked at what it changed.</param>
public sealed record ActionAccepted(string Note, bool Listed, Deadline Impact) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionAccepted.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(ActionStage.Accepted, recorded.At, Impact) with
        {
            Accepted = new(recorded.At, recorded.By.Display, Note, Listed),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
