using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.Directory;

/// <summary>The directory of the site's tenant by Graph.</summary>
internal sealed class DirectoryGuests(GraphConnection graph, GraphCalls calls, ILogger<DirectoryGuests> logger) : IGuests
{
    /// <summary>What stands in the sign-in name of every account that signs in with another organisation.</summary>
    private const string External = "#EXT#";

    private const string Pending = "PendingAcceptance";

    private static readonly string[] Read = ["id", "userPrincipalName", "createdDateTime", "externalUserState", "accountEnabled"];

    public Task<GraphResult<DirectoryAccount>> FindAsync(string address, CancellationToken cancellationToken) =>
        calls.RunAsync("guest-find", false, stop => FoundAsync(address, stop), GraphCalls.Patience, cancellationToken);

    public Task<GraphResult<DirectoryAccount>> ReadAsync(string objectId, CancellationToken cancellationToken) =>
        calls.ReadAsync(
            "account",
            async stop => Of(await graph.Client.Users[objectId].GetAsync(call => call.QueryParameters.Select = Read, stop)),
            cancellationToken
        );

    public Task<GraphResult<DirectoryAccount>> InviteAsync(string address, string display, CancellationToken cancellationToken) =>
        calls.RunAsync<DirectoryAccount>(
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
                        ? new GraphResult<DirectoryAccount>.Done(
                            new(id, IsFromElsewhere: true)
                            {
                                IsPending = invitation.Status == Pending,
                                AcceptAt = Uri.TryCreate(invitation.InviteRedeemUrl, UriKind.Absolute, out var accept) ? accept : null,
                            }
                        )
                        : new GraphResult<DirectoryAccount>.Refused("The directory did not say which account the guest has.");
                }
                catch (ODataError e) when (e.ResponseStatusCode is 400 or 403)
                {
                    // Somebody who is a member of the tenant cannot be its guest as well: theirs is the account.
                    return
                        e.ResponseStatusCode == 400
                        && await FoundAsync(address, stop) is var end
                        && end is not GraphResult<DirectoryAccount>.NotFound
                        ? end
                        : NotInvited(GraphAnswer.Of(e));
                }
            },
            GraphCalls.Patience,
            cancellationToken
        );

    /// <summary>Nothing of the address stands in it: what Graph says in its own words is left out.</summary>
    private GraphResult<DirectoryAccount>.Refused NotInvited(GraphAnswer answer)
    {
        GraphLog.Answered(logger, answer.Status, answer.Code, "guest-invite", "Refused", answer.RequestId);
        var code = answer.Code.Length > 0 ? $" ({answer.Code})" : "";
        return new(
            answer.Status == 403
                ? $"Microsoft 365 does not allow this system to do that{code}: to invite a guest at that address. The permission it needs "
                    + "was not granted, or invitations to that organisation are switched off: ask whoever looks after the directory."
                : $"The directory did not let a guest be invited at that address{code}. Invitations to that organisation may be switched "
                    + "off, or the address may be mistyped: ask whoever looks after the directory."
        );
    }

    private static DirectoryAccount? Of(User? user) =>
        user?.Id is { } id
            ? new(id, user.UserPrincipalName?.Contains(External, StringComparison.OrdinalIgnoreCase) == true)
            {
                MadeAt = user.CreatedDateTime,
                IsPending = user.ExternalUserState == Pending,
                IsBlocked = user.AccountEnabled == false,
            }
            : null;

    private async Task<GraphResult<DirectoryAccount>> FoundAsync(string address, CancellationToken stop)
    {
        var text = address.Replace("'", "''", StringComparison.Ordinal);
        var found = await graph.Client.Users.GetAsync(
            call =>
            {
                call.QueryParameters.Filter = $"mail eq '{text}' or userPrincipalName eq '{text}' or otherMails/any(a:a eq '{text}')";
                call.QueryParameters.Select = Read;
                call.QueryParameters.Top = 2;
                call.QueryParameters.Count = true;
                call.Headers.Add("ConsistencyLevel", "eventual");
            },
            stop
        );
        return found?.Value switch
        {
            [var one] when Of(one) is { } account => new GraphResult<DirectoryAccount>.Done(account),
            null or [] => new GraphResult<DirectoryAccount>.NotFound(),
            _ => new GraphResult<DirectoryAccount>.Refused(
                "More than one account of the directory has that address. Access is not given before it is clear whose it is."
            ),
        };
    }
}
