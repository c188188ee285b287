using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.SharePoint;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Folders, files and who may open them. Facts on Graph, section D.</summary>
[Trait(Needs.Name, Needs.Server)]
public class FolderTests
{
    private const string Children = "/drives/{drive}/items/{item}/children";
    private const string Put = "/drives/{drive}/items/{item}:/{name}:/content";
    private static readonly CancellationToken Stop = CancellationToken.None;

    /// <summary>A file that a person puts in is up to 100 MB: so much of it is held at once, however large it is.</summary>
    [Theory]
    [InlineData(3_000_000, Uploads.Small)]
    [InlineData(12_345_678, Uploads.Piece)]
    public async Task A_file_is_read_in_pieces_while_it_goes(int size, int mostAtOnce)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.Submissions, null, "GSCP-2222-3333", Stop)).Value();
        var bytes = new byte[size];
        new Random(1).NextBytes(bytes);
        var asked = 0;
        FileContent content = new(size, () => new Pieces(bytes, count => asked = Math.Max(asked, count)));
        var stored = (await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", content, Stop)).Value();
        Assert.Equal(bytes, (await fixture.Folders.DownloadAsync(Library.Submissions, stored.Id, Stop)).Value().ToArray());
        Assert.InRange(asked, 1, mostAtOnce);
    }

    [Fact]
    public async Task A_folder_is_made_once_whoever_asks_and_however_often()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.Faults.Plan("POST", Children, GraphFault.Lost);
        Assert.True((await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Later().OutcomeUnknown);
        var made = (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Value();
        var agency = (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, made.Id, "police (met) & co", Stop)).Value();
        Assert.Equal(agency, (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, made.Id, "police (met) & co", Stop)).Value());
        Assert.True(agency.IsFolder);
        Assert.Equal("/GSCP-2222-3333/police (met) & co", fixture.Graph.SharePoint.SecuredRecords.PathOf(agency.Id));
        Assert.Equal(2, fixture.Graph.SharePoint.SecuredRecords.Items.Count);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_file_of_the_folders_name_is_no_folder()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "pack", "x"u8.ToArray(), Stop);
        Assert.IsType<GraphResult<StoredItem>.Refused>(
            await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, folder.Id, "pack", Stop)
        );
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
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var stored = (await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "GSCP-2222-3333 form #1.bin", bytes, Stop)).Value();
        Assert.Equal(("GSCP-2222-3333 form #1.bin", size, false), (stored.Name, stored.Size, stored.IsFolder));
        Assert.True((await fixture.Folders.DownloadAsync(Library.Submissions, stored.Id, Stop)).Value().Span.SequenceEqual(bytes));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000_000)]
    public async Task A_file_that_is_there_is_never_replaced_and_a_lost_answer_is_found_in_the_list(int size)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        fixture.Graph.Faults.Plan("PUT", size > 4_194_304 ? "(upload)" : Put, GraphFault.Lost, nth: size > 4_194_304 ? 2 : 1);
        Assert.True(
            (await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[size], Stop)).Later().OutcomeUnknown
        );
        Assert.Equal(
            ("a.bin", size),
            (
                (await fixture.Folders.ListAsync(Library.Submissions, folder.Id, Stop)).Value().Single() is var item ? item.Name : "",
                (int)item.Size
            )
        );
        Assert.Equal(
            new GraphResult<StoredItem>.Refused("There is something of that name already."),
            await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "A.bin", new byte[size], Stop)
        );
        Assert.Single(fixture.Graph.SharePoint.Submissions.In(folder.Id));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task An_upload_that_has_expired_begins_again()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.Submissions, null, "case", Stop)).Value();
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (template == "(upload)")
            {
                fixture.Graph.SharePoint.ExpireUploads();
            }

            return null;
        };
        Assert.True(
            (await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[5_000_000], Stop)).Later().OutcomeUnknown
        );
        fixture.Graph.Faults.Weather = null;
        (await fixture.Folders.UploadAsync(Library.Submissions, folder.Id, "a.bin", new byte[5_000_000], Stop)).Value();
    }

    [Fact]
    public async Task A_long_list_and_many_permissions_are_read_to_their_end()
    {
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.SharePoint.PageSize = 2;
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, $"{i}.txt", "x"u8.ToArray(), Stop);
            fixture.Graph.SharePoint.CaseRecords.ShareFromOutside(folder.Id, $"person-{i}");
        }

        Assert.Equal(
            ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"],
            (await fixture.Folders.ListAsync(Library.CaseRecords, folder.Id, Stop)).Value().Select(item => item.Name)
        );
        Assert.Equal(7, (await fixture.Folders.PermissionsAsync(Library.CaseRecords, folder.Id, Stop)).Value().Count);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_Word_file_comes_as_PDF_and_another_file_does_not()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        var word = (
            await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.docx", Examples.Word("The pack (1)"), Stop)
        ).Value();
        var other = (await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.bin", "x"u8.ToArray(), Stop)).Value();
        var pdf = Encoding.Latin1.GetString((await fixture.Folders.PdfAsync(Library.CaseRecords, word.Id, Stop)).Value().Span);
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        Assert.Contains("(The pack \\(1\\)) Tj", pdf, StringComparison.Ordinal);
        Assert.False((await fixture.Folders.PdfAsync(Library.CaseRecords, other.Id, Stop)).Later().OutcomeUnknown);
        fixture.Graph.SharePoint.CaseRecords.Lock(word.Id);
        Assert.Equal((TimeSpan.FromMinutes(5), false), (await fixture.Folders.PdfAsync(Library.CaseRecords, word.Id, Stop)).Later());
        Assert.IsType<GraphResult<ReadOnlyMemory<byte>>.NotFound>(await fixture.Folders.PdfAsync(Library.CaseRecords, "none", Stop));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task A_library_of_another_site_is_never_used()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var elsewhere = new Dictionary<string, string?>(fixture.Graph.Settings)
        {
            ["Graph:Submissions"] = "b!elsewhere",
            ["WebPage:Address"] = "https://x.example/",
        };
        await using var services = fixture.AdapterOf(elsewhere);
        var refused = Assert.IsType<GraphResult<StoredItem>.Refused>(
            await GraphFixture.FoldersOf(services).EnsureFolderAsync(Library.SecuredRecords, null, "case", Stop)
        );
        Assert.Contains("Graph:Submissions", refused.Why, StringComparison.Ordinal);
        await using var noSite = fixture.AdapterOf(
            new(fixture.Graph.Settings) { ["Graph:SiteId"] = "none", ["WebPage:Address"] = "https://x.example/" }
        );
        Assert.Contains(
            "Graph:SiteId",
            Assert
                .IsType<GraphResult<StoredItem>.Refused>(
                    await GraphFixture.FoldersOf(noSite).EnsureFolderAsync(Library.SecuredRecords, null, "case", Stop)
                )
                .Why,
            StringComparison.Ordinal
        );
        Assert.Empty(fixture.Graph.SharePoint.SecuredRecords.Items);
    }
}
