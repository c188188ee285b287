using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>The watch at forty open reviews, within what Graph allows (B9, B14).</summary>
[Trait(Needs.Name, Needs.Server)]
public class WatchTrafficTests
{
    private const int Reviews = 40;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Forty_open_reviews_cost_less_than_Graph_allows_and_each_is_looked_at_within_the_hour_B9()
    {
        await using var fixture = await ReviewsAsync(Reviews);
        fixture.ClockTo(new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
        var asked = new List<int>();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var before = fixture.Graph.Requests.Count;
            await fixture.SweepAsync();
            var requests = fixture.Graph.Requests.Skip(before).ToList();
            Assert.InRange(GraphCost.Units(requests), 1, GraphCost.UnitsAMinute);
            Assert.InRange(requests.Count(GraphCost.IsOfSharing), 1, GraphCost.SharingCalls * 2 / 3);
            Assert.InRange(
                requests.Count(request => request.Template.Contains("/permissions", StringComparison.Ordinal)),
                1,
                WatchSweep.MaxCalls + 15
            );
            asked.Add(requests.Count);
            fixture.ClockTo(fixture.Clock.GetUtcNow() + Quarter);
        }

        Assert.Equal(Reviews, (await fixture.Rows.ReadAsync(Keys.Looked, CancellationToken.None)).Count);
        Assert.InRange(asked.Sum(), 1, 900);
        TestContext.Current.TestOutputHelper?.WriteLine($"An hour of watch: {string.Join(" + ", asked)} calls");
    }

    [Fact]
    public async Task Each_root_is_read_once_in_a_sweep_B9()
    {
        await using var fixture = await ReviewsAsync(3);
        var before = fixture.Graph.Requests.Count;
        await fixture.SweepAsync();
        // Seven agencies with two folders each in two libraries; there is no pack yet.
        Assert.Equal(3 * 14 + 2, fixture.Graph.Requests.Skip(before).Count(GraphCost.IsOfSharing));
    }

    [Fact]
    public async Task Outside_office_hours_it_looks_once_an_hour_B9()
    {
        await using var fixture = await ReviewsAsync(2);
        fixture.ClockTo(new(2026, 11, 10, 20, 0, 0, TimeSpan.Zero));
        var looked = new List<int>();
        for (var quarter = 0; quarter < 8; quarter++)
        {
            looked.Add(await fixture.SweepAsync());
            fixture.ClockTo(fixture.Clock.GetUtcNow() + Quarter);
        }

        Assert.Equal([2, 0, 0, 0, 2, 0, 0, 0], looked);
    }

    [Fact]
    public async Task Where_Graph_asks_to_be_left_alone_nobody_asks_any_more_and_the_others_come_first_the_next_time_B9()
    {
        await using var fixture = await ReviewsAsync(3);
        fixture.Graph.Faults.Weather = (_, template) =>
            template.EndsWith("/permissions", StringComparison.Ordinal) ? GraphFault.Throttled() : null;
        var before = fixture.Graph.Requests.Count;
        Assert.Equal(1, await fixture.SweepAsync());
        Assert.Single(fixture.Graph.Requests.Skip(before));
        var first = Assert.Single(await fixture.Rows.ReadAsync(Keys.Looked, CancellationToken.None))["case"];
        fixture.ClockTo(fixture.Clock.GetUtcNow() + Quarter);
        Assert.Equal(1, await fixture.SweepAsync());
        Assert.Contains(await fixture.Rows.ReadAsync(Keys.Looked, CancellationToken.None), row => row["case"] != first);
    }

    [Fact]
    public async Task What_a_whole_review_costs_is_known_and_bounded()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        var (calls, units) = (fixture.Graph.Requests.Count, GraphCost.Units(fixture.Graph.Requests));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{calls} calls, {units} units\n{string.Join('\n', GraphCost.Table(fixture.Graph.Requests))}"
        );
        Assert.InRange(calls, 1, 900);
        Assert.InRange(units, 1, 1900);
    }

    /// <summary>One review to its letters, and more with other references whose folders are the same: what is counted is the asking.</summary>
    private static async Task<ReconcileFixture> ReviewsAsync(int count)
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        var own = (await fixture.Rows.ReadAsync("", CancellationToken.None))
            .Where(row => row.Key.Contains(CaseStory.Id.Value, StringComparison.Ordinal))
            .ToList();
        for (var i = 1; i < count; i++)
        {
            var id = $"GSCP-44{"23456789"[i / 8]}{"23456789"[i % 8]}-3333";
            string Of(string text) => text.Replace(CaseStory.Id.Value, id, StringComparison.Ordinal);
            foreach (var some in own.Chunk(100))
            {
                await fixture.Rows.CommitAsync(
                    [
                        .. some.Select(row => new RowWrite.Insert(
                            Of(row.Key),
                            row.Fields.ToDictionary(field => field.Key, field => Of(field.Value))
                        )),
                    ],
                    CancellationToken.None
                );
            }
        }

        return fixture;
    }
}
