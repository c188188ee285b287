using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Changes of people and roles that wait for a second person (PD17).</summary>
internal sealed class ProposalHandlers(GroupRecord record, IRows rows, IPeople people, CommandRunner commands, ReadAudit audit)
    : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [new(Verbs.PeopleWaiting, WaitingAsync), new(Verbs.PeopleChange, OpenAsync), new(Verbs.PeopleChangeDecline, DeclineAsync)];

    private async Task<AdaptiveCard> WaitingAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        PeopleCards.May(invocation.Actor)
            ? ProposalCards.Waiting(people.Roster, await GroupAsync(cancellationToken), null, invocation.Context)
            : NotTheirs(invocation);

    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await SeenAsync(invocation, cancellationToken) is not { } proposal)
        {
            return NotTheirs(invocation);
        }

        GroupCommand? command = invocation.Done switch
        {
            "confirm" => new ConfirmPeopleChange(proposal.Number),
            "take-back" => new TakeBackPeopleChange(proposal.Number),
            _ => null,
        };
        return command is null
            ? await DrawAsync(proposal, null, invocation, cancellationToken)
            : await DoneAsync(
                await record.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken),
                proposal.Number,
                invocation,
                cancellationToken
            );
    }

    private async Task<AdaptiveCard> DeclineAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await SeenAsync(invocation, cancellationToken) is not { } proposal)
        {
            return NotTheirs(invocation);
        }

        if (!invocation.Does)
        {
            return ProposalCards.Decline(people.Roster, proposal, Filled.Nothing, invocation.Context);
        }

        var outcome = await record.RunAsync(
            new DeclinePeopleChange(proposal.Number, invocation.Input("reason")),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        return outcome is Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused
            ? ProposalCards.Decline(people.Roster, proposal, invocation.Filled(refused.Reasons), invocation.Context)
            : await DoneAsync(outcome, proposal.Number, invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> DoneAsync(
        Outcome outcome,
        int number,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        await DrawAsync(
            ((GroupFile)(outcome is Outcome.Done done ? done.Record : ((Outcome.Refused)outcome).Record)).Proposal(number)!,
            outcome is Outcome.Refused refused
                ? new(NoticeKind.Problem, refused.Reasons[0].Message)
                : new(NoticeKind.Done, "It is recorded."),
            invocation,
            cancellationToken
        );

    private async Task<AdaptiveCard> DrawAsync(
        PeopleProposal proposal,
        Notice? notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        // Whoever would be refused is offered no button: not who proposed it, not who gains by it.
        var mayAnswer =
            proposal.Answer is null
            && await commands.WouldRefuseAsync(new DeclinePeopleChange(proposal.Number, "?"), invocation.Actor, cancellationToken) is null;
        return ProposalCards.Draw(people.Roster, proposal, mayAnswer, notice, invocation.Context);
    }

    /// <summary>The proposal a card names, where this person may read it; the reading is recorded.</summary>
    private async Task<PeopleProposal?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!PeopleCards.May(invocation.Actor))
        {
            return null;
        }

        var group = await GroupAsync(cancellationToken);
        await audit.RecordAsync(invocation.Reader, group, cancellationToken);
        return group.Proposal(invocation.Number("number"));
    }

    private async Task<GroupFile> GroupAsync(CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        return (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
    }

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
