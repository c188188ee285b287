using Microsoft.Playwright;

namespace SafeguardingTeams.EndToEnd;

public class LookTests(Everything everything)
{
    [Fact]
    public async Task Look()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        await open.Page.GotoAsync(host.Page.ToString());
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await open.Page.GetByText("Which agency").WaitForAsync();
        await open.PictureAsync("look-1");
        await open.Page.GetByLabel("Acute hospital trust").CheckAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Refer a serious incident" }).ClickAsync();
        await open.Page.GetByText("page 1 of 12").WaitForAsync();
        await open.PictureAsync("look-2");
        await File.WriteAllTextAsync(Path.Combine(SafeguardingTeams.Testing.Browser.Pictures, "look.html"), await open.Page.ContentAsync());
    }
}
