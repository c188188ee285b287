using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>Practice learning in a browser: the practitioner, the lead and the Chair at a phone's width, operations on a desktop.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class LearningPageTests(Everything everything)
{
    private const string Referrer = "Paediatrician, acute hospital";

    [Fact]
    public async Task A_near_miss_is_referred_agreed_to_put_before_the_group_decided_and_its_referrer_reads_what_came_of_it()
    {
        await using var host = await everything.StartAsync();
        var reference = "";
        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, Referrer);
            await screen.TypeAsync("agency", "acute-trust");
            await screen.PressAsync("Continue");
            await screen.PressAsync("Refer for learning");
            await screen.SeesAsync("What belongs elsewhere");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PictureAsync("learning-01-start");
            await screen.TypeAsync("lead", "rep-acute-trust");
            await screen.PressAsync("Begin");
            await screen.TypeAsync("title", "Paediatrician");
            await screen.TypeAsync("telephone", "020 7946 0000");
            await screen.TypeAsync("email", "paediatrician@people.example");
            await screen.PressAsync("Continue");
            await screen.PressAsync("Continue");
            await screen.PressAsync("Continue");
            await screen.SeesAsync("There is a problem: Choose at least one.");
            await screen.TypeAsync("kinds", "near-miss,working-together");
            await screen.TypeAsync("learn", "How a discharge is planned when a parent is ill.");
            await screen.TypeAsync("concerns", "none");
            await screen.PictureAsync("learning-02-kind");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Continue");
            await screen.PressAsync("Continue");
            await screen.TypeAsync("circumstances", "The visit was not arranged before the baby went home.");
            await screen.TypeAsync("reasons", "It could happen again.");
            await screen.PressAsync("Save and review");
            await screen.PictureAsync("learning-03-review");
            await screen.PressAsync("Send");
            await screen.SeesAsync("Your referral for practice learning was sent.");
            await screen.PictureAsync("learning-04-sent");
            reference = (await screen.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Reference ") }).Last.InnerTextAsync())[
                10..
            ]
                .Replace('\u2011', '-')
                .Trim();
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Named nurse, acute hospital trust", $"?open={reference}");
            await screen.SeesAsync("Next for you");
            await screen.PictureAsync("learning-05-lead");
            await screen.PressAsync("Agree, or do not agree");
            await screen.PictureAsync("learning-06-agree");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Agree: refer it");
            await screen.SeesAsync("You agree. The Chair of the group reads it now.");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Chair of the Learning from Practice Group", $"?open={reference}");
            await screen.PressAsync("Choose where it goes");
            await screen.PictureAsync("learning-07-chair");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Not for the group");
            await screen.PressAsync("Choose another way");
            await screen.PressAsync("To the next meeting");
            await screen.SeesAsync("Recorded. The referrer is told.");
        }

        await using (var open = await everything.Browser.OpenAsync())
        {
            var screen = await SignInAsync(host, open, "Partnership operations officer", $"?open={reference}");
            await screen.PressAsync("Record what the group decided");
            await screen.TypeAsync("considered", "How a discharge was planned");
            await screen.TypeAsync("outcomes", "MultiAgencyAudit,JoinedToATheme");
            await screen.TypeAsync("reason", "It is the third of its kind.");
            await screen.PressAsync("Record the decision");
            await screen.SeesAsync("Error: Say what the referrer is told.");
            await screen.TypeAsync("equality", "Nothing was seen, because few are known.");
            await screen.TypeAsync("referrertold", "The group audits how discharges are planned.");
            await screen.PictureAsync("learning-08-decision");
            await screen.PressAsync("Record the decision");
            await screen.SeesAsync("The decision is recorded, and the referrer is told.");
            await screen.PressAsync("Timeline");
            await screen.PictureAsync("learning-09-timeline");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, Referrer);
            await screen.PressAsync("My referrals");
            await screen.PressAsync($"Open {reference}");
            await screen.SeesAsync("The group audits how discharges are planned.");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PictureAsync("learning-10-referrer");
        }
    }

    private static async Task<Screen> SignInAsync(RehearsalHost host, BrowserPage open, string name, string query = "")
    {
        await open.Page.GotoAsync(new Uri(host.WebPage, query).ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return Screen.WebPage(open);
    }
}
