using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>The clock of an agency's securing of its records, from the day it was asked (B9).</summary>
public static class SecuringClock
{
    /// <summary>Its id: a clock for each agency.</summary>
    public static string Id(string agencyKey) => Timescales.Of(Timescales.Securing, agencyKey);

    internal static Deadline Pin(CaseFile file, string agencyKey, DecisionContext context, DateOnly askedOn) =>
        context.Pin(file, Timescales.Securing with { Id = Id(agencyKey) }, askedOn);

    /// <summary>With those stopped that nothing is waited for by.</summary>
    internal static CaseFile Settled(CaseFile file, DateTimeOffset at) =>
        file
            .Review.Agencies.Where(agency => !file.Review.AwaitsSecuring(agency))
            .Aggregate(file, (now, agency) => now.Stop(Id(agency.Key), at));
}
