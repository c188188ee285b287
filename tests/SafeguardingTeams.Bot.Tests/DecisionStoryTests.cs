using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>A8 to A15 through Teams, with the published timers.</summary>
public class DecisionStoryTests(TheStage stage)
{
    [Fact]
    public async Task All_three_agree_at_once()
    {
        await using var host = await stage.StartAsync();
        var (story, reference) = await AskedAsync(host, met: true);
        foreach (var lead in Leads)
        {
            await story.LeadAsync(lead, reference, "Agree");
        }

        await story.NotifyAsync(reference);
        var file = await FileAsync(host);
        Assert.Equal((PartnersView.Met, Stage.Notified), (file.PartnersView!.Value, file.Stage));
        Assert.NotNull(file.ReferrerTold);
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Still_split_after_mediation_and_the_authority_does_not_notify()
    {
        await using var host = await stage.StartAsync();
        var (story, reference) = await AskedAsync(host, met: true);
        foreach (var summary in new[] { "Please decide", "After mediation" })
        {
            await story.LeadAsync("lead-authority", reference, "Agree", summary: summary);
            await story.LeadAsync("lead-police", reference, "Disagree", "Not serious.", summary);
            await story.LeadAsync("lead-health", reference, "Agree", summary: summary);
            if (summary == "Please decide")
            {
                await story.MediateAsync(reference);
            }
        }

        var notifier = host.Player("authority-notifier");
        await Story.OpenAsync(notifier, reference, "The partners are done");
        Assert.Contains("could not agree", notifier.Card.Text, StringComparison.Ordinal);
        await notifier.PressAsync("Does the authority notify?");
        await notifier.PressAsync("It does not notify");
        Assert.Contains("Give the authority's reasons", notifier.Card.Text, StringComparison.Ordinal);
        await notifier.PressAsync("It does not notify", new Dictionary<string, string> { ["reason"] = "The injury was accidental." });
        foreach (var person in new[] { "chair", "scrutineer", "lead-police", "operations-officer" })
        {
            await Story.ComesAsync(host.Player(person), $"{reference}: A case goes to the Learning from Practice Group");
        }

        await Story.ComesAsync(host.Player("paediatrician"), $"{reference}: There is a decision on your referral");
        var referrer = host.Player("paediatrician");
        await Story.OpenAsync(referrer, reference, "There is a decision");
        Assert.Contains("Wednesday 9 December 2026", referrer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("accidental", referrer.Card.Text, StringComparison.Ordinal);
        Assert.Equal((PartnersView.NotAgreed, Stage.AwaitingGroupMeeting), ((await FileAsync(host)).PartnersView!.Value, (await FileAsync(host)).Stage));
    }

    [Fact]
    public async Task A_lead_who_had_part_in_the_case_stands_aside_and_the_deputy_decides()
    {
        await using var host = await stage.StartAsync();
        var (story, reference) = await AskedAsync(host, met: true);
        var lead = host.Player("lead-police");
        await Story.OpenAsync(lead, reference, "Please decide");
        await lead.PressAsync("I had part in the case");
        await lead.PressAsync("Stand aside");
        Assert.Contains("You have stood aside", lead.Card.Text, StringComparison.Ordinal);
        Assert.Contains("We cannot find that case", (await lead.OpenAsync(reference)).Card.Text, StringComparison.Ordinal);
        await lead.DoAsync("my-tasks");
        Assert.Contains("Nothing waits for you", lead.Card.Text, StringComparison.Ordinal);
        var deputy = host.Player("lead-police-deputy");
        await deputy.DoAsync("my-tasks");
        Assert.Contains(reference, deputy.Card.Text, StringComparison.Ordinal);
        await story.LeadAsync("lead-police-deputy", reference, "Agree");
        await story.LeadAsync("lead-authority", reference, "Agree");
        await story.LeadAsync("lead-health", reference, "Agree");
        Assert.Equal(PartnersView.Met, (await FileAsync(host)).PartnersView);
    }

    [Fact]
    public async Task Not_met_goes_to_the_group_or_to_a_special_meeting_and_the_referrer_is_told()
    {
        await using var host = await stage.StartAsync();
        var (story, reference) = await AskedAsync(host, met: false);
        foreach (var lead in Leads)
        {
            await story.LeadAsync(lead, reference, "Agree");
        }

        var police = host.Player("lead-police");
        await Story.OpenAsync(police, reference, "A case goes to the Learning");
        await police.PressAsync("Ask for a special meeting");
        await police.PressAsync("Ask for it", new Dictionary<string, string> { ["reason"] = "A second case of this kind." });
        Assert.Contains("special meeting of the Learning from Practice Group, date to be set", police.Card.Text, StringComparison.Ordinal);
        await host.QuietAsync();
        Assert.NotNull((await FileAsync(host)).ReferrerTold);
        Assert.Equal(Stage.AwaitingGroupMeeting, (await FileAsync(host)).Stage);
    }

    [Fact]
    public async Task Nobody_acts_and_the_clock_runs_past_every_limit_the_right_person_is_chased_in_the_right_order()
    {
        await using var host = await stage.StartAsync();
        var (_, reference) = await AskedAsync(host, met: true);
        for (var day = 0; day < 8; day++)
        {
            await host.Moves.WorkingDayAsync();
        }

        string[] Told(string key) => [.. host.Player(key).Chat.Messages.Where(message => message.Summary.Contains(": Due", StringComparison.Ordinal) || message.Summary.Contains(": Late", StringComparison.Ordinal))
            .Select(message => $"{message.At:dd} {message.Summary[(reference.Length + 2)..]}")];
        const string Decision = "Decision of the three lead representatives";
        const string Notification = "Local authority's notification to the national Panel";
        Assert.Equal([$"03 Due today: {Decision}", $"04 Late: {Decision}", $"11 Late: {Notification}"], Told("lead-health"));
        Assert.Equal([$"05 Late: {Decision}", $"11 Late: {Notification}"], Told("lead-health-deputy"));
        Assert.Equal([$"06 Late: {Decision}", $"11 Late: {Notification}"], Told("chair"));
        Assert.Equal([$"06 Due the next working day: {Notification}", $"09 Due today: {Notification}", $"10 Late: {Notification}"], Told("authority-notifier"));
        Assert.Empty(Told("mash-officer"));
        Assert.Empty(Told("paediatrician"));
        Assert.Empty(Told("scrutineer"));
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Operations_record_a_decision_given_by_telephone_and_the_Chair_sees_who_has_decided()
    {
        await using var host = await stage.StartAsync();
        var (_, reference) = await AskedAsync(host, met: true);
        var operations = host.Player("operations-officer");
        await operations.SayAsync(reference);
        await operations.PressAsync("Open");
        await operations.PressAsync("Decision by telephone");
        await operations.PressAsync("They agree", new Dictionary<string, string> { ["lead"] = "LeadPolice" });
        Assert.Contains("Say who gave it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("They agree", new Dictionary<string, string> { ["lead"] = "LeadPolice", ["given"] = "The police lead", ["verified"] = "Called back" });
        var chair = host.Player("chair");
        await Story.OpenAsync(chair, reference, "The three leads have been asked");
        Assert.Contains("agrees (by telephone from The police lead)", chair.Card.Text, StringComparison.Ordinal);
        var health = host.Player("lead-health");
        await Story.OpenAsync(health, reference, "Please decide");
        Assert.Contains("has decided; you see it once you have", health.Card.Text, StringComparison.Ordinal);
    }

    private static readonly string[] Leads = ["lead-authority", "lead-police", "lead-health"];

    private static async Task<(Story Story, string Reference)> AskedAsync(RehearsalHost host, bool met)
    {
        var story = new Story(host, TextWriter.Null);
        var reference = await story.ReferAsync();
        await story.RecommendAsync(reference, met);
        return (story, reference);
    }

    private static async Task<CaseFile> FileAsync(RehearsalHost host) => Assert.Single(await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None));
}
