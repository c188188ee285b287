using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>The referral: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ReferralSubmitted>((_, _) => ("Referral sent", ""))
            .Line<ReferralChanged>((changed, file) => (Changed(changed, file), changed.Reason))
            .Line<ReferralWithdrawn>((withdrawn, _) => ("Referral withdrawn", withdrawn.Reason));

    private static string Changed(ReferralChanged changed, CaseFile file)
    {
        var labels = changed.Changes.Select(change => ReviewCard.Question(file.Referral!.Form, change.Place).Label).Distinct().ToList();
        var what = changed.Changes.Any(change => change.Replaces) ? "Referral corrected" : "Referral completed";
        return $"{what}: {string.Join("; ", labels.Take(4))}{(labels.Count > 4 ? $" and {labels.Count - 4} more" : "")}";
    }
}
