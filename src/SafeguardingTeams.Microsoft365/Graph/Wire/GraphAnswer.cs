using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>What is read of an answer that is no success.</summary>
/// <param name="Status">HTTP.</param>
/// <param name="Code">Graph's word for it; empty where it has none.</param>
/// <param name="RetryAfter">The wait asked for; null where none is.</param>
/// <param name="RequestId">Microsoft's id of the request, for their support.</param>
internal sealed record GraphAnswer(int Status, string Code, TimeSpan? RetryAfter, string RequestId)
{
    private const int LongestCode = 60;

    internal static GraphAnswer Of(ApiException fault)
    {
        var error = (fault as ODataError)?.Error;
        return new(fault.ResponseStatusCode, Word(error?.Code), Wait(Header("Retry-After"), Header("Date")), Header("request-id") ?? "");

        string? Header(string name) =>
            fault.ResponseHeaders.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
    }

    /// <summary>Codes are words; anything else in their place is not repeated.</summary>
    internal static string Word(string? code) =>
        code is { Length: > 0 and < LongestCode } && code.All(char.IsAsciiLetterOrDigit) ? code : "";

    /// <summary>Seconds, or a date that is held against the answer's own, so that our clock does not matter.</summary>
    internal static TimeSpan? Wait(string? retryAfter, string? date) =>
        int.TryParse(retryAfter, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(retryAfter, out var until) && DateTimeOffset.TryParse(date, out var now) && until >= now ? until - now
        : null;
}
