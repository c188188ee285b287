using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Reviews;
using Story = SafeguardingTeams.Tests.ReviewStory;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <content>Of reviews; and which record each document is about.</content>
internal static partial class DocumentExamples
{
    /// <summary>The letters about a review (C8, C9, C15, C17).</summary>
    private static IEnumerable<(string Name, ReadOnlyMemory<byte> File)> ReviewLetters()
    {
        var letters = new ReviewLetters(Gallery.Words, LetterTemplates.Shipped);
        var named = Story.At(ReviewStage.UnderWay).Given(Story.Appoint(), Story.Operations);
        var late = Story
            .At(ReviewStage.UnderWay)
            .Given(
                new ForecastReview(Story.Id, new(2027, 6, 1), DelayReason.CriminalProceedings, "The trial is in May."),
                Story.Operations
            );
        var planned = Story
            .At(ReviewStage.Accepted)
            .Given(
                new PlanPublication(Story.Id, PublicationForm.ImprovementsOnly, "The family could be recognised.", new(2027, 4, 1)),
                Story.Operations
            );
        foreach (
            var (what, story) in new[]
            {
                (TellingOf.Decision, Story.At(ReviewStage.UnderWay)),
                (TellingOf.Reviewer, named),
                (TellingOf.Delay, late),
                (TellingOf.Report, planned),
            }
        )
        {
            yield return (
                $"review-letter-{what.ToString().ToLowerInvariant()}",
                File(letters.Draw(story.File, what, OutsideBody.Panel, "Chair of the group", new(2026, 12, 1)))
            );
        }
    }

    /// <summary>The reference of the record a document is about.</summary>
    internal static string ReferenceOf(string name) =>
        name.StartsWith("review-letter-", StringComparison.Ordinal) ? Story.Id.ToString()
        : Gallery.DocumentsOfRecords.TryGetValue(name, out var record) ? record.ToString()
        : name == "learning-form" ? "blank form" // It gets one when it is read in.
        : ReportExamples.ReferenceOf(name) ?? Reference;
}
