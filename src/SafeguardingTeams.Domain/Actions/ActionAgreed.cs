using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>An action was agreed: by itself, or in the transaction of another command (<see cref="ActionPlan.Agreed"/>).</summary>
/// <param name="Rules">The numbers in force (PD9).</param>
public sealed record ActionAgreed(ActionPlan Plan, ActionSource Source, PinnedRules Rules, Deadline Due) : ActionEvent
{
    /// <summary>Which answer of the report of its case it was filled in from (B16); null where from none.</summary>
    public string? Answer { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ActionAgreed.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(ActionStage.Agreed, recorded.At, Due) with
        {
            Plan = Plan,
            Owner = Plan.Owner,
            Source = Source,
            Answer = Answer ?? "",
            Rules = Rules,
            AgreedAt = recorded.At,
            FirstDue = Plan.Due,
            Due = Plan.Due,
            TimesBegun = 1,
            BegunOn = London.DateOf(recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.ToOwner(after), .. ActionCards.Invited(after)];
}
