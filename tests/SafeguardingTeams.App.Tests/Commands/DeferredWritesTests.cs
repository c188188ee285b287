using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>A review so large that what follows from one step does not fit into one transaction of the storage (B2, PD10).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class DeferredWritesTests(Emulator emulator)
{
    private const int Agencies = 15;

    private const int Attendees = 30;

    /// <summary>The record, then what follows from it in two parts.</summary>
    private const int Commits = 3;

    private static readonly Actor Operations = AppFixture.Holder(Role.Operations);

    private static readonly SendScoping Sending = new(CaseStory.Id);

    [Fact]
    public async Task Letters_go_to_many_agencies_and_a_large_review_can_be_withdrawn_B2()
    {
        using var fixture = await emulator.OpenAsync();
        await PreparedAsync(fixture);
        await ReviewHands.DoAsync(fixture, Sending, Operations);
        Assert.Equal(2 * Agencies + 1, (await fixture.Rows.ReadAsync(Keys.ReconcileJobs, CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeferredFrom, CancellationToken.None));
        await ReviewHands.DoAsync(fixture, new WithdrawReview(CaseStory.Id, "Accidental."), AppFixture.Holder(Role.Chair));
        Assert.Equal(4 * Agencies + 3, (await fixture.Rows.ReadAsync(Keys.ReconcileJobs, CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_crash_at_any_commit_ends_as_if_it_had_not_happened(bool done)
    {
        var plain = await EndAsync(null, done);
        Assert.Contains(plain, key => key.StartsWith(Keys.ReconcileJobs, StringComparison.Ordinal));
        foreach (var stop in Enumerable.Range(0, Commits))
        {
            Assert.Equal(plain, await EndAsync(stop, done));
        }
    }

    [Fact]
    public async Task Whoever_comes_to_the_case_first_finishes_what_was_left()
    {
        using var fixture = await emulator.OpenAsync();
        await PreparedAsync(fixture);
        fixture.Rows.Reset(1, doesIt: false);
        await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(Sending, Operations, "send"));
        Assert.Single(await fixture.Rows.ReadAsync(Keys.DeferredFrom, CancellationToken.None));
        using var other = await emulator.OpenBesideAsync(fixture);
        var outcome = await other.RunAsync(Sending, Operations, "send");
        Assert.True(outcome is Outcome.Done { Again: true });
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeferredFrom, CancellationToken.None));
        Assert.Equal(2 * Agencies + 1, (await fixture.Rows.ReadAsync(Keys.ReconcileJobs, CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task The_rebuild_of_the_index_between_does_no_harm()
    {
        using var fixture = await emulator.OpenAsync();
        await PreparedAsync(fixture);
        fixture.Rows.Reset(1, doesIt: false);
        await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(Sending, Operations, "send"));
        fixture.Rows.Reset(null, doesIt: false);
        await fixture.Upkeep.RebuildAsync(CancellationToken.None);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeferredFrom, CancellationToken.None));
        Assert.Equal(2 * Agencies + 1, (await fixture.Rows.ReadAsync(Keys.ReconcileJobs, CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>
    /// What stands in the table once the letters are out, by a process that stopped at a commit and another that went on.
    /// </summary>
    private async Task<ImmutableList<string>> EndAsync(int? stopsAt, bool done)
    {
        using var fixture = await emulator.OpenAsync();
        await PreparedAsync(fixture);
        fixture.Rows.Reset(stopsAt, done);
        try
        {
            await fixture.RunAsync(Sending, Operations, "send");
        }
        catch (StoppedException)
        {
            fixture.Rows.Reset(null, doesIt: false);
            await fixture.RunAsync(Sending, Operations, "send");
        }

        var all = await fixture.Rows.ReadRangeAsync("!", "~", CancellationToken.None);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.DeferredFrom, CancellationToken.None));
        string[] followed = [Keys.Outbox, Keys.ReconcileJobs, Keys.AllTasks, Keys.Due, Keys.Watched];
        // When it was, apart: the rehearsal's clock runs.
        return
        [
            .. all.Where(row => followed.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal)))
                .Select(row => Instant().Replace(row.Key, "at"))
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("[0-9]{19}")]
    private static partial Regex Instant();

    private static async Task PreparedAsync(AppFixture fixture)
    {
        await ReviewHands.NotifiedAsync(fixture);
        foreach (var number in Enumerable.Range(1, Agencies))
        {
            await ReviewHands.DoAsync(
                fixture,
                new ChooseAgency(
                    CaseStory.Id,
                    $"agency-{number}",
                    $"Agency {number}",
                    new($"rep-{number}", $"Representative of agency {number}", $"rep-{number}@people.example")
                ),
                Operations
            );
        }

        foreach (var number in Enumerable.Range(1, Attendees))
        {
            Role? partner = number <= Partners.Leads.Length ? Partners.Leads[number - 1] : null;
            await ReviewHands.DoAsync(
                fixture,
                new InviteAttendee(
                    CaseStory.Id,
                    new(
                        $"a-{number}",
                        new($"senior-{number}", $"Senior {number}", $"senior-{number}@people.example"),
                        AppFixture.AgencyOf(partner),
                        "An agency",
                        "Head of service",
                        partner
                    )
                ),
                Operations
            );
        }

        var start = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
        await ReviewHands.DoAsync(fixture, new FillInRequest(CaseStory.Id, Answers.None, CaseStory.CompleteRequest(), ""), Operations);
        await ReviewHands.DoAsync(
            fixture,
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.FaceToFace, "Town hall", "", ""),
            Operations
        );
    }
}
