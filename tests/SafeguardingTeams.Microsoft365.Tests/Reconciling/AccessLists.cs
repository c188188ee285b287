using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Who can do what in each folder of the case, against what the case says, said again here and not by the product.</summary>
internal static class AccessLists
{
    private static readonly string[] Closed = ["operations:write", "this system:owner"];

    /// <summary>Every folder of the case is open to exactly those it should be open to, to do exactly that.</summary>
    internal static async Task AssertRightAsync(ReconcileFixture fixture)
    {
        var file = await fixture.FileAsync();
        var site = fixture.Graph.SharePoint;
        var should = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var agency in file.Review.Agencies.Where(agency => agency.AskedAt is not null))
        {
            var nominee = file.Review.AccessEnded ? null : agency.Securing.Nominee;
            Add(site.SecuredRecords, $"/{agency.Key}", nominee is null ? [] : [$"{nominee.Email}:write"]);
            Add(site.Submissions, $"/{agency.Key}", []);
        }

        if (file.Review.PackSharedAt is not null)
        {
            var readers = file.Review is { AccessEnded: false, WithdrawnBecause: null }
                ? file.Review.Attendees.Where(attendee => attendee.IsEligible)
                : [];
            Add(site.CaseRecords, "/pack", [.. readers.Select(reader => $"{reader.Contact.Email}:read")]);
        }

        foreach (var drive in site.Drives)
        {
            Add(drive, "", []);
            Add(drive, "/papers", []);
        }

        var now = site
            .Drives.SelectMany(drive =>
                drive
                    .Items.Values.Where(item => item.IsFolder)
                    .Select(item => (Name: $"{drive.Name}{drive.PathOf(item.Id)}", Who: Who(drive, item)))
            )
            .ToList();
        Assert.NotEmpty(now);
        Assert.Equal(
            now.Select(folder => $"{folder.Name}: {should.GetValueOrDefault(folder.Name, "nobody knows")}"),
            now.Select(folder => $"{folder.Name}: {folder.Who}")
        );
        Assert.All(file.Review.Agencies, agency => Assert.Equal("", agency.Securing.Alarm));
        Assert.Equal("", file.Review.PapersAlarm);
        return;

        void Add(LibraryDrive drive, string folder, IEnumerable<string> who) =>
            should[$"{drive.Name}/{CaseStory.Id}{folder}"] = string.Join(',', Closed.Concat(who).Order(StringComparer.Ordinal));

        string Who(LibraryDrive drive, StoredEntry item) =>
            string.Join(
                ',',
                drive
                    .PermissionsOf(item.Id)
                    .Select(grant => $"{EndState.Holder(fixture.Graph, grant)}:{grant.Role}")
                    .Order(StringComparer.Ordinal)
            );
    }
}
