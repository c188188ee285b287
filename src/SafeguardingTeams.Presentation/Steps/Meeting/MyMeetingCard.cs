using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>For somebody invited to the meeting (RO10): when and where, what they declare first, the papers (B12, B13).</summary>
public static class MyMeetingCard
{
    public static AdaptiveCard Draw(CaseFile file, Attendee seat, Notice? notice, CardContext context)
    {
        var reads = ReviewVisibility.ReadsReturns(file, context.Viewer);
        return Card([
            Top(notice),
            Reference(file),
            Heading("You are invited to the meeting"),
            Fact("When and where", file.Review.Meeting is { } meeting ? ReviewWords.How(meeting) : "it is being planned; you will be told"),
            Fact(
                "You come for",
                $"{seat.AgencyName}{(seat.Partner is { } partner ? $"; in the quorum you stand for {ReviewWords.Partner(partner)}" : "")}"
            ),
            Fact("Your answer in Outlook", ReviewWords.Said(seat.Answer)),
            Fact("Your declaration", ReviewWords.Counts(seat)),
            .. InRows(
                StepRules.MayTake(Step.DeclareForMeeting, file, context.Viewer)
                    ? Main(
                        Go(file, context, seat.Declared is null ? "Declare" : "Change my declaration", Verbs.Declare, ("who", seat.Key)),
                        seat.Declared is null
                    )
                    : null,
                reads ? Main(Go(file, context, "Read the papers", Verbs.Papers), seat.Declared is not null) : null
            ),
            Subheading("What the meeting does"),
            Say(
                "It looks at the facts, at what has to be done now for children's safety, at what could be better in how "
                    + "services work, and recommends what follows. It keeps to evidence and to improving the system, not to who did "
                    + "or did not do what."
            ),
            Subheading("What you need before it"),
            Say(
                "1. Declare that you are a senior representative of your agency and had no direct involvement in the case. "
                    + "Before that you do not count towards the quorum and cannot read the papers."
            ) with
            {
                Spacing = "small",
            },
            Say("2. Answer the invitation in Outlook, so that it is known in time whether each partner is represented.") with
            {
                Spacing = "small",
            },
            Say(
                reads
                    ? "3. Read the papers: they are open to you."
                    : "3. Read the papers once they are shared: you get a message, and the button for them stands above."
            ) with
            {
                Spacing = "small",
            },
            Fact(
                "If you cannot come, or were involved",
                $"tell {context.Words.OperationsName}, {context.Words.OperationsTelephone}, {context.Words.OperationsEmail}, so "
                    + "that your agency can send somebody else"
            ),
            .. InRows([
                ReviewVisibility.Agencies(file, context.Viewer).Any() ? Go(file, context, "My agency's part", Verbs.MyAgency) : null,
                .. file
                    .Review.Agencies.Where(agency => agency.IsNominee(context.Viewer.PersonId))
                    .Select(agency => SecuringCards.InSharePoint(file, agency, context)),
                ReviewVisibility.SeesCase(file, context.Viewer) ? ToTheCase(file, context) : null,
                Go(file, context, "Timeline", Verbs.Timeline),
                Button(context, "Home", Verbs.Home),
            ]),
        ]);
    }

    /// <summary>The two declarations, by the person themselves or recorded for them (B12).</summary>
    public static AdaptiveCard Declare(CaseFile file, Attendee seat, Filled filled, CardContext context)
    {
        var own = seat.Contact.PersonId == context.Viewer.PersonId;
        return Small(
            file,
            filled,
            context,
            own ? "Declare for the meeting" : "Record somebody's declaration",
            [Fact("Who", seat.Contact.Display), Fact("Now", ReviewWords.Counts(seat))],
            [
                own
                    ? "Only people who are senior and were not involved in the case count towards the quorum (who must be there "
                        + "for a recommendation) and read the papers. To have been involved is no fault: your agency then sends "
                        + "somebody else."
                    : "Record only what they have told you themselves. It is on the record that you did.",
            ],
            [
                .. Choose(
                    filled,
                    context,
                    "senior",
                    own ? "Are you a senior representative of your agency?" : "Are they a senior representative of their agency?",
                    [new("Yes", "yes"), new("No", "no")],
                    seat.Declared is { } one
                        ? one.Senior
                            ? "yes"
                            : "no"
                        : ""
                ),
                .. Choose(
                    filled,
                    context,
                    "involved",
                    own ? "Were you directly involved in the case?" : "Were they directly involved in the case?",
                    [new("No", "no"), new("Yes", "yes")],
                    seat.Declared is { } other
                        ? other.NotInvolved
                            ? "no"
                            : "yes"
                        : ""
                ),
                seat.Declared is null
                    ? null
                    : StepForm.Reason(filled, context, "Why is it put right? What was declared stays on the record."),
            ],
            Go(file, context, own ? "Declare this" : "Record it", Verbs.Declare, ("who", seat.Key), (Verbs.Do, "yes")).Main(),
            own
                ? Go(file, context, "Back to my part in the meeting", Verbs.MyMeeting)
                : Go(file, context, "Back to those invited", Verbs.Attendees)
        );
    }

    private static ActionExecute Main(ActionExecute button, bool main) => main ? button.Main() : button;
}
