using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.StandIns.Graph;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>What cannot be done waits where a person sees it, with the reason, and is done when it is put back.</summary>
public class StuckTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task An_errand_that_is_refused_is_listed_with_its_reason_and_done_when_it_is_put_back()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Graph.SharePoint.SiteRole = "read";
        await new WholeReview(desk).ToTheLettersAsync();
        await new WholeReview(desk).NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        var stuck = Assert.Single(await desk.Stuck.ReadAsync(Stop));
        Assert.Equal("Folders of an agency (charity)", stuck.What);
        Assert.Contains("does not allow this system to do that", stuck.Why, StringComparison.Ordinal);
        Assert.Equal(stuck.Why, Assert.Single((await desk.FileAsync()).Review.Stuck.Values).Why);
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        Assert.Single(await desk.Stuck.ReadAsync(Stop));
        desk.Graph.SharePoint.SiteRole = "fullcontrol";
        await desk.Stuck.RetryAsync(Stop);
        Assert.Empty(await desk.Stuck.ReadAsync(Stop));
        await desk.SettleAsync();
        Assert.Empty(await desk.Stuck.ReadAsync(Stop));
        Assert.Contains("trustee@charity.example", EndState.Holders(desk.Graph, desk.Graph.SharePoint.SecuredRecords, $"/{SafeguardingTeams.Tests.CaseStory.Id}/charity"));
    }

    [Fact]
    public async Task What_fails_again_and_again_is_stuck_and_done_once_when_it_is_put_back()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Graph.Faults.Weather = (method, template) => (method, template) == ("POST", "/users/{user}/messages") ? GraphFault.Lost : null;
        await new WholeReview(desk).ToTheLettersAsync();
        Assert.DoesNotContain(desk.Graph.Outlook.Mails.Values.GroupBy(mail => mail.To[0]), drafts => drafts.Count() > 1);
        desk.Graph.Faults.Weather = null;
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, desk.Graph.Outlook.Mails.Count);
        Assert.DoesNotContain(desk.Graph.Outlook.Mails.Values, mail => mail.IsDraft);
    }

    [Fact]
    public async Task A_draft_that_was_made_before_it_got_stuck_is_found_again_and_not_made_twice()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Graph.Faults.Weather = (method, template) => (method, template) switch
        {
            ("POST", "/users/{user}/messages") => GraphFault.Lost,
            ("GET", "/users/{user}/messages") => new GraphFault(403, "accessDenied"),
            _ => null,
        };
        await new WholeReview(desk).ToTheLettersAsync();
        Assert.Equal(WholeReview.Agencies.Length, (await desk.Stuck.ReadAsync(Stop)).Count);
        desk.Graph.Faults.Weather = null;
        await desk.Stuck.RetryAsync(Stop);
        await desk.SettleAsync();
        Assert.Equal(WholeReview.Agencies.Length, desk.Graph.Outlook.Mails.Count);
    }

    [Fact]
    public async Task On_a_host_without_Outlook_and_SharePoint_every_errand_is_listed_and_says_so()
    {
        await using var desk = await Desk.OpenAsync(hasGraph: false);
        await new WholeReview(desk).ToTheLettersAsync();
        Assert.Empty(await desk.Rows.ReadAsync(Keys.Errands, Stop));
        var stuck = await desk.Stuck.ReadAsync(Stop);
        Assert.Equal(2 * WholeReview.Agencies.Length + 1, stuck.Count);
        Assert.All(stuck, one => Assert.Equal("Outlook and SharePoint are not set up for this system.", one.Why));
        Assert.Equal(0, await desk.SweepAsync());
        Assert.Empty(desk.Graph.Requests);
    }
}
