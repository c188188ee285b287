using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SafeguardingTeams.App.Audit;

/// <summary>A reading as it stands in the table.</summary>
/// <param name="Key">Its row's key: record, instant, and what makes it unique.</param>
/// <param name="Fields">Who, when, in what capacity, for what purpose.</param>
internal sealed record AuditRead(string Key, ImmutableSortedDictionary<string, string> Fields)
{
    /// <summary>Of which record, by its key.</summary>
    internal string Record => Key.Split('|') is [_, var record, ..] ? record : "";

    /// <summary>When, by its key; the beginning of time where the key says none.</summary>
    internal DateTimeOffset At { get; } =
        Key.Split('|') is [_, _, var ticks, ..]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new(at, TimeSpan.Zero)
            : DateTimeOffset.MinValue;
}

/// <summary>An event as it stands in the table.</summary>
/// <param name="Record">Of which record.</param>
/// <param name="Number">Which event of it, from 1.</param>
/// <param name="Text">The event as it was recorded.</param>
/// <param name="Previous">The hash of the one before, as its row says.</param>
/// <param name="Hash">Its own hash, as its row says.</param>
internal sealed record AuditEvent(string Record, int Number, string Text, string Previous, string Hash)
{
    /// <summary>When it was recorded; the beginning of time where the text does not say, so that it is exported at once.</summary>
    internal DateTimeOffset At
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Text);
                return json.RootElement.TryGetProperty("at", out var at) && at.TryGetDateTimeOffset(out var instant)
                    ? instant
                    : DateTimeOffset.MinValue;
            }
            catch (JsonException)
            {
                return DateTimeOffset.MinValue;
            }
        }
    }
}

/// <summary>How far the chain of a record had come.</summary>
/// <param name="Record">Of which record.</param>
/// <param name="Number">The number of its last event.</param>
/// <param name="Hash">The hash of that event.</param>
internal sealed record AuditHead(string Record, int Number, string Hash);
