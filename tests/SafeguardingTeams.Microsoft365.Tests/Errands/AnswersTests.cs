using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>How invitations were answered in Outlook comes into the case, once (B14).</summary>
public class AnswersTests
{
    private const string Nurse = "designated-nurse@people.example";

    [Fact]
    public async Task Answers_are_recorded_once_and_changes_of_them_too_B14()
    {
        await using var desk = await LettersAsync();
        var outlook = desk.Graph.Outlook;
        var meeting = Assert.Single(outlook.Events).Key;
        await desk.SweepAsync();
        Assert.Equal(0, await RecordedAsync(desk));
        outlook.Respond(Nurse, meeting, "accepted");
        outlook.Respond("inspector-police@people.example", meeting, "tentativelyAccepted");
        outlook.Respond(WholeReview.Guest, meeting, "declined");
        await desk.SweepAsync();
        await desk.SweepAsync();
        Assert.Equal(1, await RecordedAsync(desk));
        Assert.Equal([Answered.NotYet, Answered.Tentative, Answered.Accepted, Answered.Declined, Answered.NotYet], (await desk.FileAsync()).Review.Attendees.Select(attendee => attendee.Answer));
        outlook.Respond(Nurse, meeting, "declined");
        await desk.SweepAsync();
        await desk.SweepAsync();
        Assert.Equal(2, await RecordedAsync(desk));
    }

    [Fact]
    public async Task A_meeting_that_is_moved_asks_for_answers_anew_and_one_that_is_cancelled_has_none_B11_B14()
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        var meeting = Assert.Single(desk.Graph.Outlook.Events).Key;
        desk.Graph.Outlook.Respond(Nurse, meeting, "accepted");
        await desk.SweepAsync();
        await review.StepAsync(new PlanMeeting(CaseStory.Id, WholeReview.Moved, WholeReview.Moved.AddHours(1), MeetingKind.Online, "", "", "The room."), "operations-officer");
        await desk.SweepAsync();
        Assert.All((await desk.FileAsync()).Review.Attendees, attendee => Assert.Equal(Answered.NotYet, attendee.Answer));
        desk.Graph.Outlook.Respond(Nurse, meeting, "accepted");
        await review.StepAsync(new CancelMeeting(CaseStory.Id, "The Chair is ill."), "operations-officer");
        var version = (await desk.FileAsync()).Version;
        await desk.SweepAsync();
        Assert.Equal(version, (await desk.FileAsync()).Version);
    }

    [Fact]
    public async Task A_look_that_is_called_off_lets_go_whatever_it_was_asking_and_the_next_looks_at_everything()
    {
        await using var desk = await LettersAsync();
        desk.Graph.Outlook.Respond(Nurse, Assert.Single(desk.Graph.Outlook.Events).Key, "accepted");
        var asked = new HashSet<(string, string)>();
        var calledOff = 0;
        for (var before = -1; before < asked.Count; calledOff++)
        {
            before = asked.Count;
            using var stop = new CancellationTokenSource();
            desk.Graph.Faults.Weather = (method, template) =>
            {
                if (asked.Add((method, template)))
                {
                    stop.Cancel();
                }

                return null;
            };
            await desk.LookAsync(stop.Token);
        }

        Assert.InRange(calledOff, 3, int.MaxValue);
        Assert.Equal(1, await RecordedAsync(desk));
        Assert.Equal(Answered.Accepted, (await desk.FileAsync()).Review.Attendees[2].Answer);
    }

    private static async Task<Desk> LettersAsync()
    {
        var desk = await Desk.OpenAsync();
        await new WholeReview(desk).ToTheLettersAsync();
        return desk;
    }

    private static async Task<int> RecordedAsync(Desk desk) => (await desk.FileAsync()).History.Count(recorded => recorded.Event is InvitationsAnswered);
}
