using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LearningJoining;
using SafeguardingTeams.Presentation.Steps.Themes;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Seeing what may be about the same incident or child, joining and separating referrals for practice learning (D11).</summary>
internal sealed class LearningJoiningHandlers(IRows rows, LearningDesk desk, CommandRunner commands, LikelyDuplicates likely)
    : ICardHandlers
{
    private const int Shown = 8;

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [new(Verbs.LearningAlike, AnswerAsync), new(Verbs.LearningSeparate, AnswerAsync)];

    private async Task<AdaptiveCard> AnswerAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (LearningRules.Refuse(Step.JoinLearning, file, invocation.Actor) is { } refusal)
        {
            return LearningCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context);
        }

        if (!invocation.Does)
        {
            return await DrawAsync(file, invocation, Filled.Nothing, cancellationToken);
        }

        var (command, says) = Wished(file, invocation);
        if (command is null)
        {
            return await DrawAsync(
                file,
                invocation,
                invocation.Filled(Wish.NoChoice("reference", "Enter the reference of the other referral.")),
                cancellationToken
            );
        }

        var outcome = await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken);
        var now = (LearningFile)(await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken)).Record;
        return outcome switch
        {
            Outcome.Done => LearningCard.Draw(now, new(NoticeKind.Done, says), invocation.Context),
            // A card to join them does not separate what is joined by now, nor the other way round.
            Outcome.Refused refused
                when refused.Reasons.Contains(Refusal.Overtaken) || Separates(invocation) != (now.Stage == LearningStage.Joined) =>
                LearningCard.Draw(now, new(NoticeKind.Problem, refused.Reasons[0].Message), invocation.Context),
            Outcome.Refused refused => await DrawAsync(
                now,
                invocation,
                invocation.Filled(refused.Reasons.Select(reason => reason.Field is null ? reason with { Field = "reference" } : reason)),
                cancellationToken
            ),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    private static bool Separates(CardInvocation invocation) => invocation.Action.Verb == Verbs.LearningSeparate;

    /// <summary>The referral a text names, as of the partnership that another is of.</summary>
    private static RecordRef? Referred(string text, RecordRef other) =>
        References.In(text, other.Id.Split('-')[0]).Select(record => (RecordRef?)record).FirstOrDefault();

    /// <summary>What is asked for, and what is said when it is done; no command where no referral is named.</summary>
    private static (LearningCommand? Command, string Says) Wished(LearningFile file, CardInvocation invocation)
    {
        var reason = invocation.Input("reason");
        if (Separates(invocation))
        {
            // What is separated is what the card showed, whatever it follows by now.
            return RecordRef.TryParse(invocation.Key("from")) is { Kind: RecordKind.Learning } leads
                ? (new SeparateLearning(leads, file.Ref, reason), "It goes on by itself again. Both referrers are told.")
                : (null, "");
        }

        var which = invocation.Input("which");
        return
            Referred(which is "" or LearningJoiningCards.Other ? invocation.Input("reference") : which, file.Ref)
                is { Kind: RecordKind.Learning } other
            ? (
                invocation.Input("leads") == LearningJoiningCards.Other
                    ? new JoinLearning(other, file.Ref, reason)
                    : new JoinLearning(file.Ref, other, reason),
                "They are joined. Both referrers are told."
            )
            : (null, "");
    }

    private async Task<AdaptiveCard> DrawAsync(
        LearningFile file,
        CardInvocation invocation,
        Filled filled,
        CancellationToken cancellationToken
    ) =>
        file.Stage == LearningStage.Joined
            ? LearningJoiningCards.Separate(file, filled, invocation.Context)
            : LearningJoiningCards.Alike(file, await AlikeAsync(file, invocation.Actor, cancellationToken), filled, invocation.Context);

    /// <summary>What may be about the same, and this person may see: cases and practice learning.</summary>
    private async Task<IReadOnlyList<AlikeLine>> AlikeAsync(LearningFile file, Actor actor, CancellationToken cancellationToken)
    {
        return
        [
            .. await SeenAsync(await likely.LearningAsync(file, cancellationToken), actor, cancellationToken),
            .. await SeenAsync(await likely.CasesAsync(file, cancellationToken), actor, cancellationToken),
        ];
    }

    /// <summary>Those that are most alike, of those this person may see: what they may not takes no place (F2).</summary>
    private async Task<IReadOnlyList<AlikeLine>> SeenAsync(
        IReadOnlyDictionary<RecordRef, ImmutableSortedSet<FindBy>> found,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<AlikeLine>();
        foreach (var (record, same) in LikelyDuplicates.Ordered(found))
        {
            if (lines.Count == Shown)
            {
                break;
            }

            var stands = (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record switch
            {
                LearningFile { Stage: not LearningStage.Withdrawn } other when LearningPermissions.Sees(other, actor) => ThemeWords.Stands(
                    other
                ),
                CaseFile other when Permissions.Sees(other, actor) => ThemeWords.Stands(other),
                _ => null,
            };
            if (stands is not null)
            {
                lines.Add(new(record, stands, [.. same.Select(JoiningHandlers.Words)]));
            }
        }

        return lines;
    }
}
