using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Bank holidays announced late, and absences, on their cards.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class PartnershipTests(Emulator emulator)
{
    [Fact]
    public async Task Operations_amend_the_bank_holidays_with_a_reason_and_nobody_else_can()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("Bank holidays");
        await operations.PressAsync("It is a bank holiday");
        Assert.Contains("Enter a real date", operations.Card.Text, StringComparison.Ordinal);
        foreach (
            var (day, says) in new[]
            {
                ("2026-10-30", "This day is past"),
                ("2026-11-07", "Nobody works on this day already"),
                ("2031-01-02", "The list ends"),
                ("2026-11-04", "Say where it was announced"),
            }
        )
        {
            await operations.PressAsync("It is a bank holiday", ("date", day));
            Assert.Contains(says, operations.Card.Text, StringComparison.Ordinal);
        }

        await operations.PressAsync("It is a bank holiday", ("date", "2026-11-04"), ("reason", "Announced by the government."));
        Assert.Contains("The list is amended", operations.Card.Text, StringComparison.Ordinal);
        Assert.False(fixture.CurrentRules.Calendar.IsWorkingDay(new(2026, 11, 4)));
        await operations.PressAsync("It is none after all", ("date", "2026-11-05"), ("reason", "x"));
        Assert.Contains("This day is no bank holiday", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("It is none after all", ("date", "2026-11-04"), ("reason", "Called off."));
        Assert.True(fixture.CurrentRules.Calendar.IsWorkingDay(new(2026, 11, 4)));

        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        Assert.DoesNotContain("Bank holidays", chair.Card.Buttons);
        await chair.SendAsync(
            "bank-holidays",
            new()
            {
                ["do"] = "add",
                ["date__x"] = "2026-11-04",
                ["reason__x"] = "x",
            }
        );
        Assert.Contains("Not available", chair.Card.Text, StringComparison.Ordinal);
        Assert.True(fixture.CurrentRules.Calendar.IsWorkingDay(new(2026, 11, 4)));
    }

    [Fact]
    public async Task Somebody_records_and_takes_back_their_own_absence_and_operations_anybodys()
    {
        using var fixture = await emulator.OpenAsync();
        var lead = await new Hands(fixture, Hands.Of("lead-police")).HomeAsync();
        await lead.PressAsync("Absences");
        await lead.PressAsync("Record it", ("from", "2026-11-05"), ("to", "2026-11-04"));
        Assert.Contains("The last day is before the first", lead.Card.Text, StringComparison.Ordinal);
        await lead.PressAsync("Record it", ("from", "2026-11-02"), ("to", "2026-11-13"));
        Assert.True(fixture.CurrentRules.IsAway("lead-police", new(2026, 11, 13)));
        Assert.False(fixture.CurrentRules.IsAway("lead-police", new(2026, 11, 14)));

        // Somebody else's absence is not theirs to record or to take back.
        var health = await new Hands(fixture, Hands.Of("lead-health")).HomeAsync();
        await health.PressAsync("Absences");
        await health.SendAsync("absences", new() { ["do"] = "remove", ["absence"] = "rule|away|lead-police|2026-11-02" });
        await health.SendAsync(
            "absences",
            new()
            {
                ["do"] = "add",
                ["person__x"] = "chair",
                ["from__x"] = "2026-11-02",
                ["to__x"] = "2026-11-03",
            }
        );
        Assert.True(fixture.CurrentRules.IsAway("lead-police", new(2026, 11, 3)));
        Assert.False(fixture.CurrentRules.IsAway("chair", new(2026, 11, 3)));

        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("Absences");
        await operations.PressAsync("Take this back");
        Assert.False(fixture.CurrentRules.IsAway("lead-police", new(2026, 11, 3)));
        await operations.PressAsync("Record it", ("person", "chair"), ("from", "2026-11-02"), ("to", "2026-11-03"));
        Assert.True(fixture.CurrentRules.IsAway("chair", new(2026, 11, 3)));
    }
}
