using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Testing;

/// <summary>A browser, started once for all tests of a project. Any error on a page fails the test that opened it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--headless",
        "--lang=en-GB",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>How often a browser is started that does not come up.</summary>
    private const int MostTries = 3;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Where pictures go.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pictures")).FullName;

    /// <summary>Whether pictures are taken: they are for people to look at, and they take as long as the drawing.</summary>
    public static bool TakesPictures { get; } = Environment.GetEnvironmentVariable("PICTURES") == "yes";

    /// <summary>Starts it.</summary>
    public static async Task<Browser> StartAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "build", "browser.mjs"));
        using var process = Process.Start(start)!;
        var found = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync()).RootElement;
        var playwright = await Playwright.CreateAsync();
        var environment = Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        foreach (var variable in found.GetProperty("env").EnumerateObject())
        {
            environment[variable.Name] = variable.Value.GetString()!;
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                return new(
                    playwright,
                    await playwright.Chromium.LaunchAsync(
                        new()
                        {
                            ExecutablePath = found.GetProperty("path").GetString(),
                            Args = Arguments,
                            IgnoreAllDefaultArgs = false,
                            Env = environment,
                        }
                    )
                );
            }
            catch (PlaywrightException) when (tries < MostTries)
            {
                // It fell over while it started, which says nothing of what is tested.
            }
        }
    }

    /// <summary>A page of its own, with nothing of another's cookies.</summary>
    /// <param name="width">In CSS pixels: 360 is a phone.</param>
    /// <param name="height">In CSS pixels.</param>
    public async Task<BrowserPage> OpenAsync(int width = 1280, int height = 900)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                Locale = "en-GB",
                TimezoneId = "Europe/London",
            }
        );
        context.SetDefaultTimeout(180_000);
        return new(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>One page; when it is closed, everything that went wrong on it is said.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    internal BrowserPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message.Text))
            {
                _errors.Add($"{message.Text} ({message.Location})");
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Answers a test brings about on purpose: their status, as the browser writes it.</summary>
    public HashSet<int> ExpectedStatuses { get; } = [];

    /// <summary>Takes a picture of the whole page, where somebody is to look at it: PICTURES=yes.</summary>
    public Task PictureAsync(string name) =>
        Browser.TakesPictures
            ? Page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, $"{name}.png"), FullPage = true })
            : Task.CompletedTask;

    /// <summary>Whether the page can be scrolled sideways.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (_errors.Count > 0)
        {
            throw new InvalidOperationException($"The page reported: {string.Join("; ", _errors)}");
        }
    }

    private bool IsExpected(string text) => ExpectedStatuses.Any(status => text.Contains($"status of {status}", StringComparison.Ordinal));
}
