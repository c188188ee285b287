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
using SafeguardingTeams.Domain.Reviews;
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
    ReviewRecordDesk reviews,
    ActionSources sources,
    DraftStore drafts,
    CommandRunner commands
) : ICardHandlers
{
    private static readonly Refusal WrittenMeanwhile = new(
        "written-down",
        "An action has been written down from this meanwhile: read it first. Nothing was recorded. What you entered is still here: send it "
            + "again only where another action is needed."
    );

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.ActionAgree, AgreeAsync), new(Verbs.Actions, ListAsync)];

    private async Task<AdaptiveCard> AgreeAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        RecordFile? source = invocation.Record switch
        {
            { Kind: RecordKind.Case } => await cases.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Learning } => await learning.SeenAsync(invocation, cancellationToken),
            { Kind: RecordKind.Review } => await reviews.SeenAsync(invocation, cancellationToken),
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

        var answer = invocation.Key(AgreeActionCard.From) is { Length: > 0 } drawn ? drawn : invocation.Input(AgreeActionCard.From);
        var report = await ReportAsync(source, answer, invocation, cancellationToken);
        AdaptiveCard Form(Filled filled, ReportedActions said) =>
            AgreeActionCard.Draw(source.Ref, desk.Choices(invocation.Context), filled, invocation.Context, said.Of(answer));
        if (!invocation.Does)
        {
            return report.AreToBeChosenFrom(answer)
                ? await ChooseAsync(source, report, invocation, cancellationToken)
                : Form(Filled.Nothing, report);
        }

        // A day that is none is refused as one that is past, beside everything else that is wrong.
        var plan = new ActionPlan(
            invocation.Input("change"),
            invocation.Input("what"),
            desk.Owner(invocation),
            invocation.Day("due") ?? default,
            invocation.Input("how")
        );
        // Two who write down the same at once, or a card of before, mean the same action: the second is told of the first.
        var from = answer is "" or AgreeActionCard.Nothing ? "" : answer;
        var wish = from.Length > 0 ? $"{source.Ref}|{from}|{invocation.Seen}" : invocation.CommandId;
        var command = new AgreeAction(drafts.ActionFrom($"action|{wish}"), new(source.Ref, invocation.Input("item")), plan)
        {
            Answer = from,
            Joined = source switch
            {
                LearningFile { Joined: var joined } => [.. joined.Select(one => one.Learning)],
                ReviewFile { Plan: { } about } => about.Subjects,
                _ => [],
            },
        };
        return await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken) switch
        {
            Outcome.Done done => ActionDesk.Done((ActionFile)done.Record, Says((ActionFile)done.Record, report), invocation),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused { Record: ActionFile { Stage: not ActionStage.NotStarted } } when from.Length > 0 => Form(
                invocation.Filled(WrittenMeanwhile),
                await ReportAsync(source, answer, invocation, cancellationToken)
            ),
            Outcome.Refused { Reasons: [{ Field: null } why, ..] } when why == Refusal.Overtaken || why == Refusal.NotYours =>
                await BackAsync(source, new(NoticeKind.Problem, why.Message), invocation, cancellationToken),
            Outcome.Refused refused => Form(invocation.Filled(refused.Reasons), report),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    private static string Says(ActionFile file, ReportedActions report) =>
        (
            file.Owner is { HasAccount: true }
                ? "The action is agreed, and its owner is told."
                : "The action is agreed. Its owner has no account here and is invited; until they come in, record what they say."
        )
        + report.Said.Count(one => one.Answer != file.Answer && one.WrittenDown(report.Actions).IsEmpty) switch
        {
            0 => "",
            1 => " 1 thing more of the report is not written down yet.",
            var left => $" {left} things more of the report are not written down yet.",
        };

    /// <summary>
    /// What the report of a case says is to be done, or the recommendation of a review that is accepted, and the actions that came of it;
    /// nothing of anything else.
    /// </summary>
    private async Task<ReportedActions> ReportAsync(
        RecordFile source,
        string answer,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        Said(source, answer) is { IsEmpty: false } said
            ? new(said, await sources.AgreedFromAsync(source.Ref, invocation.Actor, cancellationToken))
            : new([], []);

    private static ImmutableList<ReportedAction> Said(RecordFile source, string answer) =>
        source switch
        {
            CaseFile file => ReportedAction.Of(file),
            ReviewFile review =>
            [
                .. review
                    .Recommendations.Where(one => one.IsAccepted && one.Key == answer)
                    .Select(one => new ReportedAction(one.Key, $"recommendation {one.Number}", one.Plan.Text, "", null)),
            ],
            _ => [],
        };

    private async Task<AdaptiveCard> ChooseAsync(
        RecordFile source,
        ReportedActions report,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        ReportedActionsCard.Draw(
            source.Ref,
            report.Said,
            report.Actions,
            await sources.LoadAsync(report.Actions.Take(ReportedActionsCard.Shown), cancellationToken),
            invocation.Key(ReportedActionsCard.Chosen).Length > 0
                ? invocation.Filled(new Refusal("choice-needed", "Choose one.", AgreeActionCard.From))
                : Filled.Nothing,
            invocation.Context
        );

    /// <summary>What a report says is to be done, and the actions that came of its case.</summary>
    private sealed record ReportedActions(ImmutableList<ReportedAction> Said, IReadOnlyList<AgreedFrom> Actions)
    {
        /// <summary>What one answer says, with what was written down from it; null where it says nothing.</summary>
        internal FromReport? Of(string answer) =>
            Said.Find(one => one.Answer == answer) is { } said ? new(said, said.WrittenDown(Actions)) : null;

        /// <summary>Whether it is to be chosen first what is written down.</summary>
        internal bool AreToBeChosenFrom(string answer) => !Said.IsEmpty && answer != AgreeActionCard.Nothing && Of(answer) is null;
    }

    private async Task<AdaptiveCard> BackAsync(
        RecordFile source,
        Notice notice,
        CardInvocation invocation,
        CancellationToken cancellationToken
    ) =>
        source switch
        {
            LearningFile file => LearningCard.Draw(file, notice, invocation.Context),
            ReviewFile review => ReviewRecordCard.Draw(review, notice, invocation.Context),
            _ => await cases.DrawAsync(invocation, (CaseFile)source, notice, cancellationToken),
        };

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
