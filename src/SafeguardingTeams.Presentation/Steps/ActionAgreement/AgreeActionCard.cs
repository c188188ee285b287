using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionAgreement;

/// <summary>Agree an action from a case, a referral for practice learning or a review (C5, C12, C18).</summary>
public static class AgreeActionCard
{
    /// <summary>The key that says which answer of a report an action is filled in from.</summary>
    public const string From = "from";

    /// <summary>Its value where it is filled in from none.</summary>
    public const string Nothing = "none";

    /// <summary>The form, on what it comes from.</summary>
    /// <param name="from">What the report says that it is filled in from; null where from nothing.</param>
    public static AdaptiveCard Draw(RecordRef source, OwnerChoices choices, Filled filled, CardContext context, FromReport? from = null) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"From {OnScreen.Reference(source)}")),
            Heading("Agree an action") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    "Its owner reads what you write here, and nothing of what it comes from. Name no child, relative or practitioner; say "
                        + "what is to change, and not who did what."
                )
            ) with
            {
                Spacing = "small",
            },
            .. from is null ? [] : Said(source, from, context),
            .. Fields(choices, filled, context, from?.Said, from?.Due(context)),
            .. GroupForm.Line(
                filled,
                context,
                "item",
                "Where it comes from (optional)",
                "For example: recommendation 2, or item 3.",
                from?.Said.Item ?? ""
            ),
            Buttons(
                Button(
                        context,
                        "Agree the action",
                        Verbs.ActionAgree,
                        [("case", Written.Code(source)), (Verbs.Do, "yes"), .. from?.Keys ?? [(From, Nothing)]]
                    )
                    .Main(),
                Button(context, "Back", Verbs.Opening(source), ("case", Written.Code(source)))
            ),
        ]);

    /// <summary>What the report says, beside what is filled in from it, and what was written down from it already.</summary>
    private static IEnumerable<Element> Said(RecordRef source, FromReport from, CardContext context)
    {
        if (from.WrittenDown is { Count: > 0 } written)
        {
            yield return Top(
                new(
                    NoticeKind.Information,
                    $"{ActionWording.Already(written.Count)} from this: {string.Join(", ", written)}. Agree another only where one is "
                        + "not enough."
                )
            )!;
        }

        yield return Fact(source.Kind == RecordKind.Review ? "It comes from" : "From the report", from.Said.Item);
        if (from.Said.Who.Length > 0)
        {
            yield return Fact("By whom, it says", from.Said.Who);
        }

        if (from.Said.When is { } when)
        {
            yield return Fact(
                "By when, it says",
                $"{Written.Day(when)}{(when > context.Today ? "" : ", which is past: give another date")}"
            );
        }
    }

    /// <summary>What is asked of an action, wherever it is agreed: by itself, or in a meeting.</summary>
    internal static IEnumerable<Element> Fields(
        OwnerChoices choices,
        Filled filled,
        CardContext context,
        ReportedAction? said = null,
        string? due = null
    ) =>
        [
            .. GroupForm.Text(filled, context, "change", "The change wanted", "What will be different, and in whose practice?"),
            .. GroupForm.Text(filled, context, "what", "What will be done?", there: said?.What ?? ""),
            .. ActionForm.Owner(choices, filled, context),
            .. GroupForm.Date(filled, context, "due", "By when?", there: due ?? ""),
            .. GroupForm.Text(filled, context, "how", "How shall we know that it has changed something?"),
        ];
}

