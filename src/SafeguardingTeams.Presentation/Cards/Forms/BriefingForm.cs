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
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}")),
            Heading(title) with
            {
                Spacing = "none",
            },
            Text(Plain(explained)) with
            {
                Spacing = "small",
            },
            .. fields,
            Buttons([.. buttons, Key(context, "Back to the briefing", Verbs.OpenBriefing, file)]),
        ]);

    /// <summary>A button about the briefing.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        BriefingFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Button(context, title, verb, [("case", Written.Code(file.Ref)), .. more]);

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        BriefingFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Key(context, title, verb, file, [(Verbs.Do, "yes"), ("round", $"{file.Turns}"), .. more]);
}
