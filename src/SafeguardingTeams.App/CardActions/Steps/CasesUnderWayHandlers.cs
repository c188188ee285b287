using AdaptiveCards;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The group's sight of every case under way (E5).</summary>
internal sealed class CasesUnderWayHandlers(CasesUnderWay underWay) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.CasesUnderWay, DrawAsync)];

    private async Task<AdaptiveCard> DrawAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        !MeetingPermissions.MaySee(invocation.Actor)
            ? CaseHandlers.NotFound(invocation)
            : CasesUnderWayCard.Draw(
                await underWay.ListAsync(cancellationToken),
                await underWay.ActionsAsync(cancellationToken),
                invocation.Page,
                invocation.Actor.Roles.Any(role => role is Role.Operations or Role.Chair),
                invocation.Context
            );
}
