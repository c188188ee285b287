using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.CardActions;

/// <summary>"Refer for learning" chosen on a message: its words begin a referral for practice learning, as a draft (D1).</summary>
public sealed class MessageReferrals(Arrivals arrivals, DraftStore drafts, IRows rows, Chats chats)
{
    /// <summary>Begins the draft, or finds the one that was begun from the message before: one for each person and message.</summary>
    /// <param name="message">Which message, wherever it stands.</param>
    /// <param name="text">Its words, of whatever length.</param>
    public async Task<MessageReferred> BeginAsync(
        Account account,
        string displayName,
        string message,
        string text,
        CancellationToken cancellationToken
    )
    {
        switch (await arrivals.ResolveAsync(account, displayName, cancellationToken))
        {
            case ArrivedAs.Refused:
            // A guest with papers only refers nothing (C9).
            case ArrivedAs.Somebody { Actor.ReadsPapersOnly: true }:
                return new MessageReferred.Refused();
            case ArrivedAs.Somebody { Actor: var actor }:
                var wish = $"message|{actor.PersonId}|{message}";
                var id = drafts.LearningFrom(wish);
                var stored = await StoredRecord.LoadAsync(rows, id, cancellationToken);
                if (stored.Record is LearningFile { Stage: not LearningStage.NotStarted })
                {
                    return new MessageReferred.Begun(id, IsSent: true, null);
                }

                var chat = (await chats.OfAsync(actor.PersonId, cancellationToken)).FirstOrDefault(chat =>
                    new Account(chat.TenantId, chat.ObjectId) == account
                );
                var email = actor.Email.Length > 0 ? actor.Email : chat?.Email ?? "";
                var known = LearningAnswers.BegunBy(displayName, actor.AgencyName, email);
                var (answers, leftOut) = LearningAnswers.Outlined(known, text);
                await drafts.BeginLearningAsync(wish, actor, PracticeLearningV1.Form, answers, null, cancellationToken, leftOut);
                return new MessageReferred.Begun(id, IsSent: false, stored.Drafts.ContainsKey(actor.PersonId) ? null : chat);
            default:
                return new MessageReferred.MustPickAgency();
        }
    }
}

/// <summary>What became of it.</summary>
public abstract record MessageReferred
{
    private MessageReferred() { }

    /// <summary>It is there.</summary>
    /// <param name="IsSent">Whether it was sent already, and is no draft any more.</param>
    /// <param name="Chat">Where to say how it is opened; null where that was said before, or there is no chat.</param>
    public sealed record Begun(RecordRef Id, bool IsSent, Chat? Chat) : MessageReferred;

    /// <summary>A practitioner of a tenant with several agencies who has not picked theirs yet.</summary>
    public sealed record MustPickAgency : MessageReferred;

    /// <summary>Refused, and told nothing.</summary>
    public sealed record Refused : MessageReferred;
}
