using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewEnding;

/// <summary>A review is ended before it is done, or goes on (PD16).</summary>
public static class ReviewEndingCards
{
    /// <summary>End it.</summary>
    public static AdaptiveCard End(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "End it before it is done?",
            "Because it was proposed by mistake, or another takes its place. It stays on the record, and can be opened again.",
            GroupForm.Reason(filled, context, "Why is it ended?"),
            ReviewRecordForm.Does(context, "End it", Verbs.ReviewEnd, Step.EndReview, file) with
            {
                Style = "destructive",
            }
        );

    /// <summary>Close it.</summary>
    public static AdaptiveCard Close(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Close it?",
            "Nothing more is done with it. Actions that came of it go on by themselves. It can be opened again.",
            GroupForm.Text(filled, context, "note", "What is there to say of it? (optional)"),
            ReviewRecordForm.Send(context, "Close it", Verbs.ReviewClose, Step.CloseReview, file)
        );

    /// <summary>Open it again.</summary>
    public static AdaptiveCard Reopen(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Open it again?",
            "It goes on where it was. Its dates stay as they were.",
            GroupForm.Reason(filled, context, "Why does it go on?"),
            ReviewRecordForm.Send(context, "Open it again", Verbs.ReviewReopen, Step.ReopenReview, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewEnded>((ended, _) => ("Ended before it was done", ended.Reason))
            .Line<ReviewClosed>((closed, _) => ("Closed", closed.Note))
            .Line<ReviewReopened>((again, _) => ("Opened again", again.Reason));

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(200, Step.CloseReview, Verbs.ReviewClose, (_, _) => "Close it"),
        new(300, Step.ReopenReview, Verbs.ReviewReopen, (_, _) => "Open it again"),
        new(500, Step.EndReview, Verbs.ReviewEnd, (_, _) => "End it before it is done"),
    ];
}
