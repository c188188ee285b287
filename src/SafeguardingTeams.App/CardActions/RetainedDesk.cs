using AdaptiveCards;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Disposing;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Reads what is recorded of the keeping of records, for who decides on it (F3). Nothing of a record itself is shown.</summary>
internal sealed class RetainedDesk(IRows rows, RecordsToGo records, RetentionRules rules)
{
    /// <summary>Whether the keeping of records is theirs to see to.</summary>
    internal static bool May(Actor actor) => GroupPermissions.IsTheirs(Step.HoldRecord, actor);

    /// <summary>How many records wait for somebody; null where that is not theirs.</summary>
    internal static int? WaitingFor(Actor actor, GroupFile group)
    {
        if (!May(actor))
        {
            return null;
        }

        var (reviews, confirms) = (
            GroupPermissions.IsTheirs(Step.ReviewKeeping, actor),
            GroupPermissions.IsTheirs(Step.ConfirmDisposal, actor)
        );
        return group.Retained.Values.Count(one =>
            (reviews && one is { Due: not null, Proposed: null })
            || (confirms && one.Proposed is { } proposed && proposed.PersonId != actor.PersonId)
        );
    }

    /// <summary>The group with everything that was ever recorded of keeping.</summary>
    internal async Task<GroupFile> GroupAsync(CancellationToken cancellationToken) =>
        (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;

    /// <summary>The card of a record, as the keeping of it stands.</summary>
    internal async Task<AdaptiveCard> DrawAsync(
        RecordRef record,
        GroupFile group,
        Notice? notice,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        var kept = group.KeepingOf(record);
        if (kept.Disposal is { } disposal)
        {
            return CertificateCard.Draw(record, disposal, notice, context);
        }

        var (found, links) = await records.FindAsync(record, cancellationToken);
        return RetentionCards.Draw(new RetentionView(kept, found, links, rules.Of(record.Kind)), group, notice, context);
    }

    /// <summary>
    /// What is answered in place of a record that was disposed of, to who decides on that; null for everybody else and for every other
    /// record, who get what they would get of one that never was.
    /// </summary>
    internal async Task<AdaptiveCard?> GoneAsync(RecordRef record, CardInvocation invocation, CancellationToken cancellationToken) =>
        record.Kind != RecordKind.Group
        && May(invocation.Actor)
        && await Tombstone.FindAsync(rows, record, cancellationToken) is not null
        && (await GroupAsync(cancellationToken)).KeepingOf(record).Disposal is { } disposal
            ? CertificateCard.Draw(record, disposal, null, invocation.Context)
            : null;
}
