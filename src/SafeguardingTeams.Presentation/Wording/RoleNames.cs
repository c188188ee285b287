using SafeguardingTeams.Domain.People;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Roles as people read them in lists of who is waited for.</summary>
public static class RoleNames
{
    /// <summary>What a role is called.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.Practitioner => "The referrer",
            Role.DesignatedSafeguardingLead => "Safeguarding lead",
            Role.MashOfficer => "front door",
            Role.Operations => "Operations",
            Role.Chair => "Chair",
            Role.LeadLocalAuthority => "Lead, local authority",
            Role.LeadPolice => "Lead, police",
            Role.LeadHealth => "Lead, health",
            Role.Scrutineer => "Independent Scrutineer",
            Role.AuthorityNotifier => "Who notifies for the authority",
            Role.AgencyRepresentative => "Agency's representative",
            Role.GroupMember => "Member of the group",
            Role.RapidReviewAttendee => "Attendee of the Rapid Review",
            Role.RecordsNominee => "Nominee for secured records",
            Role.ActionOwner => "Owner of the action",
            Role.ReviewOwner => "Owner of the review",
            Role.CaldicottGuardian => "Caldicott Guardian",
            Role.ThisSystem => "This system",
        };
}
