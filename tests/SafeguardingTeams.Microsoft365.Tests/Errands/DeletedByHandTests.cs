using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>What a person deletes in Outlook is noticed, said, and made anew only where a person wants it.</summary>
public class DeletedByHandTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_meeting_deleted_in_the_calendar_is_noticed_and_everybody_is_invited_anew_once_it_is_put_back_B11()
    {
        await using var desk = await LettersAsync();
        var deleted = Assert.Single(desk.Graph.Outlook.Events).Key;
        desk.Graph.Outlook.DeleteFromOutside(deleted);
        await desk.SweepAsync();
        await desk.SettleAsync();
        Assert.Contains("somebody deleted it", Assert.Single(await desk.Stuck.ReadAsync(Stop)).Why, StringComparison.Ordinal);
        Assert.Contains(CaseTask.Of(await desk.FileAsync()), task => task.Kind == TaskKind.SeeToStuck);
        Assert.Empty(desk.Graph.Outlook.Events);
        await desk.SweepAsync();
        await desk.SettleAsync();
        Assert.Single((await desk.FileAsync()).History, recorded => recorded.Event is StuckReported);
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        var meeting = Assert.Single(desk.Graph.Outlook.Events.Values);
        Assert.NotEqual(deleted, meeting.Id);
        Assert.Contains("inspector-police@people.example", meeting.Attendees.Select(attendee => attendee.Address));
        Assert.Empty((await desk.FileAsync()).Review.Stuck);
        await desk.SweepAsync();
        await desk.SettleAsync();
        Assert.Single(desk.Graph.Outlook.Events);
    }

    [Fact]
    public async Task A_deleted_meeting_that_is_cancelled_in_the_case_is_not_made_anew_B11()
    {
        await using var desk = await LettersAsync();
        desk.Graph.Outlook.DeleteFromOutside(Assert.Single(desk.Graph.Outlook.Events).Key);
        await desk.SweepAsync();
        await desk.SettleAsync();
        await new WholeReview(desk).StepAsync(new CancelMeeting(CaseStory.Id, "It does not take place."), "operations-officer");
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        Assert.Empty(desk.Graph.Outlook.Events);
        Assert.Empty(await desk.Stuck.ReadAsync(Stop));
        Assert.Empty((await desk.FileAsync()).Review.Stuck);
    }

    [Fact]
    public async Task A_meeting_that_Outlook_does_not_show_once_is_not_made_anew_B11()
    {
        await using var desk = await LettersAsync();
        desk.Graph.Faults.Plan("GET", "/users/{user}/events/{event}", new GraphFault(404, "ErrorItemNotFound"));
        await desk.SweepAsync();
        await desk.SettleAsync();
        Assert.Single(desk.Graph.Outlook.Events);
        Assert.Empty(await desk.Stuck.ReadAsync(Stop));
    }

    [Fact]
    public async Task A_draft_deleted_before_it_was_sent_waits_for_a_person_and_is_written_anew_once_it_is_put_back_B2()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Graph.Faults.Weather = (method, template) => (method, template) == ("POST", "/users/{user}/messages/{message}/send") ? new GraphFault(403, "accessDenied") : null;
        await new WholeReview(desk).ToTheLettersAsync();
        desk.Graph.Faults.Weather = null;
        foreach (var draft in desk.Graph.Outlook.Mails.Values)
        {
            desk.Graph.Outlook.DeleteFromOutside(draft.Id);
        }

        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        var stuck = await desk.Stuck.ReadAsync(Stop);
        Assert.Equal(WholeReview.Agencies.Length, stuck.Count);
        Assert.All(stuck, one => Assert.Contains("somebody deleted it", one.Why, StringComparison.Ordinal));
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, desk.Graph.Outlook.Mails.Count);
        Assert.DoesNotContain(desk.Graph.Outlook.Mails.Values, mail => mail.IsDraft);
        Assert.Empty((await desk.FileAsync()).Review.Stuck);
    }

    private static async Task<Desk> LettersAsync()
    {
        var desk = await Desk.OpenAsync();
        await new WholeReview(desk).ToTheLettersAsync();
        return desk;
    }
}
