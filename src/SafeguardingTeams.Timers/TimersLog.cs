namespace SafeguardingTeams.Timers;

/// <summary>What this host logs itself: names of timers, never text from a case (F2).</summary>
internal static partial class TimersLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "{Timer} was called off and has let go; the next tick goes on")]
    internal static partial void LetGo(ILogger logger, string timer);

    [LoggerMessage(
        EventId = 5002,
        Level = LogLevel.Information,
        Message = "Started: version {Version}, partnership {Partnership} (file {File}), storage {Storage}"
    )]
    internal static partial void Started(ILogger logger, string version, string partnership, string file, string storage);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "Not the same as the bot's host: {Difference}")]
    internal static partial void Differs(ILogger logger, string difference);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "{Why}")]
    internal static partial void Newer(ILogger logger, string why);
}
