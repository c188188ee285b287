using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>Reviewer and independent Chair of a review.</content>
internal static partial class Gallery
{
    private static ReviewStory Appointed =>
        ReviewStory
            .At(ReviewStage.UnderWay)
            .Given(ReviewStory.Appoint(), ReviewStory.Operations)
            .Given(
                ReviewStory.Appoint(ReviewPersonRole.IndependentChair) with
                {
                    Declared = ReviewStory.Declared with
                    {
                        WasInvolved = true,
                        Involved = "Advised the hospital in 2019, on another matter.",
                        Conflicts = "Knows the head of midwifery.",
                        Handled = "The reviewer alone talks with the hospital.",
                    },
                },
                ReviewStory.Chair
            )
            .Given(
                ReviewStory.Appoint(ReviewPersonRole.PanelMember) with
                {
                    Who = ReviewStory.Appoint(ReviewPersonRole.PanelMember).Who with { Email = "member@panel.example" },
                },
                ReviewStory.Operations
            );

    private static IEnumerable<(string, AdaptiveCard)> OfReviewPeople()
    {
        var (chair, operations) = (Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var none = ReviewStory.At(ReviewStage.UnderWay).File;
        yield return ("further-record-people", ReviewRecordCard.Draw(Appointed.File, null, operations));
        yield return (
            "further-record-people-scrutineer",
            ReviewRecordCard.Draw(Appointed.File, null, Context(CaseStory.Somebody(Role.Scrutineer)))
        );
        var ended = Appointed
            .Given(new EndReviewPerson(Rev, 1, "They are ill."), ReviewStory.Operations)
            .Given(new EndReviewPerson(Rev, 2, "There is to be one Chair for three reviews."), ReviewStory.Chair);
        yield return ("further-record-people-none", ReviewRecordCard.Draw(ended.File, null, chair));
        yield return ("timeline-further-people", ReviewRecordCard.Timeline(ended.File, 0, chair));
        yield return ("further-record-people-chair", ReviewRecordCard.Draw(Appointed.File, null, chair));
        yield return ("further-record-who-reviews", ReviewPeopleCards.Open(none, operations));
        yield return ("further-record-who-reviews-ended", ReviewPeopleCards.Open(ended.File, operations));
        yield return ("further-record-who-reviews-now", ReviewPeopleCards.Open(Appointed.File, chair));
        var subject = ReviewStory.Subject(CaseStory.Id);
        OfferedPaper[] kept = [.. KeptFile.Of(subject).Select(one => new OfferedPaper(subject.Ref, one))];
        var agreed = Appointed.Given(ReviewStory.AgreePapers, ReviewStory.Operations).File;
        yield return ("further-form-papers", ReviewPapersCards.Agree(none, kept, Filled.Nothing, operations));
        yield return ("further-form-papers-agreed", ReviewPapersCards.Agree(agreed, kept, Filled.Nothing, chair));
        yield return ("further-form-papers-none", ReviewPapersCards.Agree(none, [], Filled.Nothing, operations));
        yield return ("further-record-who-reviews-papers", ReviewPeopleCards.Open(agreed, operations));
        yield return ("timeline-further-papers", ReviewRecordCard.Timeline(agreed, 0, chair));
        yield return ("further-form-appoint", ReviewPeopleCards.Appoint(none, Filled.Nothing, operations));
        yield return ("further-form-appoint-another", ReviewPeopleCards.Appoint(Appointed.File, Filled.Nothing, chair));
        yield return (
            "further-form-appoint-wrong",
            ReviewPeopleCards.Appoint(
                none,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("involved", "yes"),
                    [new("answer-needed", "Say how this is handled, or appoint somebody else.", "handled")]
                ),
                operations
            )
        );
        yield return ("further-form-address", ReviewPeopleCards.Email(Appointed.File, Filled.Nothing, operations));
        yield return (
            "further-form-address-wrong",
            ReviewPeopleCards.Email(
                ReviewStory.CameIn().File,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("who", "1").Add("email", "nobody"),
                    [new("answer-needed", "Enter their email address, or leave it empty.", "email")]
                ),
                chair
            )
        );
        yield return ("further-form-appoint-end", ReviewPeopleCards.End(Appointed.File, Filled.Nothing, operations));
        yield return ("further-form-told-reviewer", ReviewToldCard.Draw(Appointed.File, Filled.Nothing, operations));
        yield return (
            "further-form-told-letters",
            ReviewToldCard.Draw(
                ReviewStory
                    .At(ReviewStage.UnderWay)
                    .Given(
                        ReviewStory.Tell(TellingOf.Decision, OutsideBody.Panel) with
                        {
                            MailTo = "reviews@panel.example",
                        },
                        ReviewStory.Operations
                    )
                    .Given(ReviewStory.Tell(TellingOf.Decision, OutsideBody.Ofsted) with { IsOurLetter = true }, ReviewStory.Operations)
                    .File,
                Filled.Nothing,
                operations
            )
        );
    }
}
