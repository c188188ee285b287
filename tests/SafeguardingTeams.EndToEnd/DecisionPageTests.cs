using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>From the alert to the notified decision in a browser, by the clock; the leads on a phone and on the web page.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class DecisionPageTests(Everything everything)
{
    [Fact]
    public async Task The_Chair_recommends_two_leads_differ_the_Scrutineer_mediates_and_the_authority_notifies()
    {
        await using var host = await everything.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("Chair of the Learning from Practice Group");
        await screen.PressAsync("Open");
        await screen.PictureAsync("decide-01-chair");
        await screen.PressAsync("Inform the three leads");
        await screen.PressAsync("Inform them now");
        screen.WasAnswered("The three leads are being informed.");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "To the next reminder" }).ClickAsync();
        await open.Page.GetByText("It is Friday 6 November 2026").WaitForAsync();
        await open.Page.GetByText($"{reference}: Due the next working day: Chair to record the recommendation").WaitForAsync();
        await screen.PictureAsync("decide-02-reminded");
        await screen.PressAsync("Open");
        await screen.PressAsync("Record the recommendation");
        await screen.PressAsync("Criteria met");
        await screen.SeesAsync("There is a problem: Give your reasons.");
        await screen.TypeAsync("reason", "Abuse is suspected, and the harm is serious.");
        await screen.PictureAsync("decide-03-recommend");
        await screen.PressAsync("Criteria met");
        screen.WasAnswered("Your recommendation is recorded.");

        await LeadAsync("Lead representative, local authority", "Please decide", "Agree");
        await LeadAsync("Lead representative, police", "Please decide", "Disagree", "The harm may not be serious.");
        await screen.PictureAsync("decide-04-differ");
        await screen.OpenAnewAsync(host);
        await screen.PressAsync("Ask the Scrutineer to mediate");
        await screen.PressAsync("Ask now");
        await screen.BeAsync("Independent Scrutineer");
        await open.Page.GetByText($"{reference}: Please mediate").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("Record the mediation");
        await screen.TypeAsync("outcome", "The hospital's account was heard together.");
        await screen.TypeAsync("agreed", "All three leads.");
        await screen.PictureAsync("decide-05-mediate");
        await screen.PressAsync("Record it");
        screen.WasAnswered("The mediation is recorded.");
        foreach (var lead in new[] { "local authority", "police", "health" })
        {
            await LeadAsync($"Lead representative, {lead}", "After mediation", "Agree");
        }

        await screen.BeAsync("Notifier for the local authority");
        await open.Page.GetByText($"{reference}: The partners are done").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("Facts for the portal");
        await screen.PictureAsync("decide-06-portal");
        await screen.PressAsync("Back to the case");
        await screen.PressAsync("Does the authority notify?");
        await screen.PressAsync("It notifies");
        screen.WasAnswered("Recorded. Notify through the Panel");
        await screen.OpenAnewAsync(host);
        await screen.PressAsync("Record the notification");
        await screen.TypeAsync("time", "09:00");
        await screen.TypeAsync("reference", "SIN-EXAMPLE-1");
        await screen.PictureAsync("decide-07-notification");
        await screen.PressAsync("Record it");
        await screen.BeAsync("Partnership operations officer");
        await open.Page.GetByText($"{reference}: The notification is sent").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("Rapid Review dates");
        await screen.SeesAsync("Every date counts from the day the notification was sent");
        await screen.PictureAsync("decide-08-timetable");
        Assert.Empty(host.Teams.Complaints);

        async Task LeadAsync(string name, string message, string button, string? reason = null)
        {
            await screen.BeAsync(name);
            await open.Page.GetByText($"{reference}: {message}").WaitForAsync();
            await screen.PressAsync("Open");
            await screen.PressAsync(button);
            if (reason is not null)
            {
                await screen.TypeAsync("reason", reason);
                await screen.PressAsync(button);
            }

            screen.WasAnswered("Your decision is recorded.");
        }
    }

    /// <summary>
    /// ADR 11: alert, inform the leads, then the recommendation, all in one message, which the case has moved on for meanwhile.
    /// </summary>
    [Fact]
    public async Task What_the_Chair_types_into_a_form_stays_while_the_message_it_was_opened_in_waits_to_be_brought_up_to_date()
    {
        await using var host = await everything.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("Chair of the Learning from Practice Group");
        await screen.PressAsync("Open");
        await screen.PressAsync("Inform the three leads");
        await screen.PressAsync("Inform them now");
        await screen.OpenAnewAsync(host);
        await screen.PressAsync("Record the recommendation");
        await screen.TypeAsync("reason", "Abuse is suspected, and the harm is serious.");

        // The MASH learns that the authority was aware earlier: every date on the message is another now.
        var mash = new Actor("mash-officer", "MASH officer", "mash", "Greenwich MASH", "t/o", [Role.MashOfficer, Role.Practitioner]);
        Assert.IsType<Outcome.Done>(
            await host
                .Services.GetRequiredService<CommandRunner>()
                .RunAsync(
                    new RecordAwareness(CaseId.Parse(reference), new(2026, 10, 30), "The hospital told it by telephone."),
                    "aware",
                    mash,
                    CancellationToken.None
                )
        );

        // Everything that is to be shown to anybody has been, but for what waits for this form.
        await screen.QuietAsync(host);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "To the next reminder" }).WaitForAsync();
        Assert.Equal(
            "Abuse is suspected, and the harm is serious.",
            await open.Page.Locator("[id^='reason__'] textarea").InputValueAsync()
        );
        await screen.PictureAsync("form-kept-01-chair");
        await screen.PressAsync("Criteria met");
        screen.WasAnswered("Your recommendation is recorded.");
        await screen.OpenAnewAsync(host);
        await screen.SeesAsync("Where it stands");
    }

    [Fact]
    public async Task A_lead_stands_aside_the_deputy_decides_and_the_authority_declines_with_reasons()
    {
        await using var host = await everything.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AskedAsync(met: true);
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("Lead representative, police");
        await open.Page.GetByText($"{reference}: Please decide").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("I had part in the case");
        await screen.PictureAsync("aside-01-asked");
        await screen.PressAsync("Stand aside");
        screen.WasAnswered("You have stood aside");
        await screen.BeAsync("Deputy lead representative, police");
        await open.Page.GetByText($"{reference}: Please decide").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("Agree");
        screen.WasAnswered("Your decision is recorded.");
        await story.LeadAsync("lead-authority", reference, "Agree");
        await story.LeadAsync("lead-health", reference, "Agree");
        await screen.BeAsync("Notifier for the local authority");
        await open.Page.GetByText($"{reference}: The partners are done").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.PressAsync("Does the authority notify?");
        await screen.PressAsync("It does not notify");
        await screen.SeesAsync("Give the authority's reasons");
        await screen.TypeAsync("reason", "The injury was accidental.");
        await screen.PictureAsync("decline-01-reasons");
        await screen.PressAsync("It does not notify");
        screen.WasAnswered("Recorded: the authority does not notify");
        await screen.BeAsync("Independent Scrutineer");
        await open.Page.GetByText($"{reference}: A case goes to the Learning from Practice Group").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.SeesAsync("The local authority has decided not to notify");
        await screen.PictureAsync("decline-02-scrutineer");
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Still_split_is_recorded_as_not_agreed_and_not_met_goes_to_a_special_meeting()
    {
        await using var host = await everything.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var split = await story.StillSplitAsync();
        var notMet = await story.NotMetAsync();
        await using var open = await everything.Browser.OpenAsync(360, 740);
        var screen = Screen.WebPage(open);
        await open.Page.GotoAsync(new Uri(host.WebPage, $"/?open={split}").ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Chair of the Learning from Practice Group" }).First.ClickAsync();
        await screen.SeesAsync("not agreed, after mediation");
        await screen.PictureAsync("split-01-chair");
        await screen.PressAsync("Timeline");
        await screen.PictureAsync("split-02-timeline");
        Assert.Empty(await screen.FaultsAsync());
        await open.Page.GotoAsync(new Uri(host.WebPage, $"/?open={notMet}").ToString());
        await screen.SeesAsync("a special meeting of the Learning from Practice Group, date to be set");
        await screen.PictureAsync("not-met-01-chair");
    }

    [Fact]
    public async Task Nobody_acts_and_the_page_shows_who_is_chased_day_by_day()
    {
        await using var host = await everything.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        foreach (
            var (day, who, says) in new[]
            {
                ("Tuesday 3", "Lead representative, health", "Due today"),
                ("Wednesday 4", "Lead representative, health", "Late"),
                ("Thursday 5", "Deputy lead representative, health", "Late"),
                ("Friday 6", "Chair of the Learning from Practice Group", "Late"),
            }
        )
        {
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "To the next working day" }).ClickAsync();
            await open.Page.GetByText($"It is {day} November 2026").WaitForAsync();
            await screen.BeAsync(who);
            await open
                .Page.GetByText($"{reference}: {says}: three leads to agree or disagree with the Chair's recommendation")
                .Last.WaitForAsync();
        }

        await screen.PictureAsync("chased-01-chair");
        await screen.PressAsync("Open");
        await screen.SeesAsync("late by");
    }

    /// <summary>A lead whose organisation does not let the bot in: on a phone, on the signed-in page.</summary>
    [Fact]
    public async Task A_lead_decides_on_a_phone_on_the_web_page_and_another_in_Teams_at_the_same_time()
    {
        await using var host = await everything.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.ReferAsync();
        await story.RecommendAsync(reference, met: true);
        await using var open = await everything.Browser.OpenAsync(360, 740);
        var screen = Screen.WebPage(open);
        await open.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Lead representative, health" }).First.ClickAsync();
        await screen.SeesAsync("Where it stands");
        await screen.PictureAsync("phone-lead-01-case");
        await screen.PressAsync("Decide");
        await screen.PictureAsync("phone-lead-02-decide");
        Assert.Empty(await screen.FaultsAsync());
        await Task.WhenAll(
            screen.PressAsync("Agree"),
            story.LeadAsync("lead-police", reference, "Agree"),
            story.LeadAsync("lead-authority", reference, "Agree")
        );
        await screen.SeesAsync("Your decision is recorded.");
        await screen.PictureAsync("phone-lead-03-decided");
        var file = Assert.Single(await host.Services.GetRequiredService<App.Upkeeping.Upkeep>().CasesAsync(CancellationToken.None));
        Assert.Equal(Stage.AwaitingAuthority, file.Stage);
        Assert.Equal(3, file.Round!.Decisions.Count);
    }
}
