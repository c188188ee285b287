using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>A notification as recorded; this system never sends one itself.</summary>
/// <param name="Ground">As what.</param>
/// <param name="SentAt">When, by the portal.</param>
/// <param name="Reference">The portal's reference.</param>
/// <param name="Timetable">The Rapid Review's dates; empty where none follows.</param>
public sealed record SentNotification(
    NotificationGround Ground,
    DateTimeOffset SentAt,
    string Reference,
    ImmutableList<TimetableDate> Timetable
)
{
    /// <summary>Whether a Rapid Review follows from it (A13, PD10).</summary>
    public bool StartsARapidReview => Ground == NotificationGround.SeriousIncident;
}
