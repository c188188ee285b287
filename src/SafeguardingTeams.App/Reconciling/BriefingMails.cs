using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.BriefingReminders;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>Whether what a message of a briefing says is still so, when it is to go by mail.</summary>
internal static class BriefingMails
{
    /// <summary>Whether it is: an answered question is nobody's business any more.</summary>
    internal static bool StillAsks(BriefingFile file, CardKind kind, Topic about)
    {
        bool IsOfThisText(BriefingStage stage) => file.Stage == stage && about == Topic.Round(file.Text!.Number);
        return kind switch
        {
            CardKind.Reminder => !BriefingReminded.IsOver(file, about),
            CardKind.BriefingToCheck => IsOfThisText(BriefingStage.Checking),
            CardKind.BriefingToApprove => IsOfThisText(BriefingStage.WithChair),
            CardKind.BriefingReturned => IsOfThisText(BriefingStage.Writing),
            CardKind.BriefingToSend => IsOfThisText(BriefingStage.Approved),
            CardKind.BriefingSent => file.Stage == BriefingStage.Sent
                && file.Sent[^1].Version == about.Number
                && !file.HasAnswered(about.Name),
            _ => true,
        };
    }
}
