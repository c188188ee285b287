using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Seeing, joining and separating referrals about one incident (decision 15).</summary>
public sealed class JoinVerbs(IRows rows, CaseVerbs cases, CommandRunner commands, LikelyDuplicates duplicates)
{
    internal async Task<AdaptiveCard> DuplicatesAsync(Press press, CancellationToken cancellationToken)
    {
        if (await cases.SeenAsync(press, cancellationToken) is not { } file)
        {
            return CaseVerbs.NotFound(press);
        }

        if (Permissions.Refuse(Step.JoinReferrals, file, press.Actor) is { } refusal)
        {
            return await cases.DrawAsync(press, file, new(NoticeKind.Problem, refusal.Message), cancellationToken);
        }

        var lines = new List<DuplicateLine>();
        foreach (var (id, same) in (await duplicates.OfAsync(file, cancellationToken)).OrderByDescending(pair => pair.Value.Count).Take(6))
        {
            if ((await StoredCase.LoadAsync(rows, id, cancellationToken)).File is var other && Permissions.Sees(other, press.Actor))
            {
                lines.Add(new(other, [.. same.Select(Words)]));
            }
        }

        return ListCards.Duplicates(file, lines, press.Context);
    }

    internal async Task<AdaptiveCard> JoinAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.CaseId is not { } id || CaseId.TryParse(press.Key("other")) is not { } otherId)
        {
            return CaseVerbs.NotFound(press);
        }

        return press.Does
            ? await RunAsync(press, new JoinReferrals(id, otherId, press.Input("reason")), $"{otherId} is joined to this referral.", cancellationToken)
            : await AskAsync(press, otherId, Filled.Nothing, cancellationToken);
    }

    internal async Task<AdaptiveCard> SeparateAsync(Press press, CancellationToken cancellationToken)
    {
        if (await cases.SeenAsync(press, cancellationToken) is not { } joined)
        {
            return CaseVerbs.NotFound(press);
        }

        return joined.JoinedTo is not { } goesOn ? await cases.DrawAsync(press, joined, new(NoticeKind.Problem, Refusal.Overtaken.Message), cancellationToken)
            : press.Does ? await RunAsync(press, new SeparateReferrals(goesOn, joined.Id, press.Input("reason")), $"{joined.Id} goes on by itself again.", cancellationToken)
            : StepCards.Separate(joined, Filled.Nothing, press.Context);
    }

    private async Task<AdaptiveCard> RunAsync(Press press, Command command, string done, CancellationToken cancellationToken)
    {
        switch (await commands.RunAsync(command, press.CommandId, press.Actor, cancellationToken))
        {
            case Outcome.Done ended:
                return await cases.DrawAsync(press, ended.File, new(NoticeKind.Done, done), cancellationToken);
            case Outcome.Refused { Reasons: [{ Code: "not-found" }, ..] }:
                return CaseVerbs.NotFound(press);
            case Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused when command is JoinReferrals join:
                return await AskAsync(press, join.Joined, press.Filled(refused.Reasons), cancellationToken);
            case Outcome.Refused { Reasons: [{ Field: "reason" }, ..] } refused when command is SeparateReferrals separate:
                var joined = (await StoredCase.LoadAsync(rows, separate.Joined, cancellationToken)).File;
                return StepCards.Separate(joined, press.Filled(refused.Reasons), press.Context);
            case Outcome.Refused refused:
                return await cases.DrawAsync(press, refused.File, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task<AdaptiveCard> AskAsync(Press press, CaseId otherId, Filled filled, CancellationToken cancellationToken)
    {
        var file = await cases.SeenAsync(press, cancellationToken);
        var other = (await StoredCase.LoadAsync(rows, otherId, cancellationToken)).File;
        return file is null || !Permissions.Allows(Step.JoinReferrals, file, press.Actor) || !Permissions.Allows(Step.JoinReferrals, other, press.Actor)
            ? CaseVerbs.NotFound(press) : StepCards.Join(file, other, filled, press.Context);
    }

    private static string Words(FindBy by) => by switch
    {
        FindBy.Name => "name",
        FindBy.Born => "birth date",
        FindBy.Happened => "date of the incident",
    };
}
