using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupOutline;

/// <summary>What an item is about, written for the group without names (F2, D10).</summary>
public static class OutlineCards
{
    /// <summary>Write it.</summary>
    public static AdaptiveCard Write(MeetingFile file, AgendaItem item, Filled filled, CardContext context) =>
        MeetingForm.Draw(
            file,
            item,
            filled,
            context,
            "Outline for the group",
            "Members have no part in the record: this is what they see of it. Name no child, relative, practitioner or school, and no day.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "ages",
                    "How old? (optional)",
                    ItemOutline.Bands.Select(band => new InputChoice(band, band)),
                    item.Outline?.Ages ?? ""
                ),
                .. GroupForm.Line(filled, context, "sort", "What kind of harm? (optional)", "", item.Outline?.Harm ?? ""),
                .. GroupForm.Text(
                    filled,
                    context,
                    "outline",
                    "What does the group need to know?",
                    "What happened, which agencies were involved, what is unclear.",
                    item.Outline?.Text ?? ""
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "printed",
                    "Print it on the agenda?",
                    [new("No: it is read on this page only", "no"), new("Yes, on the agenda too", "yes")],
                    item.Outline is { OnAgenda: true } ? "yes" : "no"
                ),
            ],
            MeetingForm
                .Key(
                    context,
                    "Save it",
                    Verbs.ItemOutline,
                    file,
                    item,
                    (Verbs.Do, "yes"),
                    ("seen", MeetingForm.Digits(WriteOutline.Times(file, item.Number)))
                )
                .Main()
        );

    /// <summary>What is written, on the item's card.</summary>
    /// <param name="mayWrite">Whether the reader may write it: they are told where it is missing.</param>
    /// <param name="beside">What else is done with the item, in the same set of buttons: what comes first is in view.</param>
    internal static IEnumerable<Element> Facts(
        MeetingFile file,
        AgendaItem item,
        bool mayWrite,
        CardContext context,
        IEnumerable<ActionExecute>? beside = null
    ) =>
        new[]
        {
            item.Outline is { Ages.Length: > 0 } ? Fact("Age", item.Outline.Ages) : null,
            item.Outline is { Harm.Length: > 0 } ? Fact("Kind of harm", item.Outline.Harm) : null,
            item.Outline is { } outline ? Fact("Outline for the group", Inputs.Cut(outline.Text, Shown))
            : item.Subject is not null && mayWrite ? Fact("Outline for the group", "Not written yet. Members see the reference only.")
            : null,
            Buttons(Own(file, item, mayWrite, context).Concat(beside ?? []).Select((one, i) => i == 0 ? one : (CardButton)one.BehindMore()))
                is { Actions.IsEmpty: false } set
                ? set
                : null,
        }.OfType<Element>();

    private static IEnumerable<ActionExecute> Own(MeetingFile file, AgendaItem item, bool mayWrite, CardContext context) =>
        item.Subject is not null && mayWrite ? [MeetingForm.Key(context, "Outline for the group", Verbs.ItemOutline, file, item)] : [];

    /// <summary>As much as may be written.</summary>
    private const int Shown = 2000;
}

/// <summary>What the timeline says of it.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>().Line<ItemOutlined>(
            (outlined, file) => ($"{GroupAgenda.MeetingWords.Named(file, outlined.Number)} has an outline for the group", "")
        );

    internal static StepTexts<MeetingFile> Messages { get; } = new();

    internal static IReadOnlyList<MeetingButton> Buttons { get; } = [];
}
