using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Meetings;

// What is written of an item for the group, whose members have no part in the record.
public partial class MeetingTests
{
    private static WriteOutline Outlines(string text, string harm = "") =>
        MeetingStory.Outlines with
        {
            Outline = new("1 to 4", harm, text, false),
        };

    [Fact]
    public void An_outline_is_written_for_the_group_and_written_anew_and_of_two_at_once_the_second_is_told_F2()
    {
        var story = MeetingStory.At(MeetingStage.Planned).Given(MeetingStory.Outlines, Operations);
        Assert.Equal(MeetingStory.Outlines.Outline, story.File.Item(3)!.Outline);
        Assert.Equal("overtaken", Only(story.When(Outlines("Another."), Operations)).Code);
        Assert.Equal("nothing-changed", Only(story.When(MeetingStory.Outlines with { Seen = 1 }, Operations)).Code);
        story.Given(Outlines("Another.") with { Seen = 1 }, MeetingStory.Chair);
        Assert.Equal("Another.", story.File.Item(3)!.Outline!.Text);
        Assert.Equal("not-yours", Only(story.When(Outlines("A third.") with { Seen = 2 }, CaseStory.Somebody(Role.GroupMember))).Code);
    }

    [Theory]
    [InlineData("Elowen fell down the stairs.", "", "name-in-text", "outline")]
    [InlineData("A toddler fell.", "A fall of Elowen", "name-in-text", "sort")]
    [InlineData(" ", "", "answer-needed", "outline")]
    public void No_name_of_the_record_may_stand_in_it_F2(string text, string harm, string code, string field)
    {
        var story = MeetingStory.At(MeetingStage.Planned).Named("Elowen");
        var refused = Assert.IsType<Decision.Refused>(story.When(Outlines(text, harm), Operations));
        Assert.Equal((code, field), (refused.Reasons[0].Code, refused.Reasons[0].Field));
        Assert.DoesNotContain("Elowen", refused.Reasons[0].Message, StringComparison.Ordinal);
        Assert.IsType<Decision.Accepted>(story.When(Outlines("A toddler fell.", "A fall"), Operations));
    }

    [Fact]
    public void Too_much_or_an_age_that_is_no_band_is_refused_beside_its_answer_F2()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        Assert.Equal(("too-long", "outline"), Only(story.When(Outlines(new('x', 2001)), Operations)));
        Assert.Equal(("too-long", "sort"), Only(story.When(Outlines("x", new('x', 201)), Operations)));
        var born = MeetingStory.Outlines with { Outline = MeetingStory.Outlines.Outline with { Ages = "2 November 2023" } };
        Assert.Equal(("answer-needed", "ages"), Only(story.When(born, Operations)));
    }
}
