using System.Net.Http.Json;
using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>The whole story in a browser, in Teams as the rehearsal shows it.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class RehearsalPageTests(Everything everything)
{
    private static readonly ExampleReferral Example = ExampleReferral.Before(new(2026, 11, 2));

    [Fact]
    public void The_example_answers_every_question_but_the_two_that_are_filled_in()
    {
        foreach (var page in Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.Form.Pages)
        {
            var asked = page is Domain.Forms.Page.Single single
                ? single.Questions.Select(question => question.Id)
                : ((Domain.Forms.Page.Repeating)page).Questions.Select(question => question.Id);
            var given = Example.Answers.TryGetValue(page.Id, out var answers) ? [answers] : Example.Rows[page.Id];
            Assert.All(given, row => Assert.Equal(asked.Except(page.Id == "referrer" ? ["name", "agency"] : []).Order(), row.Keys.Order()));
        }
    }

    [Fact]
    public async Task A_referral_with_every_field_left_half_way_resumed_corrected_triaged_and_alerted()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.SeesAsync("Is a child at risk now?");
        await screen.PictureAsync("story-01-first-run");
        await screen.PressAsync("Begin");
        await screen.TypeAsync("agency", "acute-trust");
        await screen.PressAsync("Continue");
        await screen.PictureAsync("story-02-home");
        await screen.PressAsync("Refer a serious incident");
        await screen.PressAsync("Continue");
        await screen.SeesAsync("There is a problem: Choose an answer.");
        await screen.PictureAsync("story-03-wrong");
        await screen.FillInAsync(Example, "criteria", "children", page => screen.PictureAsync($"story-04-{page}"));
        await screen.TypeAsync("location", "At home");
        await screen.PressAsync("Save and leave");
        await screen.SeesAsync("Saved, not sent");

        // The next day, on another device: Teams shows the stored message again, and the draft is where it was left.
        host.Clock.Set(Everything.Monday.AddDays(1));
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Reload Teams" }).ClickAsync();
        await screen.PressAsync("Begin");
        await screen.PressAsync("Continue GSCP");
        Assert.Equal("At home", await open.Page.Locator("[id^='location__'] textarea").InputValueAsync());
        await screen.FillInAsync(Example, "incident", "additional", page => screen.PictureAsync($"story-05-{page}"));
        await screen.SeesAsync("Check what you are about to send");
        await screen.PictureAsync("story-06-review");
        await screen.PressAsync("Edit: Brothers and sisters");
        await screen.TypeAsync("protection", "Both siblings are with the grandmother.");
        await screen.PressAsync("Save and review");
        await screen.PressAsync("Send to the Greenwich MASH");
        var reference = await screen.ReferenceAsync();
        await screen.PictureAsync("story-07-sent");
        await screen.PressAsync("A copy of what was sent");
        await screen.SeesAsync("section 1 of 12");
        await screen.PressAsync("Back to the case");
        await screen.PressAsync("Complete or correct");
        await screen.PressAsync("Edit: Where it happened");
        await screen.TypeAsync("carer", "The grandmother");
        await screen.PressAsync("Save and review");
        await screen.TypeAsync("reason", "The police told us.");
        await screen.PictureAsync("story-08-correct");
        await screen.PressAsync("Save the changes");
        screen.WasAnswered("Your changes are saved.");

        await screen.BeAsync("MASH officer");
        await open.Page.GetByText($"{reference}: A referral waits for the threshold decision").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.SeesAsync("Where it stands");
        await screen.PictureAsync("story-09-mash");
        await screen.PressAsync("Joint Agency Response");
        await screen.TypeAsync("state", "Held");
        await screen.PressAsync("Save");
        await screen.SeesAsync("Enter the date it was held.");
        await screen.TypeAsync("date", "2026-11-03");
        await screen.PressAsync("Save");
        await screen.PressAsync("Decide the threshold");
        await screen.TypeAsync("reason", "Abuse is suspected and the child was seriously harmed.");
        await screen.PictureAsync("story-10-threshold");
        await screen.PressAsync("Threshold reached");
        screen.WasAnswered("The threshold is reached.");

        await screen.BeAsync("Chair of the Learning from Practice Group");
        await open.Page.GetByText($"{reference}: A referral that appears to meet the criteria was received").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.SeesAsync("Counted from the day the operational team received it, 3 November 2026.");
        await screen.PictureAsync("story-11-chair");
        await screen.PressAsync("Timeline");
        await screen.SeesAsync("The police told us.");
        await screen.PictureAsync("story-12-timeline");
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Two_referrals_are_joined_and_one_below_the_threshold_ends_with_the_referrer_told()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        var (first, second) = (await ReferAsync(host, "school-lead"), await ReferAsync(host, "social-worker", "childrens-services"));
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("MASH officer");
        await open.Page.GetByText($"{second}: A referral waits").WaitForAsync();
        await screen.PressAsync("Open");
        await screen.SeesAsync("1 other referral may be about the same incident.");
        await screen.PressAsync("Same incident?");
        await screen.PictureAsync("join-01-duplicates");
        await screen.PressAsync($"Join {first} to this");
        await screen.TypeAsync("reason", "The same child on the same day.");
        await screen.PictureAsync("join-02-reason");
        await screen.PressAsync("Join them");
        screen.WasAnswered($"{first} is joined to this referral.");
        await screen.PictureAsync("join-03-joined");
        await screen.PressAsync("Decide the threshold");
        await screen.TypeAsync("reason", "No serious harm.");
        await screen.PressAsync("Threshold not reached");
        screen.WasAnswered("The threshold is not reached.");
        await screen.PictureAsync("below-01-mash");
        await screen.BeAsync("Social worker, children's services");
        await open.Page.GetByText($"{second}: There is a decision on your referral").Last.WaitForAsync();
        await screen.PressAsync("Open");
        await screen.SeesAsync("nothing has to be typed again");
        await screen.PictureAsync("below-02-referrer");
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task The_page_guides_a_newcomer_at_a_phones_width_and_starts_again()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync(360, 740);
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.SeesAsync("Is a child at risk now?");
        await screen.PictureAsync("phone-01-first-run");
        Assert.Empty(await screen.FaultsAsync());
        await screen.PressAsync("Begin");
        await screen.TypeAsync("agency", "acute-trust");
        await screen.PressAsync("Continue");
        await screen.PressAsync("Refer a serious incident");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Fill this page with an example" }).ClickAsync();
        Assert.True(await open.Page.Locator("[id^='abuse__'] input[value=suspected]").IsCheckedAsync());
        await screen.PictureAsync("phone-02-criteria");
        await screen.PressAsync("Continue");
        await open.Page.GetByLabel("Be", new() { Exact = true }).SelectOptionAsync("stranger");
        await open.Page.GetByLabel("Write to the bot").FillAsync("hello");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await screen.SeesAsync("No answer comes");
        await screen.PictureAsync("phone-03-stranger");
        open.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();
        await screen.SeesAsync("Is a child at risk now?");
        Assert.Empty(host.Teams.ChatOf(SafeguardingTeams.Rehearsal.People.Cast.Stranger).Messages);
    }

    [Fact]
    public async Task What_the_page_asks_for_while_everything_starts_again_waits_for_it()
    {
        await using var host = await everything.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Page };
        using var ended = new CancellationTokenSource();
        async Task<int> AskAsync(string path)
        {
            var answers = 0;
            for (; !ended.IsCancellationRequested; answers++)
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            }

            return answers;
        }

        var pages = new[] { "/api/state", "/api/state", "/api/chats/chair", "/api/outlook/chair", "/api/sharepoint/chair" }
            .Select(AskAsync)
            .ToList();
        for (var i = 0; i < 3; i++)
        {
            using var again = await http.PostAsJsonAsync("/api/again", new { }, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.NoContent, again.StatusCode);
        }

        await ended.CancelAsync();
        Assert.DoesNotContain(0, await Task.WhenAll(pages));
    }

    private static async Task<string> ReferAsync(SafeguardingTeams.Rehearsal.RehearsalHost host, string key, string? agency = null)
    {
        var player = new Player(host.Teams, host.Member(key));
        await player.SayAsync("refer");
        await player.PressAsync("Begin");
        if (agency is not null)
        {
            await player.PressAsync("Continue", new Dictionary<string, string> { ["agency"] = agency });
        }

        await player.PressAsync("Refer a serious incident");
        await player.FillInAsync(Example);
        await player.PressAsync("Send to the Greenwich MASH");
        return player.Card.Text.Split('\n').First(line => line.StartsWith("Reference ", StringComparison.Ordinal))[10..];
    }
}
