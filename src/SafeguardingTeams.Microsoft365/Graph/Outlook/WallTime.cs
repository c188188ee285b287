using System.Globalization;
using Microsoft.Graph.Models;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>
/// Outlook's times are a wall's and a zone's name, without an offset. Ours are sent as London's wall shows them, so that
/// everybody reads what the letter says; they are asked for in UTC, where no hour comes twice.
/// </summary>
internal static class WallTime
{
    internal const string London = "Europe/London";

    /// <summary>The header that asks for UTC.</summary>
    internal const string InUtc = "outlook.timezone=\"UTC\"";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    internal static DateTimeTimeZone Of(DateTimeOffset instant) =>
        new() { DateTime = Domain.Calendar.London.Local(instant).ToString(Format, CultureInfo.InvariantCulture), TimeZone = London };

    /// <exception cref="System.Text.Json.JsonException">It is not a time in UTC, as was asked for.</exception>
    internal static DateTimeOffset Read(DateTimeTimeZone? time) =>
        time is { TimeZone: "UTC" }
        && DateTime.TryParse(
            time.DateTime,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var read
        )
            ? new DateTimeOffset(read)
            : throw new System.Text.Json.JsonException("A time that was not given in UTC.");
}
