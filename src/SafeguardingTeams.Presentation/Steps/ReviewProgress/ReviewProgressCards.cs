using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewProgress;

/// <summary>How a review goes, how good it is (C11), and on what day it is expected (C17).</summary>
public static class ReviewProgressCards
{
    /// <summary>Look at it.</summary>
    public static AdaptiveCard Look(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "How does it go?",
            $"It is to be done by {ReviewRecordWording.Dates(file)}. What is asked for, a draft too, is asked in writing.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "state",
                    "Will it be done in time?",
                    Enum.GetValues<LookState>().Select(state => new InputChoice(ReviewRecordWording.Of(state), state.ToString()))
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "quality",
                    "How good is it?",
                    "Lines of enquiry answered, why and not only what, the child's and the family's voice, equality."
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "concern",
                    "Is there a concern about that?",
                    [new("No", "no"), new("Yes", "yes")],
                    "no"
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "asked",
                    "What was asked of whom, until when? (optional)",
                    "What is asked of reviewer or independent Chair in writing has a step of its own, which keeps the answer."
                ),
                .. GroupForm.Date(filled, context, "date", "Looked at on", there: Written.Iso(context.Today)),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewLook, Step.LookAtReview, file)
        );

    /// <summary>On what other day it is expected.</summary>
    public static AdaptiveCard Expect(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "When is it expected?",
            $"By rule: {ReviewRecordWording.Dates(file)}. As soon as it is expected later than that, national Panel and Department for "
                + "Education are told why, and not only once it is late.",
            [
                .. GroupForm.Date(filled, context, "until", "Expected on"),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "why",
                    "Why?",
                    Enum.GetValues<DelayReason>().Select(reason => new InputChoice(ReviewRecordWording.Of(reason), reason.ToString()))
                ),
                .. GroupForm.Text(
                    filled,
                    context,
                    "text",
                    "What is there to say of it?",
                    "National Panel and Department for Education are told this."
                ),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewExpect, Step.ForecastReview, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewLookedAt>(
                (look, _) =>
                    (
                        $"Looked at on {Written.ShortDay(look.On)}: {ReviewRecordWording.Of(look.State)}"
                            + (look.IsConcern ? "; a concern" : ""),
                        look.Asked.Length > 0 ? $"{look.Quality} Asked: {look.Asked}" : look.Quality
                    )
            )
            .Line<ReviewForecastChanged>(
                (forecast, _) =>
                    (
                        $"Expected on {Written.ShortDay(forecast.Until)}: {ReviewRecordWording.Of(forecast.Reason)}"
                            + (forecast.Tell is null ? "" : "; Panel and DfE are to be told why"),
                        forecast.Text
                    )
            );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(50, Step.LookAtReview, Verbs.ReviewLook, (_, _) => "Record how it goes"),
        new(60, Step.ForecastReview, Verbs.ReviewExpect, (_, _) => "Expect it on another day"),
    ];
}
