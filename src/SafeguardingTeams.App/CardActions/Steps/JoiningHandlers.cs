using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Joining;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Seeing, joining and separating referrals about one incident (PD15).</summary>
public sealed class JoiningHandlers(IRows rows, CaseHandlers cases, CommandRunner commands, LikelyDuplicates duplicates) : ICardHandlers
{
    private const int Shown = 6;

    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [new(Verbs.Duplicates, DuplicatesAsync), new(Verbs.Join, JoinAsync), new(Verbs.Separate, SeparateAsync)];

    private async Task<AdaptiveCard> DuplicatesAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await cases.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (StepRules.Refuse(Step.JoinReferrals, file, invocation.Actor) is { } refusal)
        {
            return await cases.DrawAsync(invocation, file, new(NoticeKind.Problem, refusal.Message), cancellationToken);
        }

        var lines = new List<DuplicateLine>();
        foreach (var (id, same) in LikelyDuplicates.Ordered(await duplicates.OfAsync(file, cancellationToken)))
        {
            // Cut only after what this person may not see is left out: it takes no place.
            if (lines.Count == Shown)
            {
                break;
            }

            if ((await StoredCase.LoadAsync(rows, id, cancellationToken)).File is var other && Permissions.Sees(other, invocation.Actor))
            {
                lines.Add(new(other, [.. same.Select(Words)]));
            }
        }

        return ListCards.Duplicates(file, lines, invocation.Context);
    }

    private async Task<AdaptiveCard> JoinAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.CaseId is not { } id || CaseId.TryParse(invocation.Key("other")) is not { } otherId)
        {
            return CaseHandlers.NotFound(invocation);
        }

        return invocation.Does
            ? await RunAsync(
                invocation,
                new JoinReferrals(id, otherId, invocation.Input("reason")),
                $"{otherId} is joined to this referral.",
                cancellationToken
            )
            : await AskAsync(invocation, otherId, Filled.Nothing, cancellationToken);
    }

    private async Task<AdaptiveCard> SeparateAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await cases.SeenAsync(invocation, cancellationToken) is not { } joined)
        {
            return CaseHandlers.NotFound(invocation);
        }

        return joined.JoinedTo is not { } goesOn
                ? await cases.DrawAsync(invocation, joined, new(NoticeKind.Problem, Refusal.Overtaken.Message), cancellationToken)
            : invocation.Does
                ? await RunAsync(
                    invocation,
                    new SeparateReferrals(goesOn, joined.Id, invocation.Input("reason")),
                    $"{joined.Id} goes on by itself again.",
                    cancellationToken
                )
            : JoiningCards.Separate(joined, Filled.Nothing, invocation.Context);
    }

    private async Task<AdaptiveCard> RunAsync(CardInvocation invocation, Command command, string done, CancellationToken cancellationToken)
    {
        switch (await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken))
        {
            case Outcome.Done ended:
                return await cases.DrawAsync(invocation, ended.File, new(NoticeKind.Done, done), cancellationToken);
            case Outcome.Refused { Reasons: [{ Code: "not-found" }, ..] }:
                return CaseHandlers.NotFound(invocation);
            case Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused when command is JoinReferrals join:
                return await AskAsync(invocation, join.Joined, invocation.Filled(refused.Reasons), cancellationToken);
            case Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused when command is SeparateReferrals separate:
                var joined = (await StoredCase.LoadAsync(rows, separate.Joined, cancellationToken)).File;
                return JoiningCards.Separate(joined, invocation.Filled(refused.Reasons), invocation.Context);
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

    private async Task<AdaptiveCard> AskAsync(CardInvocation invocation, CaseId otherId, Filled filled, CancellationToken cancellationToken)
    {
        var file = await cases.SeenAsync(invocation, cancellationToken);
        var other = (await StoredCase.LoadAsync(rows, otherId, cancellationToken)).File;
        return
            file is null
            || !StepRules.MayTake(Step.JoinReferrals, file, invocation.Actor)
            || !StepRules.MayTake(Step.JoinReferrals, other, invocation.Actor)
            ? CaseHandlers.NotFound(invocation)
            : JoiningCards.Join(file, other, filled, invocation.Context);
    }

    /// <summary>What is the same, in words.</summary>
    internal static string Words(FindBy by) =>
        by switch
        {
            FindBy.Name => "name",
            FindBy.Born => "birth date",
            FindBy.Happened => "date of the incident",
        };
}
