using Microsoft.Extensions.Logging;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>What this adapter logs: reasons and ids, never text of an activity (F2).</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "A request to the bot was refused: {Status} {Reason}")]
    internal static partial void Refused(ILogger logger, int status, string reason);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Error, Message = "An activity of type {Type} failed: {Fault} {Where}")]
    internal static partial void Failed(ILogger logger, string type, string fault, string? where);

    [LoggerMessage(EventId = 6003, Level = LogLevel.Information, Message = "Teams answered {Status} to {Operation}: {Result}")]
    internal static partial void Answered(ILogger logger, int status, string operation, string result);
}
