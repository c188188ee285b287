using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>A8 to A15 through Teams, with the published timers: the endings `--play` plays, and what is on record after them.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class DecisionStoryTests(HostFixture stage)
{
    [Fact]
    public async Task All_three_agree_at_once()
    {
        await using var host = await stage.StartAsync();
        await new Story(host, TextWriter.Null).AllAgreeAsync();
        var file = await FileAsync(host);
        Assert.Equal((PartnersView.Met, Stage.Notified), (file.PartnersView!.Value, file.Stage));
        Assert.NotNull(file.ReferrerTold);
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Still_split_after_mediation_and_the_authority_does_not_notify()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).StillSplitAsync();
        var referrer = host.Player("paediatrician");
        await Story.OpenAsync(referrer, reference, "There is a decision");
        Assert.Contains("Wednesday 9 December 2026", referrer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("accidental", referrer.Card.Text, StringComparison.Ordinal);
        await referrer.PressAsync("Timeline");
        Assert.DoesNotContain("Not serious", referrer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("accidental", referrer.Card.Text, StringComparison.Ordinal);
        Assert.Equal(
            (PartnersView.NotAgreed, Stage.AwaitingGroupMeeting),
            ((await FileAsync(host)).PartnersView!.Value, (await FileAsync(host)).Stage)
        );
    }

    [Fact]
    public async Task A_lead_who_had_part_in_the_case_stands_aside_and_the_deputy_decides()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).StandAsideAsync();
        var (lead, deputy) = (host.Player("lead-police"), host.Player("lead-police-deputy"));
        Assert.Contains("We cannot find that case", (await lead.OpenAsync(reference)).Card.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", (await lead.DoAsync("my-tasks")).Card.Text, StringComparison.Ordinal);
        Assert.Contains("Where it stands", (await deputy.OpenAsync(reference)).Card.Text, StringComparison.Ordinal);
        Assert.Equal(PartnersView.Met, (await FileAsync(host)).PartnersView);
    }

    [Fact]
    public async Task Who_is_asked_as_a_deputy_finds_it_among_their_tasks()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        var (lead, deputy) = (host.Player("lead-police"), host.Player("lead-police-deputy"));
        Assert.Contains("Nothing waits for you", (await deputy.DoAsync("my-tasks")).Card.Text, StringComparison.Ordinal);
        await Story.OpenAsync(lead, reference, "Please decide");
        await lead.PressAsync("I had part in the case");
        await lead.PressAsync("Stand aside");
        Assert.Contains("You have stood aside", lead.Card.Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await deputy.DoAsync("my-tasks")).Card.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", (await lead.DoAsync("my-tasks")).Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_met_goes_to_the_group_or_to_a_special_meeting_and_the_referrer_is_told()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).NotMetAsync();
        Assert.Contains(
            "special meeting of the Learning from Practice Group, date to be set",
            (await host.Player("chair").OpenAsync(reference)).Card.Text,
            StringComparison.Ordinal
        );
        await host.QuietAsync();
        Assert.NotNull((await FileAsync(host)).ReferrerTold);
        Assert.Equal(Stage.AwaitingGroupMeeting, (await FileAsync(host)).Stage);
    }

    [Fact]
    public async Task Nobody_acts_and_the_clock_runs_past_every_limit_the_right_person_is_chased_in_the_right_order()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.NobodyActsAsync();
        const string Decision = "three leads to agree or disagree with the Chair's recommendation";
        const string Notification = "local authority to decide on the notification, send it and record it";
        Assert.Equal(
            [$"03 Due today: {Decision}", $"04 Late: {Decision}", $"11 Late: {Notification}"],
            story.Reminders("lead-health", reference)
        );
        Assert.Equal([$"05 Late: {Decision}", $"11 Late: {Notification}"], story.Reminders("lead-health-deputy", reference));
        Assert.Equal([$"06 Late: {Decision}", $"11 Late: {Notification}"], story.Reminders("chair", reference));
        Assert.Equal(
            [$"06 Due the next working day: {Notification}", $"09 Due today: {Notification}", $"10 Late: {Notification}"],
            story.Reminders("authority-notifier", reference)
        );
        Assert.All(new[] { "mash-officer", "paediatrician", "scrutineer" }, key => Assert.Empty(story.Reminders(key, reference)));
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Operations_record_a_decision_given_by_telephone_and_the_Chair_sees_who_has_decided()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        var operations = host.Player("operations-officer");
        await operations.SayAsync(reference);
        await operations.PressAsync("Open");
        await operations.PressAsync("Decision by telephone");
        await operations.PressAsync("They agree", new Dictionary<string, string> { ["lead"] = "LeadPolice" });
        Assert.Contains("Say who gave it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync(
            "They agree",
            new Dictionary<string, string>
            {
                ["lead"] = "LeadPolice",
                ["given"] = "The police lead",
                ["verified"] = "Called back",
            }
        );
        var chair = host.Player("chair");
        await Story.OpenAsync(chair, reference, "The three leads have been asked");
        Assert.Contains("agrees (by telephone from The police lead)", chair.Card.Text, StringComparison.Ordinal);
        var health = host.Player("lead-health");
        await Story.OpenAsync(health, reference, "Please decide");
        Assert.Contains("has decided; you see it once you have", health.Card.Text, StringComparison.Ordinal);
    }

    private static async Task<CaseFile> FileAsync(RehearsalHost host) =>
        Assert.Single(await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None));
}
