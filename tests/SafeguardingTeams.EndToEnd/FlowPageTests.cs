using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>The flows in the rehearsal, pressed as a newcomer does, on a phone and on a desktop.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class FlowPageTests(Everything everything)
{
    [Theory]
    [InlineData(360, 740)]
    [InlineData(1280, 900)]
    public async Task A_newcomer_turns_a_flow_on_sends_a_form_and_asks_the_leads(int width, int height)
    {
        await using var host = await everything.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.ReferAsync();
        await story.InformAsync(reference);
        await using var open = await everything.Browser.OpenAsync(width, height);
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        ILocator Button(string name) => open.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await Button("Flows").ClickAsync();
        await Button("Turn it on").ClickAsync();
        await screen.SeesAsync("It is on.");
        await open.Page.GetByLabel("What happened? Name nobody.").FillAsync("A worry was passed on two days late.");
        await Button("Send the form").ClickAsync();
        await Until.SoAsync(() => host.Flows.Form.Runs is [{ Steps.Count: 4 }], "the form's run");
        await screen.SeesAsync("Runs, the newest first");
        await Button("Run it now").ClickAsync();
        await Button("Ask the leads and wait").ClickAsync();
        await Until.SoAsync(() => host.Flows.Ask.Runs is [{ Waits: true }], "the question");
        await screen.SeesAsync("Waiting");
        Assert.Equal("", host.Flows.Form.Runs[0].Failed);
        Assert.Empty(await screen.FaultsAsync());
        await screen.PictureAsync($"flows-{width}");
        await open.Page.Locator("[data-id='flow-form'] details summary").First.ClickAsync();
        await screen.SeesAsync("Inputs are secured");
        Assert.DoesNotContain("two days late", await open.Page.Locator("#flow-list details details").AllInnerTextsAsync());
        Assert.Empty(await screen.FaultsAsync());
        await screen.PictureAsync($"flows-{width}-run");
    }
}
