using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.BriefingWriting;

/// <summary>Begin a briefing, a copy for training or a paper for the TriBorough group (D4, E11, E20, E23).</summary>
public static class BeginBriefingCard
{
    /// <summary>The card.</summary>
    /// <param name="source">What it comes from; null where from none.</param>
    /// <param name="purpose">What is chosen beforehand: what the group decided on.</param>
    /// <param name="seen">How many there were of it: two who begin at once begin the same one.</param>
    /// <param name="agencies">The agencies that have a member of the group.</param>
    public static AdaptiveCard Draw(
        RecordRef? source,
        BriefingPurpose purpose,
        int seen,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    ) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small(source is { } record ? $"From {OnScreen.Reference(record)}" : "Briefings")),
            Heading("Begin a briefing") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    "It is written without anybody in it, checked by somebody else, and approved by the Chair. Who reads it cannot go "
                        + "back to where it comes from."
                )
            ) with
            {
                Spacing = "small",
            },
            .. GroupForm.Choose(
                filled,
                context,
                "purpose",
                "What is it for?",
                Enum.GetValues<BriefingPurpose>().Select(one => new InputChoice(BriefingWording.Of(one), one.ToString())),
                purpose.ToString()
            ),
            .. GroupForm.Choose(
                filled,
                context,
                "audience",
                "Who may read it?",
                Enum.GetValues<BriefingAudience>().Select(one => new InputChoice(BriefingWording.Of(one), one.ToString())),
                BriefingAudience.NamedAgencies.ToString()
            ),
            .. GroupForm.ChooseSeveral(
                filled,
                context,
                "agencies",
                "Which agencies are sent it, and say how they used it? (needed for a briefing)",
                agencies.Select(agency => new InputChoice(agency.Name, agency.Id))
            ),
            .. context.Themes.Where(theme => theme.IsInUse).ToList() is { Count: > 0 } themes
                ? GroupForm.Choose(
                    filled,
                    context,
                    "abouttheme",
                    "Which theme is it about? (optional)",
                    themes.Select(theme => new InputChoice(theme.Name, theme.Id))
                )
                : [],
            Buttons(
                Button(context, "Begin it", Verbs.BriefingBegin, [.. About(source), ("seen", $"{seen}"), (Verbs.Do, "yes")]).Main(),
                source is { } back
                    ? Button(context, "Back", Verbs.Opening(back), ("case", Written.Code(back)))
                    : Button(context, "Back", Verbs.BriefingList)
            ),
        ]);

    private static (string Key, string Value)[] About(RecordRef? source) => source is { } record ? [("case", Written.Code(record))] : [];
}

/// <summary>Its button on the case's card, for operations and the Chair.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 67, Verbs.BriefingBegin, look => look.May(Step.BeginBriefing) ? "Begin a briefing" : null)];
}

/// <summary>Its button on the card of a referral for practice learning, and its line there.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>().Line<LearningCopyBegun>(
            (begun, _) => ($"{BriefingWording.Of(begun.Purpose)} begun, without anybody in it", "")
        );

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [new(76, Step.BeginBriefing, Verbs.BriefingBegin, (file, _) => file.OwesTrainingCopy ? "Begin the copy for training"
            : file is { GoesToTriBorough: true, TriBorough: null } && !file.Copies.Contains(BriefingPurpose.TriBorough)
                ? "Begin the paper for TriBorough"
            : "Begin a briefing")];
}

/// <summary>Its button on the card of a review.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<Domain.Reviews.ReviewEvent, Domain.Reviews.ReviewFile> Lines { get; } = new();

    internal static StepTexts<Domain.Reviews.ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(150, Step.BeginBriefing, Verbs.BriefingBegin, (_, _) => "Begin a briefing")];
}

/// <summary>What timeline, messages and buttons of a briefing say of writing it.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>()
            .Line<BriefingBegun>((begun, _) => ($"{BriefingWording.Of(begun.Plan.Purpose)} begun", ""))
            .Line<BriefingWritten>(
                (written, _) =>
                    (
                        written.Text.Number == 1 ? "Written, to be checked" : "Written again, to be checked",
                        written.Text.Found.IsEmpty
                            ? ""
                            : $"{Written.Count(written.Text.Found.Count, "place", "places")} found that may point to somebody"
                    )
            );

    internal static StepTexts<BriefingFile> Messages { get; } = new();

    internal static IReadOnlyList<BriefingButton> Buttons { get; } =
    [new(10, Step.WriteBriefing, Verbs.BriefingWrite, file => file.Text is null ? "Write it" : "Write it again")];
}
