using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>Sent: the reference, what happens next and by when, in conditional words (PD6).</summary>
public static class SubmittedCard
{
    public static AdaptiveCard Draw(CaseFile file, CardContext context) =>
        Card([
            Top(new(NoticeKind.Done, $"Your referral was sent to {context.Words.Mash}.")),
            Heading($"Reference {file.Id}"),
            Say("Please use this reference, and not the child's name, in messages and on the telephone."),
            Subheading("What happens next"),
            .. Told(
                $"{context.Words.MashName} decide by {Day(file.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay)} "
                    + "whether the threshold of a serious safeguarding incident is reached. They may ask you for what is missing."
            ),
            Say(
                $"If it is reached, the Chair of the {context.Words.GroupName} is alerted at once and recommends whether the "
                    + "criteria are met. Only if the safeguarding partners agree, and the national Panel is notified, is there a "
                    + "Rapid Review."
            ),
            Say("If it is not reached, you are told why, and you can refer it for learning with what you wrote."),
            Say("You are told the outcome either way."),
            Buttons(
                Button(context, "A copy of what was sent", Verbs.ReadReferral, ("case", Code(file.Id))),
                Button(context, "Open the referral", Verbs.OpenCase, ("case", Code(file.Id))),
                Button(context, "Home", Verbs.Home)
            ),
        ]);
}
