using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// For every command: done twice, delivered at once, wished by several at once, stale card, timer late, after the end. Roles and
/// stages are walked in the domain's tests.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class StandingListTests(Emulator emulator)
{
    /// <summary>
    /// The steps of a case; those of other kinds are in <see cref="GroupStandingListTests"/>, <see cref="LearningStandingListTests"/>,
    /// <see cref="ActionStandingListTests"/>, <see cref="MeetingStandingListTests"/> and <see cref="ReviewStandingListTests"/>.
    /// </summary>
    public static TheoryData<Step> Steps =>
        [
            .. Enum.GetValues<Step>()
                .Except(GroupPermissions.Table.Select(row => row.Step))
                .Except(LearningPermissions.Table.Select(row => row.Step))
                .Except(MeetingPermissions.Table.Select(row => row.Step))
                .Except(ActionPermissions.Table.Select(row => row.Step))
                .Except(ReviewPermissions.Table.Select(row => row.Step))
                .Except(BriefingPermissions.Table.Select(row => row.Step)),
        ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Done_twice_it_is_done_once(Step step)
    {
        using var fixture = await BeforeAsync(step, real: true);
        var (_, command, actor) = Commands[step];
        Assert.False(Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor, "same")).Again);
        var stored = await fixture.EverythingAsync();
        Assert.True(Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor, "same")).Again);
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Delivered_five_times_at_once_it_is_done_once(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var (_, command, actor) = Commands[step];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, actor, "same")));
        Assert.Single(outcomes.Cast<Outcome.Done>(), done => !done.Again);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Wished_by_five_at_once_one_gets_it_and_four_are_told(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var (_, command, actor) = Commands[step];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, actor)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused =>
            Assert.Contains(Assert.Single(refused.Reasons).Code, new[] { "overtaken", "nothing-changed", "changed-meanwhile", "not-found" })
        );
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task From_a_card_that_is_stale_because_it_has_been_done_since_it_is_refused_and_changes_nothing(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var (_, command, actor) = Commands[step];
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
        var stored = await fixture.EverythingAsync();
        var refused = Assert.IsType<Outcome.Refused>(await fixture.RunAsync(command, actor));
        Assert.Contains(Assert.Single(refused.Reasons).Code, new[] { "overtaken", "nothing-changed", "changed-meanwhile", "not-found" });
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    /// <summary>
    /// The timers come days late: what is done meanwhile is done, and reminders go of what still waits, the latest of each.
    /// </summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task With_the_timer_late_it_is_done_all_the_same_and_then_only_what_still_waits_is_chased_once(Step step)
    {
        using var fixture = await BeforeAsync(step);
        fixture.Clock.Set(CaseStory.Monday.AddDays(3));
        var (_, command, actor) = Commands[step];
        var done = Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        var file = (await StoredCase.LoadAsync(fixture.Rows, command.Ref.CaseId, CancellationToken.None)).File;
        var chased = file.History.Skip(done.File.Version).Select(recorded => recorded.Event).OfType<DeadlineChased>().ToList();
        Assert.All(chased, one => Assert.True(done.File.Clock(one.TimescaleId)!.Runs));
        Assert.Equal(chased.Count, chased.DistinctBy(one => one.TimescaleId).Count());
        Assert.All(file.Clocks, clock =>
            Assert.True(clock.NextChase is not { } next || next.At > fixture.Clock.GetUtcNow() || file.JoinedTo is not null)
        );
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_the_end_it_is_refused_and_changes_nothing(Step step)
    {
        using var fixture = await emulator.OpenAsync();
        foreach (
            var (before, by) in new[]
            {
                Submitted,
                (new WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer),
                OtherSubmitted,
            }
        )
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(before, by));
        }

        var stored = await fixture.EverythingAsync();
        var (_, command, actor) = Commands[step];
        Assert.IsType<Outcome.Refused>(await fixture.RunAsync(command, actor));
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    private async Task<AppFixture> BeforeAsync(Step step, bool real = false)
    {
        var fixture = real
            ? await emulator.OpenAtAsync($"Case|{step}", one => GoBeforeAsync(one, step))
            : await emulator.OpenInMemoryAtAsync($"Case|{step}", one => GoBeforeAsync(one, step));
        fixture.CurrentRules.Fresh = step is Step.FollowSeats or Step.MapThemes ? TimeSpan.Zero : fixture.CurrentRules.Fresh;

        return fixture;
    }

    private static async Task GoBeforeAsync(AppFixture fixture, Step step)
    {
        fixture.CurrentRules.Fresh = step is Step.FollowSeats or Step.MapThemes ? TimeSpan.Zero : fixture.CurrentRules.Fresh;
        foreach (var (command, actor) in Commands[step].Before)
        {
            if (command is RecordAttendance)
            {
                fixture.Clock.Set(((PlanMeeting)Planned.Item1).Start);
            }

            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
        }

        if (step == Step.ChaseDeadline)
        {
            fixture.Clock.Set(CaseStory.Monday.AddHours(2));
        }

        if (step == Step.RecalculateDeadlines)
        {
            await fixture.Rows.CommitAsync([OldRows.Holiday(new(2026, 11, 3))], CancellationToken.None);
            await fixture.CurrentRules.RefreshAsync(always: true, CancellationToken.None);
        }
    }
}
