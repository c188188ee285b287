using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewTerms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>Terms of reference of a review.</content>
internal static partial class Gallery
{
    internal static ReviewStory WithTerms => ReviewStory.At(ReviewStage.UnderWay).WithTerms();

    private static ReviewStory TermsAsked =>
        ReviewStory
            .At(ReviewStage.UnderWay)
            .TermsWithLeads()
            .Given(new ApproveReviewTerms(Rev, true, ""), ReviewStory.Lead(Role.LeadPolice));

    private static ReviewStory TermsReturned =>
        TermsAsked.Given(new ApproveReviewTerms(Rev, false, "Ask the school too."), ReviewStory.Lead(Role.LeadHealth));

    private static ReviewStory TermsChanged =>
        TermsReturned
            .Given(new WriteReviewTerms(Rev, [new(TermsPart.Agencies, "The school too, by 1 February.")]), ReviewStory.Operations)
            .Given(new SubmitReviewTerms(Rev, "The school is asked as well."), ReviewStory.Operations);

    private static IEnumerable<(string Name, CardKind Kind, Topic About, ReviewFile File)> ReviewTermsMessages()
    {
        yield return ("asked", CardKind.ReviewTermsAsked, Topic.Round(1), TermsAsked.File);
        yield return ("done", CardKind.ReviewTermsAsked, Topic.Round(1), TermsReturned.File);
        yield return ("approved", CardKind.ReviewTermsAnswered, Topic.Round(1), WithTerms.File);
        yield return ("returned", CardKind.ReviewTermsAnswered, Topic.Round(1), TermsReturned.File);
        yield return ("over", CardKind.ReviewTermsAnswered, Topic.Round(1), TermsChanged.File);
    }

    private static IEnumerable<(string, AdaptiveCard)> OfReviewTerms()
    {
        var (chair, operations, lead) = (
            Context(ReviewStory.Chair),
            Context(ReviewStory.Operations),
            Context(ReviewStory.Lead(Role.LeadHealth))
        );
        var none = ReviewStory.At(ReviewStage.UnderWay).File;
        var written = ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.Terms, ReviewStory.Operations).File;
        yield return ("further-record-terms-asked", ReviewRecordCard.Draw(TermsAsked.File, null, lead));
        yield return ("further-record-terms-approved", ReviewRecordCard.Draw(WithTerms.File, null, chair));
        yield return ("further-record-terms-returned", ReviewRecordCard.Draw(TermsReturned.File, null, operations));
        yield return ("further-record-terms-read", ReviewTermsCards.Read(TermsChanged.File, 0, lead));
        yield return ("further-record-terms-read-on", ReviewTermsCards.Read(TermsChanged.File, 1, chair));
        yield return ("further-record-terms-none", ReviewTermsCards.Read(none, 0, operations));
        yield return ("further-record-terms-written", ReviewTermsCards.Read(written, 0, operations));
        yield return ("timeline-further-terms", ReviewRecordCard.Timeline(TermsChanged.File, 0, chair));
        yield return ("further-form-terms", ReviewTermsCards.Write(none, Filled.Nothing, operations));
        yield return (
            "further-form-terms-wrong",
            ReviewTermsCards.Write(
                none,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("termslines", "What did each agency know?"),
                    [new("lines", "Write 3 to 6 lines of enquiry, each on a line of its own.", "termslines")]
                ),
                operations
            )
        );
        yield return ("further-form-terms-on", ReviewTermsCards.WriteOn(none, Filled.Nothing, operations));
        yield return ("further-form-terms-submit", ReviewTermsCards.Submit(written, Filled.Nothing, operations));
        yield return (
            "further-form-terms-submit-again",
            ReviewTermsCards.Submit(
                TermsReturned.Given(new WriteReviewTerms(Rev, [new(TermsPart.Agencies, "The school too.")]), ReviewStory.Operations).File,
                Filled.Nothing,
                chair
            )
        );
        yield return ("further-form-terms-approve", ReviewTermsCards.Approve(TermsChanged.File, Filled.Nothing, lead));
    }
}
