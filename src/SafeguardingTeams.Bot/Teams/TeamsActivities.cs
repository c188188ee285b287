using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Bot.Teams;

/// <summary>Teams as a channel: presses go to the product, whatever is typed is answered with a way in, chats are remembered.</summary>
internal sealed class TeamsActivities(
    ICardActions cards,
    OpenForms forms,
    Chats chats,
    StoredMessages messages,
    MessageReferrals referrals,
    ITeamsMessages teams,
    Partnership partnership,
    LondonClock clock
) : ITeamsActivities
{
    private const int Tries = 3;

    public async Task<InvokeReply> PressedAsync(
        Activity activity,
        string verb,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    )
    {
        var account = new Account(activity.TenantId!.ToLowerInvariant(), activity.From!.AadObjectId!.ToLowerInvariant());
        var reply = await cards.AnswerAsync(new CardAction(account, activity.From.Name ?? "", verb, data, "Teams"), cancellationToken);
        reply = await forms.AnsweredAsync(
            activity.Conversation?.Id ?? "",
            activity.ReplyToId,
            data.Keys.Any(InputIds.IsInput),
            reply,
            cancellationToken
        );
        await RememberAsync(activity, cancellationToken);
        return reply switch
        {
            CardReply.Card card => InvokeReply.Card(card.Json),
            CardReply.Message message => InvokeReply.Message(message.Text),
            _ => throw new InvalidOperationException("An unknown kind of answer."),
        };
    }

    /// <summary>The dialog opens the page, the message in their chat opens there. Nothing goes where the message stands.</summary>
    public async Task<DialogReply> ReferredAsync(Activity activity, string message, string text, CancellationToken cancellationToken)
    {
        var account = new Account(activity.TenantId!.ToLowerInvariant(), activity.From!.AadObjectId!.ToLowerInvariant());
        switch (await referrals.BeginAsync(account, activity.From.Name ?? "", message, text, cancellationToken))
        {
            case MessageReferred.Begun begun:
                if (begun.Chat is { } chat)
                {
                    // Once: the answer does not wait for a second try, and opens it too.
                    var way = messages.WayTo(begun.Id);
                    await teams.PostAsync(chat, way.Card, way.Summary, cancellationToken);
                }

                var line = begun.IsSent ? "You have sent it already." : "A draft is saved. Nothing is sent until you send it.";
                return DialogReply.Card("Refer for learning", messages.Begun(begun.Id, line));
            case MessageReferred.MustPickAgency:
                return DialogReply.Line("Nothing is saved. Open the app, choose Begin and pick your agency, then try again.");
            default:
                return DialogReply.Line("Not something this app can refer.");
        }
    }

    public async Task WroteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (await RememberAsync(activity, cancellationToken) is { } chat)
        {
            await SendAsync(chat, Answer(activity.Text ?? ""), cancellationToken);
            await chats.LearnEmailAsync(chat, cancellationToken);
        }
    }

    public async Task InstalledAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (ChatOf(activity) is { } chat && await chats.SeenAsync(chat, cancellationToken))
        {
            await SendAsync(chat, messages.Welcome(), cancellationToken);
            await chats.LearnEmailAsync(chat, cancellationToken);
        }
    }

    public async Task RemovedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (ChatOf(activity) is { } chat)
        {
            await chats.RemovedAsync(new(chat.TenantId, chat.ObjectId), cancellationToken);
        }
    }

    private async Task<Chat?> RememberAsync(Activity activity, CancellationToken cancellationToken)
    {
        var chat = ChatOf(activity);
        if (chat is not null)
        {
            await chats.SeenAsync(chat, cancellationToken);
        }

        return chat;
    }

    /// <summary>The one-to-one chat an activity came from; null where it is none, or names no person.</summary>
    private static Chat? ChatOf(Activity activity) =>
        activity
            is {
                ServiceUrl: { } service,
                TenantId: { } tenant,
                From: { AadObjectId: { } person, Id: { } user },
                Recipient.Id: { } bot,
                Conversation: { Id: { } id, ConversationType: null or "personal" }
            }
        && Guid.TryParseExact(person, "D", out _)
            ? new(tenant.ToLowerInvariant(), person.ToLowerInvariant(), id, service, bot, user)
            : null;

    /// <summary>What somebody typed is never kept and never repeated, but for a reference, which says nothing.</summary>
    private DrawnMessage Answer(string text)
    {
        var words = Typed.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return References.In(text, partnership.Code).Select(record => (RecordRef?)record).FirstOrDefault() is { } reference
                ? messages.WayTo(reference)
            : words.Length <= 3 && words.Any(word => word.Trim('.', '!', '?', ',').Equals("tasks", StringComparison.OrdinalIgnoreCase))
                ? messages.WayTo(null)
            : messages.Welcome();
    }

    private async Task SendAsync(Chat chat, DrawnMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (
                await teams.PostAsync(chat, message.Card, message.Summary, cancellationToken)
                    is not PostResult.Later { OutcomeUnknown: false } later
                || attempt == Tries
            )
            {
                return;
            }

            await clock.PauseAsync(later.Wait, cancellationToken);
        }
    }
}
