using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

[Trait(Needs.Name, Needs.Emulator)]
public class CommandRunnerTests(Emulator emulator)
{
    internal static SubmitReferral Submit => new(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete());

    internal static RecordJointAgencyResponse Response => new(CaseStory.Id, new(JointAgencyResponseState.NotNeeded, null, ""));

    internal static DecideThreshold Reached => new(CaseStory.Id, true, "Both criteria are met.");

    [Fact]
    public async Task A_command_costs_one_read_and_one_transaction()
    {
        using var fixture = await emulator.OpenAsync();
        foreach (
            var (command, actor) in new (Command, Actor)[]
            {
                (Submit, CaseStory.Referrer),
                (Response, AppFixture.Holder(Role.MashOfficer)),
                (Reached, AppFixture.Holder(Role.MashOfficer)),
            }
        )
        {
            var before = fixture.Requests.Now;
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
            Assert.Equal((1, 1), fixture.Requests.Since(before));
        }
    }

    [Fact]
    public async Task A_command_about_two_cases_costs_a_read_of_each_and_one_transaction()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(Submit, CaseStory.Referrer);
        await fixture.RunAsync(Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        var before = fixture.Requests.Now;
        Assert.IsType<Outcome.Done>(
            await fixture.RunAsync(
                new JoinReferrals(CaseStory.OtherId, CaseStory.Id, "The same child."),
                AppFixture.Holder(Role.MashOfficer)
            )
        );
        Assert.Equal((2, 1), fixture.Requests.Since(before));
    }

    [Fact]
    public async Task A_refusal_costs_one_read_and_writes_nothing()
    {
        using var fixture = await emulator.OpenAsync();
        var before = fixture.Requests.Now;
        Assert.IsType<Outcome.Refused>(await fixture.RunAsync(Reached, AppFixture.Holder(Role.Chair)));
        Assert.Equal((1, 0), fixture.Requests.Since(before));
    }

    [Fact]
    public async Task The_same_command_again_gives_the_same_answer_and_does_nothing_twice()
    {
        using var fixture = await emulator.OpenAsync();
        Assert.False(Assert.IsType<Outcome.Done>(await fixture.RunAsync(Submit, CaseStory.Referrer, "once")).Again);
        var stored = await fixture.EverythingAsync();
        Assert.True(Assert.IsType<Outcome.Done>(await fixture.RunAsync(Submit, CaseStory.Referrer, "once")).Again);
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    [Fact]
    public async Task Twenty_people_at_once_on_one_case_one_wins_and_nobody_is_lost()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(Submit, CaseStory.Referrer);
        await fixture.RunAsync(Response, AppFixture.Holder(Role.MashOfficer));
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i => fixture.RunAsync(Reached with { Reason = $"Officer {i}." }, AppFixture.Holder(Role.MashOfficer)))
        );
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Equal(Refusal.Overtaken, Assert.Single(refused.Reasons)));
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is ThresholdDecided);
    }

    [Fact]
    public async Task The_same_press_delivered_five_times_at_once_is_done_once()
    {
        using var fixture = await emulator.OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(Submit, CaseStory.Referrer, "same")));
        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Done>(outcome));
        Assert.Single(outcomes.OfType<Outcome.Done>(), done => !done.Again);
        Assert.Equal(1, (await fixture.FileAsync()).Version);
    }

    [Fact]
    public async Task People_who_change_different_answers_at_once_both_succeed()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(Submit, CaseStory.Referrer);
        var began = (await fixture.FileAsync()).Referral!.Answers;
        var outcomes = await Task.WhenAll(
            new[] { ("incident", "carer"), ("incident", "location"), ("siblings", "protection") }.Select(place =>
                fixture.RunAsync(
                    new ChangeReferral(CaseStory.Id, began, began.With(place.Item1, place.Item2, "Changed."), "Learnt today."),
                    AppFixture.Holder(Role.MashOfficer)
                )
            )
        );
        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Done>(outcome));
        Assert.Equal(4, (await fixture.FileAsync()).Version);
    }

    /// <summary>A crash before the commit leaves nothing; one after it leaves all; the same press again ends the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_the_commit_and_a_second_press_end_as_if_nothing_had_happened(bool done)
    {
        using var crashed = await emulator.OpenAsync();
        crashed.Rows.Reset(0, done);
        await Assert.ThrowsAsync<StoppedException>(() => crashed.RunAsync(Submit, CaseStory.Referrer, "once"));
        crashed.Rows.Reset(null, false);
        Assert.Equal(done, Assert.IsType<Outcome.Done>(await crashed.RunAsync(Submit, CaseStory.Referrer, "once")).Again);

        using var smooth = await emulator.OpenAsync();
        await smooth.RunAsync(Submit, CaseStory.Referrer, "once");
        Assert.Equal((await smooth.EverythingAsync()).Count, (await crashed.EverythingAsync()).Count);
        Assert.True((await crashed.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
