using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>What the authority decided.</summary>
public sealed record AuthorityDecision(bool Notifies, NotificationGround Ground, string Reason, DateTimeOffset At);

/// <summary>As what the authority notifies (PD10).</summary>
public enum NotificationGround
{
    /// <summary>
    /// A serious safeguarding incident: abuse or neglect known or suspected, and death or serious harm. Starts the Rapid Review.
    /// </summary>
    SeriousIncident,

    /// <summary>The death of a looked-after child without suspected abuse or neglect: always notified; no Rapid Review follows.</summary>
    LookedAfterChildsDeath,

    /// <summary>The death of a care leaver without suspected abuse or neglect: reported; no Rapid Review follows.</summary>
    CareLeaversDeath,
}
