using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>The meeting: made with nobody, invited to last, changed, cancelled, answered. Facts on Graph, section B.</summary>
[Trait(Needs.Name, Needs.Server)]
public class EventTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Nobody_hears_of_a_meeting_before_they_are_invited_and_then_each_hears_once()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "GSCP-2222-3333/meeting/1", Stop)).Value();
        Assert.Empty(fixture.Graph.Outlook.People);
        Assert.NotNull(made.JoinUrl);
        (await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop)).Value();
        Assert.All(Examples.Invitees, invitee =>
            Assert.Equal([InboxKind.Invitation], fixture.Graph.Outlook.Of(invitee.Address).Inbox.Select(item => item.Kind))
        );
        (await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop)).Value();
        Assert.All(Examples.Invitees, invitee => Assert.Single(fixture.Graph.Outlook.Of(invitee.Address).Inbox));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_late_joiner_is_invited_without_the_others_hearing_and_who_is_left_out_is_told()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        await fixture.Mailbox.InviteAsync(made.Id, [Examples.Invitees[0], new("late@school.example", "School")], Stop);
        Assert.Single(fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox);
        Assert.Single(fixture.Graph.Outlook.Of("late@school.example").Inbox);
        Assert.Equal(
            [InboxKind.Invitation, InboxKind.Cancellation],
            fixture.Graph.Outlook.Of(Examples.Other).Inbox.Select(item => item.Kind)
        );
    }

    [Theory]
    [InlineData("2026-03-12T10:00:00+00:00", "2026-03-12T10:00:00")]
    [InlineData("2026-07-12T09:00:00+00:00", "2026-07-12T10:00:00")]
    [InlineData("2026-03-29T00:59:00+00:00", "2026-03-29T00:59:00")]
    [InlineData("2026-03-29T01:00:00+00:00", "2026-03-29T02:00:00")]
    public async Task A_meeting_is_sent_as_Londons_clocks_show_it_and_comes_back_as_the_same_instant(string instant, string wall)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var start = DateTimeOffset.Parse(instant);
        var made = (
            await fixture.Mailbox.CreateEventAsync(Examples.Meeting() with { Start = start, End = start.AddHours(2) }, "t", Stop)
        ).Value();
        Assert.Contains(
            $$"""{"dateTime":"{{wall}}","timeZone":"Europe/London"}""",
            fixture.Graph.Requests[^1].Body,
            StringComparison.Ordinal
        );
        Assert.Equal((start, start.AddHours(2)), (made.Start, made.End));
        var read = (await fixture.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal((start, start.AddHours(2)), (read.Start, read.End));
    }

    [Fact]
    public async Task The_same_transaction_again_gives_the_same_event_also_after_an_answer_was_lost()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.Faults.Plan("POST", "/users/{user}/events", GraphFault.Lost);
        Assert.Equal((TimeSpan.FromSeconds(10), true), (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Later());
        var again = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        Assert.Equal(again.Id, Assert.Single(fixture.Graph.Outlook.Events).Key);
        var other = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t2", Stop)).Value();
        Assert.NotEqual(again.Id, other.Id);
    }

    [Theory]
    [InlineData("accepted", InvitationAnswer.Accepted)]
    [InlineData("tentativelyAccepted", InvitationAnswer.Tentative)]
    [InlineData("declined", InvitationAnswer.Declined)]
    public async Task What_somebody_answers_is_read_from_the_calendar(string response, InvitationAnswer expected)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        await fixture.Mailbox.InviteAsync(made.Id, [new("Representative@Police.example", "Police"), Examples.Invitees[1]], Stop);
        fixture.Graph.Outlook.Respond(GraphFixture.Representative, made.Id, response);
        var read = (await fixture.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal((expected, InvitationAnswer.None), (read.Invitees[GraphFixture.Representative], read.Invitees[Examples.Other]));
        await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        Assert.Equal(expected, (await fixture.Mailbox.ReadEventAsync(made.Id, Stop)).Value().Invitees[GraphFixture.Representative]);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_stays_online_and_everybody_is_told_and_asked_anew()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var content = Examples.Meeting();
        var made = (await fixture.Mailbox.CreateEventAsync(content, "t", Stop)).Value();
        await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        fixture.Graph.Outlook.Respond(GraphFixture.Representative, made.Id, "accepted");
        var moved = content with { Start = content.Start.AddDays(1), End = content.End.AddDays(1), Html = "<p>Moved.</p>", Place = "" };
        (await fixture.Mailbox.ChangeEventAsync(made.Id, moved, true, Stop)).Value();
        (await fixture.Mailbox.ChangeEventAsync(made.Id, moved with { Html = "<p>Moved, again.</p>" }, true, Stop)).Value();
        var read = (await fixture.Mailbox.ReadEventAsync(made.Id, Stop)).Value();
        Assert.Equal(
            (moved.Start, made.JoinUrl, InvitationAnswer.None),
            (read.Start, read.JoinUrl, read.Invitees[GraphFixture.Representative])
        );
        var stored = fixture.Graph.Outlook.Events[made.Id];
        Assert.StartsWith("<p>Moved, again.</p><span", stored.Html, StringComparison.Ordinal);
        Assert.Equal((1, ""), (stored.Html.Split("Join the meeting now").Length - 1, stored.Place));
        Assert.Equal(
            [InboxKind.Invitation, InboxKind.Update, InboxKind.Update],
            fixture.Graph.Outlook.Of(GraphFixture.Representative).Inbox.Select(item => item.Kind)
        );
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Where_the_end_of_our_text_cannot_be_found_the_text_stays_and_the_time_is_changed()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value();
        var stored = fixture.Graph.Outlook.Events[made.Id];
        await fixture.AskAsync(
            "PATCH",
            $"/users/{fixture.Graph.Outlook.MailboxId}/events/{made.Id}",
            """{"body":{"contentType":"html","content":"""
                + System.Text.Json.JsonSerializer.Serialize(stored.Html.Replace("safeguarding-text-ends", "x", StringComparison.Ordinal))
                + "}}"
        );
        (await fixture.Mailbox.ChangeEventAsync(made.Id, Examples.Meeting() with { Place = "Room 2", Html = "new" }, true, Stop)).Value();
        Assert.Equal("Room 2", fixture.Graph.Outlook.Events[made.Id].Place);
        Assert.DoesNotContain("new", fixture.Graph.Outlook.Events[made.Id].Html, StringComparison.Ordinal);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_meeting_that_is_cancelled_is_off_everybodys_calendar_with_the_reason()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(online: false), "t", Stop)).Value();
        Assert.Null(made.JoinUrl);
        await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        fixture.Graph.Faults.Plan("POST", "/users/{user}/events/{event}/cancel", GraphFault.Lost);
        Assert.True((await fixture.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop)).Later().OutcomeUnknown);
        (await fixture.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop)).Value();
        Assert.True((await fixture.Mailbox.ReadEventAsync(made.Id, Stop)).Value().IsCancelled);
        Assert.Equal(
            [InboxKind.Invitation, InboxKind.Cancellation],
            fixture.Graph.Outlook.Of(Examples.Other).Inbox.Select(item => item.Kind)
        );
        Assert.Equal("It is held on another day.", fixture.Graph.Outlook.Of(Examples.Other).Inbox[^1].Html);
        Assert.True(fixture.Graph.Outlook.Of(Examples.Other).Calendar[made.Id].IsCancelled);
        Assert.Throws<InvalidOperationException>(() => fixture.Graph.Outlook.Respond(Examples.Other, made.Id, "accepted"));
    }

    [Fact]
    public async Task Busy_times_come_for_those_whose_calendars_are_known_and_nobody_else()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var from = Examples.Meeting().Start;
        fixture.Graph.Outlook.Of("chair@people.example").Busy =
        [
            (from.AddHours(3), from.AddHours(4)),
            (from.AddHours(-1), from.AddHours(1)),
            (from.AddDays(9), from.AddDays(10)),
        ];
        var addresses = Enumerable.Range(0, 25).Select(i => $"p{i}@elsewhere.example").Append("Chair@people.example");
        var busy = (await fixture.Mailbox.FreeBusyAsync([.. addresses], from, from.AddHours(8), Stop)).Value();
        Assert.Equal(("chair@people.example", 2), (Assert.Single(busy).Address, busy[0].Busy.Count));
        Assert.Equal([(from.AddHours(-1), from.AddHours(1)), (from.AddHours(3), from.AddHours(4))], busy[0].Busy);
        Assert.Equal(2, fixture.Count("POST", "/users/{user}/calendar/getSchedule"));
        Assert.Empty((await fixture.Mailbox.FreeBusyAsync([], from, from.AddHours(8), Stop)).Value());
    }
}
