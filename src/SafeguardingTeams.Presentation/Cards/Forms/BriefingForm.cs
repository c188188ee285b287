using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A small form about a briefing; its fields are drawn as those of the group's forms.</summary>
internal static class BriefingForm
{
    internal static AdaptiveCard Draw(
        BriefingFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            $"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}",
            filled,
            title,
            explained,
            fields,
            [.. buttons, Key(context, "Back to the briefing", Verbs.OpenBriefing, file)]
        );

    /// <summary>A button about the briefing.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        BriefingFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Key(context, title, verb, file.Ref, more);

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        BriefingFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Does(context, title, verb, file.Ref, file.Turns, more);
}
