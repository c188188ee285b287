using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Dispatch;

/// <summary>Two queues and not one: Outlook and SharePoint may be as slow as they like, messages go (ADR 12).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class HangingTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_SharePoint_that_gives_no_answer_for_an_hour_delays_no_message()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        var job = new ReconcileJob(CaseStory.Id, ReconcileKind.Folders, "", Topic.Agency("police"), CaseStory.Monday);
        await fixture.Rows.CommitAsync([new RowWrite.Insert($"{Keys.ReconcileJobs}hangs", job.Fields())], Stop);
        var sharePoint = new Hangs();
        var queues = new WorkQueues(fixture.Rows, new(fixture.Clock), new(new Random(1)));
        var runner = new ReconcileRunner(fixture.Rows, queues, [sharePoint], fixture.Commands, NullLogger<ReconcileRunner>.Instance);
        var hanging = runner.RunAsync(Stop);
        await sharePoint.Asked.Task;

        // Right away, and what comes up at any time of the hour.
        Assert.Equal(3, await fixture.Dispatcher.DispatchAsync(Stop));
        for (var minutes = 10; minutes <= 60; minutes += 10)
        {
            fixture.Clock.Set(CaseStory.Monday.AddMinutes(minutes));
            var id = CaseId.Parse($"GSCP-22{minutes / 10 + 2}2-3333");
            await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = id }, CaseStory.Referrer);
            Assert.Equal(3, await fixture.Dispatcher.DispatchAsync(Stop));
            Assert.False(hanging.IsCompleted);
        }

        Assert.Equal(21, fixture.Messages.Sent.Count);
        Assert.Equal((0, 1), ((await queues.StatesAsync(Stop))[0].Length, (await queues.StatesAsync(Stop))[1].Length));
        sharePoint.Answers.SetResult();
        Assert.Equal(1, await hanging);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
    }

    /// <summary>Answers only when it is let.</summary>
    private sealed class Hangs : IReconciler
    {
        internal TaskCompletionSource Asked { get; } = new();

        internal TaskCompletionSource Answers { get; } = new();

        public ReconcileKind Kind => ReconcileKind.Folders;

        public async Task<ReconcileResult> DoAsync(
            ReconcileJob job,
            RecordFile record,
            Checkpoint checkpoint,
            CancellationToken cancellationToken
        )
        {
            Asked.SetResult();
            await Answers.Task;
            return new ReconcileResult.Done();
        }
    }
}
