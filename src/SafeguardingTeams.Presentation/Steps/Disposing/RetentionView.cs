using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Steps.Disposing;

/// <summary>What is known of a record to who reviews whether it is kept: no fact of it and no name (F2, F3).</summary>
/// <param name="Kept">What is recorded of its keeping.</param>
/// <param name="Found">As it is now.</param>
/// <param name="Links">The records it is linked to, and whether each is open.</param>
/// <param name="Class">The class of its kind now; null where there is none.</param>
public sealed record RetentionView(
    Retained Kept,
    FoundToGo Found,
    ImmutableList<(RecordRef Record, bool IsOpen)> Links,
    RetentionClass? Class
);
