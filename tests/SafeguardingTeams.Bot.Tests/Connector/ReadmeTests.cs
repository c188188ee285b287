using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>
/// The connector's readme, followed line by line: from the connection to a flow that reacts to something that really happens in the
/// rehearsal. What a step says is done is done by what it says, through the definition; a step that is not known here fails.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class ReadmeTests(HostFixture stage)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Approved.Root, "connector", "readme.md"));

    [Fact]
    public async Task Its_steps_lead_to_a_flow_that_reacts()
    {
        await using var host = await stage.StartAsync();
        using var person = new Following(host);
        foreach (var step in StepsOf("Getting Started").Concat(StepsOf("A late task to the partnership's own channel")))
        {
            await person.DoAsync(step);
        }

        Assert.NotEmpty(person.Channel);
        Assert.All(person.Channel, line => Assert.StartsWith("Late: ", line, StringComparison.Ordinal));
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("subscription|", CancellationToken.None));
    }

    [Fact]
    public void What_it_says_of_the_registrations_is_what_the_api_asks_for()
    {
        var api = string.Join('\n', StepsOf("The API"));
        Assert.Contains($"`{ApiSignIn.Scope}`", api, StringComparison.Ordinal);
        Assert.Contains($"`{ApiSignIn.ApplicationRole}`", api, StringComparison.Ordinal);
        Assert.Contains("`requestedAccessTokenVersion` is `2`", api, StringComparison.Ordinal);
        Assert.Contains("`Connector:ClientId`", api, StringComparison.Ordinal);
        Assert.Contains($"`{ApiSignIn.Scope}`", string.Join('\n', StepsOf("The connector")), StringComparison.Ordinal);
        Assert.Contains($"{ConnectorSettings.UsualCallsAtOnce} calls at once", Readme, StringComparison.Ordinal);
    }

    /// <summary>The numbered steps under a heading, each on one line.</summary>
    private static List<string> StepsOf(string heading)
    {
        var part = Readme.Split($"# {heading}\n")[1].Split("\n#")[0];
        var steps = Numbered().Matches(part + "\n").Select(match => Spaces().Replace(match.Groups["text"].Value, " ").Trim()).ToList();
        Assert.NotEmpty(steps);
        return steps;
    }

    [GeneratedRegex(@"(?ms)^\d+\. (?<text>.+?)(?=^\d+\. |\n\n|\z)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\*\*(?<summary>[^*]+)\*\* \(`(?<id>\w+)`\)")]
    private static partial Regex Operation();

    /// <summary>Somebody who does what the readme says, and nothing else.</summary>
    private sealed class Following(RehearsalHost host) : IDisposable
    {
        private readonly ConnectorFile _file = ConnectorFile.Own();
        private readonly List<Func<JsonObject, Task>> _steps = [];
        private Connection? _connection;
        private string _trigger = "";

        internal List<string> Channel { get; } = [];

        public void Dispose() => _connection?.Dispose();

        internal async Task DoAsync(string step)
        {
            switch (step)
            {
                case var _ when step.Contains("**New connection**", StringComparison.Ordinal):
                    Assert.Contains("sign in with your own work account", step, StringComparison.Ordinal);
                    _connection = new(_file, host.WebPage, () => host.Connections.For(host.Member("operations-officer")));
                    break;
                case var _ when step.Contains("run the test of the connection", StringComparison.Ordinal):
                    var me = (await _connection!.CallAsync(_file.TestOperation)).Good();
                    Assert.Contains("Operations", me["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
                    Assert.DoesNotContain(host.Member("operations-officer").Name, me.ToJsonString(), StringComparison.Ordinal);
                    break;
                case var _ when step.StartsWith("Build one of the flows", StringComparison.Ordinal):
                    break;
                case var _ when step.Contains("with the trigger **", StringComparison.Ordinal):
                    _trigger = Named(step).Id;
                    Assert.True(Named(step).IsTrigger);
                    break;
                case var _ when step.Contains("with the dynamic content Record", StringComparison.Ordinal):
                    var read = Named(step).Id;
                    _steps.Add(async notice =>
                        (await _connection!.CallAsync(read, new JsonObject { ["record"] = Content(notice, "Record") })).Good()
                    );
                    break;
                case var _ when step.Contains("**Post message in a chat or channel**", StringComparison.Ordinal):
                    var contents = step.Split("with the dynamic contents ")[1]
                        .Split('.')[0]
                        .Split([", ", " and "], StringSplitOptions.None);
                    Assert.Equal(4, contents.Length);
                    _steps.Add(notice =>
                    {
                        Channel.Add("Late: " + string.Join(", ", contents.Select(title => Content(notice, title)?.ToString() ?? "")));
                        return Task.CompletedTask;
                    });
                    break;
                case var _ when step.StartsWith("Save.", StringComparison.Ordinal):
                    Assert.Contains("turning it off takes the registration back", step, StringComparison.Ordinal);
                    break;
                case var _ when step.StartsWith("Try it: let a date pass in the rehearsal", StringComparison.Ordinal):
                    await TryAsync();
                    break;
                default:
                    Assert.Fail($"The readme has a step that nobody has followed: {step}");
                    break;
            }
        }

        private async Task TryAsync()
        {
            var waits = host.Flows.Maker.WaitAt(async notice =>
            {
                Assert.Empty(_connection!.CheckNotification(_trigger, notice));
                foreach (var step in _steps)
                {
                    await step(notice);
                }
            });
            var registration = await _connection!.SubscribeAsync(_trigger, [], waits);
            await new Story(host, TextWriter.Null).ReferAsync();
            for (var day = 0; day < 12 && Channel.Count == 0; day++)
            {
                await host.Moves.WorkingDayAsync();
            }

            await Until.SoAsync(() => Channel.Count > 0, "a message in the channel");
            Assert.Equal(204, await _connection.UnsubscribeAsync(registration));
        }

        /// <summary>The operation a step names: by its id, called as the definition calls it.</summary>
        private ConnectorOperation Named(string step)
        {
            var named = Operation().Match(step);
            Assert.True(named.Success, step);
            var operation = _file.Operations[named.Groups["id"].Value];
            Assert.Equal(operation.Summary, named.Groups["summary"].Value);
            return operation;
        }

        /// <summary>Dynamic content of the trigger, by the title that a flow's designer shows.</summary>
        private JsonNode? Content(JsonObject notice, string title)
        {
            var properties = _file.Resolved(_file.Operations[_trigger].Notification!)["properties"]!.AsObject();
            var name = properties.Single(one => one.Value!["title"]!.GetValue<string>() == title).Key;
            return notice[name]?.DeepClone();
        }
    }
}
