using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What is done with the drafts of a kind of record other than a case.</summary>
internal interface IDraftDesk
{
    /// <summary>Whether its author may go on with a draft.</summary>
    bool MayGoOn(RecordFile file, Draft draft, Actor actor);

    /// <summary>Sends a draft of a form, which ends in the same transaction.</summary>
    Task<AdaptiveCard> SendAsync(
        StoredRecord stored,
        (Draft Draft, string ETag) kept,
        CardInvocation invocation,
        CancellationToken cancellationToken
    );

    /// <summary>No draft of this person under the reference: it was sent (then this is a repeat or an old card), or deleted.</summary>
    Task<AdaptiveCard> NoDraftAsync(StoredRecord stored, CardInvocation invocation, CancellationToken cancellationToken);
}

/// <summary>What all of them share.</summary>
internal static class RecordDrafts
{
    /// <summary>The card pressed is an old one.</summary>
    internal static Notice SentAlready { get; } =
        new(
            NoticeKind.Information,
            "This form has already been sent, or discarded. The card you pressed is an old one; nothing was done twice."
        );

    /// <summary>There is none, or it is somebody else's: the words are the same (F2).</summary>
    internal static AdaptiveCard NoLongerThere(CardInvocation invocation) =>
        NoticeCard.Draw(
            "This draft is no longer there",
            "It was deleted, or it belongs to somebody else. Nothing has been changed.",
            invocation.Context
        );

    /// <summary>Sends it: the command, with the draft's end; what is wrong stands over the review of the form.</summary>
    /// <param name="sent">The card once it is done.</param>
    internal static async Task<AdaptiveCard> SendAsync(
        CommandRunner commands,
        Command command,
        StoredRecord stored,
        Draft draft,
        Func<RecordFile, AdaptiveCard> sent,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var reason = invocation.Input("reason");
        return await commands.RunAsync(
            command,
            invocation.CommandId,
            invocation.Actor,
            stored,
            now =>
                now.DraftOf(draft.AuthorId, draft.Slot) is { } there && there.Draft.Revision == draft.Revision
                    ? DraftStore.Removal(there.Draft, there.ETag)
                    : null,
            cancellationToken
        ) switch
        {
            Outcome.Done done => sent(done.Record),
            Outcome.Refused { Reasons: [{ Code: "incomplete" }, ..] } => DraftHandlers.Review(draft, reason, null, invocation),
            Outcome.Refused { Reasons: [{ Field: "reason" } needed, ..] } => DraftHandlers.Review(
                draft,
                reason,
                null,
                invocation,
                needed.Message
            ),
            Outcome.Refused refused => DraftHandlers.Review(draft, reason, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }
}
