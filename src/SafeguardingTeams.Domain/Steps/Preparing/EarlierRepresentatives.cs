using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>Who answered for an agency before the one who does now (RO9).</summary>
public static class EarlierRepresentatives
{
    /// <summary>Each who was named, the last first, without the one of now.</summary>
    public static IEnumerable<Contact> Of(CaseFile file, string key) =>
        file
            .History.Select(recorded =>
                recorded.Event switch
                {
                    AgencyChosen chosen when chosen.Key == key => chosen.Representative,
                    RepresentativeNamed named when named.Key == key => named.Representative,
                    _ => null,
                }
            )
            .OfType<Contact>()
            .Reverse()
            .Where(contact => contact.PersonId.Length > 0 && contact.PersonId != file.Review.Agency(key)?.Representative?.PersonId);
}
