using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Triage;

/// <summary>When the local authority became aware.</summary>
/// <param name="AwareOn">The London date.</param>
/// <param name="IsDefault">Whether it is only the day the referral reached the MASH.</param>
/// <param name="Reason">How it became aware on another day; empty for the default.</param>
public sealed record AuthorityAwareness(DateOnly AwareOn, bool IsDefault, string Reason);
