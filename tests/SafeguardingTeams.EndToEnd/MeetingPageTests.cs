using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>
/// A meeting of the group in a browser: operations hold it on a desktop; the Chair, the Scrutineer and the owner of an action have a phone
/// (E1, E6, E14 to E17, C5).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class MeetingPageTests(Everything everything)
{
    [Fact]
    public async Task Operations_hold_a_meeting_the_Chair_sends_its_minutes_and_an_owner_sees_one_action_and_nothing_else()
    {
        await using var host = await everything.StartAsync();
        await using (var open = await everything.Browser.OpenAsync())
        {
            var screen = await SignInAsync(host, open, "Partnership operations officer");
            await screen.MoreAsync("The group");
            await screen.PressAsync("Meetings and agendas");
            await screen.PressAsync("Plan a meeting");
            await screen.TypeAsync("date", Day(host));
            await screen.PressAsync("Plan it");
            await screen.SeesAsync("Error: Say where the group meets.");
            await screen.TypeAsync("place", "Room 1");
            await screen.PictureAsync("meeting-01-plan");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Plan it");
            await screen.SeesAsync("Good news and good practice");
            await screen.PictureAsync("meeting-02-planned");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Open the meeting");
            await screen.TypeAsync("confidentiality", "yes");
            await screen.PictureAsync("meeting-03-attendance");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Open the meeting");
            await screen.PressAsync("Open the next item");
            await screen.MoreAsync("Add an action");
            await screen.TypeAsync("change", "Minutes are read before the meeting.");
            await screen.TypeAsync("what", "Send them with the agenda.");
            await screen.TypeAsync("owner", "rep-general-practice");
            await screen.TypeAsync("due", "2027-03-01");
            await screen.TypeAsync("how", "Members are asked.");
            await screen.PressAsync("Add it");
            await screen.SeesAsync("Actions: 1");
            await screen.PictureAsync("meeting-04-item");
            Assert.Empty(await screen.FaultsAsync());
            await DecideAsync(screen, "Decide");
            await screen.SeesAsync("Agreed");
            await screen.PressAsync("Next item");
            await DecideAsync(screen, "Noted");
            await screen.PressAsync("Back to the meeting");
            await screen.PressAsync("End the meeting");
            await screen.TypeAsync("at", "12:30");
            await screen.PressAsync("End the meeting");
            await screen.PressAsync("Send the draft to the Chair");
            await screen.PressAsync("Send it to the Chair");
            await screen.SeesAsync("The Chair has the draft.");
            await screen.PictureAsync("meeting-05-ended");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Chair of the Learning from Practice Group");
            await OpenMeetingAsync(screen);
            await screen.SeesAsync("Next for you");
            await screen.PictureAsync("meeting-06-chair");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Send the draft minutes");
            await screen.PressAsync("Send it to the members");
            await screen.SeesAsync("Members and the Scrutineer have the draft.");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Independent Scrutineer");
            await OpenMeetingAsync(screen);
            await screen.SeesAsync("Minutes as sent on");
            await screen.PictureAsync("meeting-07-scrutineer");
            Assert.Empty(await screen.FaultsAsync());
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Named GP");
            await screen.PressAsync("Actions");
            await screen.PressAsync("Open it");
            await screen.SeesAsync("Send them with the agenda.");
            await screen.PictureAsync("meeting-08-owner");
            Assert.Empty(await screen.FaultsAsync());
            var id = (await screen.Page.GetByText("Action GSCP").First.InnerTextAsync())
                .Replace('\u2011', '-')["Action ".Length..]
                .Split('.')[0];
            await open.Page.GotoAsync(new Uri(host.WebPage, $"/evidence/{id}").ToString());
            await open
                .Page.GetByLabel("The file, at most 20 MB")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "Audit about Child A.pdf",
                        MimeType = "application/pdf",
                        Buffer = "%PDF-1.4 audit"u8.ToArray(),
                    }
                );
            await screen.PictureAsync("meeting-09-evidence");
            Assert.Empty(await screen.FaultsAsync());
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Add the file" }).ClickAsync();
            await screen.SeesAsync("the file is with the action");
            await open.Page.GetByRole(AriaRole.Link, new() { Name = "Back to" }).ClickAsync();
            await screen.SeesAsync($"{id}-evidence-1.pdf");
            await screen.PictureAsync("meeting-10-evidence-there");
            Assert.DoesNotContain("Child A", await open.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.Empty(await screen.FaultsAsync());
        }
    }

    private static async Task DecideAsync(Screen screen, string button)
    {
        await screen.PressAsync(button);
        await screen.TypeAsync("decision", "They are right.");
        await screen.TypeAsync("reason", "Nobody has another view.");
        await screen.PressAsync("Record the decision");
        await screen.SeesAsync("What was decided is recorded.");
    }

    private static async Task OpenMeetingAsync(Screen screen)
    {
        await screen.MoreAsync("The group");
        await screen.PressAsync("Meetings and agendas");
        await screen.PressAsync("Open Mon");
    }

    private static string Day(RehearsalHost host) =>
        Domain.Calendar.London.DateOf(host.Clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Screen> SignInAsync(RehearsalHost host, BrowserPage open, string name)
    {
        await open.Page.GotoAsync(host.WebPage.ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return Screen.WebPage(open);
    }
}
