using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewProceedings;

/// <summary>Proceedings elsewhere that run beside a review (C22).</summary>
public static class ProceedingCards
{
    /// <summary>The choice of some that are not on the list.</summary>
    public const string Another = "another";

    /// <summary>List some, or say what is new of them.</summary>
    public static AdaptiveCard Keep(ReviewFile file, Filled filled, CardContext context)
    {
        var open = Open(file).ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Proceedings elsewhere",
            "Criminal, inquest, family court, another review. When their next date has passed it is asked again how they stand.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "which",
                    "Which?",
                    open.Select(Choice).Append(new("Others, not listed yet", Another)),
                    open.Count == 0 ? Another : ""
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "sort",
                    "What kind?",
                    Enum.GetValues<ProceedingKind>().Select(kind => new InputChoice(ReviewRecordWording.Of(kind), kind.ToString()))
                ),
                .. GroupForm.Line(filled, context, "contact", "Whom to ask about it", "Their post and organisation."),
                .. GroupForm.Date(filled, context, "until", "Its next date"),
                .. GroupForm.Choose(filled, context, "waits", "Does publication wait for it?", [new("No", "no"), new("Yes", "yes")], "no"),
                .. GroupForm.Text(filled, context, "text", "What is there to say of it? (optional)"),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewProceeding, Step.KeepProceeding, file)
        );
    }

    /// <summary>They have ended.</summary>
    public static AdaptiveCard End(ReviewFile file, Filled filled, CardContext context)
    {
        var open = Open(file).ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Have proceedings ended?",
            "Publication waits for them no more.",
            [
                .. GroupForm.Choose(filled, context, "which", "Which?", open.Select(Choice), open is [var only] ? Digits(only.Number) : ""),
                .. GroupForm.Text(filled, context, "text", "How did they end?"),
            ],
            ReviewRecordForm.Send(context, "Record that they ended", Verbs.ReviewProceedingEnd, Step.EndProceeding, file)
        );
    }

    private static IEnumerable<Proceeding> Open(ReviewFile file) => file.Proceedings.Where(one => one.Ended.Length == 0);

    private static InputChoice Choice(Proceeding one) =>
        new($"{ReviewRecordWording.Of(one.Kind)}, {Inputs.Cut(one.Contact, 60)}", Digits(one.Number));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ProceedingKept>(
                (kept, _) =>
                    (
                        $"{ReviewRecordWording.Of(kept.Proceeding.Kind)}: next on {Written.ShortDay(kept.Proceeding.Next)}"
                            + (kept.Proceeding.HoldsPublication ? "; publication waits for it" : ""),
                        kept.Proceeding.Text.Length > 0
                            ? $"Ask {kept.Proceeding.Contact}. {kept.Proceeding.Text}"
                            : $"Ask {kept.Proceeding.Contact}."
                    )
            )
            .Line<ProceedingEnded>((ended, file) => ($"Ended: {Which(ended, file)}", ended.How));

    private static string Which(ProceedingEnded ended, ReviewFile file) =>
        file.Proceedings.Find(one => one.Number == ended.Number) is { } one ? ReviewRecordWording.Of(one.Kind) : "proceedings elsewhere";

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(110, Step.KeepProceeding, Verbs.ReviewProceeding, (_, _) => "Proceedings elsewhere"),
        new(120, Step.EndProceeding, Verbs.ReviewProceedingEnd, (_, _) => "Proceedings have ended"),
    ];
}
