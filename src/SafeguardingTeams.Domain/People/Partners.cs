using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.People;

/// <summary>The three safeguarding partners and the roles of their lead representatives (RO6).</summary>
public static class Partners
{
    /// <summary>Local authority, police, health: one decision each.</summary>
    public static ImmutableArray<Role> Leads { get; } = [Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth];
}
