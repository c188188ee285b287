using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>
/// Says what an activity is to the product. Everything the product has nothing for is passed over, or, of an invoke, said
/// not to be there; the SDK's own handling of it, which asks Teams back or reads what was not checked, is never reached.
/// </summary>
internal sealed class TeamsBot(ITeamsActivities activities) : TeamsActivityHandler
{
    private static readonly InvokeResponse NotThere = new() { Status = 501 };

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        Came(turnContext) switch
        {
            { CardInvocation: { } invocation, Activity: var activity } => CreateInvokeResponse(
                await activities.PressedAsync(activity, invocation.Verb, invocation.Data, cancellationToken)
            ),
            { MessageReferral: { } referral, Activity: var activity } => CreateInvokeResponse(
                await activities.ReferredAsync(activity, referral.Message, referral.Text, cancellationToken)
            ),
            _ => NotThere,
        };

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        activities.WroteAsync(Came(turnContext).Activity, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        turnContext.Activity.Action is "remove" or "remove-upgrade"
            ? activities.RemovedAsync(Came(turnContext).Activity, cancellationToken)
            : activities.InstalledAsync(Came(turnContext).Activity, cancellationToken);

    /// <summary>Only the bot itself counts. For other members the SDK would ask Teams who they are, one by one.</summary>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = Came(turnContext).Activity;
        return Names(activity.MembersRemoved, activity) ? activities.RemovedAsync(activity, cancellationToken)
            : Names(activity.MembersAdded, activity) ? activities.InstalledAsync(activity, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Meetings and receipts: none of ours.</summary>
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static Arrived Came(ITurnContext turnContext) => turnContext.TurnState.Get<Arrived>();

    private static bool Names(IReadOnlyList<Protocol.ChannelAccount>? members, Protocol.Activity activity) =>
        members?.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id) == true;
}
