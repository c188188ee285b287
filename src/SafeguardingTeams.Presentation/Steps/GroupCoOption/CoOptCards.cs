using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupCoOption;

/// <summary>Somebody is co-opted to one item of a meeting of the group, or taken off again (E3).</summary>
public static class CoOptCards
{
    /// <summary>How an input that names who is to be taken off, or who declares an interest, begins.</summary>
    public const string Which = "co-opted-";

    /// <summary>Co-opt somebody.</summary>
    /// <param name="choices">Whom: not those who see the whole meeting.</param>
    public static AdaptiveCard Draw(MeetingFile file, AgendaItem item, OwnerChoices choices, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Co-opt somebody",
            "For this item only. With an account they are shown it, its outline and its papers, and nothing else of the meeting. "
                + "Without one they get a mail with when and where; bring them the papers.",
            ActionForm.Owner(choices, filled, context, "Who is asked to come for it?"),
            MeetingForm.Key(context, "Co-opt them", Verbs.ItemCoOpt, file, item, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Take somebody off.</summary>
    public static AdaptiveCard End(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Take somebody off",
            "They are told that nothing is asked of them any more, and not why.",
            [.. GroupForm.Choose(filled, context, "who", "Who?", Choices(item)), .. GroupForm.Reason(filled, context, "Why?")],
            MeetingForm.Key(context, "Take them off", Verbs.ItemCoOptEnd, file, item, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Those co-opted, as choices of a list: by role and agency.</summary>
    internal static IEnumerable<InputChoice> Choices(AgendaItem item, string suffix = "") =>
        item.CoOptedNow.Select(one => new InputChoice($"{one.RoleAndAgency}{suffix}", $"{Which}{MeetingForm.Digits(one.Number)}"));

    /// <summary>Who is co-opted, on the item's card.</summary>
    internal static IEnumerable<Element> Lines(MeetingFile file, AgendaItem item, CardContext context) =>
        item.CoOptedNow.ToList() is not { Count: > 0 } those
            ? []
            :
            [
                Subheading($"Co-opted for this item: {those.Count}"),
                .. those.Select(one =>
                    Cards.Layout.Lines.Line(
                        Inputs.Cut(one.Who.Display, 150),
                        Inputs.Cut(one.Who.AgencyName, 150),
                        Plain(
                            !item.Asks(one) ? "Left"
                            : one.Who.HasAccount || !May(file, context) ? "Asked"
                            : "Bring papers"
                        )
                    )
                ),
            ];

    /// <summary>The buttons of the item's card, to who may co-opt somebody.</summary>
    internal static IEnumerable<ActionExecute> Buttons(MeetingFile file, AgendaItem item, CardContext context) =>
        !May(file, context)
            ? []
            :
            [
                .. item.Outcome is null && item.CoOptedNow.Count() < CoOpted.Most
                    ? [MeetingForm.Key(context, "Co-opt somebody", Verbs.ItemCoOpt, file, item)]
                    : Array.Empty<ActionExecute>(),
                .. item.CoOptedNow.Any()
                    ? [MeetingForm.Key(context, "Take somebody off", Verbs.ItemCoOptEnd, file, item)]
                    : Array.Empty<ActionExecute>(),
            ];

    private static bool May(MeetingFile file, CardContext context) => MeetingPermissions.Allows(Step.CoOptToItem, file, context.Viewer);
}
