using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Tests.CardActions;

// A planned meeting whose day is taken out of the year, or passes.
public partial class GroupMeetingTests
{
    [Fact]
    public async Task A_day_with_a_planned_meeting_is_not_taken_out_of_the_year_and_the_words_say_what_to_do_E1()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 1"), ("until", "9:00"));
        Assert.Contains("It ends before it begins.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Plan it", ("until", "12:30"), ("online", "yes"));
        var meeting = await MeetingAsync(fixture);
        Assert.True(((MeetingFile)await LoadAsync(fixture, meeting)).Plan is { Until: "12:30", IsOnline: true });
        await operations.SendAsync("group-meeting-out", []);
        await operations.PressAsync("Take it out", ("date", "2026-12-09"), ("reason", "Two members are away."));
        Assert.Contains($"This meeting is planned ({meeting})", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Cancel the meeting", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Two members are away.", operations.Card.Inputs["reason"]);

        // Cancelled, it is out of the year; a day for which nothing is planned is taken out as ever.
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("Cancel the meeting");
        await operations.PressAsync("Cancel the meeting", ("reason", "Two members are away."));
        Assert.DoesNotContain(new(2026, 12, 9), ((Domain.Group.GroupFile)await LoadAsync(fixture, RecordRef.Group)).Meetings);
        await operations.SendAsync("group-meeting-out", []);
        await operations.PressAsync("Take it out", ("date", "2027-03-10"), ("reason", "Two members are away."));
        Assert.Contains("taken out of the group's year", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_whose_day_passes_unopened_is_told_as_late_to_operations_and_then_to_the_Chair_E1()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 1"));
        var meeting = await MeetingAsync(fixture);
        foreach (var (day, who) in new[] { ("10", "operations-officer"), ("11", "chair") })
        {
            fixture.Messages.Sent.Clear();
            fixture.Clock.Set(DateTimeOffset.Parse($"2026-12-{day}T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
            await fixture.Sweep.RunAsync(CancellationToken.None);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.Contains(fixture.Messages.Sent, sent =>
                sent.Chat == $"a:{who}" && sent.Summary.Contains("Late: meeting of the group", StringComparison.Ordinal)
            );
        }

        await operations.OpenAsync(meeting.ToString());
        Assert.Contains("Late: was the meeting held?", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("nobody has opened it", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
