using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>Those appointed to a review who read papers as guests.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string Name, CardKind Kind, Topic About, ReviewFile File)> PapersMessages()
    {
        var told = ReviewStory.CameIn().File;
        yield return ("ready", CardKind.ReviewPapersReady, Topic.Appointed(1, told.Version), told);
        yield return (
            "closed",
            CardKind.ReviewPapersReady,
            Topic.Appointed(1, told.Version),
            ReviewStory.CameIn().Given(new EndReview(Rev, "By mistake."), ReviewStory.Operations).File
        );
    }

    /// <summary>As many papers as there may be, with terms of reference that fill their fields.</summary>
    internal static ReviewFile PapersToTheBrim
    {
        get
        {
            var file = ReviewStory.CameIn().WithTerms().File;
            return file with
            {
                Papers =
                [
                    .. Enumerable
                        .Range(1, ReviewFile.MostPapers)
                        .Select(number => new AgreedPaper(
                            number,
                            CaseStory.Id,
                            $"{CaseStory.Id}-{new string('w', 40)}-{number}.docx",
                            new('b', 64)
                        )),
                ],
                Terms = file.Terms with
                {
                    Versions =
                    [
                        file.Terms.Approved! with
                        {
                            Texts = [.. Enum.GetValues<TermsPart>().Select(part => new TermsText(part, new('w', TermsChecks.Longest)))],
                        },
                    ],
                },
            };
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> OfReviewGuests()
    {
        var (guest, operations) = (Context(ReviewStory.Guest), Context(ReviewStory.Operations));
        AdaptiveCard Theirs(ReviewFile file, int page = 0, int terms = 0) =>
            TheirPapersCard.Draw(
                file,
                [.. ReviewPermissions.PartsOf(file, ReviewStory.Guest).Select(person => person.Who.Role)],
                page,
                terms,
                guest
            );
        var changed = ReviewStory.CameIn().Given(ReviewStory.OtherAddress(), ReviewStory.Operations);
        yield return ("further-record-papers-theirs", Theirs(ReviewStory.CameIn().WithTerms().File));
        yield return ("further-record-papers-theirs-terms", Theirs(ReviewStory.CameIn().WithTerms().File, 0, 1));
        yield return ("further-record-papers-theirs-terms-2", Theirs(ReviewStory.CameIn().WithTerms().File, 0, 2));
        yield return ("further-record-papers-theirs-no-terms", Theirs(ReviewStory.CameIn().TermsWithLeads().File));
        yield return (
            "further-record-papers-theirs-only-terms",
            Theirs(ReviewStory.CameIn().Given(ReviewStory.AgreeNothing, ReviewStory.Chair).File)
        );
        yield return ("further-record-papers-theirs-full", Theirs(PapersToTheBrim));
        yield return ("further-record-papers-theirs-last", Theirs(PapersToTheBrim, 9));
        yield return ("further-record-papers-people", ReviewPeopleCards.Open(ReviewStory.CameIn().File, operations));
        yield return ("further-record-papers-people-changed", ReviewPeopleCards.Open(changed.File, operations));
        yield return (
            "further-record-papers-people-closed",
            ReviewPeopleCards.Open(
                ReviewStory
                    .CameIn()
                    .Given(new EndReview(Rev, "By mistake."), ReviewStory.Operations)
                    .Given(new ReopenReview(Rev, "By mistake."), ReviewStory.Chair)
                    .File,
                operations
            )
        );
        yield return ("timeline-further-guests", ReviewRecordCard.Timeline(changed.File, 0, operations));
        PapersLine line = new(Rev, ReviewKind.LocalReview, [ReviewPersonRole.Reviewer]);
        PapersLine both = new(
            Domain.Records.RecordRef.Parse("GSCP-RV-3333-4444"),
            ReviewKind.LearningReview,
            [ReviewPersonRole.IndependentChair, ReviewPersonRole.PanelMember]
        );
        yield return ("home-papers", PapersHomeCard.Draw([line, both], guest));
        yield return ("home-papers-none", PapersHomeCard.Draw([], guest));
        yield return ("home-papers-beside", HomeCard.Draw(new([], 0, 0, HasTasks: false, MayFind: false) { Papers = [line] }, Referrer));
    }
}
