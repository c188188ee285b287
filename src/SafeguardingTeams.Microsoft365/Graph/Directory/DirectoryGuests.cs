using Microsoft.Graph.Models.ODataErrors;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.Directory;

/// <summary>The directory of the site's tenant by Graph.</summary>
internal sealed class DirectoryGuests(GraphConnection graph, GraphCalls calls) : IGuests
{
    public Task<GraphResult<string>> FindAsync(string address, CancellationToken cancellationToken) =>
        calls.RunAsync("guest-find", false, stop => FoundAsync(address, stop), GraphCalls.Patience, cancellationToken);

    public Task<GraphResult<string>> InviteAsync(string address, string display, CancellationToken cancellationToken) =>
        calls.RunAsync<string>(
            "guest-invite",
            true,
            async stop =>
            {
                try
                {
                    var invitation = await graph.Client.Invitations.PostAsync(
                        new()
                        {
                            InvitedUserEmailAddress = address,
                            InvitedUserDisplayName = display,
                            InviteRedirectUrl = graph.Options.GuestsArriveAt,
                            SendInvitationMessage = false,
                        },
                        cancellationToken: stop
                    );
                    return invitation?.InvitedUser?.Id is { } id
                        ? new GraphResult<string>.Done(id)
                        : new GraphResult<string>.Refused("The directory did not say which account the guest has.");
                }
                catch (ODataError e) when (e.ResponseStatusCode == 400)
                {
                    // Somebody who is a member of the tenant cannot be its guest as well: theirs is the account.
                    if (await FoundAsync(address, stop) is GraphResult<string>.Done found)
                    {
                        return found;
                    }

                    throw;
                }
            },
            GraphCalls.Patience,
            cancellationToken
        );

    private async Task<GraphResult<string>> FoundAsync(string address, CancellationToken stop)
    {
        var text = address.Replace("'", "''", StringComparison.Ordinal);
        var found = await graph.Client.Users.GetAsync(
            call =>
            {
                call.QueryParameters.Filter = $"mail eq '{text}' or userPrincipalName eq '{text}' or otherMails/any(a:a eq '{text}')";
                call.QueryParameters.Select = ["id"];
                call.QueryParameters.Top = 2;
                call.QueryParameters.Count = true;
                call.Headers.Add("ConsistencyLevel", "eventual");
            },
            stop
        );
        return found?.Value switch
        {
            [{ Id: { } id }] => new GraphResult<string>.Done(id),
            null or [] => new GraphResult<string>.NotFound(),
            _ => new GraphResult<string>.Refused(
                "More than one account of the directory has that address. Access is not given before it is clear whose it is."
            ),
        };
    }
}
