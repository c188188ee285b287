namespace SafeguardingTeams.Domain.People;

/// <summary>The capacities of the process document, by its own names. Source: requirements RO1 to RO11.</summary>
public enum Role
{
    /// <summary>
    /// Any agency's practitioner, who refers after talking to the safeguarding lead (RO1). For a case: whoever referred it.
    /// </summary>
    Practitioner,

    /// <summary>The designated safeguarding lead named on a referral (RO2).</summary>
    DesignatedSafeguardingLead,

    /// <summary>The Multi Agency Safeguarding Hub, which decides the threshold (RO3).</summary>
    MashOfficer,

    /// <summary>The Partnership Operational Team (RO4).</summary>
    Operations,

    /// <summary>The Chair of the Learning from Practice Group (RO5).</summary>
    Chair,

    /// <summary>The local authority's lead representative (RO6).</summary>
    LeadLocalAuthority,

    /// <summary>The police's lead representative (RO6).</summary>
    LeadPolice,

    /// <summary>The health partner's lead representative (RO6).</summary>
    LeadHealth,

    /// <summary>The Independent Scrutineer (RO7).</summary>
    Scrutineer,

    /// <summary>Makes the formal notification for the local authority (RO8).</summary>
    AuthorityNotifier,

    /// <summary>An agency's representative in a Rapid Review (RO9).</summary>
    AgencyRepresentative,

    /// <summary>A member of the Learning from Practice Group (RO11).</summary>
    GroupMember,

    /// <summary>Takes part in a Rapid Review meeting (RO10). For a case: whoever is invited.</summary>
    RapidReviewAttendee,

    /// <summary>May reach an agency's secured records (B9). For a case: whoever the agency has nominated.</summary>
    RecordsNominee,

    /// <summary>Owns an action (C5). For an action: whoever it was agreed with; nobody is given it by the partnership's file.</summary>
    ActionOwner,

    /// <summary>Whoever sees to a review, for that review (C2).</summary>
    ReviewOwner,

    /// <summary>
    /// An organisation's Caldicott Guardian: sees who has looked at a record, by its reference, and nothing else of it (F1).
    /// </summary>
    CaldicottGuardian,

    /// <summary>This system itself: it reminds, and records what it learns by doing. Nobody can hold it.</summary>
    ThisSystem,
}
