using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>Checks of what people say of an action.</summary>
internal static class Said
{
    /// <summary>The longest text, in characters.</summary>
    internal const int Longest = 2000;

    /// <summary>The longest line, in characters.</summary>
    internal const int LongestLine = 400;

    /// <summary>What is wrong with a text that is needed; null where nothing is.</summary>
    internal static Refusal? Needed(string text, string field, string message, int longest = Longest) =>
        string.IsNullOrWhiteSpace(text) ? new("answer-needed", message, field) : TooLong(text, field, longest);

    /// <summary>What is wrong with a text that may be empty; null where nothing is.</summary>
    internal static Refusal? TooLong(string text, string field, int longest = Longest) =>
        text.Trim().Length > longest ? new("too-long", $"Shorten it to {longest} characters or fewer.", field) : null;

    /// <summary>Who records what an owner without an account said, says how it was verified; the owner's own word needs no more.</summary>
    internal static Refusal? Verified(string verified, ActionFile file, DecisionContext context) =>
        ActionRules.IsOwner(file, context.Actor)
            ? null
            : Needed(verified, "verified", "Say how you made sure that it came from the owner.", LongestLine);

    /// <summary>How it was verified; empty for the owner's own word.</summary>
    internal static string Kept(string verified, ActionFile file, DecisionContext context) =>
        ActionRules.IsOwner(file, context.Actor) ? "" : verified.Trim();

    /// <summary>Accepts one event, or refuses for all that is wrong.</summary>
    internal static Decision Decide(RecordRef action, IEnumerable<Refusal?> wrong, Func<ActionEvent> happened) =>
        wrong.OfType<Refusal>().ToList() is { Count: > 0 } refusals
            ? new Decision.Refused([.. refusals])
            : Decision.Accept(action, happened());
}
