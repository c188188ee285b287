using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.GroupOutline;

namespace SafeguardingTeams.App.CardActions;

/// <content>What an item is about, written for the group (F2, D10).</content>
internal sealed partial class MeetingHandlers
{
    private CardHandler Outline() =>
        desk.On(
            Verbs.ItemOutline,
            new(Step.ChangeAgenda, (p, seen, filled) => OutlineCards.Write(seen.File, seen.Item!, filled, p.Context))
            {
                Command = (p, seen) =>
                    new WriteOutline(
                        seen.File.Ref,
                        seen.Item!.Number,
                        seen.Item.Subject,
                        new ItemOutline(p.Input("ages"), p.Input("sort"), p.Input("outline"), p.Input("printed") == "yes"),
                        p.Seen
                    ),
                Says = "The outline is with the item. Members see it.",
                IsOfAnItem = true,
            }
        );
}
