using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRequests;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewRequests;

/// <summary>What is asked in writing of reviewer and independent Chair, with what came back (C11).</summary>
public static class WrittenRequestCards
{
    /// <summary>How many open ones stand on the review's card, and how many that are answered; the timeline has all.</summary>
    private const int OpenShown = 6;

    private const int AnsweredShown = 3;

    /// <summary>Record that something was asked in writing.</summary>
    public static AdaptiveCard Ask(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Asked in writing",
            "Nothing of this is sent to them, or shown to them here. Record what you wrote to them.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "role",
                    "Who is asked?",
                    Enum.GetValues<ReviewPersonRole>().Select(role => new InputChoice(ReviewRecordWording.Of(role), role.ToString()))
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "wish",
                    "What for?",
                    Enum.GetValues<WrittenWish>().Select(wish => new InputChoice(ReviewRecordWording.Of(wish), wish.ToString()))
                ),
                .. GroupForm.Text(filled, context, "text", "What is asked?"),
                .. GroupForm.Date(filled, context, "date", "Put in writing on", there: Written.Iso(context.Today)),
                .. GroupForm.Line(filled, context, "how", "How, and to which address?", "Such as a letter, or mail to their address."),
                .. GroupForm.Date(filled, context, "until", "By when is it asked for?", "Whoever sees to the review is reminded of it."),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewAskInWriting, Step.AskInWriting, file)
        );

    /// <summary>Record what came back.</summary>
    public static AdaptiveCard CameBack(ReviewFile file, Filled filled, CardContext context)
    {
        var open = file.WrittenAndOpen.ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "What came back?",
            "The answer is kept with what was asked. Where nothing came, say why: the review is not closed while it is open.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "which",
                    "To which request?",
                    open.Select(one => new InputChoice(
                        $"{one.Number}: {ReviewRecordWording.Of(one.Wish)}, {ReviewRecordWording.Short(one.Of)}, "
                            + $"by {Written.ShortDay(one.Due)}",
                        Digits(one)
                    )),
                    open is [var only] ? Digits(only) : ""
                ),
                .. GroupForm.Choose(filled, context, "came", "Did anything come?", [new("Yes", "yes"), new("No, nothing", "no")]),
                .. GroupForm.Date(filled, context, "date", "On which day?", there: Written.Iso(context.Today)),
                .. GroupForm.Text(filled, context, "text", "What came, and where is it kept? Or: why did nothing come?"),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewCameBack, Step.RecordWhatCameBack, file)
        );
    }

    /// <summary>What was asked, on the card of the review: what is open first.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file, CardContext context)
    {
        var open = file.WrittenAndOpen.OrderBy(one => one.Due).ToList();
        return file.Written.IsEmpty
            ? []
            :
            [
                Subheading(open.Count > 0 ? $"Asked in writing: {open.Count} open" : "Asked in writing") with
                {
                    Spacing = "large",
                },
                .. open.Take(OpenShown).Select(one => Line(one, context)),
                .. open.Count > OpenShown
                    ? [SmallLine($"{Written.Count(open.Count - OpenShown, "more is", "more are")} open; the timeline has all.")]
                    : Array.Empty<Element>(),
                .. file.Written.Where(one => !one.IsOpen).Reverse().Take(AnsweredShown).Select(one => Line(one, context)),
            ];
    }

    private static Element Line(WrittenRequest one, CardContext context) =>
        Lines.Line(
            $"{one.Number}. {ReviewRecordWording.Of(one.Wish)}: {ReviewRecordText.Short(one.Text, 160)}",
            $"{ReviewRecordWording.Of(one.Of)}, {OnScreen.Day(one.On)}, {Inputs.Cut(one.How, 80)}"
                + (one.Reply is { } reply ? $". {ReviewRecordText.Short(reply.Text, 200)}" : ""),
            one.Reply is { } came ? Plain($"{(came.Came ? "Came back" : "Nothing came")} {OnScreen.Day(came.On)}")
                : context.Today > one.Due ? Late($"Late: due {OnScreen.Day(one.Due)}")
                : Plain($"Open, due {OnScreen.Day(one.Due)}")
        );

    private static string Digits(WrittenRequest one) => one.Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewAskedInWriting>(
                (asked, _) =>
                    (
                        $"Request {asked.Number} in writing to the {ReviewRecordWording.Short(asked.Of)}, on "
                            + $"{Written.ShortDay(asked.On)}, by {Written.ShortDay(asked.Due.DueDay)}: "
                            + ReviewRecordWording.Of(asked.Wish).ToLowerInvariant(),
                        $"{asked.Text} How: {asked.How}"
                    )
            )
            .Line<ReviewWrittenAnswered>(
                (answered, _) =>
                    (
                        answered.Came
                            ? $"Request {answered.Number} in writing came back on {Written.ShortDay(answered.On)}"
                            : $"Nothing came to request {answered.Number} in writing",
                        answered.Text
                    )
            );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(52, Step.RecordWhatCameBack, Verbs.ReviewCameBack, (_, _) => "Record what came back"),
        new(54, Step.AskInWriting, Verbs.ReviewAskInWriting, (_, _) => "Ask the reviewer in writing"),
    ];
}
