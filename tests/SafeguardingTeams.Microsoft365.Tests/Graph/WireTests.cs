using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;
using SafeguardingTeams.Microsoft365.Tests.Tables;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What is done to each request on its way, and that the rehearsal's bot comes to the stand-in.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class WireTests(Emulator emulator)
{
    [Fact]
    public async Task Only_calls_to_a_mailbox_ask_for_ids_that_stay_and_no_post_goes_without_a_body()
    {
        var graph = new Uri("https://graph.microsoft.com/v1.0");
        var wire = new Wire();
        using var http = new HttpClient(new Preferences(graph) { InnerHandler = new OnlyOnce { InnerHandler = wire } });
        using var send = new HttpRequestMessage(HttpMethod.Post, "https://graph.microsoft.com/v1.0/users/x/messages/y/send");
        send.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
        await http.SendAsync(send);
        await http.GetAsync(new Uri("https://graph.microsoft.com/v1.0/users?$filter=x"));
        await http.GetAsync(new Uri("https://graph.microsoft.com/v1.0/drives/x/items/y"));
        Assert.Equal(["POST 0 outlook.timezone=\"UTC\", IdType=\"ImmutableId\"", "GET  ", "GET  "], wire.Sent);
    }

    [Fact]
    public async Task The_rehearsals_bot_comes_to_the_stand_in_and_finds_the_cast_there()
    {
        await using var host = await RehearsalHost.StartAsync(
            new RehearsalOptions { Azurite = await emulator.AzuriteAsync(), TablePrefix = "wire" }
        );
        var made = await host.Services.GetRequiredService<IMailbox>().CreateEventAsync(Examples.Meeting(), "t", CancellationToken.None);
        Assert.Equal(made.Value().Id, Assert.Single(host.Graph.Outlook.Events).Key);
        var operations = host.Member("operations-officer");
        Assert.Contains(operations.ObjectId, host.Graph.SharePoint.OperationsMembers);
        Assert.Equal(
            operations.ObjectId,
            (await host.Services.GetRequiredService<IGuests>().FindAsync(operations.Email, CancellationToken.None)).Value().Id
        );
        Assert.Equal(
            host.Member("lead-police-guest").ObjectId,
            (await host.Services.GetRequiredService<IGuests>().FindAsync(host.Member("lead-police").Email, CancellationToken.None))
                .Value()
                .Id
        );
        Assert.IsType<GraphResult<DirectoryAccount>.NotFound>(
            await host.Services.GetRequiredService<IGuests>().FindAsync(host.Member("police-officer").Email, CancellationToken.None)
        );
        Assert.Empty(host.Graph.Complaints);
    }

    private sealed class Wire : HttpMessageHandler
    {
        internal List<string> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(
                $"{request.Method} {request.Content?.Headers.ContentLength} "
                    + $"{(request.Headers.TryGetValues("Prefer", out var values) ? string.Join(", ", values) : "")}"
            );
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
