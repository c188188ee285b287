using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>The referrer is told where the referral stands: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.ReferralProgress, asked => Progress(asked.File, asked.GoesOnAs, asked.Words));

    private static (string, string) Progress(CaseFile file, CaseFile? goesOnAs, PartnershipWords words) =>
        file.Stage switch
        {
            Stage.NotStarted => throw new InvalidOperationException("No message is due for a case that has not started."),
            Stage.AwaitingThreshold => (
                "Your referral was sent",
                $"{words.MashName} decide by {Clocks.DueDay(file, Timescales.ThresholdDecision)} whether it reaches the threshold of a "
                    + "serious safeguarding incident. You will be told."
            ),
            Stage.AwaitingRecommendation or Stage.AwaitingPartners or Stage.AwaitingAuthority => (
                "Your referral has gone to the Chair",
                (
                    file.Clock(Timescales.Recommendation.Id) is { Runs: true } clock
                        ? $"The Chair recommends by {Written.Day(clock.Deadline.DueDay)}. "
                        : "The safeguarding partners decide. "
                ) + "A Rapid Review follows only if the safeguarding partners agree that the criteria are met. You will be told."
            ),
            Stage.BelowThreshold => (
                "There is a decision on your referral",
                "The threshold of a serious safeguarding incident is not reached. Open it for the reasons and for what happens now."
            ),
            Stage.PreparingRapidReview => (
                "There is a decision on your referral",
                "The national Panel is to be notified, and a Rapid Review follows. Your agency may be asked to contribute. "
                    + "Open it to see more."
            ),
            Stage.AwaitingPanel or Stage.PanelAnswered => (
                "The Rapid Review is complete",
                "It has been reported to the national Panel. Open it to see what is recommended."
            ),
            Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.Notified => (
                "There is a decision on your referral",
                "The national Panel has been notified, and a Rapid Review follows. Your agency may be asked to contribute. "
                    + "Open it to see more."
            ),
            Stage.AwaitingGroupMeeting when file.Review.WithdrawnBecause is not null => (
                "There is news of your referral",
                $"The Rapid Review was withdrawn. The {words.GroupName} looks at the case at its meeting. Open it to see more."
            ),
            Stage.AwaitingGroupMeeting => (
                "There is a decision on your referral",
                $"No Rapid Review follows. The {words.GroupName} looks at the case at its meeting. Open it to see more."
            ),
            Stage.Closed => ("Your referral is closed", "Nothing more is waited for. Open it to see what came of it."),
            Stage.Withdrawn => ("Your referral was withdrawn", "Nothing more is waited for."),
            Stage.Joined
                when goesOnAs
                    is {
                        Stage: Stage.BelowThreshold
                            or Stage.PreparingRapidReview
                            or Stage.Notified
                            or Stage.UnderReview
                            or Stage.AwaitingApproval
                            or Stage.AwaitingSubmission
                            or Stage.AwaitingPanel
                            or Stage.PanelAnswered
                            or Stage.AwaitingGroupMeeting
                            or Stage.Closed
                    } other => Progress(other, null, words),
            Stage.Joined => (
                "Your referral goes on with another",
                "It was joined to one about the same incident. You will be told the outcome."
            ),
        };
}
