using System.Collections.Immutable;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>The rows of the clock table whose clocks this version starts (requirements, "Clocks, in one table").</summary>
public static class Timescales
{
    private static readonly ImmutableList<ChaseTo> Operations = [new(Role.Operations)];
    private static readonly ImmutableList<ChaseTo> Chair = [new(Role.Chair)];
    private static readonly ImmutableList<ChaseTo> Leads = [.. Partners.Leads.Select(lead => new ChaseTo(lead))];

    /// <summary>The MASH decides the threshold (A3).</summary>
    public static Timescale ThresholdDecision { get; } = new(
        "threshold-decision", "Threshold decision", 1, TimescaleUnit.WorkingDays, ClockAnchor.ReferralReachedMash, "A3",
        [[new(Role.MashOfficer)], Operations]) { FigureIsOurs = true };

    /// <summary>The Chair opens the alert within an hour of office time; else operations ring (A7).</summary>
    public static Timescale AlertRead { get; } = new(
        "alert-read", "Alert read by the Chair", 1, TimescaleUnit.OfficeHours, ClockAnchor.ReceiptByOperations, "A7", [Operations]) { FigureIsOurs = true };

    /// <summary>The Chair informs the three leads (A8).</summary>
    public static Timescale InformLeads { get; } = new(
        "inform-leads", "Three lead representatives informed", 1, TimescaleUnit.WorkingDays, ClockAnchor.ReceiptByOperations, "A8", [Chair, Operations]);

    /// <summary>The Chair's recommendation (A9).</summary>
    public static Timescale Recommendation { get; } = new(
        "recommendation", "Chair's recommendation", 5, TimescaleUnit.WorkingDays, ClockAnchor.ReceiptByOperations, "A9", [Chair, Leads]);

    /// <summary>The three leads decide (A10).</summary>
    public static Timescale LeadsDecision { get; } = new(
        "leads-decision", "Decision of the three lead representatives", 1, TimescaleUnit.WorkingDays, ClockAnchor.RecommendationSent, "A10",
        [Leads, [.. Partners.Leads.Select(lead => new ChaseTo(lead, Deputy: true))], Chair]) { FigureIsOurs = true };

    /// <summary>The Scrutineer mediates (A11).</summary>
    public static Timescale Mediation { get; } = new(
        "mediation", "Mediation by the Independent Scrutineer", 1, TimescaleUnit.WorkingDays, ClockAnchor.MediationAskedFor, "A11",
        [[new(Role.Scrutineer)], Chair]) { FigureIsOurs = true };

    /// <summary>The local authority's own statutory limit for notifying (A12, decision 3).</summary>
    public static Timescale AuthorityNotification { get; } = new(
        "authority-notification", "Local authority's notification to the national Panel", 5, TimescaleUnit.WorkingDays, ClockAnchor.AuthorityAware, "A12",
        [[new(Role.AuthorityNotifier)], [.. Chair, .. Leads]]);

    /// <summary>The referrer is told of the decision (A4, A15).</summary>
    public static Timescale ReferrerTold { get; } = new(
        "referrer-told", "Referrer told of the decision", 1, TimescaleUnit.WorkingDays, ClockAnchor.Decision, "A4, A15", [Operations]) { FigureIsOurs = true };

    /// <summary>All whose limits a partnership can set.</summary>
    public static ImmutableArray<Timescale> All { get; } =
        [ThresholdDecision, AlertRead, InformLeads, Recommendation, LeadsDecision, Mediation, AuthorityNotification, ReferrerTold];
}
