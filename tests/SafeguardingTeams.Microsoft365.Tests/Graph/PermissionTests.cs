using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Access is only ever added, to one folder, for one person, and taken away by the id it was given with.</summary>
[Trait(Needs.Name, Needs.Server)]
public class PermissionTests
{
    private const string Invite = "/drives/{drive}/items/{item}/invite";
    private const string Delete = "/drives/{drive}/items/{item}/permissions/{permission}";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Access_is_given_to_one_person_on_one_folder_and_operations_keep_theirs()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, trust) = await FoldersAsync(fixture);
        var site = fixture.Graph.SharePoint;
        var id = (
            await fixture.Folders.GrantAsync(Library.SecuredRecords, police, GraphFixture.RepresentativeId, FolderAccess.Write, Stop)
        ).Value();
        ItemPermission[] root = [.. (await fixture.Folders.RootPermissionsAsync(Library.SecuredRecords, Stop)).Value()];
        Assert.Equal(
            [(site.OperationsGroup, "write"), (fixture.Graph.AppId, "owner")],
            root.Select(permission => (Assert.Single(permission.Keys), Assert.Single(permission.Roles)))
        );
        var now = (await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop)).Value();
        Assert.Equal(
            [.. root.Select(permission => Assert.Single(permission.Keys)), GraphFixture.RepresentativeId],
            now.Select(permission => Assert.Single(permission.Keys))
        );
        Assert.Equal((id, "write"), (now[^1].Id, Assert.Single(now[^1].Roles)));
        Assert.True(site.MayOpen(GraphFixture.RepresentativeId, site.SecuredRecords, police));
        Assert.False(site.MayOpen(GraphFixture.RepresentativeId, site.SecuredRecords, trust));
        Assert.False(site.MayOpen("somebody-else-of-the-police", site.SecuredRecords, police));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Giving_access_twice_or_again_after_a_lost_answer_ends_with_one_grant()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, _) = await FoldersAsync(fixture);
        fixture.Graph.Faults.Plan("POST", Invite, GraphFault.Lost);
        Assert.True(
            (await fixture.Folders.GrantAsync(Library.SecuredRecords, police, GraphFixture.RepresentativeId, FolderAccess.Read, Stop))
                .Later()
                .OutcomeUnknown
        );
        var found = (await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop))
            .Value()
            .Single(permission => permission.Keys.Contains(GraphFixture.RepresentativeId));
        Assert.Equal(
            found.Id,
            (
                await fixture.Folders.GrantAsync(Library.SecuredRecords, police, GraphFixture.RepresentativeId, FolderAccess.Read, Stop)
            ).Value()
        );
        Assert.Single((await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop)).Value(), permission =>
            permission.Keys.Contains(GraphFixture.RepresentativeId)
        );
    }

    [Fact]
    public async Task Access_that_is_taken_away_is_gone_and_taking_it_away_again_is_no_fault()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, _) = await FoldersAsync(fixture);
        var id = (
            await fixture.Folders.GrantAsync(Library.SecuredRecords, police, GraphFixture.RepresentativeId, FolderAccess.Write, Stop)
        ).Value();
        fixture.Graph.Faults.Plan("DELETE", Delete, GraphFault.Lost);
        Assert.True((await fixture.Folders.RevokeAsync(Library.SecuredRecords, police, id, Stop)).Later().OutcomeUnknown);
        (await fixture.Folders.RevokeAsync(Library.SecuredRecords, police, id, Stop)).Value();
        Assert.False(fixture.Graph.SharePoint.MayOpen(GraphFixture.RepresentativeId, fixture.Graph.SharePoint.SecuredRecords, police));
        Assert.Equal(2, (await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop)).Value().Count);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task An_account_that_cannot_be_given_access_is_a_refusal_though_SharePoint_calls_it_a_success()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, _) = await FoldersAsync(fixture);
        Assert.IsType<GraphResult<string>.Refused>(
            await fixture.Folders.GrantAsync(Library.SecuredRecords, police, Guid.NewGuid().ToString(), FolderAccess.Write, Stop)
        );
        Assert.Equal(207, fixture.Graph.Requests[^1].Status);
        Assert.Equal(2, (await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop)).Value().Count);
    }

    [Fact]
    public async Task What_others_share_past_the_product_is_seen_links_included()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, _) = await FoldersAsync(fixture);
        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(police, "outsider");
        fixture.Graph.SharePoint.SecuredRecords.LinkFromOutside(police);
        Assert.Equal(
            ["outsider", "link"],
            (await fixture.Folders.PermissionsAsync(Library.SecuredRecords, police, Stop))
                .Value()
                .Select(permission => Assert.Single(permission.Keys))
                .TakeLast(2)
        );
    }

    [Fact]
    public async Task Without_full_control_of_the_site_access_cannot_be_given()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var (police, _) = await FoldersAsync(fixture);
        fixture.Graph.SharePoint.SiteRole = "write";
        Assert.IsType<GraphResult<string>.Refused>(
            await fixture.Folders.GrantAsync(Library.SecuredRecords, police, GraphFixture.RepresentativeId, FolderAccess.Write, Stop)
        );
    }

    [Theory]
    [InlineData(GraphFixture.Representative)]
    [InlineData("Representative@Police.example")]
    public async Task Somebody_is_found_by_their_address(string address)
    {
        await using var fixture = await GraphFixture.StartAsync();
        Assert.Equal(GraphFixture.RepresentativeId, (await fixture.Guests.FindAsync(address, Stop)).Value().Id);
        Assert.IsType<GraphResult<DirectoryAccount>.NotFound>(await fixture.Guests.FindAsync("o'nobody+x@police.example", Stop));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_guest_is_brought_in_once_and_a_member_stays_a_member()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.Directory.Add(Account.Member("member-id", "Chair", "chair@partnership.example"));
        fixture.Graph.Faults.Plan("POST", "/invitations", GraphFault.Lost);
        Assert.True((await fixture.Guests.InviteAsync("o'new@school.example", "School representative", Stop)).Later().OutcomeUnknown);
        var made = (await fixture.Guests.InviteAsync("o'new@school.example", "School representative", Stop)).Value();
        Assert.True(made.IsFromElsewhere);
        var found = (await fixture.Guests.FindAsync("o'new@school.example", Stop)).Value();
        Assert.Equal((made.Id, true, true), (found.Id, found.IsPending, made.IsPending));
        Assert.StartsWith("https://login.microsoftonline.example/redeem", made.AcceptAt!.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", made.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, fixture.Graph.Directory.Accounts.Count);
        Assert.Equal("member-id", (await fixture.Guests.InviteAsync("chair@partnership.example", "Chair", Stop)).Value().Id);
        Assert.Contains(
            "https://cases.partnership.example/",
            fixture.Graph.Requests.First(request => request.Template == "/invitations").Body,
            StringComparison.Ordinal
        );
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Where_two_accounts_have_an_address_nobody_is_taken()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.Directory.Add(Account.Guest("second", "Another", GraphFixture.Representative));
        Assert.IsType<GraphResult<DirectoryAccount>.Refused>(await fixture.Guests.FindAsync(GraphFixture.Representative, Stop));
    }

    private static async Task<(string Police, string Trust)> FoldersAsync(GraphFixture fixture)
    {
        var root = (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Value();
        return (
            (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, root.Id, "police", Stop)).Value().Id,
            (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, root.Id, "trust", Stop)).Value().Id
        );
    }
}
