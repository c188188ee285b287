using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One card of an action: the step it takes, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record ActionStep(Step Step, Func<ActionFile, Filled, CardContext, AdaptiveCard> Draw)
{
    /// <summary>What was sent; null where what is wrong with it keeps it from being understood.</summary>
    internal required Func<CardInvocation, ActionCommand?> Command { get; init; }

    /// <summary>What was sent, with what has to be read for it.</summary>
    internal Func<ActionCommand, CancellationToken, Task<ActionCommand>> Read { get; init; } = (command, _) => Task.FromResult(command);

    /// <summary>What is wrong with what was typed, where it cannot be understood.</summary>
    internal Func<CardInvocation, IEnumerable<Refusal?>> Wrong { get; init; } = _ => [];

    /// <summary>What is said when it is done.</summary>
    internal Func<ActionFile, string> Says { get; init; } = _ => "Saved.";
}

/// <summary>
/// Reads an action, draws its cards and sends what they ask for. Whoever may not is shown what they may see and why, or told the same
/// words as where there is none (F2).
/// </summary>
public sealed class ActionDesk(IRows rows, CommandRunner commands, ReadAudit audit, IPeople people, PartnershipFile partnership)
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    internal CardHandler On(string verb, ActionStep step) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, step, cancellationToken));

    /// <summary>The action, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<ActionFile?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            // From a list it is chosen, and not pressed.
            (invocation.Record ?? RecordRef.TryParse(invocation.Input("which")))
                is not { Kind: RecordKind.Action } record
            || (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is not ActionFile file
            || !ActionPermissions.Sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return file;
    }

    /// <summary>Opens it.</summary>
    internal async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } file
            ? ActionCard.Draw(file, null, invocation.Context)
            : CaseHandlers.NotFound(invocation);

    /// <summary>Whom an action may be given to.</summary>
    /// <param name="among">Of whom, where not of everybody.</param>
    internal OwnerChoices Choices(CardContext context, Func<Actor, bool>? among = null) =>
        new(
            [
                .. people
                    .Actors(context.Today)
                    .Where(among ?? (_ => true))
                    .Select(person => (person.PersonId, $"{person.Display}, {person.AgencyName}"))
                    .OrderBy(person => person.Item2, StringComparer.Ordinal),
            ],
            [.. partnership.Agencies.Select(agency => (agency.Id, agency.Name))]
        );

    /// <summary>The owner as they were chosen or entered.</summary>
    internal ActionOwner Owner(CardInvocation invocation) =>
        new(
            invocation.Input("owner") is var person && person == ActionForm.NoAccount ? "" : person,
            invocation.Input("ownerrole").Trim(),
            invocation.Input("ownername").Trim(),
            invocation.Address("owneremail"),
            invocation.Input("agency"),
            partnership.Agencies.FirstOrDefault(agency => agency.Id == invocation.Input("agency"))?.Name ?? ""
        );

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, ActionStep step, CancellationToken cancellationToken)
    {
        if (invocation.Record is not { Kind: RecordKind.Action })
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (!invocation.Does)
        {
            return await AgainAsync(invocation, step, [], cancellationToken);
        }

        List<Refusal> wrong = [.. step.Wrong(invocation).OfType<Refusal>()];
        if (wrong.Count > 0 || step.Command(invocation) is not { } command)
        {
            return await AgainAsync(invocation, step, wrong, cancellationToken);
        }

        command = await step.Read(command with { Round = invocation.Round }, cancellationToken);
        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done done:
                return Done((ActionFile)done.Record, step.Says((ActionFile)done.Record), invocation);
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused { Record: ActionFile now } refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && ActionRules.MayTake(step.Step, now, invocation.Actor):
                return step.Draw(now, invocation.Filled(refused.Reasons), invocation.Context);
            case Outcome.Refused { Record: ActionFile now } refused:
                return ActionCard.Draw(now, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation.Context);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    /// <summary>What is shown once something was done: the action, to who may still read it.</summary>
    internal static AdaptiveCard Done(ActionFile file, string says, CardInvocation invocation) =>
        ActionPermissions.Sees(file, invocation.Actor)
            ? ActionCard.Draw(file, new(NoticeKind.Done, says), invocation.Context)
            : NoticeCard.Draw("Done", says, invocation.Context);

    private async Task<AdaptiveCard> AgainAsync(
        CardInvocation invocation,
        ActionStep step,
        List<Refusal> wrong,
        CancellationToken cancellationToken
    ) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? CaseHandlers.NotFound(invocation)
        : ActionRules.Refuse(step.Step, file, invocation.Actor) is { } refusal
            ? ActionCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context)
        : step.Draw(file, wrong.Count == 0 ? Filled.Nothing : invocation.Filled(wrong), invocation.Context);
}
