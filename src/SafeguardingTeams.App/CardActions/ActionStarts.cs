using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Agreeing an action from what it comes from, and the list of actions (C5).</summary>
internal sealed class ActionStarts(
    IRows rows,
    ActionDesk desk,
    CaseHandlers cases,
    LearningDesk learning,
    DraftStore drafts,
    CommandRunner commands
) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.ActionAgree, AgreeAsync), new(Verbs.Actions, ListAsync)];

    private async Task<AdaptiveCard> AgreeAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        RecordFile? source = invocation.Record switch
        {
            { Kind: RecordKind.Case } => await cases.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Learning } => await learning.SeenAsync(invocation, cancellationToken),
            _ => null,
        };
        if (source is null)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (source.Refuse(Step.AgreeAction, invocation.Actor) is { } refusal)
        {
            return await BackAsync(source, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken);
        }

        AdaptiveCard Form(Filled filled) => AgreeActionCard.Draw(source.Ref, desk.Choices(invocation.Context), filled, invocation.Context);
        if (!invocation.Does)
        {
            return Form(Filled.Nothing);
        }

        // A day that is none is refused as one that is past, beside everything else that is wrong.
        var plan = new ActionPlan(
            invocation.Input("change"),
            invocation.Input("what"),
            desk.Owner(invocation),
            invocation.Day("due") ?? default,
            invocation.Input("how")
        );
        var command = new AgreeAction(drafts.ActionFrom($"action|{invocation.CommandId}"), new(source.Ref, invocation.Input("item")), plan)
        {
            Joined = source is LearningFile { Joined: var joined } ? [.. joined.Select(one => one.Learning)] : [],
        };
        return await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken) switch
        {
            Outcome.Done done => ActionDesk.Done((ActionFile)done.Record, Says((ActionFile)done.Record), invocation),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused { Reasons: [{ Field: null } why, ..] } when why == Refusal.Overtaken || why == Refusal.NotYours =>
                await BackAsync(source, new(NoticeKind.Problem, why.Message), invocation, cancellationToken),
            Outcome.Refused refused => Form(invocation.Filled(refused.Reasons)),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    private static string Says(ActionFile file) =>
        file.Owner is { HasAccount: true }
            ? "The action is agreed, and its owner is told."
            : "The action is agreed. Its owner has no account here: tell them, and record what they say.";

    private async Task<AdaptiveCard> BackAsync(
        RecordFile source,
        Notice notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        source is LearningFile file
            ? LearningCard.Draw(file, notice, invocation.Context)
            : await cases.DrawAsync(invocation, (CaseFile)source, notice, cancellationToken);

    /// <summary>The lists this person has; of actions they have no part in they see nothing.</summary>
    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var open = await rows.ReadAsync(Keys.OpenOf(RecordKind.Action), cancellationToken);
        var lists = ActionRows.Lists(open, invocation.Actor);
        if (lists.Count == 0)
        {
            return NoticeCard.Draw("No actions", "No open action is yours, or your agency's.", invocation.Context);
        }

        var scope =
            CardInvocation.Named<ActionScope>(invocation.Key("scope")) is { } asked && lists.ContainsKey(asked) ? asked : lists.Keys.Min();
        return ActionsCard.Draw(
            lists.ToImmutableDictionary(
                list => list.Key,
                list => (IReadOnlyList<ActionLine>)[.. list.Value.Select(row => Line(row, invocation.Context.Now))]
            ),
            scope,
            invocation.Page,
            invocation.Context
        );
    }

    private static ActionLine Line(Row row, DateTimeOffset now) =>
        new(
            RecordRef.Parse(row["record"]),
            Enum.Parse<ActionStage>(row["stage"]),
            row["agencyName"],
            DateOnly.TryParseExact(row["due"], "yyyy-MM-dd", out var due) ? due : null,
            DateTimeOffset.TryParse(row["dueAt"], CultureInfo.InvariantCulture, out var at) && at <= now
        );
}
