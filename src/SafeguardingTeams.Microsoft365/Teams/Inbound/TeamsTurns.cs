using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using Schema = Microsoft.Bot.Schema;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// The SDK's adapter, behind the door: takes activities whose token, tenant, person and service address have been checked,
/// and nothing else. Its own way in (<see cref="CloudAdapter.ProcessAsync"/>) is mapped nowhere and lets nobody in.
/// </summary>
/// <remarks>What the SDK would log is not logged: it writes faults out whole.</remarks>
internal sealed class TeamsTurns(DoorAuthentication door, TeamsBot bot, IOptions<BotOptions> options)
    : CloudAdapter(door, NullLogger.Instance)
{
    /// <summary>The answer to a press.</summary>
    internal async Task<InvokeReply> TakeAsync(Activity activity, CardInvocation invocation, CancellationToken cancellationToken) =>
        (await RunAsync(new(activity, invocation), cancellationToken))?.Body as InvokeReply
        ?? throw new InvalidOperationException("A press was not answered.");

    /// <summary>The answer to "Refer for learning".</summary>
    internal async Task<DialogReply> TakeAsync(Activity activity, MessageReferral referral, CancellationToken cancellationToken) =>
        (await RunAsync(new(activity, null, referral), cancellationToken))?.Body as DialogReply
        ?? throw new InvalidOperationException("A message referred was not answered.");

    /// <summary>The status answered to anything else.</summary>
    internal async Task<int> TakeAsync(Activity activity, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(activity.Type) ? 200 : (await RunAsync(new(activity, null), cancellationToken))?.Status ?? 200;

    private Task<InvokeResponse?> RunAsync(Arrived arrived, CancellationToken cancellationToken)
    {
        var claims = new ClaimsIdentity(
            [
                new(AuthenticationConstants.AudienceClaim, options.Value.AppId),
                new(AuthenticationConstants.ServiceUrlClaim, arrived.Activity.ServiceUrl!),
            ],
            nameof(BotTokenValidator)
        );
        var checkedRequest = new AuthenticateRequestResult
        {
            ClaimsIdentity = claims,
            Audience = options.Value.Scope,
            ConnectorFactory = door.CreateConnectorFactory(claims),
        };
        return ProcessActivityAsync(
            checkedRequest,
            ForTheTurn(arrived.Activity),
            (turn, stop) =>
            {
                turn.TurnState.Add(arrived);
                return bot.OnTurnAsync(turn, stop);
            },
            cancellationToken
        )!;
    }

    /// <summary>
    /// What the SDK needs for a turn, of what was checked. Not the locale, by which it would set the culture our dates are
    /// written in; nor a delivery mode, which changes where answers go.
    /// </summary>
    private static Schema.Activity ForTheTurn(Activity activity) =>
        new()
        {
            Type = activity.Type,
            Id = activity.Id,
            Name = activity.Name,
            ServiceUrl = activity.ServiceUrl,
            ChannelId = activity.ChannelId,
            From = Account(activity.From),
            Recipient = Account(activity.Recipient),
            Conversation = new(
                conversationType: activity.Conversation?.ConversationType,
                id: activity.Conversation?.Id,
                tenantId: activity.TenantId
            ),
            ReplyToId = activity.ReplyToId,
            Text = activity.Text,
            Action = activity.Action,
        };

    private static Schema.ChannelAccount? Account(ChannelAccount? account) =>
        account is null ? null : new(account.Id, account.Name, aadObjectId: account.AadObjectId);
}

/// <summary>What the door has checked, for the handler of the turn.</summary>
internal sealed record Arrived(Activity Activity, CardInvocation? CardInvocation, MessageReferral? MessageReferral = null);
