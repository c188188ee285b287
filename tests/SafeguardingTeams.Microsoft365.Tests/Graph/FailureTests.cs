using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What each call makes of each way to fail, and that it makes each request once. Facts on Graph, section H.</summary>
[Trait(Needs.Name, Needs.Server)]
public class FailureTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Calls => [.. EveryCall.All.Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_call_says_of_every_failure_what_it_is(string name)
    {
        var call = EveryCall.All.Single(call => call.Name == name);
        await using var fixture = await GraphFixture.StartAsync();
        var isUpload = call.Template == "(upload)";
        (GraphFault Fault, Ending Expected)[] cases =
        [
            (GraphFault.Throttled(130), new("Later", TimeSpan.FromSeconds(130))),
            (GraphFault.Throttled(0), new("Later", TimeSpan.Zero)),
            (GraphFault.Busy(), new("Later", Ten)),
            (GraphFault.Busy(3), new("Later", TimeSpan.FromSeconds(3))),
            (GraphFault.Broken, new("Later", Ten, call.IsWrite)),
            (new(502, "badGateway"), new("Later", Ten, call.IsWrite)),
            (new(504, "timeout"), new("Later", Ten, call.IsWrite)),
            (GraphFault.Cut, new("Later", Ten, call.IsWrite)),
            (
                GraphFault.NotThereYet,
                isUpload ? new("Later", Ten, true)
                : name == "find mail" ? new("Later", Ten)
                : name == "revoke" ? new("Done")
                : new("Gone")
            ),
            (GraphFault.Conflict, new("Later", TimeSpan.FromSeconds(2))),
            (GraphFault.Changed, new("Later", TimeSpan.FromSeconds(2))),
            (GraphFault.Locked, new("Later", TimeSpan.FromMinutes(5))),
            (new(401, "InvalidAuthenticationToken"), new("Later", TimeSpan.FromMinutes(1))),
            (new(408, "requestTimeout"), new("Later", Ten, call.IsWrite)),
            (new(416, "invalidRange"), new("Later", Ten, call.IsWrite)),
            (new(425, "tooEarly"), new("Later", Ten)),
            (new(509, "activityLimitReached"), new("Later", Ten)),
            (new(403, "accessDenied"), new("Refused")),
            (new(400, "invalidRequest"), new("Refused")),
            (new(418, "I am <b>no code</b>"), new("Refused")),
        ];
        foreach (var (fault, expected) in cases)
        {
            fixture.Graph.Clear();
            fixture.Graph.Directory.Add(
                SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account.Guest(
                    GraphFixture.RepresentativeId,
                    "Police",
                    GraphFixture.Representative
                )
            );
            fixture.Graph.Faults.Plan(call.Method, call.Template, fault);
            var ending = await call.Make(fixture);
            Assert.True(expected == ending with { Why = "" }, $"{name}, {fault}: {ending}");
            Assert.True(
                fixture.Count(call.Method, call.Template) == 1,
                $"{name}, {fault}: the request was made {fixture.Count(call.Method, call.Template)} times."
            );
            Assert.DoesNotContain("no code", ending.Why, StringComparison.Ordinal);
            Assert.Equal("Done", (await call.Make(fixture)).Kind);
        }

        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory]
    [InlineData("130", null, 130)]
    [InlineData("0", null, 0)]
    [InlineData("Mon, 02 Mar 2026 09:02:10 GMT", "Mon, 02 Mar 2026 09:00:00 GMT", 130)]
    [InlineData("soon", null, null)]
    [InlineData("-5", null, null)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", "Mon, 02 Mar 2026 09:00:00 GMT", null)]
    [InlineData(null, null, null)]
    public void The_wait_asked_for_is_kept_exactly(string? retryAfter, string? date, int? seconds) =>
        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, GraphAnswer.Wait(retryAfter, date));

    [Fact]
    public async Task A_call_that_takes_too_long_may_have_gone_if_it_was_a_write()
    {
        var calls = new GraphCalls(NullLogger<GraphCalls>.Instance);
        var write = await calls.RunAsync<Nothing>("x", true, ForeverAsync, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(new GraphResult<Nothing>.Later(Ten, true), write);
        Assert.Equal(
            new GraphResult<Nothing>.Later(Ten, false),
            await calls.RunAsync<Nothing>("x", false, ForeverAsync, TimeSpan.Zero, CancellationToken.None)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            calls.RunAsync<Nothing>("x", true, ForeverAsync, TimeSpan.FromDays(1), new CancellationToken(canceled: true))
        );

        static async Task<GraphResult<Nothing>> ForeverAsync(CancellationToken stop)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return new GraphResult<Nothing>.NotFound();
        }
    }

    [Fact]
    public async Task Where_nobody_answers_nothing_has_gone()
    {
        var fixture = await GraphFixture.StartAsync();
        await fixture.StopAsync();
        Assert.Equal(
            new GraphResult<OutlookMail>.Later(Ten, false),
            await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "d", CancellationToken.None)
        );
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_of_a_case_or_a_person_is_logged()
    {
        await using var fixture = await GraphFixture.StartAsync();
        foreach (var call in EveryCall.All)
        {
            await call.Make(fixture);
            fixture.Graph.Faults.Plan(call.Method, call.Template, new(400, "invalidRequest"));
            await call.Make(fixture);
        }

        Assert.NotEmpty(fixture.Logged);
        string[] markers =
        [
            "Rapid Review meeting",
            "the papers are",
            "scoping form",
            "By the date",
            "representative",
            "police",
            "school",
            "a.docx",
            "letter.docx",
            "operations@",
            "Room 1",
        ];
        Assert.All(fixture.Logged, line =>
            Assert.DoesNotContain(markers, marker => line.Contains(marker, StringComparison.OrdinalIgnoreCase))
        );
    }
}
