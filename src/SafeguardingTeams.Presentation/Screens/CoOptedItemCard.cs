using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.GroupOutline;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// One item of a meeting, to who is co-opted to it (E3): when and where, what is asked, the outline without names, the papers. Nothing else
/// of the meeting, no place on its agenda, and nothing of the record behind the item (F2).
/// </summary>
public static class CoOptedItemCard
{
    /// <summary>The item, to who may read it.</summary>
    /// <param name="next">Another item of the meeting this person is co-opted to; null where there is none.</param>
    public static AdaptiveCard Draw(MeetingFile file, AgendaItem item, AgendaItem? next, CardContext context) =>
        Card([
            Text(Small($"Group meeting {OnScreen.Reference(file.Ref)}")),
            Heading("You are asked for one item") with
            {
                Spacing = "none",
            },
            Text(Plain(When(file.Plan!, context.Words))) with
            {
                Spacing = "small",
            },
            Text(Bold(Inputs.Cut(MeetingWording.Title(item), 200)), Plain($". The group is asked {MeetingWording.Of(item.Asked)}.")),
            .. OutlineCards.Facts(file, item, mayWrite: false, context),
            .. item.Papers.IsEmpty
                ? []
                : new Element[] { Subheading($"Papers: {item.Papers.Count}") }.Concat(
                    item.Papers.Take(MostPapers)
                        .SelectMany(paper =>
                            new Element[]
                            {
                                Text(Plain(Inputs.Cut(paper.Name, 150))) with
                                {
                                    Separator = true,
                                },
                                Buttons(new ActionOpenUrl("Open the paper", new Uri(paper.Link))),
                            }
                        )
                ),
            Text(
                Plain(
                    "You are asked for this item only, and are shown nothing else of the meeting. Name no child, relative or practitioner. "
                        + $"If you cannot come, tell {context.Words.OperationsName}, {context.Words.OperationsTelephone}, "
                        + $"{context.Words.OperationsEmail}."
                )
            ) with
            {
                Separator = true,
            },
            Buttons(
                next is null ? null : MeetingForm.Key(context, "Your next item", Verbs.CoOptedItem, file, next),
                Button(context, "My tasks", Verbs.MyTasks),
                Button(context, "Home", Verbs.Home)
            ),
        ]);

    private const int MostPapers = 10;

    private static string When(MeetingPlan plan, PartnershipWords words) =>
        $"The {words.GroupName} meets on {OnScreen.FullDay(plan.Day)}, {plan.Start}"
        + $"{(plan.Until.Length > 0 ? $" to {plan.Until}" : "")}. Place: {Inputs.Cut(plan.Place, 200)}."
        + (plan.IsOnline ? " It is held online: the way to join is in the invitation." : "");
}
