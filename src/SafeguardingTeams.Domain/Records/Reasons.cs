namespace SafeguardingTeams.Domain.Records;

/// <summary>Checks of the reasons people give.</summary>
internal static class Reasons
{
    /// <summary>The longest reason, in characters.</summary>
    internal const int MaxLength = 4000;

    internal static Refusal Needed(string message, string field = "reason") => new("reason-needed", message, field);

    /// <summary>
    /// What is wrong with the reason of something that is put right where it was recorded before (PD16); null where nothing is.
    /// </summary>
    internal static Refusal? OfCorrection(string reason, bool wasRecorded) =>
        wasRecorded && string.IsNullOrWhiteSpace(reason)
            ? Needed("This is recorded already. Say why it is put right. What was recorded stays on the record.")
            : TooLong(reason);

    /// <summary>A reason as it is kept; null where none was given.</summary>
    internal static string? Kept(string reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>What is wrong with a reason; null where nothing is.</summary>
    internal static Refusal? Wrong(string text, string needed) => string.IsNullOrWhiteSpace(text) ? Needed(needed) : TooLong(text);

    internal static Refusal? TooLong(string text, string field = "reason") =>
        text.Trim().Length <= MaxLength
            ? null
            : new("too-long", $"This is {text.Trim().Length} characters long. Shorten it to {MaxLength} or fewer.", field);
}
