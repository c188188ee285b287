using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LegalHold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Disposing;
using SafeguardingTeams.Presentation.Steps.LegalHold;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>How long records are kept: who reviews that, holds them, and lets them go (F3).</summary>
internal sealed class RetentionHandlers(GroupRecord record, RetainedDesk desk, RecordsToGo records) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.Retention, (invocation, cancellationToken) =>
                IfTheirsAsync(invocation, () => ListAsync(invocation, cancellationToken))
            ),
            new(Verbs.Retained, (invocation, cancellationToken) =>
                IfTheirsAsync(invocation, () => OpenAsync(invocation, cancellationToken))
            ),
            On(Verbs.KeepOn, Step.ReviewKeeping, RetentionForms.KeepOn, KeepOnAsync, "It is kept on."),
            On(Verbs.DisposalPropose, Step.ReviewKeeping, RetentionForms.Propose, ProposeAsync, "It is put before the Chair."),
            On(Verbs.DisposalDecline, Step.ConfirmDisposal, RetentionForms.Decline, DeclineAsync, "It is sent back."),
            On(Verbs.DisposalConfirm, Step.ConfirmDisposal, NoForm, ConfirmAsync, "Nobody can open it any more, and it is being removed."),
            On(Verbs.RecordLift, Step.HoldRecord, LiftForm, LiftAsync, "The hold is lifted."),
            new(Verbs.RecordHold, (invocation, cancellationToken) =>
                IfTheirsAsync(invocation, () => HoldAsync(invocation, cancellationToken))
            ),
        ];

    private static RecordRef? About(CardInvocation invocation) =>
        RecordRef.TryParse(invocation.Key(RetentionCards.Kept)) is { Kind: not RecordKind.Group } about ? about : null;

    private static Task<AdaptiveCard> IfTheirsAsync(CardInvocation invocation, Func<Task<AdaptiveCard>> answer) =>
        RetainedDesk.May(invocation.Actor) ? answer() : Task.FromResult(NotTheirs(invocation));

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        return RetentionCards.List(await desk.GroupAsync(cancellationToken), null, invocation.Context);
    }

    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var group = await desk.GroupAsync(cancellationToken);
        return
            (About(invocation) ?? RecordRef.TryParse(invocation.Input("which"))) is { Kind: not RecordKind.Group } about
            && (group.Retained.ContainsKey(about.ToString()) || await records.IsThereAsync(about, cancellationToken))
            ? await desk.DrawAsync(about, group, null, invocation.Context, cancellationToken)
            : CaseHandlers.NotFound(invocation);
    }

    /// <summary>A step about one record, with its form.</summary>
    private CardHandler On(
        string verb,
        Step step,
        Func<Retained, Filled, CardContext, AdaptiveCard> draw,
        Func<CardInvocation, RecordRef, CancellationToken, Task<Outcome>> does,
        string done
    ) => On(verb, step, (_, kept, filled, context) => draw(kept, filled, context), does, done);

    private CardHandler On(
        string verb,
        Step step,
        Func<CardInvocation, Retained, Filled, CardContext, AdaptiveCard?> draw,
        Func<CardInvocation, RecordRef, CancellationToken, Task<Outcome>> does,
        string done
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            if (!GroupPermissions.IsTheirs(step, invocation.Actor) || About(invocation) is not { } about)
            {
                return NotTheirs(invocation);
            }

            var group = await desk.GroupAsync(cancellationToken);
            if (!invocation.Does)
            {
                return draw(invocation, group.KeepingOf(about), Filled.Nothing, invocation.Context)
                    ?? await desk.DrawAsync(about, group, null, invocation.Context, cancellationToken);
            }

            var outcome = await does(invocation, about, cancellationToken);
            group = await desk.GroupAsync(cancellationToken);
            if (outcome is Outcome.Done)
            {
                return await desk.DrawAsync(about, group, new(NoticeKind.Done, done), invocation.Context, cancellationToken);
            }

            var reasons = ((Outcome.Refused)outcome).Reasons;
            return (
                reasons.Exists(reason => reason.Field is not null)
                    ? draw(invocation, group.KeepingOf(about), invocation.Filled(reasons), invocation.Context)
                    : null
            ) ?? await desk.DrawAsync(about, group, new(NoticeKind.Problem, reasons[0].Message), invocation.Context, cancellationToken);
        });

    /// <summary>It is done where it is pressed: on the record's card.</summary>
    private static AdaptiveCard? NoForm(CardInvocation invocation, Retained kept, Filled filled, CardContext context) => null;

    private Task<Outcome> KeepOnAsync(CardInvocation invocation, RecordRef about, CancellationToken cancellationToken) =>
        RunAsync(
            invocation,
            new KeepOn(
                about,
                int.TryParse(invocation.Input("years").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : 0,
                invocation.Input("reason"),
                invocation.Seen
            ),
            cancellationToken
        );

    private async Task<Outcome> ProposeAsync(CardInvocation invocation, RecordRef about, CancellationToken cancellationToken)
    {
        var (found, _) = await records.FindAsync(about, cancellationToken);
        return await RunAsync(invocation, new ProposeDisposal(found, invocation.Input("reason"), invocation.Seen), cancellationToken);
    }

    private Task<Outcome> DeclineAsync(CardInvocation invocation, RecordRef about, CancellationToken cancellationToken) =>
        RunAsync(invocation, new DeclineDisposal(about, invocation.Input("reason"), invocation.Seen), cancellationToken);

    private Task<Outcome> ConfirmAsync(CardInvocation invocation, RecordRef about, CancellationToken cancellationToken) =>
        records.ConfirmAsync(about, invocation.Seen, invocation.CommandId, invocation.Actor, cancellationToken);

    private static AdaptiveCard? LiftForm(CardInvocation invocation, Retained kept, Filled filled, CardContext context) =>
        kept.Holds.Find(one => one.Number == invocation.Number("hold")) is { } hold ? HoldCards.Lift(kept, hold, filled, context) : null;

    private Task<Outcome> LiftAsync(CardInvocation invocation, RecordRef about, CancellationToken cancellationToken) =>
        RunAsync(invocation, new LiftHold(about, invocation.Number("hold"), invocation.Input("reason")), cancellationToken);

    private async Task<AdaptiveCard> HoldAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var about = About(invocation);
        if (!invocation.Does)
        {
            return HoldCards.Hold(about, Filled.Nothing, invocation.Context);
        }

        var named = about ?? RecordRef.TryParse(invocation.Input("record"));
        Refusal?[] wrong =
        [
            named is not { } one || !await records.IsThereAsync(one, cancellationToken)
                ? new("answer-needed", "We cannot find that record. Check the reference.", "record")
                : null,
            invocation.Choice<HoldAuthority>("authority") is null ? Wish.NoChoice("authority", "Choose who needs it.") : null,
        ];
        if (wrong.Any(refusal => refusal is not null))
        {
            return HoldCards.Hold(about, invocation.Filled(wrong.OfType<Refusal>()), invocation.Context);
        }

        var outcome = await RunAsync(
            invocation,
            new HoldRecord(named!.Value, invocation.Choice<HoldAuthority>("authority")!.Value, invocation.Input("reason")),
            cancellationToken
        );
        return outcome is Outcome.Refused refused
            ? HoldCards.Hold(about, invocation.Filled(refused.Reasons), invocation.Context)
            : await desk.DrawAsync(
                named.Value,
                await desk.GroupAsync(cancellationToken),
                new(NoticeKind.Done, "It is held. Nothing of it can be removed."),
                invocation.Context,
                cancellationToken
            );
    }

    private Task<Outcome> RunAsync(CardInvocation invocation, GroupCommand command, CancellationToken cancellationToken) =>
        record.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken);
}
