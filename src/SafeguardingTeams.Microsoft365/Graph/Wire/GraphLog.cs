using Microsoft.Extensions.Logging;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>What this adapter logs: operations, statuses and Graph's own ids, never a subject, an address or a name (F2).</summary>
internal static partial class GraphLog
{
    [LoggerMessage(EventId = 6101, Level = LogLevel.Information, Message = "Graph did {Operation}")]
    internal static partial void Did(ILogger logger, string operation);

    [LoggerMessage(
        EventId = 6102,
        Level = LogLevel.Warning,
        Message = "Graph answered {Status} ({Code}) to {Operation}: {Result}. Its request id: {RequestId}"
    )]
    internal static partial void Answered(ILogger logger, int status, string code, string operation, string result, string requestId);

    [LoggerMessage(EventId = 6103, Level = LogLevel.Warning, Message = "Graph gave no answer to {Operation}: {Fault} {Stack}")]
    internal static partial void Silent(ILogger logger, string operation, string fault, string stack);

    [LoggerMessage(
        EventId = 6104,
        Level = LogLevel.Warning,
        Message = "The text of an online meeting was left as it was: where it ends could not be found"
    )]
    internal static partial void TextKept(ILogger logger);
}
