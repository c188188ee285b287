using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>The invitations of the group's own meetings, in Outlook: E1, E2, E3, E6, PD18.</summary>
[Trait(Needs.Name, Needs.Server)]
public class GroupInvitationTests
{
    private const string Operations = "operations-officer";
    private static readonly RecordRef Id = MeetingStory.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly string[] ByTheirRoles =
    [
        "chair@people.example",
        "operations-manager@people.example",
        "operations-officer@people.example",
        "scrutineer@people.example",
    ];
    private static readonly PlanGroupMeeting Plan = MeetingStory.Plan with
    {
        Items = [new(CaseStory.Id, "", AskedOfGroup.Decide), new(null, "Good news", AskedOfGroup.Note)],
    };

    [Fact]
    public async Task Planned_it_invites_seats_Chair_operations_and_the_Scrutineer_and_says_nothing_of_its_agenda_E1_E3_E6_PD18()
    {
        await using var fixture = await PlannedAsync();
        var meeting = Assert.Single(fixture.Graph.Outlook.Events.Values);
        Assert.Equal($"Learning from Practice Group meeting, {Id}", meeting.Subject);
        Assert.Equal(
            (London.Instant(MeetingStory.Day, new(10, 0)), London.Instant(MeetingStory.Day, new(12, 30)), "Room 1", ""),
            (meeting.Start, meeting.End, meeting.Place, meeting.JoinUrl)
        );
        Assert.Equal(
            [.. ByTheirRoles.Append("by-hand@police.example").Append("designated-nurse@people.example").Order(StringComparer.Ordinal)],
            Invited(meeting)
        );
        Assert.Contains($"?open={Id}", meeting.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseStory.Id.Value, meeting.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Good news", meeting.Html, StringComparison.Ordinal);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));

        // Looked at, with nothing changed, nothing is sent.
        var told = Told(fixture);
        await LookAsync(fixture);
        Assert.Equal(told, Told(fixture));
    }

    [Fact]
    public async Task Moved_it_is_changed_and_cancelled_everybody_is_told_and_planned_again_it_is_another_E1()
    {
        await using var fixture = await PlannedAsync();
        var before = Assert.Single(fixture.Graph.Outlook.Events).Key;
        await RunAsync(fixture, Move());
        var moved = Assert.Single(fixture.Graph.Outlook.Events).Value;
        Assert.Equal((before, London.Instant(MeetingStory.Day.AddDays(7), new(16, 0))), (moved.Id, moved.End));
        await RunAsync(fixture, new CancelGroupMeeting(Id, "Too few can come."));
        Assert.True(Assert.Single(fixture.Graph.Outlook.Events).Value.IsCancelled);
        var told = Assert.Single(fixture.Graph.Outlook.People, person => person.Address == "scrutineer@people.example").Inbox[^1];
        Assert.Equal(InboxKind.Cancellation, told.Kind);
        Assert.Contains($"{Id} is cancelled", told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Too few", told.Html, StringComparison.Ordinal);
        await RunAsync(fixture, Plan);
        var again = Assert.Single(fixture.Graph.Outlook.Events.Values, one => !one.IsCancelled);
        Assert.NotEqual(before, again.Id);
        Assert.Equal(6, Invited(again).Count);
    }

    /// <summary>Outlook makes no event online that was not, nor the other way round.</summary>
    [Fact]
    public async Task Held_online_instead_it_is_another_event_with_a_way_to_join_and_the_first_says_that_it_is_replaced()
    {
        await using var fixture = await PlannedAsync();
        var before = Assert.Single(fixture.Graph.Outlook.Events).Key;
        await RunAsync(fixture, Move() with { IsOnline = true });
        var now = Assert.Single(fixture.Graph.Outlook.Events.Values, one => !one.IsCancelled);
        Assert.NotEqual(before, now.Id);
        Assert.NotEqual("", now.JoinUrl);
        var told = Assert.Single(fixture.Graph.Outlook.People, person => person.Address == "scrutineer@people.example").Inbox;
        Assert.Contains(
            "is replaced by another",
            Assert.Single(told, one => one.Kind == InboxKind.Cancellation).Html,
            StringComparison.Ordinal
        );
        await RunAsync(fixture, Move() with { IsOnline = true, Start = "15:00" });
        Assert.Equal(now.Id, Assert.Single(fixture.Graph.Outlook.Events.Values, one => !one.IsCancelled).Id);
        await RunAsync(fixture, Move());
        Assert.Equal("", Assert.Single(fixture.Graph.Outlook.Events.Values, one => !one.IsCancelled).JoinUrl);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Who_holds_a_seat_or_chairs_on_the_day_by_then_is_invited_in_place_of_who_was_E3_PD17()
    {
        await using var fixture = await PlannedAsync();
        await RunAsync(fixture, Seat("police", "", "successor@police.example", MeetingStory.Day));
        await RunAsync(fixture, new EndSeat("health", MeetingStory.Day.AddDays(-1)));
        await RunAsync(fixture, new RecordAbsence("chair", MeetingStory.Day, MeetingStory.Day.AddDays(1)), "chair");
        await LookAsync(fixture);
        var invited = Invited(Assert.Single(fixture.Graph.Outlook.Events.Values));
        Assert.Contains("successor@police.example", invited);
        Assert.Contains("vice-chair@people.example", invited);
        Assert.DoesNotContain("by-hand@police.example", invited);
        Assert.DoesNotContain("designated-nurse@people.example", invited);

        // A seat that changes hands only after the day changes nothing.
        var told = Told(fixture);
        await RunAsync(fixture, Seat("police", "", "later@police.example", MeetingStory.Day.AddDays(1)));
        await LookAsync(fixture);
        Assert.Equal(told, Told(fixture));
    }

    [Fact]
    public async Task A_meeting_planned_before_invitations_went_through_Outlook_is_taken_up()
    {
        await using var fixture = await PlannedAsync(settle: false);
        foreach (var row in await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop))
        {
            await fixture.Rows.CommitAsync([new RowWrite.Delete(row.Key, row.ETag)], Stop);
        }

        await LookAsync(fixture);
        Assert.Single(fixture.Graph.Outlook.Events);
    }

    [Fact]
    public async Task Deleted_by_hand_in_the_calendar_it_is_noticed_said_and_made_anew_only_where_a_person_wants_it()
    {
        await using var fixture = await PlannedAsync();
        var deleted = Assert.Single(fixture.Graph.Outlook.Events).Key;
        fixture.Graph.Outlook.DeleteFromOutside(deleted);
        await LookAsync(fixture);
        var said = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Equal(("Invitations to a meeting of the group", Id), (said.What, said.Record));
        Assert.Contains(
            $"somebody deleted it there. If it is not to take place, cancel it on the page of {Id}",
            said.Why,
            StringComparison.Ordinal
        );
        await LookAsync(fixture);
        Assert.Empty(fixture.Graph.Outlook.Events);
        Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Equal(6, Invited(Assert.Single(fixture.Graph.Outlook.Events.Values)).Count);
    }

    [Fact]
    public async Task One_that_is_held_or_over_is_left_as_it_was()
    {
        await using var fixture = await PlannedAsync();
        fixture.ClockTo(London.Instant(MeetingStory.Day, new(10, 0)));
        await RunAsync(fixture, new RecordGroupAttendance(Id, MeetingStory.Came, 0));
        await RunAsync(fixture, Seat("police", "", "successor@police.example", MeetingStory.Day));
        await LookAsync(fixture);
        Assert.Contains("by-hand@police.example", Invited(Assert.Single(fixture.Graph.Outlook.Events.Values)));

        // Nor is one cancelled afterwards that was not held: nobody is told of what is past.
        await using var late = await PlannedAsync();
        late.ClockTo(London.Instant(MeetingStory.Day, new(13, 0)));
        var told = Told(late);
        await RunAsync(late, new CancelGroupMeeting(Id, "Too few came."));
        await LookAsync(late);
        Assert.Equal(told, Told(late));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whatever_call_the_process_dies_at_there_is_one_event_with_everybody(bool done)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var died = new HashSet<(string, string)>();
        fixture.StepBegins = died.Clear;
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (!died.Add((method, template)))
            {
                return null;
            }

            fixture.Die();
            return done ? GraphFault.CutAfter : GraphFault.Cut;
        };
        await PlanAsync(fixture);
        await RunAsync(fixture, new MoveGroupMeeting(Id, MeetingStory.Day.AddDays(1), "10:00", "Room 2", "The room is taken."));
        await RunAsync(fixture, Seat("police", "", "successor@police.example", MeetingStory.Day));
        await LookAsync(fixture);
        var meeting = Assert.Single(fixture.Graph.Outlook.Events.Values);
        Assert.Equal(("Room 2", false), (meeting.Place, meeting.IsCancelled));
        Assert.Contains("successor@police.example", Invited(meeting));
        await RunAsync(fixture, new CancelGroupMeeting(Id, "Too few can come."));
        Assert.True(Assert.Single(fixture.Graph.Outlook.Events.Values).IsCancelled);
        Assert.Empty(fixture.Graph.Complaints);
        Assert.NotEmpty(died);
    }

    private static List<string> Invited(StoredEvent meeting) =>
        [.. meeting.Attendees.Select(attendee => attendee.Address).Order(StringComparer.Ordinal)];

    private static int Told(ReconcileFixture fixture) => fixture.Graph.Outlook.People.Sum(person => person.Inbox.Count);

    private static FillSeat Seat(string id, string personId, string email, DateOnly from) =>
        new(
            new(id, $"A post of {id}", id == "health" ? "icb" : "police", "An agency", null, []),
            new(personId, $"Holder of {id}", email, from, null)
        );

    private static async Task<ReconcileFixture> PlannedAsync(bool settle = true)
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await PlanAsync(fixture, settle);
        return fixture;
    }

    private static async Task PlanAsync(ReconcileFixture fixture, bool settle = true)
    {
        await RunAsync(fixture, Seat("police", "", "by-hand@police.example", new(2026, 11, 2)), settle: false);
        await RunAsync(fixture, Seat("health", "designated-nurse", "", new(2026, 11, 2)), settle: false);
        await RunAsync(fixture, Plan with { Until = "12.30" }, settle: settle);
    }

    private static MoveGroupMeeting Move() => new(Id, MeetingStory.Day.AddDays(7), "14:00", "Room 2", "The room is taken.");

    /// <summary>The sweep comes again where its process has died.</summary>
    private static async Task LookAsync(ReconcileFixture fixture)
    {
        await fixture.SweepAsync();
        fixture.Restart();
        await fixture.SweepAsync();
        await fixture.SettleAsync();
    }

    private static async Task RunAsync(ReconcileFixture fixture, Command command, string personId = Operations, bool settle = true)
    {
        var actor = fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == personId)!;
        await fixture.Get<GroupRecord>().OpenAsync(Stop);
        Assert.IsType<Outcome.Done>(await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, Stop));
        if (settle)
        {
            await fixture.SettleAsync();
        }
    }
}
