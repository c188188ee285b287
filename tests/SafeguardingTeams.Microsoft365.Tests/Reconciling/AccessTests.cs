using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Who can open an agency's records, watched and put right (B9).</summary>
[Trait(Needs.Name, Needs.Server)]
public partial class AccessTests
{
    private const string Invite = "/drives/{drive}/items/{item}/invite";
    private const string Delete = "/drives/{drive}/items/{item}/permissions/{permission}";

    [Fact]
    public async Task A_new_nominee_has_access_before_the_old_one_loses_it_B9()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        var before = fixture.Graph.Requests.Count;
        await review.NameAsync("police", review.Somebody("rep-police"), "Absent.");
        var changes = fixture
            .Graph.Requests.Skip(before)
            .Where(request => request.Template is Invite or Delete)
            .Select(request => (request.Template, request.Status));
        Assert.Equal([(Invite, 200), (Delete, 204)], changes);
        Assert.Equal(["operations", "rep-police@people.example", "this system"], Police(fixture));
        Assert.DoesNotContain((await fixture.FileAsync()).History, recorded => recorded.Event is FolderReported);
    }

    [Fact]
    public async Task Where_the_new_nominee_cannot_be_given_access_the_old_one_keeps_it_B9()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        fixture.Graph.Faults.Plan("POST", Invite, new GraphFault(403, "accessDenied"));
        await review.NameAsync("police", review.Somebody("rep-police"), "Absent.");
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(fixture));
        Assert.Contains(
            "police",
            Assert.Single(await fixture.DeadLettered.ReadAsync(CancellationToken.None)).What,
            StringComparison.Ordinal
        );
        await fixture.DeadLettered.RetryAsync(CancellationToken.None);
        await fixture.SettleAsync();
        Assert.Equal(["operations", "rep-police@people.example", "this system"], Police(fixture));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_shared_past_the_system_is_an_alarm_and_is_taken_back_B9(bool isLink)
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        var folder = Folder(fixture);
        if (isLink)
        {
            fixture.Graph.SharePoint.SecuredRecords.LinkFromOutside(folder);
        }
        else
        {
            fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(folder, "somebody-of-the-police");
        }

        using var heard = new Testing.Heard();
        Assert.Equal(1, await fixture.SweepAsync());
        Assert.Equal(["safeguarding.access.drifted of=folder: 1"], heard.Told);
        Assert.Contains(isLink ? "link" : "Somebody", await AlarmAsync(fixture), StringComparison.Ordinal);
        await fixture.SweepAsync();
        Assert.Equal(1, await ReportsAsync(fixture));
        await fixture.SettleAsync();
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(fixture));
        Assert.Equal("", await AlarmAsync(fixture));
        await fixture.SweepAsync();
        Assert.Equal(2, await ReportsAsync(fixture));
    }

    [Fact]
    public async Task A_watch_that_can_see_nothing_does_not_say_that_it_has_watched()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Faults.Weather = (_, _) => new GraphFault(403, "accessDenied");
        Assert.Equal(1, await fixture.SweepAsync());
        Assert.Null(await AgeAsync(fixture));
        fixture.Graph.Faults.Weather = null;
        await fixture.SweepAsync();
        Assert.NotNull(await AgeAsync(fixture));
    }

    private static async Task<TimeSpan?> AgeAsync(ReconcileFixture fixture) =>
        (await fixture.Get<App.Sweeps.Heartbeat>().AgesAsync(CancellationToken.None)).Single(one => one.Timer == "WatchSweep").Age;

    [Fact]
    public async Task A_nominee_whose_access_was_taken_away_past_the_system_has_it_again_B9()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        var nominee = Assert.Single(fixture.Graph.SharePoint.SecuredRecords.PermissionsOf(Folder(fixture)), grant =>
            grant.Kind == HolderKind.User
        );
        var revoked = await fixture.Folders.RevokeAsync(
            App.Ports.Library.SecuredRecords,
            Folder(fixture),
            nominee.Id,
            CancellationToken.None
        );
        Assert.IsType<App.Ports.GraphResult<App.Ports.Nothing>.Done>(revoked);
        await fixture.SweepAsync();
        Assert.Equal("Somebody who should have access does not have it.", await AlarmAsync(fixture));
        await fixture.SettleAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        Assert.Contains("records-police@people.example", Police(fixture));
    }

    [Theory, InlineData("owner"), InlineData("read")]
    public async Task A_nominee_who_can_do_more_or_less_than_they_should_is_an_alarm_and_is_put_right_B9(string role)
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        var library = fixture.Graph.SharePoint.SecuredRecords;
        var nominee = Assert.Single(library.PermissionsOf(Folder(fixture)), grant => grant.Kind == HolderKind.User);
        await fixture.Folders.RevokeAsync(App.Ports.Library.SecuredRecords, Folder(fixture), nominee.Id, CancellationToken.None);
        library.ShareFromOutside(Folder(fixture), nominee.Holder, role);
        await fixture.SweepAsync();
        Assert.Equal(
            role == "owner" ? "Somebody can do more than they should." : "Somebody who should have access does not have it.",
            await AlarmAsync(fixture)
        );
        await fixture.SettleAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        Assert.Equal("write", Assert.Single(library.PermissionsOf(Folder(fixture)), grant => grant.Kind == HolderKind.User).Role);
    }

    [Fact]
    public async Task A_submission_shared_past_the_system_is_an_alarm_and_is_taken_back_B10()
    {
        await using var fixture = await LettersAsync();
        var library = fixture.Graph.SharePoint.Submissions;
        library.ShareFromOutside(Assert.Single(library.Items.Values, item => item.Name == "police").Id, "somebody-of-the-police");
        await fixture.SweepAsync();
        Assert.Contains("has access who should not", await AlarmAsync(fixture), StringComparison.Ordinal);
        await fixture.SettleAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, library, $"/{CaseStory.Id}/police"));
    }

    [Theory, InlineData("pack"), InlineData("papers"), InlineData("")]
    public async Task The_cases_own_papers_shared_past_the_system_are_an_alarm_and_are_taken_back_B13(string folder)
    {
        await using var fixture = await LettersAsync();
        await new WholeReview(fixture).ToThePackAsync();
        var library = fixture.Graph.SharePoint.CaseRecords;
        var item = Assert.Single(library.Items.Values, item => item.Name == (folder.Length == 0 ? CaseStory.Id.Value : folder));
        library.ShareFromOutside(item.Id, "somebody-of-the-police");
        await fixture.SweepAsync();
        var file = await fixture.FileAsync();
        Assert.Contains("has access who should not", file.Review.PapersAlarm, StringComparison.Ordinal);
        Assert.Contains(Domain.Cases.CaseTask.Of(file), task => task.Kind == Domain.Cases.TaskKind.CheckFolder);
        await fixture.SettleAsync();
        Assert.Equal("", (await fixture.FileAsync()).Review.PapersAlarm);
        Assert.DoesNotContain("somebody-of-the-police", library.PermissionsOf(item.Id).Select(grant => grant.Holder));
    }

    [Fact]
    public async Task Folders_are_watched_also_while_the_calendar_cannot_be_read_B9()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Faults.Weather = (_, template) =>
            template.StartsWith("/users/", StringComparison.Ordinal) ? new GraphFault(403, "accessDenied") : null;
        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(fixture), "somebody-of-the-police");
        await fixture.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(fixture));
    }

    [Fact]
    public async Task After_access_has_ended_the_folders_are_looked_at_once_a_day_B9()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        Assert.Equal(1, await fixture.SweepAsync());
        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(fixture), "somebody-of-the-police");
        Assert.Equal(0, await fixture.SweepAsync());
        Assert.Equal("", await AlarmAsync(fixture));
        fixture.ClockTo(fixture.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(1, await fixture.SweepAsync());
        Assert.NotEqual("", await AlarmAsync(fixture));
        await fixture.SettleAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        Assert.Equal(["operations", "this system"], Police(fixture));
    }

    [Fact]
    public async Task A_referral_that_changes_after_the_pack_was_shared_is_put_into_it_anew_B13()
    {
        await using var fixture = await LettersAsync();
        await new WholeReview(fixture).ToThePackAsync();
        var answers = (await fixture.FileAsync()).Referral!.Answers;
        await new WholeReview(fixture).StepAsync(
            new Domain.Steps.Referral.ChangeReferral(
                CaseStory.Id,
                answers,
                answers.With("incident", "location", "At school"),
                "The police told us."
            ),
            "mash-officer"
        );
        var library = fixture.Graph.SharePoint.CaseRecords;
        var pack = Assert.Single(library.Items.Values, item => item.Name == "pack").Id;
        Assert.Equal(
            [$"{CaseStory.Id}-referral-2.pdf"],
            library.In(pack).Select(item => item.Name).Where(name => name.Contains("referral", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Somebody_who_stands_in_the_library_by_its_root_is_an_alarm_until_they_are_out_B9()
    {
        await using var fixture = await LettersAsync();
        var library = fixture.Graph.SharePoint.SecuredRecords;
        var folder = Folder(fixture);
        library.AddedAtRoot = [new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false)];
        Assert.True(fixture.Graph.SharePoint.MayOpen("somebody-of-the-police", library, folder));
        await fixture.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(fixture));
        Assert.All((await fixture.FileAsync()).Review.Agencies, agency => Assert.NotEqual("", agency.Securing.Alarm));
        library.AddedAtRoot = [];
        await fixture.SweepAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        await fixture.SettleAsync();
        Assert.Empty(await fixture.DeadLettered.ReadAsync(CancellationToken.None));
        Assert.Equal(2 * WholeReview.Agencies.Length, await ReportsAsync(fixture));
    }

    [Fact]
    public async Task Whoever_stood_in_the_root_when_a_nominee_was_named_is_taken_out_of_the_folder_once_the_root_is_right_B9()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        var library = fixture.Graph.SharePoint.SecuredRecords;
        library.AddedAtRoot = [new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false)];
        await review.NameAsync("police", review.Somebody("records-police"));
        Assert.NotEqual("", await AlarmAsync(fixture));
        library.AddedAtRoot = [];
        await fixture.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(fixture));
        await fixture.DeadLettered.RetryAsync(CancellationToken.None);
        await fixture.SettleAsync();
        Assert.Equal("", await AlarmAsync(fixture));
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(fixture));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task One_of_operations_by_name_at_the_root_is_no_alarm_B9()
    {
        await using var fixture = await LettersAsync();
        var officer = Assert.Single(fixture.Graph.Directory.With("operations-officer@people.example")).Id;
        fixture.Graph.SharePoint.SecuredRecords.AddedAtRoot = [new("root-1", officer, HolderKind.User, "owner", IsInherited: false)];
        await fixture.SweepAsync();
        Assert.Equal(0, await ReportsAsync(fixture));
    }

    [Fact]
    public async Task A_root_that_stays_wrong_is_in_the_end_for_a_person_to_see_to_and_says_why_B9()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.SharePoint.SecuredRecords.AddedAtRoot =
        [
            new("root-1", "somebody-of-the-police", HolderKind.User, "owner", IsInherited: false),
        ];
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        var deadLettered = await fixture.DeadLettered.ReadAsync(CancellationToken.None);
        Assert.Equal(WholeReview.Agencies.Length, deadLettered.Count);
        Assert.All(deadLettered, one => Assert.Contains("has access who should not", one.Why, StringComparison.Ordinal));
    }

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }

    private static string Folder(ReconcileFixture fixture) =>
        Assert.Single(fixture.Graph.SharePoint.SecuredRecords.Items.Values, item => item.Name == "police").Id;

    private static IEnumerable<string> Police(ReconcileFixture fixture) =>
        EndState.Holders(fixture.Graph, fixture.Graph.SharePoint.SecuredRecords, $"/{CaseStory.Id}/police");

    private static async Task<string> AlarmAsync(ReconcileFixture fixture) =>
        (await fixture.FileAsync()).Review.Agency("police")!.Securing.Alarm;

    private static async Task<int> ReportsAsync(ReconcileFixture fixture) =>
        (await fixture.FileAsync()).History.Count(recorded => recorded.Event is FolderReported);
}
