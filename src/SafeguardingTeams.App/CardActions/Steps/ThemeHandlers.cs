using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Themes;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The partnership's list of themes, what carries each, and the themes of reports mapped to it.</summary>
internal sealed class ThemeHandlers(GroupRecord record, CurrentRules currentRules, ThemedRecords themed, StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.Themes, ListAsync),
            new(Verbs.ThemeRecords, RecordsAsync),
            Keep(Verbs.ThemeAdd, ThemeCards.Add, p => new AddTheme(p.Input("name")), "The theme is in the list."),
            Keep(Verbs.ThemeRename, ThemeCards.Rename, p => new RenameTheme(p.Input("listed"), p.Input("name")), "The theme is renamed."),
            Keep(
                Verbs.ThemeRetire,
                (filled, context) => ThemeCards.Retire(false, filled, context),
                p => new RetireTheme(p.Input("listed"), p.Input("reason")),
                "The theme is retired."
            ),
            Keep(
                Verbs.ThemeTakeUp,
                (filled, context) => ThemeCards.Retire(true, filled, context),
                p => new TakeUpTheme(p.Input("listed"), p.Input("reason")),
                "The theme is in use again."
            ),
            steps.On(Verbs.ThemeMap, _ => Map),
            steps.On(Verbs.ThemeUnmap, _ => Unmap),
        ];

    private static StepCard Map { get; } =
        new(Step.MapThemes, ReportThemeCards.Map)
        {
            Command = p => new MapTheme(p.Case, p.Input("words"), p.Input("listed")),
            Says = _ => "The theme is mapped to the list.",
        };

    private static StepCard Unmap { get; } =
        new(Step.MapThemes, ReportThemeCards.Unmap)
        {
            Command = p =>
                p.Input("mapped").Split(ReportThemeCards.Between, 2) is [var theme, var words]
                    ? new UnmapTheme(p.Case, words, theme, p.Input("reason"))
                    : Wish.NoChoice("mapped"),
            Says = _ => "It is undone.",
        };

    private CardHandler Keep(
        string verb,
        Func<Filled, CardContext, AdaptiveCard> draw,
        Func<CardInvocation, GroupCommand> command,
        string done
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            await record.OpenAsync(cancellationToken);
            if (!GroupPermissions.Allows(Step.KeepThemes, currentRules.Group, invocation.Actor))
            {
                return NotTheirs(invocation);
            }

            return !invocation.Does ? draw(Filled.Nothing, Now(invocation))
                : await record.RunAsync(command(invocation), invocation.CommandId, invocation.Actor, cancellationToken)
                    is Outcome.Refused refused
                    ? draw(invocation.Filled(refused.Reasons), Now(invocation))
                : await ListAsync(invocation, new(NoticeKind.Done, done), cancellationToken);
        });

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        LearningPermissions.SeesWhatWaits(invocation.Actor) ? await ListAsync(invocation, null, cancellationToken) : NotTheirs(invocation);

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, Notice? notice, CancellationToken cancellationToken)
    {
        var counts = await themed.CountAsync(cancellationToken);
        return ThemeCards.List(
            [.. currentRules.Group.Themes.Select(theme => (theme, counts.GetValueOrDefault(theme.Id)))],
            notice,
            Now(invocation)
        );
    }

    /// <summary>Of a theme that is named, or of the themes of a record that is.</summary>
    private async Task<AdaptiveCard> RecordsAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!LearningPermissions.SeesWhatWaits(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        if (invocation.Record is not { } of)
        {
            return currentRules.Group.Themes.Find(theme => theme.Id == invocation.Input("listed")) is { } theme
                ? ThemePageCard.Draw(
                    await themed.WholeAsync(new(theme.Id, theme.Name), invocation.Actor, cancellationToken),
                    invocation.Page,
                    Now(invocation)
                )
                : await ListAsync(invocation, new(NoticeKind.Problem, "Choose a theme."), cancellationToken);
        }

        if (await themed.CarriedAsync(of, invocation.Actor, cancellationToken) is not { } carried)
        {
            return CaseHandlers.NotFound(invocation);
        }

        var groups = ImmutableList.CreateBuilder<ThemeGroup>();
        foreach (var one in carried)
        {
            var named = one with { Name = one.NameBy(currentRules.Group.Themes) };
            groups.Add(await themed.OfAsync(named, of, invocation.Actor, cancellationToken));
        }

        return ThemeCards.Records(groups.ToImmutable(), of, invocation.Page, Now(invocation));
    }

    /// <summary>With the list as it is now: what was pressed may have changed it.</summary>
    private CardContext Now(CardInvocation invocation) => invocation.Context with { Themes = currentRules.Group.Themes };

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
