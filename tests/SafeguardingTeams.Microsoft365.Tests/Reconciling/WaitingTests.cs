using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>What changes in the case, or outside, while a reconcile job waits.</summary>
[Trait(Needs.Name, Needs.Server)]
public class WaitingTests
{
    private const string Send = "/users/{user}/messages/{message}/send";
    private const string Event = "/users/{user}/events";
    private const string Operations = "operations-officer";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_draft_to_a_representative_who_was_changed_meanwhile_is_never_sent_F2()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == Send ? GraphFault.Busy() : null;
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Equal(WholeReview.Agencies.Length, fixture.Graph.Outlook.Mails.Values.Count(mail => mail.IsDraft));
        await fixture.DoAsync(
            new NameRepresentative(
                CaseStory.Id,
                "schools",
                new("", "Representative of the schools", WholeReview.SchoolsNewRepresentative),
                "A new post."
            ),
            Operations
        );
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.DoesNotContain(fixture.Graph.Outlook.Of("rep-schools@people.example").Inbox, item => item.EventId.Length == 0);
        Assert.Single(fixture.Graph.Outlook.Of(WholeReview.SchoolsNewRepresentative).Inbox, item => item.EventId.Length == 0);
    }

    [Fact]
    public async Task A_mail_that_is_still_owed_goes_to_whoever_answers_for_the_agency_now_B23()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == Send ? GraphFault.Busy() : null;
        var request = (await fixture.FileAsync()).Review.Request;
        await review.StepAsync(
            new FillInRequest(CaseStory.Id, request, request.With("case", "to", "2026-10-31"), "The period was wrong."),
            Operations
        );
        await fixture.DoAsync(
            new NameRepresentative(
                CaseStory.Id,
                "schools",
                new("", "Representative of the schools", WholeReview.SchoolsNewRepresentative),
                "A new post."
            ),
            Operations
        );
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.DoesNotContain(fixture.Graph.Outlook.Of("rep-schools@people.example").Inbox, item =>
            item.Subject.EndsWith("put right", StringComparison.Ordinal)
        );
        Assert.Single(fixture.Graph.Outlook.Of(WholeReview.SchoolsNewRepresentative).Inbox, item =>
            item.Subject.EndsWith("put right", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_meeting_moved_while_it_was_not_known_whether_its_event_was_made_is_where_it_was_moved_to_B11()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var lost = true;
        fixture.Graph.Faults.Weather = (method, template) => lost && (method, template) == ("POST", Event) ? GraphFault.Lost : null;
        await new WholeReview(fixture).ToTheLettersAsync();
        lost = false;
        Assert.Equal(WholeReview.Planned, Assert.Single(fixture.Graph.Outlook.Events.Values).Start);
        await new WholeReview(fixture).StepAsync(
            new PlanMeeting(CaseStory.Id, WholeReview.Moved, WholeReview.Moved.AddHours(2), MeetingKind.Online, "", "", "The room."),
            Operations
        );
        var meeting = Assert.Single(fixture.Graph.Outlook.Events.Values);
        Assert.Equal(WholeReview.Moved, meeting.Start);
        Assert.NotEmpty(meeting.Attendees);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task An_event_that_somebody_has_deleted_counts_as_cancelled_and_the_next_plan_is_a_new_one_B11()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == $"{Event}/{{event}}/cancel" ? GraphFault.NotThereYet : null;
        await review.StepAsync(new CancelMeeting(CaseStory.Id, "The Chair is ill."), Operations);
        Assert.Equal(2, fixture.Graph.Requests.Count(request => request.Template == $"{Event}/{{event}}/cancel"));
        await review.StepAsync(
            new PlanMeeting(CaseStory.Id, WholeReview.PlannedAgain, WholeReview.PlannedAgain.AddHours(2), MeetingKind.Online, "", "", ""),
            Operations
        );
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Equal(2, fixture.Graph.Outlook.Events.Count);
    }

    [Fact]
    public async Task A_new_representative_and_an_agency_asked_later_are_invited_at_once_B8_B11()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.StepAsync(
            new NameRepresentative(CaseStory.Id, "acute-trust", new("", "Representative of the trust", "new@trust.example"), "A new post."),
            Operations
        );
        await fixture.DoAsync(
            new ChooseAgency(
                CaseStory.Id,
                "housing",
                "The housing association",
                new("", "Safeguarding lead, housing", "lead@housing.example")
            ),
            Operations
        );
        await review.StepAsync(new AskAgency(CaseStory.Id, "housing"), Operations);
        var invited = Assert.Single(fixture.Graph.Outlook.Events.Values).Attendees.Select(attendee => attendee.Address).ToList();
        Assert.Contains("new@trust.example", invited);
        Assert.Contains("lead@housing.example", invited);
        Assert.DoesNotContain("rep-acute-trust@people.example", invited);
    }

    [Fact]
    public async Task A_folder_that_is_being_changed_at_this_moment_is_looked_at_next_time_B9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.NameAsync("police", review.Somebody("records-police"));
        var key = Keys.Checkpoint(CaseStory.Id, FolderReconciler.Subject("police"));
        var checkpoint = (await fixture.Rows.FindAsync(key, Stop))!;
        var until = (fixture.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await fixture.Rows.CommitAsync(
            [new RowWrite.Put(key, new Dictionary<string, string>(checkpoint.Fields) { ["should"] = "somebody-else", ["held"] = until })],
            Stop
        );
        await fixture.SweepAsync();
        Assert.DoesNotContain((await fixture.FileAsync()).History, recorded => recorded.Event is FolderReported);
        fixture.ClockTo(fixture.Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        await fixture.SweepAsync();
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is FolderReported);
    }
}
