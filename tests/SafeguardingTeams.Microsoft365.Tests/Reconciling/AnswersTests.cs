using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>How invitations were answered in Outlook comes into the case, once (B14).</summary>
[Trait(Needs.Name, Needs.Server)]
public class AnswersTests
{
    private const string Nurse = "designated-nurse@people.example";

    [Fact]
    public async Task Answers_are_recorded_once_and_changes_of_them_too_B14()
    {
        await using var fixture = await LettersAsync();
        var outlook = fixture.Graph.Outlook;
        var meeting = Assert.Single(outlook.Events).Key;
        await fixture.SweepAsync();
        Assert.Equal(0, await RecordedAsync(fixture));
        outlook.Respond(Nurse, meeting, "accepted");
        outlook.Respond("inspector-police@people.example", meeting, "tentativelyAccepted");
        outlook.Respond(WholeReview.Guest, meeting, "declined");
        await fixture.SweepAsync();
        await fixture.SweepAsync();
        Assert.Equal(1, await RecordedAsync(fixture));
        Assert.Equal(
            [Answered.NotYet, Answered.Tentative, Answered.Accepted, Answered.Declined, Answered.NotYet],
            (await fixture.FileAsync()).Review.Attendees.Select(attendee => attendee.Answer)
        );
        outlook.Respond(Nurse, meeting, "declined");
        await fixture.SweepAsync();
        await fixture.SweepAsync();
        Assert.Equal(2, await RecordedAsync(fixture));
    }

    [Fact]
    public async Task A_meeting_that_is_moved_asks_for_answers_anew_and_one_that_is_cancelled_has_none_B11_B14()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        var meeting = Assert.Single(fixture.Graph.Outlook.Events).Key;
        fixture.Graph.Outlook.Respond(Nurse, meeting, "accepted");
        await fixture.SweepAsync();
        await review.StepAsync(
            new PlanMeeting(CaseStory.Id, WholeReview.Moved, WholeReview.Moved.AddHours(1), MeetingKind.Online, "", "", "The room."),
            "operations-officer"
        );
        await fixture.SweepAsync();
        Assert.All((await fixture.FileAsync()).Review.Attendees, attendee => Assert.Equal(Answered.NotYet, attendee.Answer));
        fixture.Graph.Outlook.Respond(Nurse, meeting, "accepted");
        await review.StepAsync(new CancelMeeting(CaseStory.Id, "The Chair is ill."), "operations-officer");
        var version = (await fixture.FileAsync()).Version;
        await fixture.SweepAsync();
        Assert.Equal(version, (await fixture.FileAsync()).Version);
    }

    [Fact]
    public async Task A_look_that_is_called_off_lets_go_whatever_it_was_asking_and_the_next_looks_at_everything()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Outlook.Respond(Nurse, Assert.Single(fixture.Graph.Outlook.Events).Key, "accepted");
        var asked = new HashSet<(string, string)>();
        var calledOff = 0;
        for (var before = -1; before < asked.Count; calledOff++)
        {
            before = asked.Count;
            using var stop = new CancellationTokenSource();
            fixture.Graph.Faults.Weather = (method, template) =>
            {
                if (asked.Add((method, template)))
                {
                    stop.Cancel();
                }

                return null;
            };
            await fixture.LookAsync(stop.Token);
        }

        Assert.InRange(calledOff, 3, int.MaxValue);
        Assert.Equal(1, await RecordedAsync(fixture));
        Assert.Equal(Answered.Accepted, (await fixture.FileAsync()).Review.Attendees[2].Answer);
    }

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }

    private static async Task<int> RecordedAsync(ReconcileFixture fixture) =>
        (await fixture.FileAsync()).History.Count(recorded => recorded.Event is InvitationsAnswered);
}
