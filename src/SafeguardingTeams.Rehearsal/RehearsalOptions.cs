using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Rehearsal;

/// <summary>How a rehearsal is run.</summary>
public sealed record RehearsalOptions
{
    /// <summary>The port of the page; 0 for any that is free.</summary>
    public int Port { get; init; }

    public RehearsalClock Clock { get; init; } = new();

    /// <summary>Another partnership's file; null for the shipped one.</summary>
    public string? PartnershipFile { get; init; }

    /// <summary>An emulator that runs already, with which several rehearsals share.</summary>
    public Azurite? Azurite { get; init; }

    /// <summary>The start of the table's name.</summary>
    public string TablePrefix { get; init; } = "rehearsal";

    /// <summary>Whether the app is installed for everybody in the cast but the stranger when the bot starts.</summary>
    public bool InstallsForEverybody { get; init; } = true;

    /// <summary>Host and port of a local client that comes through the signing door.</summary>
    public string? LocalClient { get; init; }

    /// <summary>Where logs go; nowhere by default.</summary>
    public ILoggerProvider? Logs { get; init; }

    /// <summary>Whether the timers run by the machine's clock, besides when the clock is moved.</summary>
    public bool RunsTimers { get; init; }

    /// <summary>Whether the bot's log is shown.</summary>
    public bool LogsToConsole { get; init; }

    /// <summary>As many calls of the connector one caller may make at once, where a benchmark makes more than people do.</summary>
    public int? CallsAtOnce { get; init; }

    /// <summary>Services added before the bot's own, for the tests.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
}
