using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Who was entered by hand, as the owner of an action (C5) or as appointed to a review (C9), and signs in as a guest of the site's tenant:
/// known by the account the directory has for them, and never by an address they bring along.
/// </summary>
internal static class Guests
{
    private const string PapersOnly = "papersOnly";

    /// <summary>
    /// What is kept of an action's owner, written with what ties an action to their account: role and agency as they were entered. It takes
    /// the place of what was kept of them as a reader of papers, who may do less.
    /// </summary>
    internal static RowWrite Row(string personId, ActionOwner owner) =>
        new RowWrite.Put(Keys.Guest(personId), Fields(owner.Display, owner.AgencyId, owner.AgencyName));

    /// <summary>
    /// What is kept of who is appointed to a review, written with what ties the appointment to their account. Never in place of what is
    /// there: it would take from an action's owner what is theirs.
    /// </summary>
    internal static RowWrite Row(string personId, NamedPerson person) =>
        new RowWrite.Insert(
            Keys.Guest(personId),
            new Dictionary<string, string>(Fields(person.Post, "", person.Organisation)) { [PapersOnly] = "yes" }
        );

    /// <summary>
    /// The guest as they act: of the agency they were entered with, which is none of the tenant's. That gives an action's owner no more
    /// than anybody has who comes with an organisation's sign-in, and a reader of papers not even that; what they own or read, the record
    /// says.
    /// </summary>
    internal static Actor Actor(string personId, Account account, Row row) =>
        row[PapersOnly] == "yes"
            ? new(personId, row["role"], row["agency"], row["agencyName"], account.ToString(), []) { ReadsPapersOnly = true }
            : new(personId, row["role"], row["agency"], row["agencyName"], account.ToString(), [Role.Practitioner]);

    private static Dictionary<string, string> Fields(string role, string agency, string agencyName) =>
        new()
        {
            ["role"] = role,
            ["agency"] = agency,
            ["agencyName"] = agencyName,
        };
}
