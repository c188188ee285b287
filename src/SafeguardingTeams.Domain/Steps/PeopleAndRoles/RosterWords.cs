using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>What may not be so of people, in the words of whoever fills in a card.</summary>
internal static class RosterWords
{
    internal static Refusal Of(RosterFault fault) =>
        fault.Kind switch
        {
            RosterFaultKind.IdTwice or RosterFaultKind.Id => new("wrong-id", "This person cannot be entered. Nothing has been changed."),
            RosterFaultKind.DisplayTwice => new("called-twice", "Somebody is called this already. Add what they do.", "who"),
            RosterFaultKind.AccountOfTwo => new(
                "account-of-two",
                "Somebody else has this account. Check it, or change theirs first.",
                "accounts"
            ),
            RosterFaultKind.AccountTwice => new("account-twice", "An account stands twice. Take one away.", "accounts"),
            RosterFaultKind.Display => new("answer-needed", "Enter their role and agency.", "who"),
            RosterFaultKind.Agency => new("answer-needed", "Choose their agency.", "agency"),
            RosterFaultKind.Email => new("answer-needed", "Enter an email address, such as name@council.gov.uk.", "email"),
            RosterFaultKind.ObjectId => new("not-an-account", "Enter each account as a tenant id, a slash, and an object id.", "accounts"),
            RosterFaultKind.Tenant => new("unlisted-tenant", "This tenant may not come in. Ask for it to be listed first.", "accounts"),
            RosterFaultKind.NotOfTheAgency => new(
                "not-of-the-agency",
                "No account is in a tenant that may hold their agency. Add the account they have there.",
                "accounts"
            ),
            RosterFaultKind.NeedsAccount => new(
                "needs-account",
                $"Whoever is {Called(fault.Role)} decides on cards. Enter an account for them first.",
                "accounts"
            ),
            RosterFaultKind.NotGiven => new("answer-needed", "Choose a role.", "role"),
            RosterFaultKind.Order => new("order", "The last day is before the first.", "day"),
            RosterFaultKind.Overlap => new("overlap", "They hold this role then already.", "role"),
            RosterFaultKind.DeputyTwice => new("deputy-twice", "Somebody stands twice. Choose each deputy once.", "deputies"),
            RosterFaultKind.DeputyUnknown => new("deputy-unknown", "Nobody is their own deputy. Choose somebody else.", "deputies"),
            RosterFaultKind.DeputyNeedsAccount => new(
                "deputy-needs-account",
                "A deputy here decides on cards and needs an account.",
                "deputies"
            ),
            RosterFaultKind.DeputyOfAnother => new(
                "of-another-partner",
                "A deputy is of another partner. Choose one of theirs.",
                "deputies"
            ),
            RosterFaultKind.LeadOfTwo => new("lead-of-two", "Nobody leads for two partners, or stands in for a second one.", "role"),
        };

    /// <summary>A role inside a sentence.</summary>
    internal static string Called(Role? role) =>
        role switch
        {
            Role.DesignatedSafeguardingLead => "the designated safeguarding lead",
            Role.MashOfficer => "of the front door",
            Role.Operations => "of operations",
            Role.Chair => "the Chair",
            Role.LeadLocalAuthority => "the local authority's lead",
            Role.LeadPolice => "the police's lead",
            Role.LeadHealth => "the lead for health",
            Role.Scrutineer => "the Independent Scrutineer",
            Role.AuthorityNotifier => "there to notify for the local authority",
            Role.CaldicottGuardian => "a Caldicott Guardian",
            _ => "in this role",
        };
}
