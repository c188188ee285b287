using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>The last days of the known bank holidays, on the cards: a clear answer, and nothing lost.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class EndOfTheListTests(Emulator emulator)
{
    [Fact]
    public async Task A_notification_in_late_December_2028_is_refused_with_the_reason_and_what_was_typed_is_still_there()
    {
        using var fixture = await ReceivedAsync();
        var notifier = await new Hands(fixture, Hands.Of("authority-notifier")).HomeAsync();
        await notifier.OpenAsync(CaseStory.Id.Value);
        await notifier.PressAsync("Record the notification");
        await notifier.PressAsync("Record it", ("date", "2028-12-20"), ("time", "09:30"), ("reference", "SIN-1"));
        Assert.Contains("The list of bank holidays ends on 31 December 2028", notifier.Card.Text, StringComparison.Ordinal);
        Assert.Contains("operational team", notifier.Card.Text, StringComparison.Ordinal);
        Assert.Equal("SIN-1", notifier.Card.Inputs["reference"]);
        Assert.Null((await fixture.FileAsync()).Notification);
    }

    [Fact]
    public async Task Provisional_dates_that_cannot_be_counted_say_so()
    {
        using var fixture = await ReceivedAsync();
        Assert.IsType<Outcome.Done>(
            await fixture.RunAsync(
                new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, ""),
                AppFixture.Holder(Role.AuthorityNotifier)
            )
        );
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.OpenAsync(CaseStory.Id.Value);
        await operations.PressAsync("Rapid Review dates");
        Assert.Contains("The list of bank holidays ends on 31 December 2028", operations.Card.Text, StringComparison.Ordinal);
    }

    private async Task<AppFixture> ReceivedAsync()
    {
        var fixture = await emulator.OpenAsync();
        fixture.Clock.Set(new(2028, 12, 13, 10, 0, 0, TimeSpan.Zero));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        fixture.Clock.Set(new(2028, 12, 20, 10, 0, 0, TimeSpan.Zero));
        return fixture;
    }
}
