using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <summary>People, roles and changes to them in words.</summary>
public static class PeopleWords
{
    private const int Cut = 100;

    /// <summary>What a role is called where somebody is given it.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.DesignatedSafeguardingLead => "Designated safeguarding lead",
            Role.MashOfficer => "Front door officer",
            Role.Operations => "Operations",
            Role.Chair => "Chair",
            Role.LeadLocalAuthority => "Lead representative, local authority",
            Role.LeadPolice => "Lead representative, police",
            Role.LeadHealth => "Lead representative, health",
            Role.Scrutineer => "Independent Scrutineer",
            Role.AuthorityNotifier => "Notifier for the local authority",
            Role.AgencyRepresentative => "Agency representative in Rapid Reviews",
            Role.GroupMember => "Member of the group",
            Role.CaldicottGuardian => "Caldicott Guardian",
            _ => RoleNames.Of(role),
        };

    /// <summary>Somebody as others read them, with their agency.</summary>
    internal static string Name(Roster roster, string id) =>
        roster.Find(id) is { } person ? Name(roster, person) : "somebody who is not listed any more";

    internal static string Name(Roster roster, RosterPerson person) =>
        $"{Inputs.Cut(person.Display, Cut)}, {Inputs.Cut(Agency(roster, person.AgencyId), Cut)}";

    internal static string Agency(Roster roster, string id) => roster.Agencies.GetValueOrDefault(id, id);

    /// <summary>From when to when somebody holds something.</summary>
    internal static string When(HeldRole held, DateOnly today) =>
        held.From > today
            ? $"from {Written.ShortDay(held.From)}{(held.To is { } until ? $" until {Written.ShortDay(until)}" : "")}"
            : $"since {Written.ShortDay(held.From)}{(held.To is { } to ? $", until {Written.ShortDay(to)}" : "")}";

    /// <summary>An account, so shortly that two can be told apart.</summary>
    internal static string Short(PersonAccount account) => $"account ending {account.ObjectId[^Math.Min(6, account.ObjectId.Length)..]}";

    /// <summary>A change in one line.</summary>
    public static string What(PersonChange change, Roster roster)
    {
        var who = change.PersonId.Length > 0 ? Name(roster, change.PersonId) : Inputs.Cut(change.Display ?? "", Cut);
        var role = change.Role is { } one ? Of(one) : "";
        var day = change.Day is { } on ? Written.ShortDay(on) : "";
        return change.Kind switch
        {
            PersonChangeKind.Add => $"{who} was added",
            PersonChangeKind.Details => $"{who}: {string.Join(", ", Touched(change))} changed",
            PersonChangeKind.GiveRole => $"{who}: {role} from {day}",
            PersonChangeKind.EndRole => $"{who}: {role} ends with {day}",
            PersonChangeKind.HandOver => $"{role} passes from {who} to {Name(roster, change.ToPersonId ?? "")} on {day}",
            PersonChangeKind.Deputies => change.Deputies is { IsEmpty: false } deputies
                ? $"{who}, {role}: deputies in order: {string.Join("; ", deputies.Select(id => Name(roster, id)))}"
                : $"{who}, {role}: no deputy",
            PersonChangeKind.Leave => $"{who} leaves, last day {day}",
            PersonChangeKind.Return => $"{who}: it is taken back that they left",
        };
    }

    private static IEnumerable<string> Touched(PersonChange change) =>
        new[]
        {
            change.Display is null ? null : "name",
            change.AgencyId is null ? null : "agency",
            change.Email is null ? null : "email address",
            change.Accounts is null ? null : "accounts",
        }.OfType<string>();

    /// <summary>What came of a proposal.</summary>
    internal static string Said(PeopleProposal proposal) =>
        proposal.Answer switch
        {
            null => "Waits for a second person",
            { End: ProposalEnd.Confirmed } => "Confirmed",
            { End: ProposalEnd.Declined } => "Declined",
            { End: ProposalEnd.TakenBack } => "Taken back",
            _ => "",
        };
}
