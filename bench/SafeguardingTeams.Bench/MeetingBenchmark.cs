using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Documents.Group;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>A meeting of sixty items: an item decided with an action, its agenda as a Word document.</summary>
[MemoryDiagnoser]
public class MeetingBenchmark : IDisposable
{
    private const int Items = 60;
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private BenchApp _app = null!;
    private RecordRef _meeting;
    private RecordRef[] _actions = [];
    private MeetingFile _file = null!;

    /// <summary>Starts the emulator.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>A meeting that is held, with an action written down with each item.</summary>
    [IterationSetup(Target = nameof(DecideItems))]
    public void Make() => MakeAsync().GetAwaiter().GetResult();

    /// <summary>Every item decided, one after another: meeting and action in one transaction each.</summary>
    [Benchmark(OperationsPerInvoke = Items)]
    public async Task DecideItems()
    {
        for (var number = 1; number <= Items; number++)
        {
            await DoneAsync(
                new DecideItem(
                    _meeting,
                    number,
                    null,
                    new(ItemEnd.Decided, "The audit is repeated.", "Its figures are old.", "", "", ""),
                    null
                )
                {
                    Actions = [_actions[number - 1]],
                }
            );
        }
    }

    /// <summary>The agenda of sixty items as a Word document.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> Agenda() => GroupDocuments.Agenda(_file, _app.Services.GetRequiredService<PartnershipWords>());

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _app = await BenchApp.OpenAsync(new RehearsalClock(Monday));
        await MakeAsync();
    }

    private async Task MakeAsync()
    {
        _meeting = RecordRef.Marked(RecordKind.Meeting, CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)));
        _actions = [.. Enumerable.Range(0, Items).Select(_ => BenchActions.New())];
        await DoneAsync(
            new PlanGroupMeeting(
                _meeting,
                new(2026, 11, 2),
                "10:00",
                "Room 1",
                true,
                [.. Enumerable.Range(1, Items).Select(n => new NewItem(null, $"Audit {n}", AskedOfGroup.Decide))]
            )
        );
        await DoneAsync(new RecordGroupAttendance(_meeting, new("10:00", true, [], ""), 0));
        for (var number = 1; number <= Items; number++)
        {
            _file = await DoneAsync(new PlanItemAction(_meeting, number, null, _actions[number - 1], BenchActions.Plan));
        }
    }

    private async Task<MeetingFile> DoneAsync(MeetingCommand command) => (MeetingFile)(await BenchActions.DoneAsync(_app, command)).Record;
}

/// <summary>One sweep among two thousand open actions, of which so many have a reminder due.</summary>
public class ActionSweepBenchmark : IDisposable
{
    private const int Open = 2000;
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private readonly RehearsalClock _clock = new(Monday);
    private BenchApp _app = null!;

    /// <summary>How many are due.</summary>
    [Params(0, 10)]
    public int Due { get; set; }

    /// <summary>Two thousand open actions with nothing due for months.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>So many whose reminder, two days ahead, is due on Tuesday at nine.</summary>
    [IterationSetup]
    public void Make()
    {
        _clock.Set(Monday);
        AgreeAsync(Due, BenchActions.Plan with { Due = new(2026, 11, 5) }).GetAwaiter().GetResult();
        _clock.Set(new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
    }

    /// <summary>The sweep.</summary>
    [Benchmark]
    public Task<SweepReport> Sweep() => _app.Services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _app = await BenchApp.OpenAsync(_clock);
        await AgreeAsync(Open, BenchActions.Plan);
        await Sweep(); // What goes once a week has gone.
    }

    /// <summary>Agreed at a meeting, each with an item of its own; a meeting takes sixty.</summary>
    private async Task AgreeAsync(int count, ActionPlan plan)
    {
        for (var left = count; left > 0; left -= 60)
        {
            var meeting = RecordRef.Marked(RecordKind.Meeting, CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)));
            var items = Math.Min(left, 60);
            await BenchActions.DoneAsync(
                _app,
                new PlanGroupMeeting(
                    meeting,
                    new(2026, 11, 2),
                    "10:00",
                    "Room 1",
                    true,
                    [.. Enumerable.Range(1, items).Select(n => new NewItem(null, $"Audit {n}", AskedOfGroup.Decide))]
                )
            );
            await BenchActions.DoneAsync(_app, new RecordGroupAttendance(meeting, new("10:00", true, [], ""), 0));
            for (var number = 1; number <= items; number++)
            {
                var action = BenchActions.New();
                await BenchActions.DoneAsync(_app, new PlanItemAction(meeting, number, null, action, plan));
                await BenchActions.DoneAsync(
                    _app,
                    new DecideItem(meeting, number, null, new(ItemEnd.Decided, "It is repeated.", "It is old.", "", "", ""), null)
                    {
                        Actions = [action],
                    }
                );
            }
        }
    }
}

/// <summary>Actions as the benchmarks agree them.</summary>
internal static class BenchActions
{
    private static readonly Actor Operations = new("operations-officer", "Operations", "council", "Council", "t/o", [Role.Operations]);

    internal static ActionPlan Plan { get; } =
        new(
            "Every audit is repeated within a year.",
            "Put it into the year's plan.",
            new("", "Audit lead", "Audit lead", "audit@agency.example", "", "An agency"),
            new(2027, 6, 1),
            "The plan is looked at."
        );

    internal static RecordRef New() => RecordRef.Marked(RecordKind.Action, CaseId.FromChance("GSCP", RandomNumberGenerator.GetBytes(8)));

    internal static async Task<Outcome.Done> DoneAsync(BenchApp app, Command command) =>
        await app
            .Services.GetRequiredService<CommandRunner>()
            .RunAsync(command, Convert.ToHexString(RandomNumberGenerator.GetBytes(8)), Operations, CancellationToken.None)
            is Outcome.Done done
            ? done
            : throw new InvalidOperationException($"{command.Step} was refused.");
}
