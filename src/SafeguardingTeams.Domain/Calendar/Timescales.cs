using System.Collections.Immutable;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>The rows of the clock table whose clocks this version starts (requirements, "Clocks, in one table").</summary>
public static class Timescales
{
    /// <summary>The MASH decides the threshold (A3).</summary>
    public static Timescale ThresholdDecision { get; } = new(
        "threshold-decision", "Threshold decision", 1, TimescaleUnit.WorkingDays, ClockAnchor.ReferralReachedMash, "A3",
        [Role.MashOfficer, Role.Operations]) { FigureIsOurs = true };

    /// <summary>The Chair informs the three leads (A8).</summary>
    public static Timescale InformLeads { get; } = new(
        "inform-leads", "Three lead representatives informed", 1, TimescaleUnit.WorkingDays, ClockAnchor.ReceiptByOperations, "A8",
        [Role.Chair, Role.Operations]);

    /// <summary>The Chair's recommendation (A9).</summary>
    public static Timescale Recommendation { get; } = new(
        "recommendation", "Chair's recommendation", 5, TimescaleUnit.WorkingDays, ClockAnchor.ReceiptByOperations, "A9",
        [Role.Chair, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth]);

    /// <summary>The local authority's own statutory limit for notifying (A12, decision 3).</summary>
    public static Timescale AuthorityNotification { get; } = new(
        "authority-notification", "Local authority's notification to the national Panel", 5, TimescaleUnit.WorkingDays, ClockAnchor.AuthorityAware, "A12",
        [Role.AuthorityNotifier, Role.Chair, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth]);

    /// <summary>The referrer is told of the decision (A4, A15).</summary>
    public static Timescale ReferrerTold { get; } = new(
        "referrer-told", "Referrer told of the decision", 1, TimescaleUnit.WorkingDays, ClockAnchor.Decision, "A4, A15",
        [Role.Operations]) { FigureIsOurs = true };

    /// <summary>All of them.</summary>
    public static ImmutableArray<Timescale> All { get; } = [ThresholdDecision, InformLeads, Recommendation, AuthorityNotification, ReferrerTold];
}
