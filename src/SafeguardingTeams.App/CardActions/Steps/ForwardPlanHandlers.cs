using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ForwardPlan;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ForwardPlan;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The group's forward plan of twelve months (E19).</summary>
internal sealed class ForwardPlanHandlers(GroupRecord record, IRows rows, CurrentRules currentRules) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ForwardPlan, LookAsync),
            Keep(
                Verbs.PlanAhead,
                p => p.Day("date") is { } day ? new PlanAhead(p.Input("what"), p.Choice<PlanKind>("kind") ?? PlanKind.Other, day) : null,
                (filled, context) => ForwardPlanCards.Add(filled, context),
                "It is on the plan."
            ),
            Keep(
                Verbs.PlanOff,
                p => new TakeOffPlan(p.Input("entry"), p.Input("off") != "no", p.Input("reason")),
                (filled, context) => ForwardPlanCards.Off(currentRules.Group, filled, context),
                "It is off the plan."
            ),
        ];

    private async Task<AdaptiveCard> LookAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.Sees(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        await record.OpenAsync(cancellationToken);
        return await DrawAsync(null, invocation, cancellationToken);
    }

    /// <summary>Drawn from the group's record, since no index row holds its learning events.</summary>
    private async Task<AdaptiveCard> DrawAsync(Notice? notice, CardInvocation invocation, CancellationToken cancellationToken) =>
        ForwardPlanCards.Draw(
            (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record,
            notice,
            invocation.Context
        );

    /// <param name="command">What is asked; null where no day can be read.</param>
    private CardHandler Keep(
        string verb,
        Func<CardInvocation, GroupCommand?> command,
        Func<Filled, CardContext, AdaptiveCard> draw,
        string done
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            await record.OpenAsync(cancellationToken);
            if (!GroupPermissions.Allows(Step.KeepForwardPlan, currentRules.Group, invocation.Actor))
            {
                return NotTheirs(invocation);
            }

            return !invocation.Does ? draw(Filled.Nothing, invocation.Context)
                : command(invocation) is not { } asked ? draw(invocation.Filled([Wish.NoDay()]), invocation.Context)
                : await record.RunAsync(asked, invocation.CommandId, invocation.Actor, cancellationToken) is Outcome.Refused refused
                    ? draw(invocation.Filled(refused.Reasons), invocation.Context)
                : await DrawAsync(new(NoticeKind.Done, done), invocation, cancellationToken);
        });

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
