using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <content>An agency comes into the list, is asked, and is taken off again.</content>
public static partial class AgencyCards
{
    /// <summary>Take an agency off the list while it has not been asked.</summary>
    public static AdaptiveCard Remove(CaseFile file, ReviewAgency agency, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Take the agency off the list?",
            [Fact("Agency", agency.Name)],
            ["It has not been asked. You can add it again."],
            [],
            Go(file, context, "Take it off", Verbs.AgencyRemove, ("agency", agency.Key), (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the agency", Verbs.AgencyDesk, ("agency", agency.Key))
        );

    /// <summary>Take off an agency that was asked by mistake (PD16).</summary>
    public static AdaptiveCard TakeOff(CaseFile file, ReviewAgency agency, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Asked by mistake?",
            [Fact("Agency", agency.Name), Fact("Representative", ReviewWords.Who(agency.Representative))],
            [
                "Only where it should never have been asked. One that does not know the family confirms that instead.",
                "Its people are told, and can no longer open the case or the folder. Nobody comes to the meeting for it. "
                    + (
                        StepRules.MayTake(Step.AskAgency, file, context.Viewer)
                            ? "It can be asked again."
                            : "It could be asked again only once the recommendation is open again: the leads have approved."
                    ),
            ],
            [StepForm.Reason(filled, context, "Why was it a mistake to ask this agency?")],
            Go(file, context, "Take it off", Verbs.AgencyTakeOff, ("agency", agency.Key), (Verbs.Do, "yes")) with
            {
                Style = "destructive",
            },
            Go(file, context, "Back to the agency", Verbs.AgencyDesk, ("agency", agency.Key))
        );

    /// <summary>Ask an agency that came into the list after the letters went (B8).</summary>
    /// <param name="by">The day of its return, if it is asked today.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Ask(CaseFile file, ReviewAgency agency, DateTimeOffset by, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Ask this agency now",
            [
                Fact("Agency", agency.Name),
                Fact("Representative", ReviewWords.Who(agency.Representative)),
                Fact("To return by", $"{DayAndTime(by)}, if it is asked now"),
            ],
            [
                file.Review.Agreed is null
                    ? "Letter and form go to its representative at once. Its date is its own: at the latest the working day "
                        + "before the meeting."
                    : "Letter and form go to its representative at once. The meeting has been held: what comes back can be taken "
                        + "in until the three leads have approved its recommendation.",
            ],
            [],
            Go(file, context, "Send letter and form", Verbs.AgencyAsk, ("agency", agency.Key), (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the agency", Verbs.AgencyDesk, ("agency", agency.Key))
        );
}
