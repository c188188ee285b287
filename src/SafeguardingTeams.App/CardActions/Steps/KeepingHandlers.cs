using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Keeping;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>What left the house and when (B21): read by those who send it.</summary>
internal sealed class KeepingHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Kept, All)];

    private static StepCard All(CardInvocation invocation) =>
        new(Reads, (file, filled, context) => KeptCard.List(file, invocation.Page, StepCard.OnTop(filled), context));

    private static Refusal? Reads(CaseFile file, Actor actor) =>
        Permissions.SeesAs(file, actor, Role.Operations, Role.Chair) ? null
        : Permissions.Sees(file, actor) ? Refusal.NotYours
        : Refusal.NotFound;
}
