using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewElsewhere;

/// <summary>What was heard of something that another body does (C7).</summary>
public static class ReviewElsewhereCard
{
    /// <summary>The form.</summary>
    public static AdaptiveCard Draw(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "What was heard of it?",
            $"{file.Plan!.From!.Body} does it. Once it has ended there, record how it ended instead.",
            [
                .. GroupForm.Date(filled, context, "date", "Heard on", there: Written.Iso(context.Today)),
                .. GroupForm.Text(filled, context, "text", "What was heard?", "Also that nothing was. Name nobody."),
                .. GroupForm.Date(filled, context, "until", "When is it asked for next?"),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewHeard, Step.HearOfReview, file)
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>().Line<HeardOfReview>(
            (heard, _) => ($"Heard on {Written.ShortDay(heard.On)}; asked for next on {Written.ShortDay(heard.Next.DueDay)}", heard.Text)
        );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(55, Step.HearOfReview, Verbs.ReviewHeard, (_, _) => "Record what was heard")];
}
