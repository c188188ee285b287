using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>What cannot be done waits where a person sees it, with the reason, and is done when it is put back.</summary>
[Trait(Needs.Name, Needs.Server)]
public class DeadLetterTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task An_errand_that_is_refused_is_listed_with_its_reason_and_done_when_it_is_put_back()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.SharePoint.SiteRole = "read";
        await new WholeReview(fixture).ToTheLettersAsync();
        await new WholeReview(fixture).NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        var deadLettered = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Equal("Folders of an agency (charity)", deadLettered.What);
        Assert.Contains("does not allow this system to do that", deadLettered.Why, StringComparison.Ordinal);
        Assert.Equal(deadLettered.Why, Assert.Single((await fixture.FileAsync()).Review.DeadLettered.Values).Why);
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        fixture.Graph.SharePoint.SiteRole = "fullcontrol";
        await fixture.DeadLettered.RetryAsync(Stop);
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        await fixture.SettleAsync();
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Contains(
            "trustee@charity.example",
            EndState.Holders(fixture.Graph, fixture.Graph.SharePoint.SecuredRecords, $"/{SafeguardingTeams.Tests.CaseStory.Id}/charity")
        );
    }

    [Fact]
    public async Task What_fails_again_and_again_is_stuck_and_done_once_when_it_is_put_back()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (method, template) =>
            (method, template) == ("POST", "/users/{user}/messages") ? GraphFault.Lost : null;
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values.GroupBy(mail => mail.To[0]), drafts => drafts.Count() > 1);
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, fixture.Graph.Outlook.Mails.Count);
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values, mail => mail.IsDraft);
    }

    [Fact]
    public async Task A_draft_that_was_made_before_it_got_stuck_is_found_again_and_not_made_twice()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (method, template) =>
            (method, template) switch
            {
                ("POST", "/users/{user}/messages") => GraphFault.Lost,
                ("GET", "/users/{user}/mailFolders/{folder}/messages") => new GraphFault(403, "accessDenied"),
                _ => null,
            };
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Equal(WholeReview.Agencies.Length, (await fixture.DeadLettered.ReadAsync(Stop)).Count);
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, fixture.Graph.Outlook.Mails.Count);
    }

    [Fact]
    public async Task On_a_host_without_Outlook_and_SharePoint_every_errand_is_listed_and_says_so()
    {
        await using var fixture = await ReconcileFixture.OpenAsync(hasGraph: false);
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        var deadLettered = await fixture.DeadLettered.ReadAsync(Stop);
        Assert.Equal(2 * WholeReview.Agencies.Length + 1, deadLettered.Count);
        Assert.All(deadLettered, one => Assert.Equal("Outlook and SharePoint are not set up for this system.", one.Why));
        Assert.Equal(0, await fixture.SweepAsync());
        Assert.Empty(fixture.Graph.Requests);
    }
}
