using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>Who can open an agency's records, watched and put right (B9).</summary>
public class AccessTests
{
    private const string Invite = "/drives/{drive}/items/{item}/invite";
    private const string Delete = "/drives/{drive}/items/{item}/permissions/{permission}";

    [Fact]
    public async Task A_new_nominee_has_access_before_the_old_one_loses_it_B9()
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        await review.NameAsync("police", review.Somebody("records-police"));
        var before = desk.Graph.Requests.Count;
        await review.NameAsync("police", review.Somebody("rep-police"), "Absent.");
        var changes = desk.Graph.Requests.Skip(before).Where(request => request.Template is Invite or Delete).Select(request => (request.Template, request.Status));
        Assert.Equal([(Invite, 200), (Delete, 204)], changes);
        Assert.Equal(["operations", "rep-police@people.example", "this system"], Police(desk));
        Assert.DoesNotContain((await desk.FileAsync()).History, recorded => recorded.Event is FolderReported);
    }

    [Fact]
    public async Task Where_the_new_nominee_cannot_be_given_access_the_old_one_keeps_it_B9()
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        await review.NameAsync("police", review.Somebody("records-police"));
        desk.Graph.Faults.Plan("POST", Invite, new GraphFault(403, "accessDenied"));
        await review.NameAsync("police", review.Somebody("rep-police"), "Absent.");
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(desk));
        Assert.Contains("police", Assert.Single(await desk.Stuck.ReadAsync(CancellationToken.None)).What, StringComparison.Ordinal);
        await desk.Stuck.RetryAsync(CancellationToken.None);
        await desk.SettleAsync();
        Assert.Equal(["operations", "rep-police@people.example", "this system"], Police(desk));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_shared_past_the_system_is_an_alarm_and_is_taken_back_B9(bool isLink)
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        await review.NameAsync("police", review.Somebody("records-police"));
        var folder = Folder(desk);
        if (isLink)
        {
            desk.Graph.SharePoint.SecuredRecords.LinkFromOutside(folder);
        }
        else
        {
            desk.Graph.SharePoint.SecuredRecords.ShareFromOutside(folder, "somebody-of-the-police");
        }

        Assert.Equal(1, await desk.SweepAsync());
        Assert.Contains(isLink ? "link" : "Somebody", await AlarmAsync(desk), StringComparison.Ordinal);
        await desk.SweepAsync();
        Assert.Equal(1, await ReportsAsync(desk));
        await desk.SettleAsync();
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(desk));
        Assert.Equal("", await AlarmAsync(desk));
        await desk.SweepAsync();
        Assert.Equal(2, await ReportsAsync(desk));
    }

    [Fact]
    public async Task A_nominee_whose_access_was_taken_away_past_the_system_has_it_again_B9()
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        await review.NameAsync("police", review.Somebody("records-police"));
        var nominee = Assert.Single(desk.Graph.SharePoint.SecuredRecords.PermissionsOf(Folder(desk)), grant => grant.Kind == HolderKind.User);
        var revoked = await desk.Folders.RevokeAsync(App.Ports.Library.SecuredRecords, Folder(desk), nominee.Id, CancellationToken.None);
        Assert.IsType<App.Ports.GraphResult<App.Ports.Nothing>.Done>(revoked);
        await desk.SweepAsync();
        Assert.Equal("Somebody who should have access does not have it.", await AlarmAsync(desk));
        await desk.SettleAsync();
        Assert.Equal("", await AlarmAsync(desk));
        Assert.Contains("records-police@people.example", Police(desk));
    }

    [Theory, InlineData("owner"), InlineData("read")]
    public async Task A_nominee_who_can_do_more_or_less_than_they_should_is_an_alarm_and_is_put_right_B9(string role)
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        await review.NameAsync("police", review.Somebody("records-police"));
        var library = desk.Graph.SharePoint.SecuredRecords;
        var nominee = Assert.Single(library.PermissionsOf(Folder(desk)), grant => grant.Kind == HolderKind.User);
        await desk.Folders.RevokeAsync(App.Ports.Library.SecuredRecords, Folder(desk), nominee.Id, CancellationToken.None);
        library.ShareFromOutside(Folder(desk), nominee.Holder, role);
        await desk.SweepAsync();
        Assert.Equal(role == "owner" ? "Somebody can do more than they should." : "Somebody who should have access does not have it.", await AlarmAsync(desk));
        await desk.SettleAsync();
        Assert.Equal("", await AlarmAsync(desk));
        Assert.Equal("write", Assert.Single(library.PermissionsOf(Folder(desk)), grant => grant.Kind == HolderKind.User).Role);
    }

    [Fact]
    public async Task A_submission_shared_past_the_system_is_an_alarm_and_is_taken_back_B10()
    {
        await using var desk = await LettersAsync();
        var library = desk.Graph.SharePoint.Submissions;
        library.ShareFromOutside(Assert.Single(library.Items.Values, item => item.Name == "police").Id, "somebody-of-the-police");
        await desk.SweepAsync();
        Assert.Contains("has access who should not", await AlarmAsync(desk), StringComparison.Ordinal);
        await desk.SettleAsync();
        Assert.Equal("", await AlarmAsync(desk));
        Assert.Equal(["operations", "this system"], EndState.Holders(desk.Graph, library, $"/{CaseStory.Id}/police"));
    }

    [Theory, InlineData("pack"), InlineData("papers"), InlineData("")]
    public async Task The_cases_own_papers_shared_past_the_system_are_an_alarm_and_are_taken_back_B13(string folder)
    {
        await using var desk = await LettersAsync();
        await new WholeReview(desk).ToThePackAsync();
        var library = desk.Graph.SharePoint.CaseRecords;
        var item = Assert.Single(library.Items.Values, item => item.Name == (folder.Length == 0 ? CaseStory.Id.Value : folder));
        library.ShareFromOutside(item.Id, "somebody-of-the-police");
        await desk.SweepAsync();
        var file = await desk.FileAsync();
        Assert.Contains("has access who should not", file.Review.PapersAlarm, StringComparison.Ordinal);
        Assert.Contains(Domain.Cases.CaseTask.Of(file), task => task.Kind == Domain.Cases.TaskKind.CheckFolder);
        await desk.SettleAsync();
        Assert.Equal("", (await desk.FileAsync()).Review.PapersAlarm);
        Assert.DoesNotContain("somebody-of-the-police", library.PermissionsOf(item.Id).Select(grant => grant.Holder));
    }

    [Fact]
    public async Task Folders_are_watched_also_while_the_calendar_cannot_be_read_B9()
    {
        await using var desk = await LettersAsync();
        desk.Graph.Faults.Weather = (_, template) => template.StartsWith("/users/", StringComparison.Ordinal) ? new GraphFault(403, "accessDenied") : null;
        desk.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(desk), "somebody-of-the-police");
        await desk.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(desk));
    }

    [Fact]
    public async Task After_access_has_ended_the_folders_are_looked_at_once_a_day_B9()
    {
        await using var desk = await WholeReview.RunAsync(await Desk.OpenAsync());
        Assert.Equal(1, await desk.SweepAsync());
        desk.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(desk), "somebody-of-the-police");
        Assert.Equal(0, await desk.SweepAsync());
        Assert.Equal("", await AlarmAsync(desk));
        desk.ClockTo(desk.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(1, await desk.SweepAsync());
        Assert.NotEqual("", await AlarmAsync(desk));
        await desk.SettleAsync();
        Assert.Equal("", await AlarmAsync(desk));
        Assert.Equal(["operations", "this system"], Police(desk));
    }

    [Fact]
    public async Task A_referral_that_changes_after_the_pack_was_shared_is_put_into_it_anew_B13()
    {
        await using var desk = await LettersAsync();
        await new WholeReview(desk).ToThePackAsync();
        var answers = (await desk.FileAsync()).Referral!.Answers;
        await new WholeReview(desk).StepAsync(new Domain.Steps.Referral.ChangeReferral(CaseStory.Id, answers, answers.With("incident", "location", "At school"), "The police told us."), "mash-officer");
        var library = desk.Graph.SharePoint.CaseRecords;
        var pack = Assert.Single(library.Items.Values, item => item.Name == "pack").Id;
        Assert.Equal([$"{CaseStory.Id}-referral-2.pdf"], library.In(pack).Select(item => item.Name).Where(name => name.Contains("referral", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_who_stands_in_the_library_by_its_root_is_an_alarm_until_they_are_out_B9()
    {
        await using var desk = await LettersAsync();
        var library = desk.Graph.SharePoint.SecuredRecords;
        var folder = Folder(desk);
        library.AddedAtRoot = [new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false)];
        Assert.True(desk.Graph.SharePoint.MayOpen("somebody-of-the-police", library, folder));
        await desk.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(desk));
        Assert.All((await desk.FileAsync()).Review.Agencies, agency => Assert.NotEqual("", agency.Securing.Alarm));
        library.AddedAtRoot = [];
        await desk.SweepAsync();
        Assert.Equal("", await AlarmAsync(desk));
        await desk.SettleAsync();
        Assert.Empty(await desk.Stuck.ReadAsync(CancellationToken.None));
        Assert.Equal(2 * WholeReview.Agencies.Length, await ReportsAsync(desk));
    }

    [Fact]
    public async Task Whoever_stood_in_the_root_when_a_nominee_was_named_is_taken_out_of_the_folder_once_the_root_is_right_B9()
    {
        await using var desk = await LettersAsync();
        var review = new WholeReview(desk);
        var library = desk.Graph.SharePoint.SecuredRecords;
        library.AddedAtRoot = [new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false)];
        await review.NameAsync("police", review.Somebody("records-police"));
        Assert.NotEqual("", await AlarmAsync(desk));
        library.AddedAtRoot = [];
        await desk.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(desk));
        await desk.Stuck.RetryAsync(CancellationToken.None);
        await desk.SettleAsync();
        Assert.Equal("", await AlarmAsync(desk));
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(desk));
        Assert.Empty(desk.Graph.Complaints);
    }

    [Fact]
    public async Task One_of_operations_by_name_at_the_root_is_no_alarm_B9()
    {
        await using var desk = await LettersAsync();
        var officer = Assert.Single(desk.Graph.Directory.With("operations-officer@people.example")).Id;
        desk.Graph.SharePoint.SecuredRecords.AddedAtRoot = [new("root-1", officer, HolderKind.User, "owner", IsInherited: false)];
        await desk.SweepAsync();
        Assert.Equal(0, await ReportsAsync(desk));
    }

    [Fact]
    public async Task A_root_that_stays_wrong_is_in_the_end_for_a_person_to_see_to_and_says_why_B9()
    {
        await using var desk = await LettersAsync();
        desk.Graph.SharePoint.SecuredRecords.AddedAtRoot = [new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false)];
        await desk.SweepAsync();
        await desk.SettleAsync();
        var stuck = await desk.Stuck.ReadAsync(CancellationToken.None);
        Assert.Equal(WholeReview.Agencies.Length, stuck.Count);
        Assert.All(stuck, one => Assert.Contains("has access who should not", one.Why, StringComparison.Ordinal));
    }

    private static async Task<Desk> LettersAsync()
    {
        var desk = await Desk.OpenAsync();
        await new WholeReview(desk).ToTheLettersAsync();
        return desk;
    }

    private static string Folder(Desk desk) => Assert.Single(desk.Graph.SharePoint.SecuredRecords.Items.Values, item => item.Name == "police").Id;

    private static IEnumerable<string> Police(Desk desk) => EndState.Holders(desk.Graph, desk.Graph.SharePoint.SecuredRecords, $"/{CaseStory.Id}/police");

    private static async Task<string> AlarmAsync(Desk desk) => (await desk.FileAsync()).Review.Agency("police")!.Securing.Alarm;

    private static async Task<int> ReportsAsync(Desk desk) => (await desk.FileAsync()).History.Count(recorded => recorded.Event is FolderReported);
}
