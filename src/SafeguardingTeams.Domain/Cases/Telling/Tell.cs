using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>The cards that tell people of a case, and how several of a kind are told apart.</summary>
internal static class Tell
{
    /// <summary>To whoever holds a role for the case.</summary>
    internal static Effect.ShowCard To(CaseFile file, CardKind kind, Role role, Topic? about = null) =>
        new(file.Id, kind, new Recipient.HoldersOf(role)) { About = about ?? Topic.None };

    internal static Effect.ShowCard Person(CaseFile file, CardKind kind, string personId, Topic? about = null) =>
        new(file.Id, kind, new Recipient.ThePerson(personId)) { About = about ?? Topic.None };

    /// <summary>To all who take part on the partnership's side: operations, Chair, Scrutineer, the three leads.</summary>
    internal static IEnumerable<Effect> Everybody(CaseFile file, CardKind kind, Topic? about = null) =>
        new[] { Role.Operations, Role.Chair, Role.Scrutineer }.Concat(Partners.Leads).Select(role => To(file, kind, role, about));

    /// <summary>The same, for those messages only that are there already.</summary>
    internal static IEnumerable<Effect> Again(IEnumerable<Effect> effects) =>
        effects.Cast<Effect.ShowCard>().Select(card => card with { OnlyIfShown = true });
}
