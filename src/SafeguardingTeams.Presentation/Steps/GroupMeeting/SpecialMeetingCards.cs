using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.GroupMeeting;

/// <summary>A special meeting of the group (A14).</summary>
public static class SpecialMeetingCards
{
    /// <summary>Ask for a special meeting (A14).</summary>
    public static AdaptiveCard SpecialMeeting(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Ask for a special meeting",
            [
                $"The case goes to the {context.Words.GroupName}, {Stages.Meeting(file, context.Words)}. If it should not "
                    + "wait, ask for a special meeting; the operational team is told.",
            ],
            [Reason(filled, context, "Why should it not wait?")],
            [("Ask for it", Verbs.SpecialMeeting, "yes")]
        );

    /// <summary>Take the asking for a special meeting back (PD16).</summary>
    public static AdaptiveCard TakeBackSpecialMeeting(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "A special meeting is not needed after all",
            ["The case then goes to the next scheduled meeting, unless the Chair recommended a special one."],
            [Reason(filled, context, "Why is it not needed?")],
            [("Take it back", Verbs.TakeBackSpecialMeeting, "yes")]
        );
}
