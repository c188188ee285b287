using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.StandIns.Graph;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Folders, files and who may open them. Facts on Graph, section D.</summary>
public class FolderTests
{
    private const string Children = "/drives/{drive}/items/{item}/children";
    private const string Put = "/drives/{drive}/items/{item}:/{name}:/content";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_folder_is_made_once_whoever_asks_and_however_often()
    {
        await using var bed = await Bed.StartAsync();
        bed.Graph.Faults.Plan("POST", Children, GraphFault.Lost);
        Assert.True((await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Later().MayHaveGone);
        var made = (await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Value();
        var agency = (await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, made.Id, "police (met) & co", Stop)).Value();
        Assert.Equal(agency, (await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, made.Id, "police (met) & co", Stop)).Value());
        Assert.True(agency.IsFolder);
        Assert.Equal("/GSCP-2222-3333/police (met) & co", bed.Graph.SharePoint.SecuredRecords.PathOf(agency.Id));
        Assert.Equal(2, bed.Graph.SharePoint.SecuredRecords.Items.Count);
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_file_of_the_folders_name_is_no_folder()
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        await bed.Folders.UploadAsync(Library.CaseRecords, folder.Id, "pack", "x"u8.ToArray(), Stop);
        Assert.IsType<GraphResult<StoredItem>.Refused>(await bed.Folders.EnsureFolderAsync(Library.CaseRecords, folder.Id, "pack", Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(4 * 1024 * 1024 + 1)]
    [InlineData(9_830_400)]
    [InlineData(10_000_001)]
    public async Task A_file_of_any_size_comes_back_as_it_was(int size)
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var stored = (await bed.Folders.UploadAsync(Library.Submissions, folder.Id, "GSCP-2222-3333 form #1.bin", bytes, Stop)).Value();
        Assert.Equal(("GSCP-2222-3333 form #1.bin", size, false), (stored.Name, stored.Size, stored.IsFolder));
        Assert.True((await bed.Folders.DownloadAsync(Library.Submissions, stored.Id, Stop)).Value().Span.SequenceEqual(bytes));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000_000)]
    public async Task A_file_that_is_there_is_never_replaced_and_a_lost_answer_is_found_in_the_list(int size)
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        bed.Graph.Faults.Plan("PUT", size > 4_194_304 ? "(upload)" : Put, GraphFault.Lost, nth: size > 4_194_304 ? 2 : 1);
        Assert.True((await bed.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[size], Stop)).Later().MayHaveGone);
        Assert.Equal(("a.bin", size), ((await bed.Folders.ListAsync(Library.Submissions, folder.Id, Stop)).Value().Single() is var item ? item.Name : "", (int)item.Size));
        Assert.Equal(new GraphResult<StoredItem>.Refused("There is something of that name already."), await bed.Folders.UploadAsync(Library.Submissions, folder.Id, "A.bin", new byte[size], Stop));
        Assert.Single(bed.Graph.SharePoint.Submissions.In(folder.Id));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task An_upload_that_has_expired_begins_again()
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        bed.Graph.Faults.Weather = (method, template) =>
        {
            if (template == "(upload)")
            {
                bed.Graph.SharePoint.ExpireUploads();
            }

            return null;
        };
        Assert.True((await bed.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[5_000_000], Stop)).Later().MayHaveGone);
        bed.Graph.Faults.Weather = null;
        (await bed.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[5_000_000], Stop)).Value();
    }

    [Fact]
    public async Task A_long_list_and_many_permissions_are_read_to_their_end()
    {
        await using var bed = await Bed.StartAsync();
        bed.Graph.SharePoint.PageSize = 2;
        var folder = (await bed.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await bed.Folders.UploadAsync(Library.CaseRecords, folder.Id, $"{i}.txt", "x"u8.ToArray(), Stop);
            bed.Graph.SharePoint.CaseRecords.ShareFromOutside(folder.Id, $"person-{i}");
        }

        Assert.Equal(["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"], (await bed.Folders.ListAsync(Library.CaseRecords, folder.Id, Stop)).Value().Select(item => item.Name));
        Assert.Equal(7, (await bed.Folders.PermissionsAsync(Library.CaseRecords, folder.Id, Stop)).Value().Count);
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_Word_file_comes_as_PDF_and_another_file_does_not()
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        var word = (await bed.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.docx", Examples.Word("The pack (1)"), Stop)).Value();
        var other = (await bed.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.bin", "x"u8.ToArray(), Stop)).Value();
        var pdf = Encoding.Latin1.GetString((await bed.Folders.PdfAsync(Library.CaseRecords, word.Id, Stop)).Value().Span);
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        Assert.Contains("(The pack \\(1\\)) Tj", pdf, StringComparison.Ordinal);
        Assert.False((await bed.Folders.PdfAsync(Library.CaseRecords, other.Id, Stop)).Later().MayHaveGone);
        bed.Graph.SharePoint.CaseRecords.Lock(word.Id);
        Assert.Equal((TimeSpan.FromMinutes(5), false), (await bed.Folders.PdfAsync(Library.CaseRecords, word.Id, Stop)).Later());
        Assert.IsType<GraphResult<ReadOnlyMemory<byte>>.Gone>(await bed.Folders.PdfAsync(Library.CaseRecords, "none", Stop));
        Assert.Empty(bed.Graph.Complaints);
    }

    [Fact]
    public async Task A_library_of_another_site_is_never_used()
    {
        await using var bed = await Bed.StartAsync();
        var elsewhere = new Dictionary<string, string?>(bed.Graph.Settings) { ["Graph:Submissions"] = "b!elsewhere", ["WebPage:Address"] = "https://x.example/" };
        await using var services = bed.AdapterOf(elsewhere);
        var refused = Assert.IsType<GraphResult<StoredItem>.Refused>(await Bed.FoldersOf(services).EnsureFolderAsync(Library.SecuredRecords, null, "case", Stop));
        Assert.Contains("Graph:Submissions", refused.Why, StringComparison.Ordinal);
        await using var noSite = bed.AdapterOf(new(bed.Graph.Settings) { ["Graph:SiteId"] = "none", ["WebPage:Address"] = "https://x.example/" });
        Assert.Contains("Graph:SiteId", Assert.IsType<GraphResult<StoredItem>.Refused>(await Bed.FoldersOf(noSite).EnsureFolderAsync(Library.SecuredRecords, null, "case", Stop)).Why, StringComparison.Ordinal);
        Assert.Empty(bed.Graph.SharePoint.SecuredRecords.Items);
    }
}
