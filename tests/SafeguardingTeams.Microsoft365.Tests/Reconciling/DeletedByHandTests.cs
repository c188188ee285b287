using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>What a person deletes in Outlook is noticed, said, and made anew only where a person wants it.</summary>
[Trait(Needs.Name, Needs.Server)]
public class DeletedByHandTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_meeting_deleted_in_the_calendar_is_noticed_and_everybody_is_invited_anew_once_it_is_put_back_B11()
    {
        await using var fixture = await LettersAsync();
        var deleted = Assert.Single(fixture.Graph.Outlook.Events).Key;
        fixture.Graph.Outlook.DeleteFromOutside(deleted);
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        Assert.Contains("somebody deleted it", Assert.Single(await fixture.DeadLettered.ReadAsync(Stop)).Why, StringComparison.Ordinal);
        Assert.Contains(CaseTask.Of(await fixture.FileAsync()), task => task.Kind == TaskKind.SeeToStuck);
        Assert.Empty(fixture.Graph.Outlook.Events);
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is DeadLetterReported);
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        var meeting = Assert.Single(fixture.Graph.Outlook.Events.Values);
        Assert.NotEqual(deleted, meeting.Id);
        Assert.Contains("inspector-police@people.example", meeting.Attendees.Select(attendee => attendee.Address));
        Assert.Empty((await fixture.FileAsync()).Review.DeadLettered);
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        Assert.Single(fixture.Graph.Outlook.Events);
    }

    [Fact]
    public async Task A_deleted_meeting_that_is_cancelled_in_the_case_is_not_made_anew_B11()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Outlook.DeleteFromOutside(Assert.Single(fixture.Graph.Outlook.Events).Key);
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        await new WholeReview(fixture).StepAsync(new CancelMeeting(CaseStory.Id, "It does not take place."), "operations-officer");
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Empty(fixture.Graph.Outlook.Events);
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Empty((await fixture.FileAsync()).Review.DeadLettered);
    }

    [Fact]
    public async Task A_meeting_that_Outlook_does_not_show_once_is_not_made_anew_B11()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Faults.Plan("GET", "/users/{user}/events/{event}", new GraphFault(404, "ErrorItemNotFound"));
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        Assert.Single(fixture.Graph.Outlook.Events);
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    [Fact]
    public async Task A_draft_deleted_before_it_was_sent_waits_for_a_person_and_is_written_anew_once_it_is_put_back_B2()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (method, template) =>
            (method, template) == ("POST", "/users/{user}/messages/{message}/send") ? new GraphFault(403, "accessDenied") : null;
        await new WholeReview(fixture).ToTheLettersAsync();
        fixture.Graph.Faults.Weather = null;
        foreach (var draft in fixture.Graph.Outlook.Mails.Values)
        {
            fixture.Graph.Outlook.DeleteFromOutside(draft.Id);
        }

        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        var deadLettered = await fixture.DeadLettered.ReadAsync(Stop);
        Assert.Equal(WholeReview.Agencies.Length, deadLettered.Count);
        Assert.All(deadLettered, one => Assert.Contains("somebody deleted it", one.Why, StringComparison.Ordinal));
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, fixture.Graph.Outlook.Mails.Count);
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values, mail => mail.IsDraft);
        Assert.Empty((await fixture.FileAsync()).Review.DeadLettered);
    }

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }
}
