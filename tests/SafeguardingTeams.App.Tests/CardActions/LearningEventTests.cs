using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Learning events on the group's cards (E21).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningEventTests(Emulator emulator)
{
    private const string Briefing = "GSCP-BR-2222-3333";

    [Fact]
    public async Task Operations_enter_an_event_that_shares_a_briefing_record_who_came_and_follow_it_up_E21()
    {
        using var fixture = await emulator.OpenAsync();
        await SentAsync(fixture);
        var operations = await GroupAsync(fixture, "operations-officer");
        await operations.PressAsync("Learning events");
        Assert.Contains("No learning event yet", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Enter a learning event");
        await operations.PressAsync("Enter it", ("title", "Discharge from hospital"), ("audience", "Health visitors"));
        Assert.Contains("Error: Enter a real date", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Health visitors", operations.Card.Inputs["audience"]);
        // What was not sent cannot be shared, whoever writes it into the card.
        await operations.PressAsync(
            "Enter it",
            ("date", "2026-11-02"),
            ("shares", $"{Briefing},GSCP-BR-2222-4444,{ReviewHands.Reference}")
        );
        Assert.Contains("The learning event is entered.", operations.Card.Text, StringComparison.Ordinal);
        var one = Assert.Single((await GroupOfAsync(fixture)).LearningEvents);
        Assert.Equal([RecordRef.Parse(Briefing)], one.Plan.Briefings);

        // The forward plan lists what is to come.
        var chair = await GroupAsync(fixture, "chair");
        await chair.SendAsync("forward-plan", []);
        Assert.Contains("Discharge from hospital", chair.Card.Text, StringComparison.Ordinal);

        await operations.PressAsync("Open it");
        await operations.PressAsync("Record who came");
        var field = operations.Card.Inputs.Keys.First(name => name.StartsWith("people-", StringComparison.Ordinal));
        await operations.PressAsync("Record it", (field, "four"), ("people", "2"), ("evaluation", "It was clear."));
        Assert.Contains("Error: Enter how many came as a whole number", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(("four", "It was clear."), (operations.Card.Inputs[field], operations.Card.Inputs["evaluation"]));
        await operations.PressAsync("Record it", (field, "4"));
        Assert.Contains("Who came: 6", operations.Card.Text, StringComparison.Ordinal);

        await operations.PressAsync("Record what came of it");
        await operations.PressAsync("Record it", ("otherwise", "Two teams plan discharges together."), ("howknown", "An audit."));
        Assert.Contains("Held and followed up", operations.Card.Text, StringComparison.Ordinal);
        Assert.False((await GroupOfAsync(fixture)).Clock(EventClock.Id(1))!.Runs);

        await operations.PressAsync("Put right who came");
        Assert.Equal("4", operations.Card.Inputs[field]);
        await operations.PressAsync("Record it", (field, "5"));
        Assert.Contains("Error: Say why it is put right.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("reason", "A sheet came late."));
        Assert.Contains("Who came: 7", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await GroupOfAsync(fixture)).LearningEvent(1)!.Changes);
    }

    [Fact]
    public async Task An_event_is_put_right_or_called_off_with_a_reason_and_whoever_came_second_is_told_E21()
    {
        using var fixture = await emulator.OpenAsync();
        await EnteredAsync(fixture);
        var (operations, other) = (new Hands(fixture, Hands.Of("operations-officer")), new Hands(fixture, Hands.Of("operations-officer")));
        foreach (var hands in new[] { operations, other })
        {
            await hands.SendAsync("group-event", new() { ["event"] = "1" });
            await hands.PressAsync("Put right what it is");
        }

        await operations.PressAsync("Put it right", ("title", "Leaving hospital"), ("reason", "It was renamed."));
        Assert.Contains("It is put right.", operations.Card.Text, StringComparison.Ordinal);
        await other.PressAsync("Put it right", ("title", "Going home"), ("reason", "Another name."));
        Assert.Contains(Refusal.Overtaken.Message, other.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Going home", other.Card.Inputs["title"]);
        Assert.Equal("Leaving hospital", (await GroupOfAsync(fixture)).LearningEvent(1)!.Plan.Title);

        await operations.PressAsync("Call it off");
        await operations.PressAsync("Call it off", ("reason", "Too few can come."));
        Assert.Contains("Called off because", operations.Card.Text, StringComparison.Ordinal);
        Assert.False((await GroupOfAsync(fixture)).Clock(EventClock.Id(1))!.Runs);
    }

    [Fact]
    public async Task Who_has_a_part_in_the_group_reads_events_and_nobody_else_does_or_changes_any_E21_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await EnteredAsync(fixture);
        var lead = await GroupAsync(fixture, "lead-police");
        await lead.PressAsync("Learning events");
        Assert.DoesNotContain("Enter a learning event", lead.Card.Buttons);
        await lead.PressAsync("Open it");
        Assert.Contains("Discharge from hospital", lead.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["All learning events"], lead.Card.Buttons);
        var before = await GroupOfAsync(fixture);
        foreach (var verb in new[] { "add", "change", "off", "record", "follow" })
        {
            await lead.SendAsync(
                $"group-event-{verb}",
                new()
                {
                    ["event"] = "1",
                    ["seen"] = "1",
                    ["do"] = "yes",
                }
            );
            Assert.Contains("Not available", lead.Card.Text, StringComparison.Ordinal);
        }

        var practitioner = await new Hands(fixture, Hands.School).HomeAsync();
        foreach (var verb in new[] { "group-events", "group-event" })
        {
            await practitioner.SendAsync(verb, new() { ["event"] = "1" });
            Assert.Contains("Not available", practitioner.Card.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before.Version, (await GroupOfAsync(fixture)).Version);
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        foreach (var verb in new[] { "group-event", "group-event-follow" })
        {
            await operations.SendAsync(verb, new() { ["event"] = "99" });
            Assert.Contains("Choose a learning event.", operations.Card.Text, StringComparison.Ordinal);
        }
    }

    private static async Task EnteredAsync(AppFixture fixture)
    {
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-event-add", new());
        await operations.PressAsync(
            "Enter it",
            ("title", "Discharge from hospital"),
            ("date", "2026-11-02"),
            ("audience", "Health visitors")
        );
    }

    /// <summary>A briefing that was sent to two agencies, by its rows.</summary>
    private static Task SentAsync(AppFixture fixture) =>
        fixture.Rows.CommitAsync(
            [
                .. new[] { "police", "icb" }.Select(agency => new RowWrite.Put(
                    Keys.BriefedLine(agency, RecordRef.Parse(Briefing)),
                    new Dictionary<string, string> { ["record"] = Briefing, ["purpose"] = "SevenMinutes" }
                )),
            ],
            CancellationToken.None
        );

    private static async Task<GroupFile> GroupOfAsync(AppFixture fixture) =>
        (GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None)).Record;

    private static async Task<Hands> GroupAsync(AppFixture fixture, string person)
    {
        var hands = await new Hands(fixture, Hands.Of(person)).HomeAsync();
        await hands.PressAsync("The group");
        return hands;
    }
}
