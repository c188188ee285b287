using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>The meeting: made with nobody, invited to last, changed, cancelled, answered. Facts on Graph, section B.</summary>
public class EventTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Nobody_hears_of_a_meeting_before_they_are_invited_and_then_each_hears_once()
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "GSCP-2222-3333/meeting/1", Stop)).Value();
        Assert.Empty(bed.Graph.Outlook.People);
        Assert.NotNull(made.JoinUrl);
        (await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop)).Value();
        Assert.All(Examples.Invitees, invitee => Assert.Equal([InboxKind.Invitation], bed.Graph.Outlook.Of(invitee.Address).Inbox.Select(item => item.Kind)));
        (await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop)).Value();
        Assert.All(Examples.Invitees, invitee => Assert.Single(bed.Graph.Outlook.Of(invitee.Address).Inbox));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_late_joiner_is_invited_without_the_others_hearing_and_who_is_left_out_is_told()
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        await bed.Mailbox.InviteAsync(made.Id, [Examples.Invitees[0], new("late@school.example", "School")], Stop);
        Assert.Single(bed.Graph.Outlook.Of(Bed.Representative).Inbox);
        Assert.Single(bed.Graph.Outlook.Of("late@school.example").Inbox);
        Assert.Equal([InboxKind.Invitation, InboxKind.Cancellation], bed.Graph.Outlook.Of(Examples.Other).Inbox.Select(item => item.Kind));
    }

    [Theory]
    [InlineData("2026-03-12T10:00:00+00:00", "2026-03-12T10:00:00")]
    [InlineData("2026-07-12T09:00:00+00:00", "2026-07-12T10:00:00")]
    [InlineData("2026-03-29T00:59:00+00:00", "2026-03-29T00:59:00")]
    [InlineData("2026-03-29T01:00:00+00:00", "2026-03-29T02:00:00")]
    public async Task A_meeting_is_sent_as_Londons_clocks_show_it_and_comes_back_as_the_same_instant(string instant, string wall)
    {
        await using var bed = await Bed.StartAsync();
        var start = DateTimeOffset.Parse(instant);
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting() with { Start = start, End = start.AddHours(2) }, "t", Stop)).Value();
        Assert.Contains($$"""{"dateTime":"{{wall}}","timeZone":"Europe/London"}""", bed.Graph.Requests[^1].Body, StringComparison.Ordinal);
        Assert.Equal((start, start.AddHours(2)), (made.Start, made.End));
        var read = (await bed.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal((start, start.AddHours(2)), (read.Start, read.End));
    }

    [Fact]
    public async Task The_same_transaction_again_gives_the_same_event_also_after_an_answer_was_lost()
    {
        await using var bed = await Bed.StartAsync();
        bed.Graph.Faults.Plan("POST", "/users/{user}/events", GraphFault.Lost);
        Assert.Equal((TimeSpan.FromSeconds(10), true), (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Later());
        var again = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        Assert.Equal(again.Id, Assert.Single(bed.Graph.Outlook.Events).Key);
        var other = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t2", Stop)).Value();
        Assert.NotEqual(again.Id, other.Id);
    }

    [Theory]
    [InlineData("accepted", InvitationAnswer.Accepted)]
    [InlineData("tentativelyAccepted", InvitationAnswer.Tentative)]
    [InlineData("declined", InvitationAnswer.Declined)]
    public async Task What_somebody_answers_is_read_from_the_calendar(string response, InvitationAnswer expected)
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        await bed.Mailbox.InviteAsync(made.Id, [new("Representative@Police.example", "Police"), Examples.Invitees[1]], Stop);
        bed.Graph.Outlook.Respond(Bed.Representative, made.Id, response);
        var read = (await bed.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal((expected, InvitationAnswer.None), (read.Invitees[Bed.Representative], read.Invitees[Examples.Other]));
        await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        Assert.Equal(expected, (await bed.Mailbox.ReadEventAsync(made.Id, Stop)).Value().Invitees[Bed.Representative]);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_stays_online_and_everybody_is_told_and_asked_anew()
    {
        await using var bed = await Bed.StartAsync();
        var content = Examples.Meeting();
        var made = (await bed.Mailbox.CreateEventAsync(content, "t", Stop)).Value();
        await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        bed.Graph.Outlook.Respond(Bed.Representative, made.Id, "accepted");
        var moved = content with { Start = content.Start.AddDays(1), End = content.End.AddDays(1), Html = "<p>Moved.</p>", Place = "" };
        (await bed.Mailbox.ChangeEventAsync(made.Id, moved, Stop)).Value();
        (await bed.Mailbox.ChangeEventAsync(made.Id, moved with { Html = "<p>Moved, again.</p>" }, Stop)).Value();
        var read = (await bed.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal((moved.Start, made.JoinUrl, InvitationAnswer.None), (read.Start, read.JoinUrl, read.Invitees[Bed.Representative]));
        var stored = bed.Graph.Outlook.Events[made.Id];
        Assert.StartsWith("<p>Moved, again.</p><span", stored.Html, StringComparison.Ordinal);
        Assert.Equal((1, ""), (stored.Html.Split("Join the meeting now").Length - 1, stored.Place));
        Assert.Equal([InboxKind.Invitation, InboxKind.Update, InboxKind.Update], bed.Graph.Outlook.Of(Bed.Representative).Inbox.Select(item => item.Kind));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task Where_the_end_of_our_text_cannot_be_found_the_text_stays_and_the_time_is_changed()
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        var stored = bed.Graph.Outlook.Events[made.Id];
        await bed.AskAsync("PATCH", $"/users/{bed.Graph.Outlook.MailboxId}/events/{made.Id}", $$$"""{"body":{"contentType":"html","content":"{{{stored.Html.Replace("safeguarding-text-ends", "x", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}}"}}""");
        (await bed.Mailbox.ChangeEventAsync(made.Id, Examples.Meeting() with { Place = "Room 2", Html = "new" }, Stop)).Value();
        Assert.Equal("Room 2", bed.Graph.Outlook.Events[made.Id].Place);
        Assert.DoesNotContain("new", bed.Graph.Outlook.Events[made.Id].Html, StringComparison.Ordinal);
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_meeting_that_is_cancelled_is_off_everybodys_calendar_with_the_reason()
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(online: false), "t", Stop)).Value();
        Assert.Null(made.JoinUrl);
        await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        bed.Graph.Faults.Plan("POST", "/users/{user}/events/{event}/cancel", GraphFault.Lost);
        Assert.True((await bed.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop)).Later().MayHaveGone);
        (await bed.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop)).Value();
        Assert.True((await bed.Mailbox.ReadEventAsync(made.Id, Stop)).Value().IsCancelled);
        Assert.Equal([InboxKind.Invitation, InboxKind.Cancellation], bed.Graph.Outlook.Of(Examples.Other).Inbox.Select(item => item.Kind));
        Assert.Equal("It is held on another day.", bed.Graph.Outlook.Of(Examples.Other).Inbox[^1].Html);
        Assert.True(bed.Graph.Outlook.Of(Examples.Other).Calendar[made.Id].IsCancelled);
        Assert.Throws<InvalidOperationException>(() => bed.Graph.Outlook.Respond(Examples.Other, made.Id, "accepted"));
    }

    [Fact]
    public async Task Busy_times_come_for_those_whose_calendars_are_known_and_nobody_else()
    {
        await using var bed = await Bed.StartAsync();
        var from = Examples.Meeting().Start;
        bed.Graph.Outlook.Of("chair@people.example").Busy = [(from.AddHours(3), from.AddHours(4)), (from.AddHours(-1), from.AddHours(1)), (from.AddDays(9), from.AddDays(10))];
        var addresses = Enumerable.Range(0, 25).Select(i => $"p{i}@elsewhere.example").Append("Chair@people.example");
        var busy = (await bed.Mailbox.FreeBusyAsync([.. addresses], from, from.AddHours(8), Stop)).Value();
        Assert.Equal(("chair@people.example", 2), (Assert.Single(busy).Address, busy[0].Busy.Count));
        Assert.Equal([(from.AddHours(-1), from.AddHours(1)), (from.AddHours(3), from.AddHours(4))], busy[0].Busy);
        Assert.Equal(2, bed.Count("POST", "/users/{user}/calendar/getSchedule"));
        Assert.Empty((await bed.Mailbox.FreeBusyAsync([], from, from.AddHours(8), Stop)).Value());
    }
}
