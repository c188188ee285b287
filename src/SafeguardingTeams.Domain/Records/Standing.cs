namespace SafeguardingTeams.Domain.Records;

/// <summary>For which of the three partners somebody stands in a quorum (B14, E16).</summary>
internal static class Standing
{
    /// <summary>
    /// The partner somebody stands for: that of their own agency where they are in the partnership's list, else that of the agency they
    /// are entered with (B14).
    /// </summary>
    internal static Role? Of(string personId, string agencyId, DecisionContext context) =>
        context.Configured.PartnerOf(
            personId.Length > 0 && context.People.Find(person => person.PersonId == personId) is { } known ? known.AgencyId : agencyId
        );

    /// <summary>What is said where somebody is to stand for a partner that is not their agency's; null where that is not asked.</summary>
    internal static Refusal? NotTheirs(Role? asked, Role? theirs, string field) =>
        asked is not { } other || other == theirs
            ? null
            : new(
                "not-their-partner",
                "In the quorum everybody stands for the partner of their own agency. "
                    + $"This agency belongs to {(theirs is { } own ? Called(own) : "none of the three")}, "
                    + $"not to {Called(other)}.",
                field
            );

    private static string Called(Role partner) =>
        partner switch
        {
            Role.LeadLocalAuthority => "the local authority",
            Role.LeadPolice => "the police",
            _ => "health",
        };
}
