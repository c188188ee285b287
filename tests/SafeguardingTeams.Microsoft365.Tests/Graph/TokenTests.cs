using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>The token for Graph goes to Graph's own host and nowhere else, whatever an answer says.</summary>
[Trait(Needs.Name, Needs.Server)]
public class TokenTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Addresses_outside_Graph_are_called_without_a_token()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        var file = (await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.txt", "x"u8.ToArray(), Stop)).Value();
        fixture.Graph.Host = elsewhere.Address;
        await fixture.Folders.DownloadAsync(Library.CaseRecords, file.Id, Stop);
        await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.bin", new byte[5_000_000], Stop);
        Assert.Equal(["GET", "PUT", "PUT"], elsewhere.Came.Select(request => request.Method));
        Assert.All(elsewhere.Came, request => Assert.Equal("", request.Authorization));
    }

    [Fact]
    public async Task A_next_page_at_another_host_is_not_asked_for()
    {
        await using var elsewhere = await Elsewhere.StartAsync();
        await using var fixture = await GraphFixture.StartAsync();
        fixture.Graph.SharePoint.PageSize = 1;
        fixture.Graph.Host = elsewhere.Address;
        Assert.IsType<GraphResult<System.Collections.Immutable.ImmutableList<ItemPermission>>.Refused>(
            await fixture.Folders.RootPermissionsAsync(Library.CaseRecords, Stop)
        );
        Assert.Empty(elsewhere.Came);
    }

    [Fact]
    public async Task An_address_that_is_neither_https_nor_on_this_machine_is_not_called()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value();
        fixture.Graph.Host = new("http://storage.example/");
        Assert.IsType<GraphResult<StoredItem>.Refused>(
            await fixture.Folders.UploadAsync(Library.CaseRecords, folder.Id, "a.bin", new byte[5_000_000], Stop)
        );
    }

    /// <summary>Another host: it notes what comes, and answers like a storage service.</summary>
    private sealed class Elsewhere : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Elsewhere(WebApplication app, Uri address) => (_app, Address) = (app, address);

        internal Uri Address { get; }

        internal ConcurrentQueue<(string Method, string Authorization)> Came { get; } = new();

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        internal static async Task<Elsewhere> StartAsync()
        {
            var address = new Uri($"http://127.0.0.1:{Azurite.FreePort()}");
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls(address.ToString());
            var other = new Elsewhere(builder.Build(), address);
            other._app.Run(http =>
            {
                other.Came.Enqueue((http.Request.Method, http.Request.Headers.Authorization.ToString()));
                return http.Response.WriteAsync("{}");
            });
            await other._app.StartAsync();
            return other;
        }
    }
}
