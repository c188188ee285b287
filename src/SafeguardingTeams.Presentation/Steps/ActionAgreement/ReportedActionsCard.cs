using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionAgreement;

/// <summary>
/// What the report of a Rapid Review says is to be done, to be written down as actions one by one, and those that are (B16, C5).
/// </summary>
public static class ReportedActionsCard
{
    /// <summary>The button that goes on with what was chosen.</summary>
    public const string Chosen = "chosen";

    /// <summary>As much of what the report says as tells one from another.</summary>
    private const int Short = 120;

    /// <summary>As many actions as the card lists.</summary>
    public const int Shown = 10;

    /// <summary>The choice.</summary>
    /// <param name="actions">The actions that came of the case.</param>
    /// <param name="files">The first of them, as they stand.</param>
    public static AdaptiveCard Draw(
        RecordRef source,
        IReadOnlyList<ReportedAction> reported,
        IReadOnlyList<AgreedFrom> actions,
        IReadOnlyList<ActionFile> files,
        Filled filled,
        CardContext context
    ) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"From {OnScreen.Reference(source)}")),
            Heading("What the report says is to do") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    $"{Written.Sentence(ActionWording.WrittenDown(reported, actions))}. Choose one: it is filled in from the report, you "
                        + "put it in words its owner may read, and choose the owner."
                )
            ) with
            {
                Spacing = "small",
            },
            .. GroupForm.Choose(
                filled,
                context,
                AgreeActionCard.From,
                "Which would you like to write down?",
                reported
                    .Select(one => new InputChoice(Titled(one, actions), one.Answer))
                    .Append(new("Something else, not in the report", AgreeActionCard.Nothing)),
                (reported.FirstOrDefault(one => one.WrittenDown(actions).IsEmpty) ?? reported[0]).Answer
            ),
            Buttons(
                Button(context, "Fill in the action", Verbs.ActionAgree, ("case", Written.Code(source)), (Chosen, "yes")).Main(),
                Button(context, "Back", Verbs.OpenCase, ("case", Written.Code(source)))
            ),
            .. Already(actions, files, context),
        ]);

    private static string Titled(ReportedAction one, IReadOnlyList<AgreedFrom> actions) =>
        $"{Written.Sentence(one.Item)}: {Inputs.Cut(one.What, Short)}"
        + (one.WrittenDown(actions).Count is > 0 and var written ? $" ({ActionWording.Already(written)})" : "");

    private static IEnumerable<Element> Already(IReadOnlyList<AgreedFrom> actions, IReadOnlyList<ActionFile> files, CardContext context) =>
        files.Count == 0
            ? []
            :
            [
                Subheading("Actions that came of this case") with
                {
                    Spacing = "large",
                },
                .. files.Select(file =>
                    Lines.Line(
                        $"{file.Owner!.AgencyName}: {ActionWording.Short(file.Stage)}",
                        $"{OnScreen.Reference(file.Ref)}{(file.Source!.Item.Length > 0 ? $", {file.Source.Item}" : "")}",
                        Plain(OnScreen.Day(file.Due))
                    )
                ),
                .. actions.Count > files.Count
                    ? [Text(Small($"and {(actions.Count - files.Count).ToString(CultureInfo.InvariantCulture)} more"))]
                    : Array.Empty<Element>(),
                new InputChoiceSet(
                    InputIds.For("which", context.CardInvocation),
                    "Which would you like to open?",
                    [.. files.Select(file => new InputChoice($"{file.Ref}, {file.Owner!.AgencyName}", file.Ref.ToString()))]
                )
                {
                    Value = files[0].Ref.ToString(),
                    MostExpanded = 0,
                    Spacing = "medium",
                },
                Buttons(Button(context, "Open it", Verbs.OpenAction)),
            ];
}
