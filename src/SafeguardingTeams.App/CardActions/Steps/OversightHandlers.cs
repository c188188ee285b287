using AdaptiveCards;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The page of who oversees the work (E5).</summary>
internal sealed class OversightHandlers(OversightLists lists) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.Oversight, DrawAsync)];

    private async Task<AdaptiveCard> DrawAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        OversightLists.May(invocation.Actor)
            ? OversightCard.Draw(await lists.OfAsync(invocation.Actor, cancellationToken), invocation.Context)
            : NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
