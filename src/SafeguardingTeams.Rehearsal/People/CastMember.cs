using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Rehearsal.People;

/// <summary>One account of somebody who takes part in the rehearsal.</summary>
/// <param name="Key">For links: letters, digits and hyphens.</param>
/// <param name="Name">Role and agency.</param>
/// <param name="TenantId">The tenant they sign in to.</param>
/// <param name="Part">What they do in the process, in a line.</param>
public sealed record CastMember(string Key, string Name, string TenantId, string ObjectId, string Part)
{
    /// <summary>Their address, as the directory knows it.</summary>
    public string Email { get; init; } = $"{Key}@people.example";
}

/// <summary>Everybody in the rehearsal: the people of the partnership's file, and practitioners of its tenants.</summary>
public static class Cast
{
    /// <summary>The tenant the shipped partnership's site and mailbox are in.</summary>
    internal const string Council = "0b64d988-f1d3-4ef3-a380-34c1be5bbcc3";
    private const string Police = "6a1aba96-e256-488c-a9a3-2067baae6901";
    private const string Nhs = "1cce7b84-d357-4e63-aaff-6244fa8c3ec7";
    private const string Schools = "3816b369-0aa0-4a69-a3ee-0c9c2e76df47";

    /// <summary>Somebody of a tenant that is not listed: refused, and told nothing.</summary>
    public static CastMember Stranger { get; } =
        new(
            "stranger",
            "Somebody of another organisation",
            "9f1b6f0e-7c52-4f0e-9a39-6d4b64a3c001",
            "5d0a2b1c-0f5e-4b7a-8c1d-2e3f4a5b6c7d",
            "Their organisation is not part of the partnership."
        );

    /// <summary>
    /// Somebody whose organisation is not part of the partnership either, and whom operations can enter by hand as the owner of an action:
    /// then they are invited, and sign in by the link of the mail as a guest of the council.
    /// </summary>
    public static CastMember Outside { get; } =
        new(
            "clinic-lead",
            "Safeguarding lead, private clinic",
            "4c7f7f39-2f0a-4f5e-9d0c-8a3b6f1e7d02",
            "b2c41f0d-6a0b-4d39-9c57-1f0e8a7d5c13",
            "Owns an action where operations enter them by hand, at clinic-lead@people.example."
        );

    /// <summary>
    /// Somebody who works for themselves and can be appointed as the reviewer of a local review: then they are invited, and read the papers
    /// that are agreed as a guest of the council.
    /// </summary>
    public static CastMember Reviewer { get; } =
        new(
            "independent-reviewer",
            "Independent reviewer, works for themselves",
            "7d0c9a52-3b64-4f1e-8a27-5e9b1c6d4f03",
            "e8a1d2c4-6f37-4b90-9d15-2c7e4a8b0f61",
            "Reads the agreed papers of a review where operations appoint them, at independent-reviewer@people.example."
        );

    /// <summary>Whether their organisation is none of the partnership's, so that the app cannot be given to them in Teams.</summary>
    internal static bool IsOutside(CastMember member) => member == Stranger || member == Outside || member == Reviewer;

    /// <summary>Practitioners who are in no file: they come with their organisation's sign-in.</summary>
    public static IReadOnlyList<CastMember> Practitioners { get; } =
    [
        new("paediatrician", "Paediatrician, acute hospital", Nhs, "9c9608f3-3c73-4009-a8ba-11021cc23d16", "Refers a serious incident."),
        new(
            "school-lead",
            "Safeguarding lead, secondary school",
            Schools,
            "6ce3ee4d-7fdf-4d8d-a716-1f467303f37b",
            "Refers the same incident, seen from the school."
        ),
        new(
            "police-officer",
            "Police officer, public protection",
            Police,
            "c11877dc-b10d-46d3-a660-3b1f305cec05",
            "Refers what the police found."
        ),
        new(
            "social-worker",
            "Social worker, children's services",
            Council,
            "089b364f-9c71-4304-ad03-79f5fa36a92f",
            "Refers from children's services."
        ),
    ];

    /// <summary>All of them, practitioners first, then the people of the file in its order.</summary>
    public static IReadOnlyList<CastMember> Of(PartnershipFile file) =>
        [
            .. Practitioners,
            .. file.People.SelectMany(person =>
                person.Accounts.Select(
                    (account, i) =>
                        new CastMember(
                            i == 0 ? person.Id : $"{person.Id}-guest",
                            i == 0 ? person.Display : $"{person.Display} (as the council's guest)",
                            account.TenantId,
                            account.ObjectId,
                            !person.Roles.IsEmpty ? string.Join(" ", person.Roles.Select(role => Part(role.Role.ToString())).Distinct())
                                : file.People.Any(other => other.Roles.Any(role => role.Deputies.Contains(person.Id)))
                                    ? "Stands in where the holder of the role is away, stands aside or does not answer."
                                : "Has a part where a case gives them one: reaches an agency's secured records, or sits at the "
                                    + "Rapid Review meeting."
                        )
                        {
                            Email = i == 0 && person.Email.Length > 0 ? person.Email : $"{person.Id}-guest@people.example",
                        }
                )
            ),
            Outside,
            Reviewer,
            Stranger,
        ];

    /// <summary>The tenant site and mailbox are in: that of the operational team.</summary>
    internal static string CouncilOf(PartnershipFile file) =>
        file
            .People.Where(person => person.Roles.Any(entry => entry.Role == Role.Operations))
            .SelectMany(person => person.Accounts)
            .First()
            .TenantId;

    private static string Part(string role) =>
        role switch
        {
            "MashOfficer" => "Decides the threshold.",
            "Operations" => "Is alerted on receipt; runs the Rapid Review.",
            "Chair" => "Is alerted on receipt; informs the leads; recommends.",
            "LeadLocalAuthority" or "LeadPolice" or "LeadHealth" => "Decides with the other two leads whether the criteria are met.",
            "Scrutineer" => "Mediates where the leads differ.",
            "AuthorityNotifier" => "Decides whether the authority notifies the national Panel, and records it.",
            "AgencyRepresentative" => "Answers for the agency in a Rapid Review: returns the scoping form, secures the records.",
            "RapidReviewAttendee" => "Sits at the Rapid Review meeting.",
            "GroupMember" => "Sits on the Learning from Practice Group; is asked where the own agency is late.",
            _ => "Takes part in the process.",
        };
}
