using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.DeadLetters;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>
/// The messages that could not be delivered, what could not be done in Outlook or SharePoint, and what flows did not take, shown to
/// operations, who can have them tried again.
/// </summary>
public sealed class DeadLettersHandlers(
    IRows rows,
    IPeople people,
    Chats chats,
    DeadLetteredJobs deadLettered,
    DeadLetteredFlows flows,
    CaseHandlers cases,
    CommandRunner commands
) : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [new(Verbs.DeadLettered, ShowAsync), new(Verbs.DeadLetterByHand, ByHandAsync), new(Verbs.DeadLetterRetry, RetryAsync)];

    private Task<AdaptiveCard> ShowAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        ShowAsync(invocation, null, cancellationToken);

    private async Task<AdaptiveCard> ShowAsync(CardInvocation invocation, Notice? notice, CancellationToken cancellationToken)
    {
        if (!invocation.Actor.Roles.Contains(Role.Operations))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
        }

        return ListCards.DeadLettered(
            [
                .. (await rows.ReadAsync(Keys.DeadLetteredMessages, cancellationToken))
                    .Select(row => (row, item: OutboxItem.From(row)))
                    .Select(pair => new DeadLetteredMessageLine(
                        pair.row.Key,
                        pair.item.Record,
                        pair.item.Kind,
                        people.Find(pair.item.PersonId)?.Display ?? "the referrer",
                        pair.item.Why,
                        pair.item.Since
                    )),
            ],
            [
                .. (await deadLettered.ReadAsync(cancellationToken)).Select(one => new DeadLetteredJobLine(
                    one.Record,
                    one.What,
                    one.Why,
                    one.Since,
                    one.Subject
                )),
            ],
            [
                .. (await flows.ReadAsync(cancellationToken)).Select(one => new DeadLetteredFlowLine(
                    one.Item.Record,
                    one.Item.Why,
                    one.Item.Since,
                    one.Subject
                )),
            ],
            notice,
            invocation.Context
        );
    }

    /// <summary>
    /// Something was done by hand: the case says so first, then it goes off the list. Cut off between the two, it can be said
    /// again.
    /// </summary>
    private async Task<AdaptiveCard> ByHandAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var subject = invocation.Key("subject");
        if (invocation.Actor.Roles.Contains(Role.Operations) && await flows.ForgetAsync(subject, cancellationToken))
        {
            // The record itself says what happened to it; a flow was only told.
            return await ShowAsync(invocation, new(NoticeKind.Done, "It is off this list."), cancellationToken);
        }

        if (
            invocation.Record
                is {
                    Kind: RecordKind.Learning or RecordKind.Action or RecordKind.Meeting or RecordKind.Review or RecordKind.Briefing
                } other
            && invocation.Actor.Roles.Contains(Role.Operations)
        )
        {
            // Only mails that something waits there; the record itself says what is waited for.
            await deadLettered.ForgetAsync(other, subject, cancellationToken);
            return await ShowAsync(invocation, new(NoticeKind.Done, "It is off this list."), cancellationToken);
        }

        if (await cases.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (StepRules.Refuse(Step.RecordDoneByHand, file, invocation.Actor) is { } refusal)
        {
            return NoticeCard.Draw("Not available", refusal.Message, invocation.Context);
        }

        if (!invocation.Does)
        {
            return file.Review.DeadLettered.TryGetValue(subject, out var known)
                ? ByHandCard.Draw(file, subject, known, Filled.Nothing, invocation.Context)
                : await ShowAsync(invocation, new(NoticeKind.Information, "This is seen to already."), cancellationToken);
        }

        return await commands.RunAsync(
            new SettleDeadLetter(file.Id, subject, invocation.Input("reason")),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        ) switch
        {
            Outcome.Done => await ForgottenAsync(NoticeKind.Done, "It is recorded that it was done by hand."),
            Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused
                when refused.File.Review.DeadLettered.TryGetValue(subject, out var still) => ByHandCard.Draw(
                refused.File,
                subject,
                still,
                invocation.Filled(refused.Reasons),
                invocation.Context
            ),
            Outcome.Refused { Reasons: [var only, ..] } when only == Refusal.Overtaken => await ForgottenAsync(
                NoticeKind.Information,
                "This is seen to already."
            ),
            Outcome.Refused refused => await ShowAsync(invocation, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

        async Task<AdaptiveCard> ForgottenAsync(NoticeKind kind, string said)
        {
            await deadLettered.ForgetAsync(file.Id, subject, cancellationToken);
            return await ShowAsync(invocation, new(kind, said), cancellationToken);
        }
    }

    private async Task<AdaptiveCard> RetryAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Actor.Roles.Contains(Role.Operations))
        {
            foreach (var row in await rows.ReadAsync(Keys.DeadLetteredMessages, cancellationToken))
            {
                await chats.PutBackAsync(row, cancellationToken);
            }

            await deadLettered.RetryAsync(cancellationToken);
            await flows.RetryAsync(cancellationToken);
        }

        return invocation.Actor.Roles.Contains(Role.Operations)
            ? NoticeCard.Draw("Being tried again", "What still cannot be delivered or done comes back to the list.", invocation.Context)
            : NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
    }
}
