using AdaptiveCards;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDetails;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Steps.ReviewTerms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>A review with all that may be written of its people and in its terms is drawn on a card that Teams takes (C9, C10).</summary>
public class LargestReviewRecordTests
{
    [Fact]
    public void Terms_filled_to_their_limits_fit_on_their_cards()
    {
        var full = new string('w', TermsChecks.Longest - 20) + "\none\ntwo\nthree";
        var story = ReviewStory
            .At(ReviewStage.UnderWay)
            .Given(
                new WriteReviewTerms(ReviewStory.Id, [.. Enum.GetValues<TermsPart>().Select(part => new TermsText(part, full))]),
                ReviewStory.Operations
            );
        var operations = Gallery.Context(ReviewStory.Operations);
        AdaptiveCard[] cards =
        [
            ReviewTermsCards.Read(story.File, 0, operations),
            ReviewTermsCards.Read(story.File, 1, operations),
            ReviewTermsCards.Write(story.File, Filled.Nothing, operations),
            ReviewTermsCards.WriteOn(story.File, Filled.Nothing, operations),
        ];
        Assert.All(cards, card => Assert.NotNull(CardJson.WriteIfFits(card)));
    }

    [Fact]
    public void As_many_requests_to_agencies_as_there_may_be_fit_on_their_cards()
    {
        var file = Gallery.DetailsToTheBrim.File;
        var (operations, member) = (Gallery.Context(ReviewStory.Operations), Gallery.Context(ActionStory.Member));
        AdaptiveCard[] cards =
        [
            DetailCards.Open(file, null, operations),
            DetailForms.Answer(file, Filled.Nothing, operations),
            DetailForms.Return(file, Filled.Nothing, operations),
            DetailForms.TakeBack(file, Filled.Nothing, operations),
            TheirDetailCard.Draw(file, [.. ReviewPermissions.DetailsOf(file, member.Viewer)], 2, null, Filled.Nothing, member),
        ];
        Assert.All(cards, card => Assert.NotNull(CardJson.WriteIfFits(card)));
    }

    [Fact]
    public void As_many_who_take_part_as_there_may_be_fit_on_their_cards()
    {
        var (file, owner) = (Gallery.TakingPartToTheBrim.File, Gallery.Context(ReviewStory.Owner));
        AdaptiveCard[] cards =
        [
            ReviewRecordCard.Draw(file, null, owner),
            ParticipationCards.Open(file, 20, null, owner),
            ParticipationCards.Keep(file, 20, Filled.Nothing, owner),
        ];
        Assert.All(cards, card => Assert.NotNull(CardJson.WriteIfFits(card)));
    }

    [Fact]
    public void As_many_people_as_may_be_appointed_fit_on_the_cards_of_a_review()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        var text = new string('w', 1000);
        for (var number = 0; number < ReviewAppointments.Most; number++)
        {
            var one = ReviewStory.Appoint() with
            {
                Who = new(ReviewPersonRole.Reviewer, new string('w', 119) + number, new string('w', 120), new string('w', 120))
                {
                    Email = new string('w', 60) + "@" + new string('w', 51) + ".example",
                },
                Declared = new(true, text, true, text, text, text, text),
            };
            story.Given(one, ReviewStory.Operations);
        }

        var chair = Gallery.Context(ReviewStory.Chair);
        OfferedPaper[] kept =
        [
            .. Enumerable
                .Range(1, 200)
                .Select(number => new OfferedPaper(
                    CaseStory.Id,
                    new(ReviewStory.KeptReport with { Name = $"{CaseStory.Id}-{new string('w', 40)}-{number}.docx" }, number, default)
                )),
        ];
        var agreed = story.File with
        {
            Papers = [.. kept.Take(ReviewFile.MostPapers).Select((one, i) => one.Paper with { Number = i + 1 })],
            PapersChanged = 1,
            PapersHold = true,
        };
        AdaptiveCard[] cards =
        [
            ReviewPapersCards.Agree(agreed, kept, Filled.Nothing, chair),
            ReviewPeopleCards.Open(agreed, chair),
            ReviewRecordCard.Draw(story.File, null, chair),
            ReviewPeopleCards.Open(story.File, chair),
            ReviewPeopleCards.Appoint(story.File, Filled.Nothing, chair),
            ReviewPeopleCards.End(story.File, Filled.Nothing, chair),
            ReviewPeopleCards.Email(story.File, Filled.Nothing, chair),
            TheirPapersCard.Draw(Gallery.PapersToTheBrim, Enum.GetValues<ReviewPersonRole>(), 0, 0, Gallery.Context(ReviewStory.Guest)),
            TheirPapersCard.Draw(Gallery.PapersToTheBrim, [], 0, 1, Gallery.Context(ReviewStory.Guest)),
            TheirPapersCard.Draw(Gallery.PapersToTheBrim, [], 0, 2, Gallery.Context(ReviewStory.Guest)),
        ];
        Assert.All(cards, card => Assert.NotNull(CardJson.WriteIfFits(card)));
    }
}
