using System.Text;
using Azure.Storage.Blobs;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Microsoft365.Kept;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Tables;

/// <summary>Kept files in the emulator's blob service, as in the storage account.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class KeptBlobsTests(Emulator emulator)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_is_read_and_never_replaced_and_what_was_not_is_not_there_B21()
    {
        var container = new BlobContainerClient((await emulator.AzuriteAsync()).ConnectionString, "kept-blobs");
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        var kept = new KeptBlobs(container);
        Assert.Null(await kept.ReadAsync(CaseStory.Id, "ab", Stop));
        await kept.PutAsync(CaseStory.Id, "ab", "first"u8.ToArray(), Stop);
        await kept.PutAsync(CaseStory.Id, "ab", "second"u8.ToArray(), Stop);
        Assert.Equal("first", Encoding.UTF8.GetString((await kept.ReadAsync(CaseStory.Id, "ab", Stop))!.Value.Span));
        Assert.Null(await kept.ReadAsync(CaseStory.OtherId, "ab", Stop));
        Assert.Null(await kept.ReadAsync(RecordRef.Group, "ab", Stop));
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Stop))
        {
            names.Add(blob.Name);
        }

        Assert.Equal([$"{CaseStory.Id}/ab"], names);
    }

    [Fact]
    public async Task A_large_file_goes_in_pieces_and_is_never_replaced_either()
    {
        var container = new BlobContainerClient((await emulator.AzuriteAsync()).ConnectionString, "kept-large");
        await container.CreateIfNotExistsAsync(cancellationToken: Stop);
        var kept = new KeptBlobs(container);
        var bytes = new byte[9_000_000];
        new Random(1).NextBytes(bytes);
        var asked = 0;
        await kept.PutAsync(CaseStory.Id, "cd", new(bytes.Length, () => new Pieces(bytes, count => asked = Math.Max(asked, count))), Stop);
        await kept.PutAsync(CaseStory.Id, "cd", new byte[9_000_000], Stop);
        Assert.Equal(bytes, (await kept.ReadAsync(CaseStory.Id, "cd", Stop))!.Value.ToArray());
        Assert.InRange(asked, 1, 4 * 1024 * 1024);
    }
}
