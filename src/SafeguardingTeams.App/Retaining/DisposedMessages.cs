using AdaptiveCards;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Disposing;

namespace SafeguardingTeams.App.Retaining;

/// <summary>The messages about a record that stand in chats: each says afterwards that its record is kept no longer.</summary>
internal sealed class DisposedMessages(IRows rows, Chats chats, ITeamsMessages teams)
{
    /// <summary>Changes every message, and forgets where it was. How many were out of reach is counted in the mark.</summary>
    /// <exception cref="ReconcileStopped">Teams is not there now.</exception>
    internal async Task<Tombstone> SayGoneAsync(Tombstone mark, CancellationToken cancellationToken)
    {
        var card = CardJson.Write(DisposalMessage.Draw());
        foreach (var row in await rows.ReadAsync($"{Keys.AllSent}{mark.Record}|", cancellationToken))
        {
            var reached = row["message"].Length == 0 || await UpdateAsync(row, card, cancellationToken);
            mark = await mark.SaveAsync(
                rows,
                reached ? mark : mark.Plus(Tombstone.Unreached),
                [new RowWrite.Delete(row.Key)],
                cancellationToken
            );
        }

        return mark;
    }

    private async Task<bool> UpdateAsync(Row row, ReadOnlyMemory<byte> card, CancellationToken cancellationToken)
    {
        var person = row.Key.Split('|') is [_, _, _, var id, ..] ? id : "";
        if (
            (await chats.OfAsync(person, cancellationToken)).FirstOrDefault(one => one.ConversationId == row["conversation"])
            is not { } chat
        )
        {
            return false;
        }

        return await teams.UpdateAsync(chat, row["message"], card, DisposalMessage.Summary, cancellationToken) switch
        {
            PostResult.Delivered or PostResult.NotFound => true,
            PostResult.Later later => throw new ReconcileStopped(new ReconcileResult.Later(later.Wait)),
            _ => false,
        };
    }
}
