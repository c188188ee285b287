using System.Globalization;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Queues;

/// <summary>The row that says who is at work on what, and until when: whoever finds it running leaves it alone.</summary>
internal static class Lease
{
    private const string Field = "held";

    /// <summary>Until when somebody has it; null where nobody does.</summary>
    internal static DateTimeOffset? UntilOf(Row row) =>
        DateTimeOffset.TryParse(row[Field], CultureInfo.InvariantCulture, out var until) ? until : null;

    /// <summary>Whether somebody has it now.</summary>
    internal static bool IsHeld(Row row, DateTimeOffset now) => UntilOf(row) > now;

    /// <summary>The same fields, held until then.</summary>
    internal static Dictionary<string, string> Held(IEnumerable<KeyValuePair<string, string>> fields, DateTimeOffset until) =>
        new(fields) { [Field] = until.ToString("O", CultureInfo.InvariantCulture) };

    /// <summary>The same fields, let go.</summary>
    internal static Dictionary<string, string> LetGo(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Where(field => field.Key != Field).ToDictionary();
}

/// <summary>Something in hand: its row and its lease as they were claimed.</summary>
internal sealed record Claimed(Row Item, Row Lease);
