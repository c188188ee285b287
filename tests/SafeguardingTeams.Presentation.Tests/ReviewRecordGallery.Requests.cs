using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewRequests;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>What is asked in writing of reviewer and independent Chair.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> OfReviewRequests()
    {
        var (owner, chair, operations) = (Context(ReviewStory.Owner), Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var asked = ReviewStory.AskedInWriting().File;
        var answered = ReviewStory
            .AskedInWriting()
            .Given(ReviewStory.CameBack(), ReviewStory.Owner)
            .Given(ReviewStory.CameBack(2, came: false), ReviewStory.Chair)
            .File;
        yield return ("further-request-written", ReviewRecordCard.Draw(asked, null, owner));
        yield return (
            "further-request-written-late",
            ReviewRecordCard.Draw(
                asked,
                null,
                operations with
                {
                    Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
                    Today = new(2026, 11, 23),
                }
            )
        );
        yield return ("further-request-written-answered", ReviewRecordCard.Draw(answered, null, chair));
        yield return ("timeline-further-written", ReviewRecordCard.Timeline(answered, 0, operations));
        yield return (
            "further-form-written",
            WrittenRequestCards.Ask(ReviewStory.At(ReviewStage.UnderWay).File, Filled.Nothing, operations)
        );
        yield return (
            "further-form-written-wrong",
            WrittenRequestCards.Ask(
                asked,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("text", "A draft of the third line.").Add("role", "Reviewer"),
                    [new("past", "Give a date after today.", "until")]
                ),
                owner
            )
        );
        yield return ("further-form-written-back", WrittenRequestCards.CameBack(asked, Filled.Nothing, owner));
        yield return (
            "further-form-written-back-wrong",
            WrittenRequestCards.CameBack(
                asked,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("which", "1").Add("came", "no"),
                    [new("answer-needed", "Say why nothing came.", "text")]
                ),
                operations
            )
        );
    }
}
