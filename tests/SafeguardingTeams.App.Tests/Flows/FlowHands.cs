using System.Collections.Immutable;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>What the tests of flows do alike.</summary>
internal static class FlowHands
{
    internal static readonly CancellationToken Stop = CancellationToken.None;

    /// <summary>An application of the council's tenant.</summary>
    internal static readonly FlowSubscriber Application = new FlowSubscriber.Application(Council, "3f2c9d0e-0000-4000-8000-000000000001");

    private const string Council = "0b64d988-f1d3-4ef3-a380-34c1be5bbcc3";

    internal static readonly FlowSubscriber Mash = Person("mash-officer", "4c77a219-433d-43e3-aa88-c2564306e28f");

    internal static readonly FlowSubscriber Officer = Person("operations-officer", "be697212-6d61-4950-a1b7-d4c8018a9fea");

    internal static readonly FlowSubscriber TheChair = Person("chair", "0dc0c1cb-df9b-4217-a728-66e4cc25eb20");

    internal static readonly FlowSubscriber LeadAuthority = Person("lead-authority", "c73fdca7-e959-4b4a-a8c1-1bdeda52e8c0");

    internal static FlowSubscriber.Person Person(string id, string objectId, string tenant = Council) => new(new(tenant, objectId), id);

    internal static FlowFilter Any(FlowTrigger trigger) => new(trigger, null, "", "");

    internal static Task<SubscribeEnd.Done> SubscribeAsync(
        this AppFixture fixture,
        string flow,
        FlowTrigger trigger = FlowTrigger.StepReached,
        FlowSubscriber? by = null
    ) => SubscriptionTests.AddAsync(fixture, by ?? Application, Any(trigger), flow);

    /// <summary>To every trigger, with one flow.</summary>
    internal static async Task SubscribeToAllAsync(this AppFixture fixture, string flow, FlowSubscriber by)
    {
        foreach (var trigger in Enum.GetValues<FlowTrigger>())
        {
            await fixture.SubscribeAsync(flow, trigger, by);
        }
    }

    /// <summary>A referral, and what the MASH does with it: two steps.</summary>
    internal static async Task ReferAsync(this AppFixture fixture)
    {
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
    }

    internal static async Task TellAsync(this AppFixture fixture)
    {
        await fixture.FanOut.RunAsync(Stop);
        await fixture.Flows.RunAsync(Stop);
    }

    /// <summary>Tells, again and again as time goes on.</summary>
    internal static async Task TellForAsync(this AppFixture fixture, TimeSpan time)
    {
        var end = fixture.Clock.GetUtcNow() + time;
        while (true)
        {
            await fixture.TellAsync();
            if (await fixture.Flows.WaitingAsync(Stop) is not { } next || next > end)
            {
                fixture.Clock.Set(end);
                return;
            }

            fixture.Clock.Set(next > fixture.Clock.GetUtcNow() ? next : fixture.Clock.GetUtcNow().AddSeconds(1));
        }
    }

    internal static async Task<ImmutableList<Row>> RowsAsync(this AppFixture fixture, string prefix) =>
        [.. await fixture.Rows.ReadAsync(prefix, Stop)];
}
