using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>A draft in a list.</summary>
public sealed record DraftLine(RecordRef Record, DraftPurpose Purpose, DateTimeOffset SavedAt)
{
    /// <summary>Which of the person's drafts of the case; empty for the referral's own.</summary>
    public string Slot { get; init; } = "";
}
