namespace SafeguardingTeams.Tests;

/// <summary>The trait of tests that start something, which the fast set leaves out (<c>build/fast-tests.sh</c>).</summary>
internal static class Needs
{
    internal const string Name = "Needs";

    /// <summary>The storage emulator, and what stands on it: the bot, the rehearsal.</summary>
    internal const string Emulator = "emulator";

    /// <summary>A server of the test's own, over HTTP on this machine: a stand-in of a service, a door of the bot.</summary>
    internal const string Server = "server";

    internal const string Browser = "browser";

    /// <summary>Other processes.</summary>
    internal const string Processes = "processes";
}
