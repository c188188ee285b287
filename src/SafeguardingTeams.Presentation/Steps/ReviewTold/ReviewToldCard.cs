using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewTold;

/// <summary>Record that a body outside was told of a review (C8, C17).</summary>
public static class ReviewToldCard
{
    /// <summary>Separates what and whom in one choice.</summary>
    private const char Dot = '.';

    /// <summary>The form.</summary>
    public static AdaptiveCard Draw(ReviewFile file, Filled filled, CardContext context)
    {
        var owed = file.OwedOutside.ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Record who was told",
            owed.Count == 0
                ? "All who are to be told have been."
                : "This system sends nothing outside by itself. Write to them, then record each here.",
            owed.Count == 0
                ? []
                :
                [
                    .. GroupForm.Choose(
                        filled,
                        context,
                        "body",
                        "Who was told, and of what?",
                        owed.Select(one => new InputChoice(
                            $"{ReviewRecordWording.Of(one.Body)}: {ReviewRecordWording.Of(one.Of)}",
                            $"{one.Of}{Dot}{one.Body}"
                        )),
                        // Of several none is chosen beforehand: one must not stand as told because nobody looked.
                        owed is [var only]
                            ? $"{only.Of}{Dot}{only.Body}"
                            : ""
                    ),
                    .. GroupForm.Date(filled, context, "date", "On which day?", there: Written.Iso(context.Today)),
                    .. GroupForm.Line(
                        filled,
                        context,
                        "how",
                        "How, and to which address?",
                        "For example: by email to its notifications mailbox."
                    ),
                ],
            owed.Count == 0 ? [] : [ReviewRecordForm.Send(context, "Record it", Verbs.ReviewTell, Step.RecordBodyTold, file)]
        );
    }

    /// <summary>What was chosen; null where it is neither.</summary>
    public static (TellingOf Of, OutsideBody Body)? Chosen(string choice) =>
        choice.Split(Dot) is [var of, var body]
        && Enum.GetValues<TellingOf>().Where(one => one.ToString() == of).Take(1).ToList() is [var what]
        && Enum.GetValues<OutsideBody>().Where(one => one.ToString() == body).Take(1).ToList() is [var whom]
            ? (what, whom)
            : null;
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>().Line<OutsideBodyTold>(
            (told, _) =>
                ($"{ReviewRecordWording.Of(told.Body)} told on {Written.ShortDay(told.On)} {ReviewRecordWording.Of(told.Of)}", told.How)
        );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(100, Step.RecordBodyTold, Verbs.ReviewTell, (_, _) => "Record who was told")];
}
