using System.Reflection;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Tests.CardActions;

// Who is co-opted to one item opens exactly that, while they are asked, and nothing else of the meeting.
public partial class GroupMeetingTests
{
    private const string CoOptee = "rep-general-practice";
    private const string NotThere = "We cannot find that case";

    /// <summary>What leads to their own part, however it is reached.</summary>
    private static readonly string[] ToTheirPart = [Verbs.CoOptedItem, Verbs.OpenGroupMeeting, Verbs.OpenCase];

    [Fact]
    public async Task Who_is_co_opted_opens_that_item_however_they_come_and_every_other_card_and_file_of_it_is_not_there_E3_F2()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await ItemAsync(fixture);
        await operations.PressAsync("Co-opt somebody");
        Assert.DoesNotContain("inspector-police", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Co-opt them");
        Assert.Contains("Choose who is asked", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Co-opt them", ("owner", CoOptee));
        Assert.Contains("They are co-opted to this item, and are told.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Named GP", operations.Card.Text, StringComparison.Ordinal);

        var meeting = await MeetingAsync(fixture);
        var item = new Dictionary<string, string> { ["case"] = meeting.ToString(), ["item"] = "3" };
        var theirs = new Hands(fixture, Hands.Of(CoOptee));
        foreach (var verb in ToTheirPart)
        {
            await theirs.SendAsync(verb, item);
            Assert.Contains("You are asked for one item", theirs.Card.Text, StringComparison.Ordinal);
            Assert.Contains("A ward sent a toddler home on a Friday.", theirs.Card.Text, StringComparison.Ordinal);
            Assert.Contains("A summary", theirs.Card.Text, StringComparison.Ordinal);
            Assert.Contains("9 December", theirs.Card.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
            foreach (var other in new[] { "Good news", "discharge", "Named GP", "operations officer", "of 3", "Timeline" })
            {
                Assert.DoesNotContain(other, theirs.Card.Text, StringComparison.Ordinal);
            }
        }

        // One that names another item is answered with theirs.
        await theirs.SendAsync(Verbs.CoOptedItem, new(item) { ["item"] = "1" });
        Assert.Contains("A summary", theirs.Card.Text, StringComparison.Ordinal);
        Assert.Contains(await fixture.Rows.ReadAsync(Keys.Reads(meeting), CancellationToken.None), read =>
            (read["person"], read["what"]) == (CoOptee, Verbs.CoOptedItem)
        );
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.Reads(RecordRef.Parse(Waiting)), CancellationToken.None), read =>
            read["person"] == CoOptee
        );

        foreach (var verb in OfMeetings().Except(ToTheirPart))
        {
            foreach (var does in new[] { "", "yes" })
            {
                await theirs.SendAsync(verb, new(item) { [Verbs.Do] = does });
                Assert.True(theirs.Card.Text.Contains(NotThere, StringComparison.Ordinal), $"{verb}: {theirs.Card.Text}");
            }
        }

        await NoPaperIsThereAsync(fixture, meeting);
        await theirs.SendAsync(Verbs.OpenLearning, new() { ["case"] = Waiting });
        Assert.Contains(NotThere, theirs.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task It_stands_among_their_tasks_and_a_message_tells_them_without_a_fact_E3_F2()
    {
        using var fixture = await WithSomethingWaitingAsync();
        await ItemAsync(fixture);
        var meeting = await MeetingAsync(fixture);
        await CoOptAsync(fixture, meeting);
        var theirs = new Hands(fixture, Hands.Of(CoOptee));
        await theirs.SendAsync("home", []);
        await theirs.PressAsync("My tasks (1)");
        Assert.Contains("come to the group's meeting for one item, by", theirs.Card.Text, StringComparison.Ordinal);
        await theirs.PressAsync("Open");
        Assert.Contains("You are asked for one item", theirs.Card.Text, StringComparison.Ordinal);

        await DispatchAsync(fixture);
        var told = Assert.Single(Sent(fixture));
        Assert.Equal((false, $"{meeting}: You are asked for one item"), (told.IsUpdate, told.Summary));
        Assert.DoesNotContain(Waiting, told.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("toddler", told.Card, StringComparison.Ordinal);
        Assert.Contains($"\"verb\":\"{Verbs.CoOptedItem}\"", told.Card, StringComparison.Ordinal);

        // It moves: the message says the new day, and another tells them.
        await RunAsync(fixture, new MoveGroupMeeting(meeting, new(2026, 12, 16), "10:00", "Room 2", "The room is taken."));
        await DispatchAsync(fixture);
        Assert.Equal(["You are asked for one item", "You are asked for one item", "The group's meeting has moved"], Titles(fixture));
        Assert.All(Sent(fixture)[^2..], one => Assert.Contains("16 December", one.Card, StringComparison.Ordinal));

        await RunAsync(fixture, new EndCoOption(meeting, 3, 1, "Somebody else comes."));
        await DispatchAsync(fixture);
        Assert.Equal(["Nothing is asked of you any more", "Nothing is asked of you any more"], Titles(fixture)[^2..]);
        Assert.All(Sent(fixture)[^2..], one => Assert.True(one.IsUpdate && !one.Card.Contains("Action.", StringComparison.Ordinal)));
        await theirs.SendAsync("home", []);
        Assert.Contains("My tasks (0)", theirs.Card.Buttons);
    }

    public static TheoryData<string> Ends => ["taken off", "dropped", "cancelled", "ended", "left"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Their_part_ends_when_it_is_over_for_them_and_nothing_of_it_is_there_any_more_E3_E14(string end)
    {
        using var fixture = await WithSomethingWaitingAsync();
        await ItemAsync(fixture);
        var meeting = await MeetingAsync(fixture);
        await CoOptAsync(fixture, meeting);
        await DispatchAsync(fixture);
        var hands = new Hands(fixture, Hands.Of(CoOptee));
        var item = new Dictionary<string, string> { ["case"] = meeting.ToString(), ["item"] = "3" };
        if (end is "ended" or "left")
        {
            fixture.Clock.Set(new(2026, 12, 9, 12, 0, 0, TimeSpan.Zero));
            await RunAsync(fixture, new RecordGroupAttendance(meeting, SafeguardingTeams.Tests.MeetingStory.Came, 0));
            await hands.SendAsync(Verbs.CoOptedItem, item);
            Assert.Contains("A summary", hands.Card.Text, StringComparison.Ordinal);
        }

        switch (end)
        {
            case "taken off":
                await RunAsync(fixture, new EndCoOption(meeting, 3, 1, "Somebody else comes."));
                break;
            case "dropped":
                await RunAsync(fixture, new DropFromAgenda(meeting, 3, "It is not ready."));
                break;
            case "cancelled":
                await RunAsync(fixture, new CancelGroupMeeting(meeting, "Too few can come."));
                break;
            case "left":
                await RunAsync(fixture, new DeclareInterest(meeting, 3, new("Named GP", CoOptee, "Knows the family.", AfterInterest.Left)));
                break;
            default:
                foreach (var number in new[] { 1, 2, 3 })
                {
                    RecordRef? subject = number == 3 ? RecordRef.Parse(Waiting) : null;
                    await RunAsync(
                        fixture,
                        new DecideItem(meeting, number, subject, new(ItemEnd.Withdrawn, "", "It is done elsewhere.", "", "", ""), null)
                    );
                    await hands.SendAsync(Verbs.CoOptedItem, item);
                    Assert.DoesNotContain("done elsewhere", hands.Card.Text, StringComparison.Ordinal);
                }

                await RunAsync(fixture, new EndGroupMeeting(meeting, "12:30"));
                break;
        }

        foreach (var verb in OfMeetings())
        {
            await hands.SendAsync(verb, item);
            Assert.Contains(NotThere, hands.Card.Text, StringComparison.Ordinal);
        }

        await NoPaperIsThereAsync(fixture, meeting);
        await hands.SendAsync("home", []);
        Assert.Contains("My tasks (0)", hands.Card.Buttons);
        await DispatchAsync(fixture);
        Assert.Equal(["You are asked for one item", "Nothing is asked of you any more"], Titles(fixture));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Somebody_by_hand_is_co_opted_and_taken_off_on_cards_and_who_else_was_there_begins_with_them_E3()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await ItemAsync(fixture);
        await operations.PressAsync("Co-opt somebody");
        await operations.PressAsync("Co-opt them", ("ownerrole", "Head of midwifery"), ("owneremail", "no address"));
        Assert.Contains("Enter their name.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync(
            "Co-opt them",
            ("ownerrole", "Head of midwifery"),
            ("ownername", "A name of hers"),
            ("owneremail", "head@clinic.example"),
            ("agency", "general-practice")
        );
        Assert.Contains("Co-opted for this item: 1", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Bring papers", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A name of hers", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Co-opt somebody");
        await operations.PressAsync("Co-opt them", ("owner", "inspector-police"));
        Assert.Contains("They see the whole meeting already", operations.Card.Text, StringComparison.Ordinal);

        // The Scrutineer, who reads all, sees them by role and agency.
        var meeting = await MeetingAsync(fixture);
        var scrutineer = new Hands(fixture, Hands.Of("scrutineer"));
        await scrutineer.SendAsync(Verbs.ItemOpen, new() { ["case"] = meeting.ToString(), ["item"] = "3" });
        Assert.Contains("Head of midwifery", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take somebody off", scrutineer.Card.Buttons);
        Assert.DoesNotContain("A name of hers", scrutineer.Card.Text, StringComparison.Ordinal);

        fixture.Clock.Set(new(2026, 12, 9, 12, 0, 0, TimeSpan.Zero));
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("Open the meeting");
        Assert.Equal("Head of midwifery, General practice, for item 3", operations.Card.Inputs["others"]);
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"));
        await operations.SendAsync(Verbs.ItemOpen, new() { ["case"] = meeting.ToString(), ["item"] = "3" });
        await operations.PressAsync("Declare an interest");
        await operations.PressAsync("Record it", ("seat", "co-opted-1"), ("what", "Managed the ward."), ("followed", "Left"));
        Assert.Contains("Head of midwifery, General practice", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Take somebody off");
        await operations.PressAsync("Take them off");
        Assert.Contains("Choose who is taken off.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Take them off", ("who", "co-opted-1"), ("reason", "They left."));
        Assert.Contains("They are off this item", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Co-opt somebody", operations.Card.Buttons);
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("Timeline");
        Assert.Contains("co-opted to it no more", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A name of hers", operations.Card.Text, StringComparison.Ordinal);
    }
}
