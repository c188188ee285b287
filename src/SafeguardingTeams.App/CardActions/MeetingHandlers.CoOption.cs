using System.Globalization;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.GroupCoOption;

namespace SafeguardingTeams.App.CardActions;

/// <content>Somebody is co-opted to one item, or taken off again (E3).</content>
internal sealed partial class MeetingHandlers
{
    private IEnumerable<CardHandler> CoOption() =>
        [
            desk.On(
                Verbs.ItemCoOpt,
                new(Step.CoOptToItem, (p, seen, filled) =>
                    CoOptCards.Draw(
                        seen.File,
                        seen.Item!,
                        actions.Choices(p.Context, person => !MeetingPermissions.MaySee(person)),
                        filled,
                        p.Context
                    )
                )
                {
                    Command = (p, seen) => new CoOptToItem(seen.File.Ref, seen.Item!.Number, actions.Owner(p)),
                    Says = "They are co-opted to this item, and are told.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemCoOptEnd,
                new(Step.CoOptToItem, (p, seen, filled) => CoOptCards.End(seen.File, seen.Item!, filled, p.Context))
                {
                    Wrong = p => [Which(p.Input("who")) is null ? Wish.NoChoice("who", "Choose who is taken off.") : null],
                    Command = (p, seen) =>
                        Which(p.Input("who")) is { } which
                            ? new EndCoOption(seen.File.Ref, seen.Item!.Number, which, p.Input("reason"))
                            : null,
                    Says = "They are off this item, and are told that nothing is asked of them any more.",
                    IsOfAnItem = true,
                }
            ),
        ];

    /// <summary>Who of those co-opted to an item was chosen; null where nobody of them.</summary>
    private static CoOpted? CoOptedBy(string chosen, AgendaItem? item) =>
        Which(chosen) is { } which ? item?.CoOptedNow.FirstOrDefault(one => one.Number == which) : null;

    private static int? Which(string chosen) =>
        chosen.StartsWith(CoOptCards.Which, StringComparison.Ordinal)
        && int.TryParse(chosen.AsSpan(CoOptCards.Which.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? which
            : null;
}
