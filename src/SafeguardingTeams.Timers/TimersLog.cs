namespace SafeguardingTeams.Timers;

/// <summary>What this host logs itself: names of timers, never text from a case (F2).</summary>
internal static partial class TimersLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "{Timer} was called off and has let go; the next tick goes on")]
    internal static partial void LetGo(ILogger logger, string timer);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Error, Message = "{Why}")]
    internal static partial void Newer(ILogger logger, string why);
}
