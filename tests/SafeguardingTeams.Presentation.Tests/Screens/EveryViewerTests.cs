using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>
/// Cards whose buttons follow from who looks are drawn for whoever may look: no combination of roles brings more buttons than a card may
/// have, at which drawing throws.
/// </summary>
public class EveryViewerTests
{
    [Fact]
    public void The_first_card_is_drawn_for_every_combination_of_what_a_person_may_do()
    {
        DraftLine draft = new(CaseStory.Id, DraftPurpose.NewReferral, CaseStory.Monday);
        for (var bits = 0; bits < 64; bits++)
        {
            bool Is(int bit) => (bits & (1 << bit)) != 0;
            var view = new HomeView([draft], 12, Is(0) ? 2 : 0, Is(1), Is(2), null, Is(3), Is(4), Is(5) ? 3 : null);
            var card = HomeCard.Draw(view, Gallery.Context(CaseStory.Referrer));
            Assert.True(Titles(card).Count >= 3);
            Assert.Equal(Is(4) && Is(1), Titles(card).Contains("The group"));
        }
    }

    [Fact]
    public void A_referral_for_practice_learning_is_drawn_at_every_stage_for_somebody_with_every_role()
    {
        foreach (var stage in Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]))
        {
            var file = LearningStory.At(stage).File;
            var all = LearningStory.Referrer with { Roles = [.. Enum.GetValues<Role>().Except([Role.ThisSystem])] };
            var both = all with { PersonId = LearningStory.Lead.PersonId };
            Assert.All([all, both, LearningStory.Referrer, LearningStory.Lead], viewer =>
            {
                var offered = Titles(LearningCard.Draw(file, null, Gallery.Context(viewer)));
                Assert.Contains("Read the whole referral", offered);
                Assert.Equal(offered.Count, offered.Distinct().Count());
            });
        }
    }

    [Fact]
    public void An_action_is_drawn_at_every_stage_for_somebody_with_every_role()
    {
        foreach (var stage in Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]))
        {
            foreach (var file in new[] { ActionStory.At(stage).File, ActionStory.At(stage, ActionStory.Outside).File })
            {
                var all = ActionStory.Member with { Roles = [.. Enum.GetValues<Role>().Except([Role.ThisSystem])] };
                var both = all with { PersonId = ActionStory.Owner.PersonId };
                Assert.All([all, both, ActionStory.Owner, ActionStory.Member], viewer =>
                {
                    var offered = Titles(ActionCard.Draw(file, null, Gallery.Context(viewer)));
                    Assert.Contains("Timeline", offered);
                    Assert.Equal(offered.Count, offered.Distinct().Count());
                });
            }
        }
    }

    /// <summary>Whatever somebody holds and whatever waits, the first card is there: without it nothing else is reached.</summary>
    [Fact]
    public void Home_is_drawn_with_all_there_can_be_for_everybody_and_for_somebody_with_every_role()
    {
        var all = ActionStory.Member with { Roles = [.. Enum.GetValues<Role>().Except([Role.ThisSystem])] };
        Assert.All(Enum.GetValues<Role>().Select(role => CaseStory.Somebody(role)).Append(all), viewer =>
        {
            var view = new HomeView([], 3, 2, HasTasks: true, MayFind: true, null, MayAmend: true, SeesGroup: true, Actions: 14);
            var offered = Titles(HomeCard.Draw(view, Gallery.Context(viewer)));
            Assert.Contains("My tasks (3)", offered);
            Assert.Equal(offered.Count, offered.Distinct().Count());
        });
    }

    [Fact]
    public void A_review_is_drawn_at_every_stage_for_somebody_with_every_role()
    {
        foreach (
            var file in Enum.GetValues<ReviewStage>()
                .Except([ReviewStage.NotStarted])
                .Select(stage => ReviewStory.At(stage).File)
                .Append(ReviewStory.Begun(owner: ActionStory.Outside).File)
                .Append(ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.Appoint(), ReviewStory.Operations).File)
        )
        {
            var all = ActionStory.Member with { Roles = [.. Enum.GetValues<Role>().Except([Role.ThisSystem])] };
            var both = all with { PersonId = ReviewStory.Owner.PersonId };
            Assert.All([all, both, ReviewStory.Owner], viewer =>
            {
                var offered = Titles(ReviewRecordCard.Draw(file, null, Gallery.Context(viewer)));
                Assert.Contains("Timeline", offered);
                Assert.Equal(offered.Count, offered.Distinct().Count());
            });
        }
    }

    [Fact]
    public void A_briefing_is_drawn_at_every_stage_for_somebody_with_every_role()
    {
        foreach (
            var file in Enum.GetValues<BriefingStage>().Except([BriefingStage.NotStarted]).Select(stage => BriefingStory.At(stage).File)
        )
        {
            var all = ActionStory.Member with { Roles = [.. Enum.GetValues<Role>().Except([Role.ThisSystem])] };
            var author = all with { PersonId = BriefingStory.Operations.PersonId };
            Assert.All([all, author], viewer =>
            {
                var offered = Titles(BriefingCard.Draw(file, true, null, Gallery.Context(viewer)));
                Assert.Contains("Timeline", offered);
                Assert.Equal(offered.Count, offered.Distinct().Count());
            });
        }
    }

    private static ImmutableList<string> Titles(AdaptiveCard card) => [.. card.Body.SelectMany(Of)];

    private static IEnumerable<string> Of(Element element) =>
        element switch
        {
            ActionSet set => set.Actions.Select(action => action.Title),
            Container container => container.Items.SelectMany(Of),
            _ => [],
        };
}
