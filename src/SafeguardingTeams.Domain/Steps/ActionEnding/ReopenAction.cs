using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionEnding;

/// <summary>
/// An action that was accepted, or has ended, is opened again with a reason and a new date: by the group, which operations record, or by
/// the Chair between meetings (C19, PD16). Who owns it does neither, since that would give them another date (C20).
/// </summary>
/// <param name="DecidedOn">The day the group decided it; null where the Chair does between meetings.</param>
public sealed record ReopenAction(RecordRef Action, DateOnly Due, string Reason, DateOnly? DecidedOn = null) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Due <= context.Today ? new("past", "Give a date after today.", "due") : null,
                DecidedOn > context.Today ? new("future", "This day is still to come.", "date") : null,
                DecidedOn is null && !files.This.RolesOf(context.Actor).Contains(Role.Chair)
                    ? new(
                        "date-needed",
                        "Only the group, or the Chair between meetings, opens an action again. Enter the day of the group's meeting.",
                        "date"
                    )
                    : null,
                Said.Needed(Reason, "reason", "Say why it is opened again. The owner reads it."),
            ],
            () => new ActionReopened(Reason.Trim(), context.PinDue(files.This.Rules!, context.Today, Due)) { DecidedOn = DecidedOn }
        );
}

/// <summary>An action was opened again.</summary>
public sealed record ActionReopened(string Reason, Deadline Due) : ActionEvent
{
    /// <summary>The day the group decided it; null where the Chair did between meetings, or where that was not asked yet.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ActionReopened.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.Lapse().To(ActionStage.Agreed, recorded.At, Due) with
        {
            Due = Due.DueDay,
            Accepted = null,
            TimesBegun = file.TimesBegun + 1,
            BegunOn = London.DateOf(recorded.At),
            WhyEnded = "",
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        [ActionCards.ToOwner(after), .. ActionCards.Again(after), .. ActionCards.Invited(after)];
}
