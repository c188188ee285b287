using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Who was entered by hand as the owner of an action and signs in as a guest of the site's tenant (C5): known by the account the
/// directory has for them, and never by an address they bring along.
/// </summary>
internal static class Guests
{
    /// <summary>What is kept of them, written with what ties an action to their account: role and agency as they were entered.</summary>
    internal static RowWrite Row(string personId, ActionOwner owner) =>
        new RowWrite.Put(
            Keys.Guest(personId),
            new Dictionary<string, string>
            {
                ["role"] = owner.Display,
                ["agency"] = owner.AgencyId,
                ["agencyName"] = owner.AgencyName,
            }
        );

    /// <summary>
    /// The guest as they act: of the agency they were entered with, which is none of the tenant's. That gives them no more than anybody has
    /// who comes with an organisation's sign-in; what they own, the action says.
    /// </summary>
    internal static Actor Actor(string personId, Account account, Row row) =>
        new(personId, row["role"], row["agency"], row["agencyName"], account.ToString(), [Role.Practitioner]);
}
