using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;

/// <summary>
/// Operations say who the safeguarding lead is: one of the partnership's file, who is then asked on a card; the five days begin anew
/// (D9).
/// </summary>
public sealed record NameSafeguardingLead(RecordRef Learning, string PersonId) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.NameSafeguardingLead;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        context.People.Find(person => person.PersonId == PersonId && person.Roles.Contains(Role.DesignatedSafeguardingLead)) is not { } lead
            ? Decision.Refuse(new("person-needed", "Choose one of the safeguarding leads.", "lead"))
        : files.This.Lead!.PersonId == PersonId ? Decision.Refuse(new("nothing-changed", "They are asked already.", "lead"))
        : Decision.Accept(
            Learning,
            new LeadNamed(
                lead.PersonId,
                lead.Display,
                files.This.Lead.PersonId,
                context.Pin(files.This, Timescales.SafeguardingLeadsAnswer, context.Today)
            )
        );
}

/// <summary>Somebody else is asked as the safeguarding lead.</summary>
/// <param name="Before">Who was asked before; empty where nobody was on a card.</param>
public sealed record LeadNamed(string PersonId, string Display, string Before, Deadline Deadline) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadNamed.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.Start(Deadline) with
        {
            Lead = new(PersonId, Display),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            LearningCards.ToTheLead(after),
            LearningCards.Operations(after) with
            {
                OnlyIfShown = true,
            },
            .. Before.Length == 0
                ? Array.Empty<Effect>()
                : [new Effect.ShowCard(after.Ref, CardKind.LearningAgreement, new Recipient.FormerHolder(Before)) { OnlyIfShown = true }],
        ];
}
