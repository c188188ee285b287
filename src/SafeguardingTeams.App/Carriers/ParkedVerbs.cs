using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Schema;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The messages that could not be delivered, and what could not be done in Outlook or SharePoint, shown to operations, who can have them tried again.</summary>
public sealed class ParkedVerbs(IRows rows, IPeople people, Chats chats, StuckErrands stuck)
{
    internal async Task<AdaptiveCard> ShowAsync(Press press, CancellationToken cancellationToken)
    {
        if (!press.Actor.Roles.Contains(Role.Operations))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
        }

        return ListCards.Parked([.. (await rows.ReadAsync(Keys.Parked, cancellationToken)).Select(row => (row, item: OutboxItem.From(row)))
            .Select(pair => new ParkedLine(pair.row.Key, pair.item.CaseId, pair.item.Kind, people.Find(pair.item.PersonId)?.Display ?? "the referrer", pair.item.Why, pair.item.Since))],
            [.. (await stuck.ReadAsync(cancellationToken)).Select(one => new StuckLine(one.CaseId, one.What, one.Why, one.Since))], press.Context);
    }

    internal async Task<AdaptiveCard> RetryAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Actor.Roles.Contains(Role.Operations))
        {
            foreach (var row in await rows.ReadAsync(Keys.Parked, cancellationToken))
            {
                await chats.UnparkAsync(row, cancellationToken);
            }

            await stuck.RetryAsync(cancellationToken);
        }

        return press.Actor.Roles.Contains(Role.Operations)
            ? NoticeCard.Draw("Being tried again", "What still cannot be delivered or done comes back to the list.", press.Context)
            : NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
    }
}
