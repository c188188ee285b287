using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What is refused at the edges of a case, each with the code its card goes by.</summary>
public class RefusedTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void Nobody_is_given_the_decision_of_two_partners_PD8()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        var both = CaseStory.Person("two-partners", Role.LeadPolice, Role.LeadHealth);
        var context = story.Context(Operations);
        var decided = new HandOver(CaseStory.Id, Role.LeadPolice, both.PersonId, "On leave.").DecideFor(
            story.File,
            [],
            context with
            {
                People = context.People.Add(both),
            }
        );
        Assert.Equal("two-partners", Code(decided));
    }

    [Fact]
    public void The_ground_of_a_notification_stays_once_the_letters_are_out_PD10() =>
        Assert.Equal(
            "review-runs",
            Code(
                CaseStory
                    .At(Stage.UnderReview)
                    .When(
                        new RecordNotification(
                            CaseStory.Id,
                            NotificationGround.CareLeaversDeath,
                            CaseStory.Monday,
                            "SIN-1",
                            "Another ground.",
                            true
                        ),
                        Operations
                    )
            )
        );

    [Fact]
    public void A_case_is_not_closed_while_something_is_open_F2()
    {
        var refused = CaseStory.At(Stage.PanelAnswered).When(new CloseCase(CaseStory.Id), Operations);
        Assert.Equal("still-open", Code(refused));
    }

    [Fact]
    public void Nobody_was_at_a_meeting_that_is_not_planned_B14()
    {
        var story = CaseStory.At(Stage.UnderReview).Given(new CancelMeeting(CaseStory.Id, "Two cannot come."), Operations);
        Assert.Equal("no-meeting", Code(story.When(new RecordAttendance(CaseStory.Id, []), Operations)));
    }

    [Fact]
    public void A_referral_that_others_are_joined_to_is_not_joined_itself_PD15()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold).OtherSubmitted();
        var third = CaseId.Parse("GSCP-6666-7777");
        var other = story.Other with { JoinedReferrals = [new(third, story.Other.Referral!.Referrer, [])] };
        var decided = new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child.").DecideFor(
            story.File,
            [other],
            story.Context(CaseStory.Somebody(Role.MashOfficer))
        );
        Assert.Equal("has-joined", Code(decided));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Domain.Steps.SecuredRecords.SecureFile.LargestFile + 1)]
    public void A_paper_that_is_empty_or_too_large_is_not_taken_B13(long size)
    {
        var decided = CaseStory
            .At(Stage.UnderReview)
            .When(new AddPaper(CaseStory.Id, PaperKind.JointAgencyResponseMinutes, size, new('a', 64), ".pdf"), Operations);
        Assert.Equal("too-large", Code(decided));
    }

    private static string Code(Decision decided) => Assert.Single(Assert.IsType<Decision.Refused>(decided).Reasons).Code;
}
