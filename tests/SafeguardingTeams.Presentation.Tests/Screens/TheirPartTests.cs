using System.Text;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>What somebody with a small part sees: that, and nothing beside it (F2, D10, E14).</summary>
public class TheirPartTests
{
    private const string Source = "GSCP-PL-2222-3333";

    [Fact]
    public void An_owner_sees_the_action_and_neither_what_it_comes_from_nor_the_action_of_another_C5_F2()
    {
        var owner = ActionStory.Owner;
        foreach (var stage in Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]))
        {
            var file = ActionStory.At(stage).File;
            Assert.True(ActionPermissions.Sees(file, owner));
            Assert.False(ActionPermissions.Sees(file, ActionStory.OtherOwner));
            Assert.False(ActionPermissions.Sees(ActionStory.At(stage, ActionStory.Outside).File, owner));
            foreach (
                var card in new[]
                {
                    ActionCard.Draw(file, null, Gallery.Context(owner)),
                    ActionCard.Timeline(file, 0, Gallery.Context(owner)),
                }
            )
            {
                Assert.DoesNotContain(Source, Json(card), StringComparison.Ordinal);
            }

            Assert.Contains(Source, Json(ActionCard.Draw(file, null, Gallery.Context(ActionStory.Chair))), StringComparison.Ordinal);
        }

        Assert.All(Enum.GetValues<LearningStage>(), stage => Assert.False(LearningPermissions.Sees(LearningStory.At(stage).File, owner)));
        Assert.All(Enum.GetValues<MeetingStage>(), stage => Assert.False(MeetingPermissions.Sees(MeetingStory.At(stage).File, owner)));
        Assert.All(Enum.GetValues<Stage>().Except([Stage.NotStarted]), stage =>
            Assert.False(Permissions.Sees(CaseStory.At(stage).File, owner))
        );
    }

    [Fact]
    public void A_safeguarding_lead_sees_the_referral_they_are_asked_about_and_one_of_another_agency_sees_none_D9_D10()
    {
        foreach (var stage in Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]))
        {
            var file = LearningStory.At(stage).File;
            Assert.True(LearningPermissions.Sees(file, LearningStory.Lead));
            var other = LearningStory.OtherLead with { AgencyId = "another" };
            Assert.False(LearningPermissions.Sees(file, other));
            Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, LearningRules.Refuse(step, file, other)));
        }

        // What the group gave as its reason is for the group.
        var decided = LearningStory.At(LearningStage.Decided).File;
        Assert.DoesNotContain("third of its kind", Timeline(decided, LearningStory.Lead), StringComparison.Ordinal);
        Assert.Contains("third of its kind", Timeline(decided, CaseStory.Somebody(Role.Chair)), StringComparison.Ordinal);

        static string Timeline(LearningFile file, Actor viewer) => Json(LearningCard.Timeline(file, 0, Gallery.Context(viewer)));
    }

    [Theory]
    [InlineData(AfterInterest.Stayed, true, true)]
    [InlineData(AfterInterest.LeftTheDecision, true, false)]
    [InlineData(AfterInterest.Left, false, false)]
    public void Who_declared_an_interest_sees_and_decides_as_what_followed_says_and_others_as_before_E14(
        AfterInterest followed,
        bool sees,
        bool decides
    )
    {
        var chair = MeetingStory.Chair;
        var story = MeetingStory
            .At(MeetingStage.InSession)
            .Given(MeetingStory.Plans, MeetingStory.Operations)
            .Given(
                new DeclareInterest(MeetingStory.Id, 3, new("The Chair", chair.PersonId, "Managed the service.", followed)),
                MeetingStory.Operations
            );
        var item = story.File.Item(3)!;
        Check(chair, sees, decides);
        Check(MeetingStory.Operations, true, true);
        Assert.True(Sees(story.File.Item(2)!, chair), "another item of the same meeting");
        if (!decides)
        {
            var refused = story.When(
                MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase) with
                {
                    Actions = [MeetingStory.ActionId],
                },
                chair
            );
            Assert.Equal("interest", Assert.Single(Assert.IsType<Decision.Refused>(refused).Reasons).Code);
        }

        void Check(Actor viewer, bool maySee, bool mayDecide)
        {
            var card = Json(AgendaItemCard.Draw(story.File, item, story.Case, null, Gallery.Context(viewer)));
            Assert.Equal(maySee, Sees(item, viewer));
            Assert.Equal(maySee, card.Contains("rings the health visitors", StringComparison.Ordinal));
            Assert.Equal(mayDecide, card.Contains("\"Decide\"", StringComparison.Ordinal));
        }

        bool Sees(AgendaItem one, Actor viewer) =>
            Json(
                    AgendaItemCard.Draw(
                        story.File,
                        one,
                        one.Subject is { Kind: RecordKind.Case } ? story.Case : story.Learning,
                        null,
                        Gallery.Context(viewer)
                    )
                )
                .Contains("\"Read it\"", StringComparison.Ordinal);
    }

    private static string Json(AdaptiveCard card) => Encoding.UTF8.GetString(CardJson.Write(card).Span);
}
