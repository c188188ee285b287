using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Testing;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.Bot.Tests.HostFixture))]

namespace SafeguardingTeams.Bot.Tests;

/// <summary>One storage emulator; each test has a rehearsal of its own.</summary>
public sealed class HostFixture : OneEmulator
{
    internal static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    internal async Task<RehearsalHost> StartAsync(
        ILoggerProvider? logs = null,
        bool installs = true,
        DateTimeOffset? begin = null,
        Action<IServiceCollection>? configure = null
    ) =>
        await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await AzuriteAsync(),
                TablePrefix = $"{NewName("bot")}x",
                Clock = new(begin ?? Monday),
                Logs = logs,
                InstallsForEverybody = installs,
                Configure = configure,
            }
        );
}

/// <summary>Everything that was logged, at every level.</summary>
internal sealed class Logbook : ILoggerProvider
{
    internal ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(Lines, categoryName);

    public void Dispose() { }

    private sealed class Writer(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
    }
}

/// <summary>Short ways to play.</summary>
internal static class Playing
{
    /// <summary>Until every effect is done or dead-lettered.</summary>
    internal static async Task QuietAsync(this RehearsalHost host)
    {
        var rows = host.Services.GetRequiredService<IRows>();
        await Until.SoAsync(async () => (await rows.ReadAsync("out|", CancellationToken.None)).Count == 0, "the outbox is empty");
    }

    internal static Player Player(this RehearsalHost host, string key) => new(host.Teams, host.Member(key));

    /// <summary>Says hello and chooses Begin.</summary>
    internal static async Task BeginAsync(this Player player)
    {
        await player.SayAsync("hello");
        await player.PressAsync("Begin");
    }

    /// <summary>Refers with the example's answers; returns the reference.</summary>
    internal static async Task<string> ReferAsync(this Player player, ExampleReferral? example = null)
    {
        await player.BeginAsync();
        if (player.Card.Inputs.ContainsKey("agency"))
        {
            await player.PressAsync("Continue", new Dictionary<string, string> { ["agency"] = "acute-trust" });
        }

        await player.PressAsync("Refer a serious incident");
        await player.FillInAsync(example ?? ExampleReferral.Before(new(2026, 11, 2)));
        await player.PressAsync("Send to the Greenwich MASH");
        return player.Card.Text.Split('\n').First(line => line.StartsWith("Reference ", StringComparison.Ordinal))[10..];
    }

    internal static Task<CardPress> OpenAsync(this Player player, string reference) => player.DoAsync("open-case", ("case", reference));

    internal static async Task<CardPress> DoAsync(this Player player, string verb, params (string Key, string Value)[] data) =>
        new(await player.SendAsync(verb, data.ToDictionary(pair => pair.Key, pair => pair.Value)));
}

/// <summary>The card after a press.</summary>
internal sealed record CardPress(CardView Card);
