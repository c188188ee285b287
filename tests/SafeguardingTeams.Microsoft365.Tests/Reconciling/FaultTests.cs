using System.Collections.Concurrent;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Whatever fails on the way, and wherever the process dies: the end is that of a run in which nothing did.</summary>
[Trait(Needs.Name, Needs.Server)]
public class FaultTests
{
    private static readonly Lazy<Task<string>> Plain = new(async () =>
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        return await EndState.OfAsync(fixture);
    });

    public static TheoryData<int> Kinds { get; } = [.. Enumerable.Range(0, GraphFault.Passing.Count)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_of_call_fails_once_after_each_step_in_every_way_and_nothing_is_doubled_or_missing(int kind)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var failed = new ConcurrentDictionary<(string, string), bool>();
        fixture.StepBegins = failed.Clear;
        fixture.Graph.Faults.Weather = (method, template) =>
            CanFail(GraphFault.Passing[kind], template) && failed.TryAdd((method, template), true) ? GraphFault.Passing[kind] : null;
        await WholeReview.RunAsync(fixture);
        Assert.Equal(await Plain.Value, await EndState.OfAsync(fixture));
        AssertNoComplaints(fixture);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_process_dies_at_every_commit_of_an_errand_before_or_after_it_is_done(bool done)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var died = new HashSet<string>(StringComparer.Ordinal);
        fixture.Rows.Dies = writes =>
            IsOfAReconcileJob(writes)
            && died.Add(string.Join(';', writes.Select(write => $"{write.GetType().Name} {write.Key} {Noted(write)}")))
                ? done
                : null;
        await WholeReview.RunAsync(fixture);
        Assert.NotEmpty(died);
        Assert.Equal(await Plain.Value, await EndState.OfAsync(fixture));
        AssertNoComplaints(fixture);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_process_dies_at_every_kind_of_call_after_each_step(bool done)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var died = new ConcurrentDictionary<(string, string), bool>();
        fixture.StepBegins = died.Clear;
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (!died.TryAdd((method, template), true))
            {
                return null;
            }

            fixture.Die();
            return done ? GraphFault.CutAfter : GraphFault.Cut;
        };
        await WholeReview.RunAsync(fixture);
        Assert.Equal(await Plain.Value, await EndState.OfAsync(fixture));
        AssertNoComplaints(fixture);
    }

    [Theory, InlineData("ends"), InlineData("lost"), InlineData("cut off")]
    public async Task Called_off_at_every_kind_of_call_after_each_step_it_leaves_nothing_half_done_and_nothing_in_hand(string call)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Grace = call == "cut off" ? TimeSpan.Zero : TimeSpan.FromMinutes(1);
        var calledOff = new ConcurrentDictionary<(string, string), bool>();
        fixture.StepBegins = calledOff.Clear;
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (!calledOff.TryAdd((method, template), true))
            {
                return null;
            }

            fixture.Stop.Cancel();
            return call == "lost" ? GraphFault.CutAfter : null;
        };
        await WholeReview.RunAsync(fixture);
        Assert.NotEqual(0, fixture.TimesCalledOff);
        Assert.Equal(0, fixture.LeftInHand);
        Assert.Equal(await Plain.Value, await EndState.OfAsync(fixture));
        AssertNoComplaints(fixture);
    }

    [Fact]
    public async Task Two_processes_at_once_double_nothing()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        (fixture.Runners, fixture.Rows.Yields) = (2, true);
        await WholeReview.RunAsync(fixture);
        Assert.Equal(await Plain.Value, await EndState.OfAsync(fixture));
        AssertNoComplaints(fixture);
    }

    /// <summary>The site was not made a moment ago: where it is not found the configuration is wrong.</summary>
    private static bool CanFail(GraphFault fault, string template) => fault.Status != 404 || template != "/sites/{site}/drives";

    private static void AssertNoComplaints(ReconcileFixture fixture) => Assert.Empty(fixture.Graph.Complaints);

    private static bool IsOfAReconcileJob(IReadOnlyList<RowWrite> writes) =>
        writes.Any(write => write.Key.StartsWith("note|", StringComparison.Ordinal));

    /// <summary>Which things are noted by it.</summary>
    private static string Noted(RowWrite write) =>
        write switch
        {
            RowWrite.Insert insert => string.Join(',', insert.Fields.Keys.Order(StringComparer.Ordinal)),
            RowWrite.Replace replace => string.Join(',', replace.Fields.Keys.Order(StringComparer.Ordinal)),
            _ => "",
        };
}
