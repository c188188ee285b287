using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using SafeguardingTeams.Bot;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>The SDK's turn is begun in one place, behind the door.</summary>
public class OneWayInTests
{
    private static readonly Assembly[] Product =
    [
        typeof(App.Dispatch.Dispatcher).Assembly,
        typeof(MessagesEndpoint).Assembly,
        typeof(BotHost).Assembly,
        typeof(RehearsalHost).Assembly,
    ];

    [Fact]
    public void The_turn_is_begun_in_one_place_which_only_the_door_calls_and_its_warm_up_that_brings_nothing()
    {
        Assert.Equal([typeof(TeamsTurns)], Product.SelectMany(Beginners).Distinct());
        Assert.Equal(
            [typeof(DoorWarmUp), typeof(MessagesEndpoint)],
            Product
                .SelectMany(Calls.In)
                .Where(call => call.Called.DeclaringType == typeof(TeamsTurns) && call.Called.Name == "TakeAsync")
                .Select(call => call.Caller)
                .Distinct()
                .OrderBy(type => type.Name)
        );
    }

    [Fact]
    public void A_second_place_would_be_found() =>
        Assert.Equal([typeof(SdkAlone), typeof(TurnTests)], Beginners(typeof(SdkAlone).Assembly).Distinct().OrderBy(type => type.Name));

    [Fact]
    public void The_SDK_is_named_in_one_folder_only()
    {
        var folder = Path.Combine(Approved.Root, "src", "SafeguardingTeams.Microsoft365", "Teams") + Path.DirectorySeparatorChar;
        var files = Directory
            .EnumerateFiles(Path.Combine(Approved.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains("Microsoft.Bot.", StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !file.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>Every way the SDK has of giving a handler a turn.</summary>
    private static IEnumerable<Type> Beginners(Assembly assembly) =>
        Calls
            .In(assembly)
            .Where(call =>
                call.Called.DeclaringType is { } type
                && (typeof(BotAdapter).IsAssignableFrom(type) || type == typeof(IBotFrameworkHttpAdapter) || type == typeof(IBot))
                && call.Called.Name
                    is "ProcessActivityAsync"
                        or "ProcessAsync"
                        or "ContinueConversationAsync"
                        or "CreateConversationAsync"
                        or "ProcessProactiveAsync"
                        or "ConnectNamedPipeAsync"
                        or "RunPipelineAsync"
                        or "OnTurnAsync"
            )
            .Select(call => call.Caller);
}
