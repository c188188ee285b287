using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>The flows of the rehearsal, from being turned on to what they did; by the connector's definition and over HTTP.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class FlowStoryTests(HostFixture stage)
{
    [Fact]
    public async Task A_late_task_reaches_the_channel_until_the_flow_is_turned_off()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        var late = host.Flows.Late;
        await late.TurnAsync(true);
        for (var day = 0; day < 12 && late.Channel.Count == 0; day++)
        {
            await host.Moves.WorkingDayAsync();
        }

        await Until.SoAsync(() => late.Channel.Count > 0, "a line in the channel");
        Assert.All(late.Runs, run => Assert.Equal("", run.Failed));
        Assert.Contains(late.Channel, line => line.StartsWith($"{reference}: ", StringComparison.Ordinal));
        await late.TurnAsync(false);
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("subscription|", CancellationToken.None));
        var posted = late.Channel.Count;
        await host.Moves.WorkingDayAsync();
        Assert.Equal(posted, late.Channel.Count);
    }

    [Fact]
    public async Task A_form_becomes_a_referral_and_the_history_of_the_run_keeps_nothing_that_was_written()
    {
        await using var host = await stage.StartAsync();
        await host.Flows.Form.SendAsync("Marker one was written.", "Marker two was learned.");
        var run = Assert.Single(host.Flows.Form.Runs);
        Assert.Equal("", run.Failed);
        var kept = string.Join(
            "\n",
            run.Steps.Select(step => $"{step.Title} {step.Inputs?.ToJsonString()} {step.Outputs?.ToJsonString()}")
        );
        Assert.DoesNotContain("Marker", kept, StringComparison.Ordinal);
        Assert.Contains("GSCP-PL-", kept, StringComparison.Ordinal);
        Assert.Contains(run.Steps, step => step.IsSecured);

        await host.Flows.Actions.NowAsync();
        Assert.Equal("", Assert.Single(host.Flows.Actions.Runs).Failed);
    }

    [Fact]
    public async Task The_leads_are_asked_and_the_flow_goes_on_once_each_has_answered()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.ReferAsync();
        await story.InformAsync(reference);
        var ask = host.Flows.Ask;
        Assert.Contains(reference, await ask.CasesAsync());
        foreach (var (last, then) in new[] { ("Yes", "All three say yes"), ("Not yet", "Not all three say yes") })
        {
            await ask.AskAsync(reference);
            Assert.True(ask.Runs[0].Waits, ask.Runs[0].Failed);
            foreach (var (lead, answer) in new[] { ("lead-authority", "Yes"), ("lead-police", "Yes"), ("lead-health", last) })
            {
                Assert.True(ask.Runs[0].Waits);
                await AnswerAsync(host, reference, lead, answer);
            }

            await Until.SoAsync(() => !ask.Runs[0].Waits, "the flow goes on");
            Assert.StartsWith(then, ask.Runs[0].Steps[^1].Title, StringComparison.Ordinal);
        }

        var rows = host.Services.GetRequiredService<IRows>();
        await Until.SoAsync(
            async () => (await rows.ReadAsync("subscription|", CancellationToken.None)).Count == 0,
            "the end of the waiting, with its one delivery"
        );
    }

    private static async Task AnswerAsync(RehearsalHost host, string reference, string lead, string answer)
    {
        var player = new Player(host.Teams, host.Member(lead));
        await Until.SoAsync(
            () => player.Chat.Messages.Any(message => message.Summary == $"{reference}: A question to the three leads"),
            $"the question to {lead}: {string.Join("; ", player.Chat.Messages.Select(message => message.Summary))}"
        );
        await player.SendAsync("open-case", new Dictionary<string, string> { ["case"] = reference });
        await player.PressAsync("Answer a question");
        await player.PressAsync(answer);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_waiting()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.ReferAsync();
        await story.InformAsync(reference);
        foreach (
            var (key, about, question, status) in new[]
            {
                ("paediatrician", reference, "May the agreed line go out today?", 403),
                ("inspector-police", reference, "May the agreed line go out today?", 404),
                ("operations-officer", "GSCP-2222-2222", "May the agreed line go out today?", 404),
                ("operations-officer", reference, "Short?", 400),
            }
        )
        {
            using var theirs = host.Flows.Maker.As(key);
            var answer = await theirs.CallAsync(
                "AskTheLeadsAndWait",
                new JsonObject
                {
                    ["body"] = new JsonObject
                    {
                        ["notificationUrl"] = new Uri(host.Page, "/flows/none").ToString(),
                        ["record"] = about,
                        ["question"] = question,
                        ["options"] = new JsonArray("Yes", "No"),
                    },
                }
            );
            Assert.True(answer.Status == status, $"{key}: {answer.Status} {answer.Json?.ToJsonString()}");
        }

        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("subscri", CancellationToken.None));
    }
}
