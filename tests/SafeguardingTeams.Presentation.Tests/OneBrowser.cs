using SafeguardingTeams.Testing;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.Presentation.Tests.OneBrowser))]

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The browser, for all tests here that need one; not started before the first asks for it.</summary>
public sealed class OneBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<Browser>> _browser = new(Browser.StartAsync);

    /// <summary>A page of its own, on which cards are drawn.</summary>
    internal async Task<CardPage> OpenAsync(int width) => await CardPage.OpenAsync(await _browser.Value, width);

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).DisposeAsync();
        }
    }
}
