using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group.Retaining;

/// <summary>A record as it was found when somebody wants it to go: read for them, never said by a card.</summary>
/// <param name="Due">Its class and days; null where it is not closed, or not there.</param>
/// <param name="OpenLinks">The open records that it is linked to.</param>
public sealed record FoundToGo(RecordRef Record, DueRecord? Due, ImmutableList<RecordRef> OpenLinks)
{
    private const int Named = 5;

    /// <summary>Why it cannot go now; null where it can.</summary>
    public Refusal? Wrong(Retained kept, DateOnly today) =>
        kept.IsHeld ? new("held", "The law needs this record: it is held. Nothing of it can be removed until every hold is lifted.")
        : Due is null ? new("not-closed", "This record is open. It can go only once it is closed, and its time has come.")
        : Due.Until > today ? new("not-due", "Its time has not come: the class or the record has changed since it was listed.")
        : !OpenLinks.IsEmpty
            ? new(
                "linked",
                $"Open records are linked to it: {string.Join(", ", OpenLinks.Take(Named))}"
                    + $"{(OpenLinks.Count > Named ? " and more" : "")}. Close them first, or keep it on."
            )
        : null;
}