/// <summary>What the report of a Rapid Review says, or a review recommends, from which an action is filled in (B16, C18).</summary>
/// <param name="Said">What it says.</param>
/// <param name="WrittenDown">The actions written down from it already.</param>
public sealed record FromReport(ReportedAction Said, IReadOnlyList<RecordRef> WrittenDown)
{
    /// <summary>What a button carries: which answer, and what had been written down when the card was drawn.</summary>
    internal (string Key, string Value)[] Keys =>
        [(AgreeActionCard.From, Said.Answer), ("seen", WrittenDown.Count.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The day it says, where that is still to come.</summary>
    internal string Due(CardContext context) =>
        Said.When is { } when && when > context.Today ? when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>().Line<ActionAgreed>(
            (agreed, _) => ($"Agreed, for {Written.ShortDay(agreed.Plan.Due)}. Owner: {ActionWording.Of(agreed.Plan.Owner)}", "")
        );

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>().Message(CardKind.ActionTask, asked => Task(asked.File, asked.About));

    internal static IReadOnlyList<ActionButton> Buttons { get; } = [];

    /// <summary>To operations, who asked the owner until then.</summary>
    private static (string, string) CameIn { get; } =
        (
            "An action's owner can sign in",
            "The owner of an action, who had no account here, can sign in now, and is asked directly. If that fails them you can still "
                + "record what they say."
        );

    private static (string, string) Task(ActionFile file, Topic about) =>
        file.Stage switch
        {
            _ when about != Topic.Round(file.TimesBegun) => file.CameIn == file.TimesBegun && about == Topic.Round(file.CameIn - 1)
                ? CameIn
                : ActionText.Over,
            ActionStage.Agreed when file.BegunOn > file.Due => (
                file.Owner is { HasAccount: true } ? "A late action is yours" : "Ask a late action's owner",
                $"An action has another owner since it was late: it was to be done by {Written.Day(file.Due)}. "
                    + (
                        file.Owner is { HasAccount: true }
                            ? "You own it now. Open it to read what was agreed; then say how far it is, or ask for more time."
                            : "They have no account here: tell them, ask them how far it is, and record what they say."
                    )
            ),
            ActionStage.Agreed when file.Owner is { HasAccount: true } => (
                "An action is yours",
                $"You own an action. It is to be done by {Written.Day(file.Due)}. Open it to read what was agreed, and to say how far it "
                    + "is."
            ),
            ActionStage.Agreed => (
                "Ask an action's owner",
                $"An action, to be done by {Written.Day(file.Due)}, is owned by somebody who has no account here. They are invited; until "
                    + "they have come in, tell them, ask them how far it is, and record what they say."
            ),
            ActionStage.Done => ("Reported as done", "The Chair accepts it, or returns it. Nothing is asked of you now."),
            ActionStage.Accepted when file.OpenImpact is null => (
                "Accepted as done",
                $"By {ActionWording.DueBy(file, Timescales.ActionImpact)} it is asked what the action has changed."
            ),
            _ => ActionText.Over,
        };
}

/// <summary>
/// Its button on the case's card, for operations and the Chair: in sight while the report says something is to be done that is no action
/// yet (B16, B17).
/// </summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 195, Verbs.ActionAgree, look =>
            look.May(Step.AgreeAction) && IsLeft(look) ? "Write it down as an action" : null
        ),
        new(Place.Other, 65, Verbs.ActionAgree, look => look.May(Step.AgreeAction) && !IsLeft(look) ? "Agree an action" : null),
    ];

    private static bool IsLeft(Look look) =>
        look.File.Stage != Stage.Closed && ReportedAction.Of(look.File).Exists(one => one.WrittenDown(look.Actions).IsEmpty);
}

/// <summary>Its button on the card of a referral for practice learning.</summary>
internal static class LearningWords
{
    internal static StepLines<Domain.Learning.LearningEvent, Domain.Learning.LearningFile> Lines { get; } = new();

    internal static StepTexts<Domain.Learning.LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [new(70, Step.AgreeAction, Verbs.ActionAgree, (_, _) => "Agree an action")];
}

/// <summary>Its button on the card of a review, with a recommendation or without one (C12).</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<Domain.Reviews.ReviewEvent, Domain.Reviews.ReviewFile> Lines { get; } = new();

    internal static StepTexts<Domain.Reviews.ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(170, Step.AgreeAction, Verbs.ActionAgree, (_, _) => "Agree an action")];
}
