using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A small form about a review; its fields are drawn as those of the group's forms.</summary>
internal static class ReviewRecordForm
{
    internal static AdaptiveCard Draw(
        ReviewFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton> buttons
    ) =>
        RecordForm.Draw(
            $"Review {OnScreen.Reference(file.Ref)}",
            filled,
            title,
            explained,
            fields,
            [.. buttons, Key(context, "Back to the review", Verbs.OpenReview, file)]
        );

    /// <summary>A button about the review.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        ReviewFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Key(context, title, verb, file.Ref, more);

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        Step step,
        ReviewFile file,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => RecordForm.Does(context, title, verb, file.Ref, file.RoundOf(step), more);

    /// <summary>The button that sends what was filled in.</summary>
    internal static ActionExecute Send(CardContext context, string title, string verb, Step step, ReviewFile file) =>
        Does(context, title, verb, step, file).Main();
}
