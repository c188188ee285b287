using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Entries of access in every shape SharePoint was seen to answer: whose they are is read of all that is in them (B9).</summary>
[Trait(Needs.Name, Needs.Server)]
public class AccessShapeTests
{
    private const string Unknown = "cannot tell whose it is";

    [Theory, InlineData(Facets.Limited), InlineData("read")]
    public async Task Whoever_is_at_the_root_with_less_does_not_keep_what_was_theirs_in_the_folder_B9(string role)
    {
        await using var fixture = await PoliceAsync(GraphVariants.None);
        var library = fixture.Graph.SharePoint.SecuredRecords;
        var before = Assert.Single(library.PermissionsOf(Folder(fixture)), grant => grant.Kind == HolderKind.User).Holder;
        library.AddedAtRoot = [new("root-1", before, HolderKind.User, role, IsInherited: false)];
        await new WholeReview(fixture).NameAsync("police", new WholeReview(fixture).Somebody("rep-police"), "Absent.");
        Assert.Equal(["operations", "rep-police@people.example", "this system"], Police(fixture));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory, InlineData(GraphVariants.SeveralFacets), InlineData(GraphVariants.LimitedAccess), InlineData(GraphVariants.GroupsWithoutId)]
    public async Task Nothing_that_is_right_is_an_alarm_or_taken_away_and_given_again_B9(GraphVariants variant)
    {
        await using var fixture = await PoliceAsync(variant);
        await new WholeReview(fixture).NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        var before = fixture.Graph.Requests.Count;
        for (var i = 0; i < 3; i++)
        {
            await fixture.SweepAsync();
            await fixture.SettleAsync();
        }

        Assert.DoesNotContain((await fixture.FileAsync()).History, recorded => recorded.Event is FolderReported);
        Assert.DoesNotContain(fixture.Graph.Requests.Skip(before), request =>
            request.Template.EndsWith("/invite", StringComparison.Ordinal) || request.Method == "DELETE"
        );
        Assert.Contains(
            "trustee@charity.example",
            EndState.Holders(fixture.Graph, fixture.Graph.SharePoint.SecuredRecords, $"/{CaseStory.Id}/charity")
        );
    }

    [Theory, InlineData(GraphVariants.None), InlineData(GraphVariants.SeveralFacets), InlineData(GraphVariants.GroupsWithoutId)]
    public async Task Whoever_comes_in_past_the_system_is_out_again_in_whatever_shape_they_are_listed_B9(GraphVariants variant)
    {
        await using var fixture = await PoliceAsync(variant);
        var inspector = Assert.Single(fixture.Graph.Directory.With("lead-police@people.example"));
        Assert.True(inspector.IsGuest);
        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(fixture), inspector.Id);
        await fixture.SweepAsync();
        Assert.Contains("has access who should not", await AlarmAsync(fixture), StringComparison.Ordinal);
        await fixture.SettleAsync();
        Assert.Equal(["operations", "records-police@people.example", "this system"], Police(fixture));
        Assert.Equal("", await AlarmAsync(fixture));
    }

    [Theory, InlineData(GraphVariants.None), InlineData(GraphVariants.GroupsWithoutId)]
    public async Task What_cannot_be_identified_is_said_and_never_taken_away_also_where_another_such_stands_at_the_root_B9(
        GraphVariants variant
    )
    {
        await using var fixture = await PoliceAsync(variant);
        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(fixture), "");
        await fixture.SweepAsync();
        Assert.Contains(Unknown, await AlarmAsync(fixture), StringComparison.Ordinal);
        await fixture.SettleAsync();
        Assert.Equal(4, Police(fixture).Count());
        Assert.Contains(Unknown, Assert.Single(await fixture.DeadLettered.ReadAsync(CancellationToken.None)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alarm_and_repair_do_not_feed_each_other_whatever_SharePoint_shows_from_one_look_to_the_next_B9()
    {
        await using var fixture = await PoliceAsync(GraphVariants.None);
        var library = fixture.Graph.SharePoint.SecuredRecords;
        var (folder, looks) = (Folder(fixture), 0);
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (method == "GET" && template == "/drives/{drive}/items/{item}/permissions" && looks++ % 2 == 0)
            {
                // What is put right is undone by somebody at once, now in one way and now in another.
                if (looks / 2 % 2 == 0)
                {
                    library.LinkFromOutside(folder);
                }
                else
                {
                    library.ShareFromOutside(folder, $"somebody-{looks}");
                }
            }

            return null;
        };
        await fixture.SweepAsync();
        var (until, runs) = (fixture.Clock.GetUtcNow() + TimeSpan.FromMinutes(2), 0);
        while (await fixture.Runner.WaitingAsync(CancellationToken.None) is { } next && next < until)
        {
            fixture.ClockTo(next);
            await fixture.Runner.RunAsync(CancellationToken.None);
            Assert.InRange(++runs, 1, 3);
        }

        Assert.NotEqual(0, runs);
        Assert.Equal(1, Reports(await fixture.FileAsync(), "police"));
        await fixture.SettleAsync();
        Assert.Contains(
            "police",
            Assert.Single(await fixture.DeadLettered.ReadAsync(CancellationToken.None)).What,
            StringComparison.Ordinal
        );
    }

    private static int Reports(Domain.Cases.CaseFile file, string agency) =>
        file.History.Count(recorded => recorded.Event is FolderReported { What.Length: > 0 } reported && reported.Agency == agency);

    private static async Task<ReconcileFixture> PoliceAsync(GraphVariants variant)
    {
        var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Variants = variant;
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.NameAsync("police", review.Somebody("records-police"));
        return fixture;
    }

    private static string Folder(ReconcileFixture fixture) =>
        Assert.Single(fixture.Graph.SharePoint.SecuredRecords.Items.Values, item => item.Name == "police").Id;

    private static IEnumerable<string> Police(ReconcileFixture fixture) =>
        EndState.Holders(fixture.Graph, fixture.Graph.SharePoint.SecuredRecords, $"/{CaseStory.Id}/police");

    private static async Task<string> AlarmAsync(ReconcileFixture fixture) =>
        (await fixture.FileAsync()).Review.Agency("police")!.Securing.Alarm;
}
