using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Bot;

/// <summary>
/// Before the doors open: what everybody's first press needs is done once, so that the first one is not the one that waits
/// for it. Draws lists of people of the partnership, which are read and recorded nowhere; opens no case. Whatever fails here fails
/// again where somebody asks for it, and is logged there.
/// </summary>
internal sealed class WarmUp(ICardActions cards, IPeople people, IServiceProvider services) : IHostedService
{
    private const int People = 3;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Most);
        try
        {
            await Task.WhenAll(services.WarmUpTeamsAsync(limit.Token), DrawAsync(limit.Token));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A slow or failing start is no reason not to open.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DrawAsync(CancellationToken cancellationToken)
    {
        foreach (
            var account in people.Roster.People.Where(person => !person.Accounts.IsEmpty).Take(People).Select(person => person.Accounts[0])
        )
        {
            foreach (var verb in new[] { Verbs.Home, Verbs.MyTasks, Verbs.MyReferrals })
            {
                var invocation = new CardAction(
                    new(account.TenantId, account.ObjectId),
                    "",
                    verb,
                    new Dictionary<string, string>(),
                    "start"
                );
                await cards.AnswerAsync(invocation, cancellationToken);
            }
        }
    }
}
