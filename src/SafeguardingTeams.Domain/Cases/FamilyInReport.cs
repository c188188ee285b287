using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The family as section 1 of the report lists it: from what went to the agencies, with what only the referral says.</summary>
/// <param name="Born">As answered: a day, or words.</param>
public sealed record FamilyInReport(
    string Key,
    string Name,
    string Address,
    string Relationship,
    string Born,
    string LegalStatus,
    string EthnicOrigin
)
{
    /// <summary>Makes the list.</summary>
    /// <param name="request">Answers to the form "What goes to the agencies".</param>
    /// <param name="referral">Answers to the referral: legal status, ethnic origin and dates of birth come from there, by the name,
    /// where only one person in it has that name.</param>
    public static ImmutableArray<FamilyInReport> Of(Answers request, Answers referral)
    {
        var known = new ReferralAnswers(referral)
            .Everybody.GroupBy(person => Plain(person.Name), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var sent = new RequestAnswers(request);
        return
        [
            .. sent.Children.Select(child => Person(child, "Subject child", known)),
            .. Parent(sent.Mother, "Mother", known),
            .. Parent(sent.Father, "Father", known),
            .. sent.Siblings.Select(sibling => Person(sibling, "Brother or sister", known)),
            .. sent.Adults.Select(adult => Person(adult, adult.Relationship, known)),
        ];
    }

    private static IEnumerable<FamilyInReport> Parent(RequestedPerson parent, string title, Dictionary<string, ReferredPerson> known) =>
        parent.Name.Length == 0 && parent.Address.Length == 0 ? [] : [Person(parent, title, known)];

    private static FamilyInReport Person(RequestedPerson person, string relationship, Dictionary<string, ReferredPerson> known)
    {
        ReferredPerson? referred = known.TryGetValue(Plain(person.Name), out var found) ? found : null;
        return new(
            person.Key,
            person.Name,
            person.Address,
            relationship,
            person.Born.Length > 0 ? person.Born : referred?.Born ?? "",
            referred?.LegalStatus ?? "",
            referred?.EthnicOrigin ?? ""
        );
    }

    private static string Plain(string name) =>
        string.Join(' ', name.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
