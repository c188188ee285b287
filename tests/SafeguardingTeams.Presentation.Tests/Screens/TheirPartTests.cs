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

    [Fact]
    public void Who_is_co_opted_sees_one_item_and_neither_the_rest_of_the_meeting_nor_the_record_behind_it_E3_F2()
    {
        var doctor = MeetingStory.Doctor;
        var story = MeetingStory
            .WithCoOpted()
            .On(MeetingStory.Day)
            .Given(new RecordGroupAttendance(MeetingStory.Id, MeetingStory.Came, 0), MeetingStory.Operations)
            .Given(MeetingStory.Plans, MeetingStory.Operations)
            .Given(
                new DeclareInterest(MeetingStory.Id, 3, new("Detective Inspector, Police", "inspector", "Managed it.", AfterInterest.Left)),
                MeetingStory.Operations
            )
            .Given(
                MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase) with
                {
                    Actions = [MeetingStory.ActionId],
                },
                MeetingStory.Operations
            );
        Assert.False(MeetingPermissions.Sees(story.File, doctor));
        Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, MeetingPermissions.Refuse(step, story.File, doctor)));
        Assert.False(Permissions.Sees(story.Case, doctor));
        var item = Assert.Single(MeetingPermissions.ItemsOf(story.File, doctor));
        var card = Json(CoOptedItemCard.Draw(story.File, item, null, Gallery.Context(doctor)));
        foreach (var theirs in new[] { "Room 1", "10:00", "A toddler was taken to hospital", "A summary", "to advise", CaseStory.Id.Value })
        {
            Assert.Contains(theirs, Plain(card), StringComparison.Ordinal);
        }

        foreach (
            var others in new[]
            {
                "Good news",
                LearningStory.Id.ToString(),
                "rings the health visitors",
                MeetingStory.ActionId.ToString(),
                "criteria are not met",
                "Managed it.",
                "Detective Inspector",
                "Head of Safeguarding",
                "Head of midwifery",
                "Named doctor",
                "A name of hers",
                "Open the meeting",
                "\"item-",
                "\"group-meeting",
                "Timeline",
            }
        )
        {
            Assert.DoesNotContain(others, Plain(card), StringComparison.Ordinal);
        }

        // Whoever sees the meeting is shown them by role and agency, and nobody by name.
        foreach (var viewer in new[] { MeetingStory.Operations, MeetingStory.Member, CaseStory.Somebody(Role.Scrutineer) })
        {
            foreach (
                var shown in new[]
                {
                    Json(AgendaItemCard.Draw(story.File, item, null, null, Gallery.Context(viewer))),
                    Json(MeetingCard.Timeline(story.File, 0, Gallery.Context(viewer))),
                }
            )
            {
                Assert.Contains("Head of midwifery", shown, StringComparison.Ordinal);
                Assert.DoesNotContain("A name of hers", shown, StringComparison.Ordinal);
                Assert.DoesNotContain("head@clinic.example", shown, StringComparison.Ordinal);
            }
        }

        static string Plain(string json) => json.Replace("\\u2011", "-", StringComparison.Ordinal).Replace('\u2011', '-');
    }

    private static string Json(AdaptiveCard card) => Encoding.UTF8.GetString(CardJson.Write(card).Span);
}
