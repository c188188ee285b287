using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Review;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The messages that could not be delivered, and what could not be done in Outlook or SharePoint, shown to operations, who can have them tried again.</summary>
public sealed class ParkedVerbs(IRows rows, IPeople people, Chats chats, StuckErrands stuck, CaseVerbs cases, CommandRunner commands)
{
    internal Task<AdaptiveCard> ShowAsync(Press press, CancellationToken cancellationToken) => ShowAsync(press, null, cancellationToken);

    private async Task<AdaptiveCard> ShowAsync(Press press, Notice? notice, CancellationToken cancellationToken)
    {
        if (!press.Actor.Roles.Contains(Role.Operations))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
        }

        return ListCards.Parked([.. (await rows.ReadAsync(Keys.Parked, cancellationToken)).Select(row => (row, item: OutboxItem.From(row)))
            .Select(pair => new ParkedLine(pair.row.Key, pair.item.CaseId, pair.item.Kind, people.Find(pair.item.PersonId)?.Display ?? "the referrer", pair.item.Why, pair.item.Since))],
            [.. (await stuck.ReadAsync(cancellationToken)).Select(one => new StuckLine(one.CaseId, one.What, one.Why, one.Since, one.Subject))], notice, press.Context);
    }

    /// <summary>Something was done by hand: the case says so first, then it goes off the list. Cut off between the two, it can be said again.</summary>
    internal async Task<AdaptiveCard> ByHandAsync(Press press, CancellationToken cancellationToken)
    {
        var subject = press.Key("subject");
        if (await cases.SeenAsync(press, cancellationToken) is not { } file)
        {
            return CaseVerbs.NotFound(press);
        }

        if (Permissions.Refuse(Step.RecordDoneByHand, file, press.Actor) is { } refusal)
        {
            return NoticeCard.Draw("Not available", refusal.Message, press.Context);
        }

        if (!press.Does)
        {
            return file.Review.Stuck.TryGetValue(subject, out var known) ? PanelCards.ByHand(file, subject, known, Filled.Nothing, press.Context)
                : await ShowAsync(press, new(NoticeKind.Information, "This is seen to already."), cancellationToken);
        }

        return await commands.RunAsync(new SettleStuck(file.Id, subject, press.Input("reason")), press.CommandId, press.Actor, cancellationToken) switch
        {
            Outcome.Done => await ForgottenAsync(NoticeKind.Done, "It is recorded that it was done by hand."),
            Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused when refused.File.Review.Stuck.TryGetValue(subject, out var still) =>
                PanelCards.ByHand(refused.File, subject, still, press.Filled(refused.Reasons), press.Context),
            Outcome.Refused { Reasons: [var only, ..] } when only == Refusal.Overtaken => await ForgottenAsync(NoticeKind.Information, "This is seen to already."),
            Outcome.Refused refused => await ShowAsync(press, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

        async Task<AdaptiveCard> ForgottenAsync(NoticeKind kind, string said)
        {
            await stuck.ForgetAsync(file.Id, subject, cancellationToken);
            return await ShowAsync(press, new(kind, said), cancellationToken);
        }
    }

    internal async Task<AdaptiveCard> RetryAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Actor.Roles.Contains(Role.Operations))
        {
            foreach (var row in await rows.ReadAsync(Keys.Parked, cancellationToken))
            {
                await chats.UnparkAsync(row, cancellationToken);
            }

            await stuck.RetryAsync(cancellationToken);
        }

        return press.Actor.Roles.Contains(Role.Operations)
            ? NoticeCard.Draw("Being tried again", "What still cannot be delivered or done comes back to the list.", press.Context)
            : NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
    }
}
