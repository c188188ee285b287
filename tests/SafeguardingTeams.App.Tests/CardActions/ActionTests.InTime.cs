using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Reminders, lateness, the list of the week.</content>
public partial class ActionTests
{
    [Fact]
    public async Task What_is_late_comes_to_the_owner_the_member_the_Chair_and_the_agencys_lead_C5()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var reference = await AgreedAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var told = new List<string>();
        foreach (var day in new[] { 15, 27, 29, 32, 33, 34, 35 })
        {
            fixture.Clock.Set(new DateTimeOffset(2027, 1, 1, 10, 0, 0, TimeSpan.Zero).AddDays(day - 1));
            Assert.Equal(0, (await fixture.Sweep.RunAsync(CancellationToken.None)).Failed);
            var rows = await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None);
            told.Add(
                string.Join(
                    ',',
                    rows.Where(row => row["case"] == reference && row["kind"] == "Reminder").Select(row => row["person"]).Order()
                )
            );
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        }

        Assert.Equal([Owner, Owner, Owner, Owner, "inspector-police", "chair", "lead-police,rep-police"], told);
        var lead = await HomeAsync(fixture, "lead-police");
        await OpenAsync(lead, reference);
        Assert.Contains("You read it for your agency.", lead.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_week_an_owner_gets_one_message_of_what_is_late_and_what_is_due_in_four_weeks_C5()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var first = await AgreedAsync(fixture);
        await fixture.RunAsync(
            ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile(Owner)) with { Due = new(2026, 12, 30) }),
            AppFixture.Holder(Role.Operations)
        );
        async Task<List<string>> SweptAsync(DateTimeOffset at)
        {
            fixture.Clock.Set(at);
            Assert.Equal(0, (await fixture.Sweep.RunAsync(CancellationToken.None)).Failed);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            var found = fixture.Messages.Sent.Where(one => one.Summary.Contains("Your actions", StringComparison.Ordinal)).ToList();
            fixture.Messages.Sent.Clear();
            Assert.All(found, one => Assert.DoesNotContain("protocol", one.Card, StringComparison.Ordinal));
            return [.. found.Select(one => one.Card)];
        }

        Assert.Empty(await SweptAsync(new(2026, 11, 2, 11, 0, 0, TimeSpan.Zero)));
        // Monday 7 December: one is due in four weeks; once in the week, whatever process sweeps.
        var soon = Assert.Single(await SweptAsync(new(2026, 12, 7, 10, 0, 0, TimeSpan.Zero)));
        Assert.Contains(ActionStory.Id.ToString(), soon, StringComparison.Ordinal);
        Assert.DoesNotContain(first, soon, StringComparison.Ordinal);
        Assert.Empty(await SweptAsync(new(2026, 12, 8, 10, 0, 0, TimeSpan.Zero)));
        var both = Assert.Single(await SweptAsync(new(2027, 1, 4, 10, 0, 0, TimeSpan.Zero)));
        Assert.Contains("Your actions: 1 late", both, StringComparison.Ordinal);
        Assert.Contains(first, both, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
