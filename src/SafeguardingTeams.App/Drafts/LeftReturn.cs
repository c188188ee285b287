using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;

namespace SafeguardingTeams.App.Drafts;

/// <summary>A return that was begun by somebody who answers for the agency no longer: whoever does now goes on with it (B5, RO9).</summary>
/// <param name="ETag">The state of its row.</param>
/// <param name="By">Who began it, as others see them.</param>
internal sealed record LeftReturn(Draft Draft, string ETag, string By)
{
    /// <summary>The one left to this person; null where there is none, or they have begun their own.</summary>
    internal static LeftReturn? Of(StoredRecord stored, CaseFile file, string agency, Actor actor)
    {
        var slot = Draft.SlotOf(DraftPurpose.ScopingReturn, agency);
        return
            file.Review.Agency(agency) is { AskedAt: not null, Return: null, Representative.PersonId: { } now }
            && now == actor.PersonId
            && stored.DraftOf(actor.PersonId, slot) is null
            ? EarlierRepresentatives
                .Of(file, agency)
                .Select(before =>
                    stored.DraftOf(before.PersonId, slot) is { } left ? new LeftReturn(left.Draft, left.ETag, before.Display) : null
                )
                .FirstOrDefault(left => left is not null)
            : null;
    }

    /// <summary>
    /// Who began the return that waits for this person, read only where somebody answered for the agency before; else empty.
    /// </summary>
    internal static async Task<string> BegunByAsync(
        IRows rows,
        CaseFile file,
        ReviewAgency? agency,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        agency is { Return: null } && agency.Representative?.PersonId == actor.PersonId && EarlierRepresentatives.Of(file, agency.Key).Any()
            ? Of(await StoredCase.LoadAsync(rows, file.Id, cancellationToken), file, agency.Key, actor)?.By ?? ""
            : "";
}
