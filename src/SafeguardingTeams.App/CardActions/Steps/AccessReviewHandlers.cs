using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.AccessReview;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The quarterly review of who can get in (F2).</summary>
internal sealed class AccessReviewHandlers(GroupRecord record, IRows rows, IPeople people, AccessList access, ReadAudit audit)
    : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.AccessReview, ReviewAsync)];

    private async Task<AdaptiveCard> ReviewAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        var group = (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
        if (!GroupPermissions.Allows(Step.ReviewAccess, group, invocation.Actor))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
        }

        await audit.RecordAsync(invocation.Reader, group, cancellationToken);
        var list = await access.OfAsync(cancellationToken);
        AdaptiveCard Draw(GroupFile now, Filled filled, Notice? notice) =>
            AccessReviewCards.Draw(people.Roster, now, list, access.StillInTheFile(), invocation.Page, filled, notice, invocation.Context);

        GroupCommand? command = invocation.Done switch
        {
            "right" => new ConfirmAccess([.. invocation.Several("right").Where(key => list.Exists(line => line.Key == key))]),
            "finish" => new FinishAccessReview([.. list.Select(line => line.Key)]),
            _ => null,
        };
        if (command is null)
        {
            return Draw(group, Filled.Nothing, null);
        }

        var outcome = await record.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken);
        return outcome switch
        {
            Outcome.Done { Record: GroupFile after } => Draw(
                after,
                Filled.Nothing,
                new(NoticeKind.Done, command is FinishAccessReview ? "The review is done." : "It is recorded.")
            ),
            Outcome.Refused { Record: GroupFile now } refused => Draw(now, invocation.Filled(refused.Reasons), null),
            _ => Draw(group, Filled.Nothing, null),
        };
    }
}
