using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Microsoft365.Tests.Tables;

/// <summary>A service that takes the connection and never answers is given up.</summary>
public sealed class StoragePatienceTests
{
    [Fact]
    public async Task A_service_that_hangs_is_given_up_after_as_many_tries_as_set()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new TableClientOptions();
        new StoragePatience(TimeSpan.FromMilliseconds(100), 1).SetOn(options);
        var connection =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;"
            + $"TableEndpoint=http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/a;";
        var table = new TableClient(connection, "safeguarding", options);

        var fault = await Assert.ThrowsAsync<AggregateException>(() => table.CreateIfNotExistsAsync());

        Assert.Equal(2, fault.InnerExceptions.Count);
        Assert.All(fault.InnerExceptions, one => Assert.IsType<TaskCanceledException>(one));
    }
}
