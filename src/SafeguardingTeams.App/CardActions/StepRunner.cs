using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// Cards that are opened, filled in and sent. Whoever may not is shown what they may see of the case and why, or told that there is no
/// such case.
/// </summary>
public sealed class StepRunner(CaseHandlers cases, CommandRunner commands)
{
    /// <summary>A verb whose card is drawn, understood and answered in this way.</summary>
    /// <param name="card">The card, by what was pressed.</param>
    internal CardHandler On(string verb, Func<CardInvocation, StepCard> card) =>
        new(verb, (invocation, cancellationToken) => AnswerAsync(invocation, card(invocation), cancellationToken)) { Card = card };

    /// <summary>A verb whose card shows something that has to be looked up first.</summary>
    /// <param name="prepare">The press, with what was looked up.</param>
    internal CardHandler On(
        string verb,
        Func<CardInvocation, CancellationToken, Task<CardInvocation>> prepare,
        Func<CardInvocation, StepCard> card
    ) => new(verb, async (pressed, cancellationToken) =>
        {
            var invocation = await prepare(pressed, cancellationToken);
            return await AnswerAsync(invocation, card(invocation), cancellationToken);
        }) { Card = card };

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, StepCard card, CancellationToken cancellationToken) =>
        !invocation.Does || invocation.Done == Finding.Do || invocation.CaseId is null || card.Command is null
            ? await AgainAsync(invocation, card, [], cancellationToken)
            : card.Command(invocation) switch
            {
                (null, { } refusal) => await AgainAsync(invocation, card, [refusal], cancellationToken),
                ({ } command, _) => await RunAsync(invocation, card, command, cancellationToken),
                _ => CaseHandlers.NotFound(invocation),
            };

    private async Task<AdaptiveCard> RunAsync(
        CardInvocation invocation,
        StepCard card,
        Command command,
        CancellationToken cancellationToken
    )
    {
        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done done when !Permissions.Sees(done.File, invocation.Actor):
                return NoticeCard.Draw("Done", card.Says(done.File), invocation.Context);
            case Outcome.Done done:
                var said = new Notice(NoticeKind.Done, card.Says(done.File));
                return card.After is { } after
                    ? after(done.File, said, invocation.Context)
                    : await cases.DrawAsync(invocation, done.File, said, cancellationToken);
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused refused
                when !refused.Reasons.Contains(Refusal.Overtaken) && card.Refuse(refused.File, invocation.Actor) is null:
                return card.Draw(refused.File, invocation.Filled(refused.Reasons), invocation.Context);
            case Outcome.Refused refused:
                return await cases.DrawAsync(
                    invocation,
                    refused.File,
                    new(NoticeKind.Problem, refused.Reasons[0].Message),
                    cancellationToken
                );
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task<AdaptiveCard> AgainAsync(
        CardInvocation invocation,
        StepCard card,
        Refusal[] refusals,
        CancellationToken cancellationToken
    ) =>
        await cases.SeenAsync(invocation, cancellationToken) is not { } file ? CaseHandlers.NotFound(invocation)
        : card.Refuse(file, invocation.Actor) is { } refusal
            ? refusal == Refusal.NotFound ? CaseHandlers.NotFound(invocation)
                : await cases.DrawAsync(invocation, file, new(NoticeKind.Problem, refusal.Message), cancellationToken)
        : card.Draw(
            file,
            refusals.Length == 0 && invocation.Done != Finding.Do ? Filled.Nothing : invocation.Filled(refusals),
            invocation.Context
        );
}
