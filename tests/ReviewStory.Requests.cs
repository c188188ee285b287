using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewRequests;

namespace SafeguardingTeams.Tests;

/// <content>What is asked in writing of reviewer and independent Chair (C11).</content>
internal sealed partial class ReviewStory
{
    /// <summary>A draft of the reviewer.</summary>
    internal static AskInWriting AskDraft { get; } =
        new(
            Id,
            ReviewPersonRole.Reviewer,
            WrittenWish.Draft,
            "A draft of the first two lines of enquiry.",
            new(2026, 11, 2),
            "By mail to their address",
            new(2026, 12, 1)
        );

    internal static RecordWhatCameBack CameBack(int number = 1, bool came = true) =>
        new(Id, number, came, new(2026, 11, 2), came ? "Twelve pages, in the review's folder." : "They were ill all month.");

    /// <summary>Two requests in writing, none answered.</summary>
    internal static ReviewStory AskedInWriting() =>
        At(ReviewStage.UnderWay)
            .Given(AskDraft, Owner)
            .Given(
                AskDraft with
                {
                    Of = ReviewPersonRole.IndependentChair,
                    Wish = WrittenWish.Information,
                    Text = "How the meetings with practitioners went.",
                    Due = new(2026, 11, 20),
                },
                Operations
            );
}
