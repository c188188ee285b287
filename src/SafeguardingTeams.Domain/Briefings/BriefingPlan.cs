using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>For whom a briefing is.</summary>
public enum BriefingAudience
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Professionals of all agencies.</summary>
    Professionals,

    /// <summary>Professionals of the agencies it names.</summary>
    NamedAgencies,
}

/// <summary>A briefing as it is begun (E20).</summary>
/// <param name="Source">The case, referral or review it comes from; null where it comes from none.</param>
/// <param name="Theme">The theme of the partnership's list it is about; null where about none.</param>
/// <param name="Agencies">Whom it is sent to: they say how they used it.</param>
public sealed record BriefingPlan(
    BriefingPurpose Purpose,
    RecordRef? Source,
    ChosenTheme? Theme,
    BriefingAudience Audience,
    ImmutableList<AddressedBody> Agencies
)
{
    /// <summary>The most agencies one briefing is sent to.</summary>
    public const int MostAgencies = 30;

    /// <summary>What is wrong with it, each naming its field: <c>agencies</c>, <c>abouttheme</c>.</summary>
    /// <param name="context">Who decides, and the list of themes.</param>
    public IEnumerable<Refusal> Refusals(DecisionContext context) =>
        new[]
        {
            Purpose == BriefingPurpose.SevenMinutes && Agencies.IsEmpty
                ? new("choice-needed", "Choose the agencies that are to talk about it.", "agencies")
            : Agencies.Count > MostAgencies ? new("too-many", $"Choose {MostAgencies} agencies at most.", "agencies")
            : null,
            Theme is { } theme && !context.Themes.Exists(one => one.Id == theme.Id && one.IsInUse)
                ? new Refusal("choice-needed", "Choose a theme of the list, or none.", "abouttheme")
                : null,
        }.OfType<Refusal>();
}
