using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>Who acts, or is told, where somebody is away.</summary>
public partial class HandoverTests
{
    [Fact]
    public async Task A_role_handed_to_somebody_who_then_goes_away_is_a_task_for_operations_until_it_is_handed_on_or_they_are_back()
    {
        using var fixture = await ReceivedAsync();
        await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        await fixture.RunAsync(
            new HandOver(CaseStory.Id, Role.LeadPolice, "lead-police-deputy", "On leave."),
            AppFixture.Holder(Role.Operations)
        );
        await AwayAsync(fixture, "lead-police-deputy");
        fixture.Clock.Set(Tuesday);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await fixture.FileAsync()).History, recorded =>
            recorded.Event is RoleCovered { Role: Role.LeadPolice, AwayPersonId: "lead-police-deputy", SomebodyStandsIn: false }
        );
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.SendAsync("my-tasks", new());
        Assert.Contains("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        fixture.Clock.Set(Tuesday.AddDays(30));
        await operations.SendAsync("my-tasks", new());
        Assert.DoesNotContain("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        fixture.Clock.Set(Tuesday);
        await fixture.RunAsync(new HandOver(CaseStory.Id, Role.LeadPolice, "lead-police", "Back."), AppFixture.Holder(Role.Operations));
        await operations.SendAsync("my-tasks", new());
        Assert.DoesNotContain("find somebody to act", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_deputy_who_acts_because_the_lead_stood_aside_and_then_goes_away_is_covered_too()
    {
        using var fixture = await ReceivedAsync();
        await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        await fixture.RunAsync(new StandAside(CaseStory.Id), AppFixture.Holder(Role.LeadPolice));
        await AwayAsync(fixture, "lead-police-deputy");
        fixture.Clock.Set(Tuesday);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is RoleCovered { SomebodyStandsIn: false });
        Assert.Contains(CaseTask.Of(await fixture.FileAsync()), task => task.Kind == TaskKind.FindSomebody);
    }

    [Fact]
    public async Task Where_the_deputy_who_is_next_is_away_the_reminder_goes_to_operations_and_where_one_is_there_to_the_deputy()
    {
        using var fixture = await ReceivedAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        await AwayAsync(fixture, "lead-police-deputy");
        foreach (var day in new[] { 0, 1, 2 })
        {
            fixture.Clock.Set(Tuesday.AddDays(day));
            await fixture.Sweep.RunAsync(CancellationToken.None);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        var late = fixture
            .Messages.Sent.Where(sent =>
                !sent.IsUpdate && sent.Summary.Contains("Late: three leads to agree or disagree", StringComparison.Ordinal)
            )
            .Select(sent => sent.Chat)
            .ToList();
        Assert.Contains("a:operations-officer", late);
        Assert.Contains("a:lead-health-deputy", late);
        Assert.DoesNotContain("a:lead-police-deputy", late);
        Assert.Equal(late.Distinct().Count(), late.Count);
    }

    [Fact]
    public async Task What_is_put_before_somebody_who_is_away_and_has_no_deputy_is_put_before_operations_too()
    {
        using var fixture = await ReceivedAsync();
        await AwayAsync(fixture, "scrutineer");
        fixture.Clock.Set(Tuesday);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await fixture.RunAsync(new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        await fixture.RunAsync(new DecideAsPartner(CaseStory.Id, 1, true, ""), AppFixture.Holder(Role.LeadHealth));
        await fixture.RunAsync(new DecideAsPartner(CaseStory.Id, 1, false, "No."), AppFixture.Holder(Role.LeadPolice));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent.Chat == "a:operations-officer" && sent.Summary.Contains("The leads differ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Where_an_agencys_representative_or_who_comes_to_the_meeting_is_away_operations_are_told_once()
    {
        using var fixture = await emulator.OpenAsync();
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        await ReviewHands.SentAsync(fixture);
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        await AwayAsync(fixture, "rep-police");
        await AwayAsync(fixture, "rep-schools");
        await AwayAsync(fixture, "inspector-police");
        fixture.Clock.Set(Tuesday);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            await fixture.Sweep.RunAsync(CancellationToken.None);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        var covered = (await fixture.FileAsync()).History.Select(recorded => recorded.Event).OfType<RoleCovered>().ToList();
        Assert.Equal(
            [Role.AgencyRepresentative, Role.AgencyRepresentative, Role.RapidReviewAttendee],
            covered.Select(one => one.Role).Order()
        );
        Assert.Contains(covered, one => one.AwayDisplay.EndsWith("(answers for The schools)", StringComparison.Ordinal));
        Assert.Equal(
            3,
            fixture.Messages.Sent.Count(sent =>
                sent.Chat == "a:operations-officer" && sent.Summary.Contains("counts on is away", StringComparison.Ordinal)
            )
        );
        Assert.Equal("yes", (await fixture.Rows.FindAsync(Keys.AwayLine("rep-police", new(2026, 11, 3)), CancellationToken.None))!["told"]);
    }
}
