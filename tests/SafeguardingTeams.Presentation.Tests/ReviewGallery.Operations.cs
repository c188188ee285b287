using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What operations see of a Rapid Review.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ForOperations()
    {
        var (preparing, ready, midway) = (CaseStory.At(Stage.PreparingRapidReview), Preparing, Midway);
        var ops = Context(Ops);
        var late = At(midway, Ops);
        Actor[] people = [PoliceRep with { Roles = [Role.AgencyRepresentative] }, CaseStory.Person("records-police")];
        yield return ("review-hub-empty", ReviewHubCard.Draw(preparing.File, BankHolidays.Calendar, null, ops));
        yield return (
            "review-hub-ready",
            ReviewHubCard.Draw(
                ready.File,
                BankHolidays.Calendar,
                new(NoticeKind.Done, "The meeting is planned. Invitations go out with the letters."),
                ops
            )
        );
        yield return ("review-hub-midway", ReviewHubCard.Draw(midway.File, BankHolidays.Calendar, null, late));
        yield return ("review-agencies-empty", AgencyCards.List(preparing.File, null, ops));
        var left = midway.Given(new LeaveOut(CaseStory.Id, "An agency", "It is the referrer's own, asked as the acute trust."), Ops).File;
        yield return ("review-agencies", AgencyCards.List(left, new(NoticeKind.Done, "It is left out, with your reason."), late));
        yield return (
            "review-agency-add",
            AgencyCards.Add(ready.File, [("icb", "Integrated Care Board"), ("general-practice", "General practice")], Filled.Nothing, ops)
        );
        yield return (
            "review-agency-add-wrong",
            AgencyCards.Add(ready.File, [], Wrong(("agency", "Enter the agency's name, or choose one.")), ops)
        );
        yield return (
            "review-agency-leave-out",
            AgencyCards.LeaveOut(preparing.File, "As known to the agency.", Wrong(("reason", "Say why this agency is not asked.")), ops)
        );
        yield return ("review-agency-desk", AgencyCards.Desk(ready.File, ready.File.Review.Agency("police")!, null, ops));
        yield return ("review-agency-desk-returned", AgencyCards.Desk(left, left.Review.Agency("police")!, null, late));
        var alarmed = midway
            .Given(
                new ReportFolder(CaseStory.Id, "acute-trust", "Somebody can open it who is not in the list."),
                CaseStory.Somebody(Role.ThisSystem)
            )
            .File;
        yield return ("review-agency-desk-late", AgencyCards.Desk(alarmed, alarmed.Review.Agency("acute-trust")!, null, late));
        var later = Midway.Given(new ChooseAgency(CaseStory.Id, "n-1", "Probation", null), Ops);
        yield return (
            "review-agency-desk-new",
            AgencyCards.Desk(
                later.File,
                later.File.Review.Agency("n-1")!,
                new(NoticeKind.Done, "The agency is in the list. Say now who answers for it."),
                late
            )
        );
        later.Given(new NameRepresentative(CaseStory.Id, "n-1", new("", "Head of the probation unit", "head@probation.example")), Ops);
        yield return (
            "review-agency-ask",
            AgencyCards.Ask(
                later.File,
                later.File.Review.Agency("n-1")!,
                London.Instant(new(2026, 11, 12), new(17, 0)),
                Filled.Nothing,
                late
            )
        );
        var whileApproved = ToApprove.Given(
            new ChooseAgency(CaseStory.Id, "n-1", "Probation", new("", "Head of the probation unit", "head@probation.example")),
            Ops
        );
        yield return (
            "review-agency-ask-after-the-meeting",
            AgencyCards.Ask(
                whileApproved.File,
                whileApproved.File.Review.Agency("n-1")!,
                London.Instant(new(2026, 11, 20), new(17, 0)),
                Filled.Nothing,
                At(whileApproved, Ops)
            )
        );
        yield return ("review-agency-remove", AgencyCards.Remove(ready.File, ready.File.Review.Agency("police")!, Filled.Nothing, ops));
        yield return ("review-agency-take-off", AgencyCards.TakeOff(Out.File, Out.File.Review.Agency("schools")!, Filled.Nothing, ops));
        yield return (
            "review-agency-take-off-wrong",
            AgencyCards.TakeOff(
                ToApprove.File,
                ToApprove.File.Review.Agency("schools")!,
                Wrong(("reason", "Say why it was a mistake to ask this agency.")),
                At(ToApprove, Ops)
            )
        );
        var off = Out.Given(new TakeOffAgency(CaseStory.Id, "schools", "It is another school of that name."), Ops);
        yield return ("review-agency-desk-taken-off", AgencyCards.Desk(off.File, off.File.Review.Agency("schools")!, null, ops));
        yield return ("review-agencies-taken-off", AgencyCards.List(off.File, null, ops));
        yield return (
            "review-representative",
            AgencyCards.Representative(ready.File, ready.File.Review.Agency("police")!, people, Filled.Nothing, ops)
        );
        yield return (
            "review-representative-nobody",
            AgencyCards.Representative(
                later.File,
                later.File.Review.Agency("n-1")!,
                [],
                Wrong(
                    ("representative", "Choose somebody, or enter who they are: role and agency."),
                    ("email", "Enter an email address, such as name@example.org.uk.")
                ),
                late
            )
        );
        yield return ("review-meeting-plan", MeetingPlanCards.Plan(preparing.File, BankHolidays.Calendar, null, Filled.Nothing, ops));
        yield return (
            "review-meeting-move",
            MeetingPlanCards.Plan(
                midway.File,
                BankHolidays.Calendar,
                ["Senior, police: 12 November, 10:00 to 12:00", "Senior, health: not known"],
                Filled.Nothing,
                late
            )
        );
        yield return (
            "review-meeting-wrong",
            MeetingPlanCards.Plan(
                midway.File,
                BankHolidays.Calendar,
                null,
                Wrong(
                    ("date", "This is not a working day."),
                    ("from", "Enter the time, for example 10:00."),
                    ("to", "It ends before it begins, or it is longer than a day."),
                    ("place", "Enter the place."),
                    ("early", "This is before working day 9. Give the Chair's reason for not waiting for it."),
                    ("reason", "Say why it is moved.")
                ),
                late
            )
        );
        yield return ("review-meeting-cancel", MeetingPlanCards.Cancel(midway.File, Wrong(("reason", "Say why it is cancelled.")), late));
        yield return ("review-attendees-empty", AttendeeCards.List(preparing.File, null, ops));
        yield return ("review-attendees", AttendeeCards.List(midway.File, null, late));
        yield return ("review-attendee-desk", AttendeeCards.Desk(midway.File, midway.File.Review.Attendees[0], null, late));
        yield return ("review-attendee-invite", AttendeeCards.Invite(midway.File, people, Invited, Filled.Nothing, late));
        yield return (
            "review-attendee-invite-wrong",
            AttendeeCards.Invite(
                midway.File,
                people,
                Invited,
                Wrong(
                    ("representative", "They are invited already."),
                    ("email", "Enter an email address."),
                    ("agency", "Enter their agency."),
                    ("title", "Shorten it.")
                ),
                late
            )
        );
        yield return ("review-attendee-remove", AttendeeCards.Remove(midway.File, midway.File.Review.Attendees[3], Filled.Nothing, late));
        yield return ("review-preview-missing", SendCards.Preview(preparing.File, BankHolidays.Calendar, Filled.Nothing, ops));
        yield return ("review-preview", SendCards.Preview(ready.File, BankHolidays.Calendar, Filled.Nothing, ops));
    }

    /// <summary>Agencies to choose from when somebody is invited, with the partner each belongs to.</summary>
    private static readonly (string, string, Role?)[] Invited =
    [
        ("mash", "Greenwich MASH", Role.LeadLocalAuthority),
        ("childrens-services", "Royal Borough of Greenwich, Children's Services", Role.LeadLocalAuthority),
        ("police", "Metropolitan Police Service", Role.LeadPolice),
        ("icb", "Integrated Care Board (formerly CCG)", Role.LeadHealth),
        ("schools", "Schools and colleges", null),
    ];
}
