using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionTime;

/// <summary>The Chair agrees to a later date, or refuses it with a reason (C20).</summary>
public sealed record AnswerMoreTime(RecordRef Action, bool Agrees, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.AnswerMoreTime;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        var until = files.This.OpenMoreTime!.Until;
        return Said.Decide(
            Action,
            [
                Agrees
                    ? Said.TooLong(Reason, "reason")
                    : Said.Needed(Reason, "reason", "Say why there is no more time. The owner reads it."),
                Agrees && until <= context.Today
                    ? new("past", "The date asked for is past. Refuse it with this reason, so that the owner can ask for another.")
                    : null,
            ],
            () => new MoreTimeAnswered(Agrees, Reason.Trim(), Agrees ? context.PinDue(files.This.Rules!, context.Today, until) : null)
        );
    }
}

/// <summary>It was answered whether there is more time.</summary>
/// <param name="Due">The later date; null where there is no more time.</param>
public sealed record MoreTimeAnswered(bool Agrees, string Reason, Deadline? Due) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionMoreTimeAnswered.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded)
    {
        var answered = file with
        {
            MoreTime = file.MoreTime.SetItem(
                file.MoreTime.Count - 1,
                file.MoreTime[^1] with
                {
                    Agreed = Agrees,
                    Answer = Reason,
                    Begun = file.TimesBegun,
                }
            ),
        };
        return Due is null ? answered : answered.Start(Due) with { Due = Due.DueDay, Extensions = file.Extensions + 1 };
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.TimeAnswered(after), .. ActionCards.Again(after)];
}
