using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Meetings;

// What is decided already, who left, and a calendar that is amended.
public partial class MeetingTests
{
    [Fact]
    public void An_action_of_an_item_that_is_decided_is_agreed_at_once_and_none_is_left_behind_E17()
    {
        var story = MeetingStory.At(MeetingStage.Ended);
        Assert.Equal("overtaken", Only(story.When(MeetingStory.Plans, Operations)).Code);
        var decided = Assert.IsType<Decision.Accepted>(story.When(MeetingStory.Plans with { IsDecided = true }, Operations));
        Assert.Equal([Id, MeetingStory.ActionId], decided.Changes.Select(change => change.Record));
        Assert.Equal(ActionStage.Agreed, story.Action.Stage);
        Assert.Empty(DecideItem.Waiting(story.File.Item(3)!));
    }

    [Fact]
    public void Who_left_for_a_decision_does_not_record_it_E14()
    {
        var story = MeetingStory.At(MeetingStage.InSession);
        var chair = new DeclaredInterest(
            "Senior Assistant Director",
            MeetingStory.Chair.PersonId,
            "Managed it.",
            AfterInterest.LeftTheDecision
        );
        story.Given(new DeclareInterest(Id, 3, chair), Operations);
        Assert.Equal("interest", Only(story.When(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), MeetingStory.Chair)).Code);
        Assert.Equal("interest", Only(story.When(MeetingStory.Plans, MeetingStory.Chair)).Code);
        story.Given(MeetingStory.Decide(1, null, MeetingStory.Noted), MeetingStory.Chair);
        story.Given(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), Operations);
    }

    [Fact]
    public void An_amended_calendar_moves_the_day_the_agenda_closes_too_PD1_E13()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        var amended = story.Context(MeetingStory.System).Calendar.WithAmendments([new(2026, 11, 30)], [], "amended");
        var decided = new RecalculateMeeting(Id).DecideFor(story.File, [], story.Context(MeetingStory.System) with { Calendar = amended });
        var again = Assert.IsType<MeetingRecalculated>(Assert.Single(Assert.IsType<Decision.Accepted>(decided).Changes).Event);
        Assert.Equal(new(2026, 11, 24), again.ClosesOn);
        Assert.Equal("nothing-changed", Only(story.When(new RecalculateMeeting(Id), MeetingStory.System)).Code);
    }
}
