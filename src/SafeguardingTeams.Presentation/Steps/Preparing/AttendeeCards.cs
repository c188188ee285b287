using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>For operations: who is invited to the Rapid Review meeting (B12, B14).</summary>
public static class AttendeeCards
{
    /// <summary>The choice that says that the agency of somebody entered by hand is entered, too.</summary>
    public const string AnotherAgency = SomebodyElse;

    /// <summary>The list, with the quorum as it stands to be.</summary>
    public static AdaptiveCard List(CaseFile file, Notice? notice, CardContext context, int page = 0) =>
        Card([
            Top(notice),
            Reference(file),
            Heading("Who is invited"),
            Say(
                "Each agency sends a senior representative without direct involvement in the case. Both are declared before "
                    + "they count towards the quorum or read the papers. Others can be invited too."
            ),
            Fact("Quorum", ReviewWords.Predicted(file)),
            .. file
                .Review.Attendees.Skip(page * OnOneCard)
                .Take(OnOneCard)
                .SelectMany(attendee =>
                    new Element[]
                    {
                        Fact(attendee.Contact.Display, ReviewWords.Attendee(attendee)).Apart(),
                        Buttons(
                            Go(file, context, $"Open {Inputs.Cut(attendee.Contact.Display, 60)}", Verbs.AttendeeDesk, ("who", attendee.Key))
                        ) with
                        {
                            Spacing = "small",
                        },
                    }
                ),
            file.Review.Attendees.IsEmpty ? Aside("Nobody yet.") : null,
            .. InRows([
                StepRules.MayTake(Step.InviteAttendee, file, context.Viewer)
                    ? Go(file, context, "Invite somebody", Verbs.AttendeeInvite).Main()
                    : null,
                .. Turn(file, context, Verbs.Attendees, file.Review.Attendees.Count, page),
                ToTheReview(file, context),
            ]),
        ]);

    /// <summary>One of those invited.</summary>
    public static AdaptiveCard Desk(CaseFile file, Attendee attendee, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Reference(file),
            Heading("Somebody invited"),
            Fact("Who", ReviewWords.Who(attendee.Contact)),
            Fact("As", ReviewWords.Attendee(attendee)),
            attendee.Declared is { } declared ? Fact("Declaration recorded", $"{Moment(declared.At)} by {declared.By}") : null,
            .. InRows(
                StepRules.MayTake(Step.DeclareForMeeting, file, context.Viewer)
                    ? Go(file, context, "Record their declaration", Verbs.Declare, ("who", attendee.Key)).Main()
                    : null,
                StepRules.MayTake(Step.InviteAttendee, file, context.Viewer)
                    ? Go(file, context, "No longer invited", Verbs.AttendeeRemove, ("who", attendee.Key))
                    : null,
                Go(file, context, "Back to those invited", Verbs.Attendees)
            ),
        ]);

    /// <summary>Invite somebody.</summary>
    /// <param name="people">The people of the partnership's list who are not invited yet.</param>
    /// <param name="agencies">The partnership's agencies, each with the partner it belongs to.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Invite(
        CaseFile file,
        IReadOnlyList<Actor> people,
        IReadOnlyList<(string Id, string Name, Role? Partner)> agencies,
        Filled filled,
        CardContext context
    ) =>
        Small(
            file,
            filled,
            context,
            "Invite somebody to the meeting",
            [.. Partners.Leads.Select(partner => Fact(Sentence(ReviewWords.Partner(partner)), Of(partner, agencies)))],
            [
                "In the quorum everybody stands for the partner their agency belongs to. Others can come, and stand for none.",
                "The Outlook invitation carries the reference, the time and a link, and nothing of the family.",
            ],
            [
                .. Person(
                    filled,
                    context,
                    "representative",
                    "Who?",
                    people,
                    Go(file, context, "Find", Verbs.AttendeeInvite, (Verbs.Do, Finding.Do))
                ),
                .. Choose(
                    filled,
                    context,
                    "agency",
                    "If somebody else: their agency",
                    [
                        .. agencies.Select(agency => new InputChoice(agency.Name, agency.Id)),
                        new("Another agency, entered below", AnotherAgency),
                    ]
                ),
                .. Line(filled, context, "another", "If another agency: its name"),
                .. Line(filled, context, "title", "Job title, for the list of participants (optional)"),
            ],
            Go(file, context, "Invite them", Verbs.AttendeeInvite, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to those invited", Verbs.Attendees)
        );

    private static string Of(Role partner, IEnumerable<(string Id, string Name, Role? Partner)> agencies) =>
        string.Join(", ", agencies.Where(agency => agency.Partner == partner).Select(agency => agency.Name));

    /// <summary>Take somebody off.</summary>
    public static AdaptiveCard Remove(CaseFile file, Attendee attendee, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "No longer invited?",
            [Fact("Who", ReviewWords.Who(attendee.Contact))],
            [
                file.Review.SentAt is null
                    ? "The invitation has not gone out yet."
                    : "Outlook tells them, and the papers are closed to them.",
            ],
            [StepForm.Reason(filled, context, file.Review.SentAt is null ? "Why? (optional)" : "Why are they no longer invited?")],
            Go(file, context, "Take them off", Verbs.AttendeeRemove, ("who", attendee.Key), (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to those invited", Verbs.Attendees)
        );
}
