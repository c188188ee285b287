using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;

namespace SafeguardingTeams.App.Tests.CardActions;

// A member sees what was written for the group, and nothing of the record; who left for the item does not.
public partial class GroupMeetingTests
{
    [Fact]
    public async Task A_member_sees_what_was_written_for_the_group_and_who_left_for_the_item_does_not_F2_E14()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        Assert.Contains("Not written yet.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Outline for the group");
        await operations.PressAsync("Save it", ("ages", "1 to 4"), ("sort", "None came of it"));
        Assert.Contains("Say what happened", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("None came of it", operations.Card.Inputs["sort"]);
        await operations.PressAsync("Save it", ("outline", "A ward sent a toddler home on a Friday."));
        Assert.Contains("Members see it.", operations.Card.Text, StringComparison.Ordinal);
        var meeting = await MeetingAsync(fixture);
        var item = new Dictionary<string, string> { ["case"] = meeting.ToString(), ["item"] = "3" };
        var member = new Hands(fixture, Hands.Of("inspector-police"));
        await member.SendAsync("item-open", item);
        Assert.Contains("A ward sent a toddler home on a Friday.", member.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Outline for the group", member.Card.Buttons);
        await fixture.RunAsync(
            new DeclareInterest(meeting, 3, new("Detective Inspector, Police", "inspector-police", "Knows the ward.", AfterInterest.Left)),
            AppFixture.Holder(Role.Operations)
        );
        await member.SendAsync("item-open", item);
        Assert.DoesNotContain("Friday", member.Card.Text, StringComparison.Ordinal);
    }
}
