using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>What Graph's answers mean for a call: one table for all of them.</summary>
internal static class GraphAnswers
{
    /// <summary>The wait where the service asks for none.</summary>
    internal static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>The wait where the sign-in is not taken.</summary>
    internal static readonly TimeSpan SignIn = TimeSpan.FromMinutes(1);

    /// <summary>The wait for what changed meanwhile: read again, then decide.</summary>
    internal static readonly TimeSpan Changed = TimeSpan.FromSeconds(2);

    /// <summary>The wait for what somebody has open: minutes.</summary>
    internal static readonly TimeSpan Open = TimeSpan.FromMinutes(5);

    internal static GraphResult<T> Read<T>(GraphAnswer answer, bool isWrite) =>
        answer.Status switch
        {
            400 when answer.Code == "ErrorInvalidRecipients" => new GraphResult<T>.Refused(
                "Outlook does not take one of the addresses this goes to (ErrorInvalidRecipients). Look at them on the card of whom it is "
                    + "for, and correct the one that is wrong."
            )
            {
                Code = answer.Code,
            },
            400 => new GraphResult<T>.Refused(
                $"Microsoft 365 does not understand what it was asked{Code(answer)}. Tell whoever looks after this system."
            )
            {
                Code = answer.Code,
            },
            // A token that is not taken is followed by a fresh one.
            401 => new GraphResult<T>.Later(answer.RetryAfter ?? SignIn, OutcomeUnknown: false),
            403 => new GraphResult<T>.Refused(
                $"Microsoft 365 does not allow this system to do that{Code(answer)}. A permission it needs was not granted, or "
                    + "was taken away."
            ),
            404 => new GraphResult<T>.NotFound(),
            406 => new GraphResult<T>.Later(Usual, OutcomeUnknown: false),
            409 when answer.Code == "nameAlreadyExists" => new GraphResult<T>.Refused("There is something of that name already."),
            409 or 412 => new GraphResult<T>.Later(answer.RetryAfter ?? Changed, OutcomeUnknown: false),
            423 => new GraphResult<T>.Later(answer.RetryAfter ?? Open, OutcomeUnknown: false),
            408 or 416 => new GraphResult<T>.Later(answer.RetryAfter ?? Usual, isWrite),
            425 or 429 or 503 or 509 => new GraphResult<T>.Later(answer.RetryAfter ?? Usual, OutcomeUnknown: false),
            // The work may have been done although the answer got lost.
            500 or 502 or 504 => new GraphResult<T>.Later(answer.RetryAfter ?? Usual, isWrite),
            507 => new GraphResult<T>.Refused("There is no room left in the SharePoint site or the mailbox."),
            var status => new GraphResult<T>.Refused($"Microsoft 365 answered {status}{Code(answer)}."),
        };

    private static string Code(GraphAnswer answer) => answer.Code.Length > 0 ? $" ({answer.Code})" : "";
}
