using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What agencies and attendees see of a Rapid Review.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ForAgencies()
    {
        var (asked, midway) = (Out, Midway);
        var (police, late, trust) = (Context(PoliceRep), At(Midway, PoliceRep), At(Midway, CaseStory.Representative("acute-trust")));
        ReviewAgency Of(CaseStory story, string key = "police") => story.File.Review.Agency(key)!;
        yield return ("my-agency-asked", MyAgencyCard.Draw(asked.File, Of(asked), null, police));
        yield return (
            "my-agency-returned",
            MyAgencyCard.Draw(midway.File, Of(midway), new(NoticeKind.Done, "The form is returned."), late)
        );
        yield return ("my-agency-late", MyAgencyCard.Draw(midway.File, Of(midway, "acute-trust"), null, trust));
        yield return (
            "my-agency-nil",
            MyAgencyCard.Draw(midway.File, Of(midway, "schools"), null, At(midway, CaseStory.Representative("schools")))
        );
        yield return ("my-agency-nil-asked", MyAgencyCard.Nil(asked.File, Of(asked), Filled.Nothing, police));
        yield return (
            "my-agency-nil-again",
            MyAgencyCard.Nil(
                midway.File,
                Of(midway),
                Wrong(("reason", "Say why the return is put right. The earlier one stays on the record.")),
                late
            )
        );
        yield return ("my-agency-begun", MyAgencyCard.Draw(asked.File, Of(asked), null, police, "Chief inspector, police"));
        yield return (
            "my-agency-nil-for-it",
            MyAgencyCard.Nil(
                asked.File,
                Of(asked),
                Wrong(
                    ("who", "Enter who told you that the family is not known: name and job title."),
                    ("heard", "Choose how they told you.")
                ),
                Context(Ops)
            )
        );
        var heard = Out.Given(
            new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", "") { Heard = CaseStory.ByTelephone },
            Ops
        );
        yield return ("my-agency-nil-heard", MyAgencyCard.Draw(heard.File, Of(heard), null, police));
        yield return ("review-agency-desk-nil-heard", AgencyCards.Desk(heard.File, Of(heard), null, Context(Ops)));
        yield return ("timeline-nil-heard", TimelineCard.Draw(heard.File, 0, Context(Ops)));
        yield return ("securing-empty", SecuringCards.Overview(asked.File, Of(asked), null, police));
        yield return ("securing", SecuringCards.Overview(midway.File, Of(midway), new(NoticeKind.Done, "Confirmed."), late));
        foreach (var step in Enum.GetValues<SecuringStep>())
        {
            yield return ($"securing-{step}", SecuringCards.Confirm(midway.File, Of(midway), step, Filled.Nothing, late));
        }

        yield return (
            "securing-wrong",
            SecuringCards.Confirm(
                asked.File,
                Of(asked),
                SecuringStep.Secured,
                Wrong(
                    ("said", "Say where they are now, such as: a locked cabinet in the safeguarding office."),
                    ("date", "This date is in the future.")
                ),
                police
            )
        );
        yield return (
            "nominee",
            SecuringCards.Nominee(asked.File, Of(asked), [CaseStory.Person("records-police")], Filled.Nothing, police)
        );
        yield return (
            "nominee-change-wrong",
            SecuringCards.Nominee(
                midway.File,
                Of(midway),
                [],
                Wrong(
                    ("nominee", "They are the nominee already."),
                    ("email", "Enter their email address: the folder is opened to the account with it."),
                    ("reason", "Say why the nominee is changed.")
                ),
                late
            )
        );
        yield return (
            "nominee-own",
            SecuringCards.OfTheNominee(midway.File, Of(midway), null, At(midway, CaseStory.Person("records-police")))
        );
        var member = CaseStory.Person("member", Role.GroupMember) with { AgencyId = "acute-trust" };
        midway.Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
        midway.Given(
            new Domain.Steps.Chasing.ChaseDeadline(CaseStory.Id, ReturnClock.Id("acute-trust")),
            CaseStory.Somebody(Role.ThisSystem)
        );
        yield return (
            "member",
            OpenedCard.Draw(
                new(midway.File, 0, BankHolidays.Calendar, new(NoticeKind.Problem, Refusal.NotYours.Message)),
                At(midway, member)
            )
        );
        yield return ("timeline-representative", TimelineCard.Draw(midway.File, 0, late));
        yield return ("timeline-another-representative", TimelineCard.Draw(midway.File, 0, trust));
        yield return ("timeline-attendee", TimelineCard.Draw(midway.File, 0, At(midway, CaseStory.Senior(Role.LeadPolice))));
        yield return ("opened-representative", OpenedCard.Draw(new(midway.File, 0, BankHolidays.Calendar), late));
    }

    private static IEnumerable<(string, AdaptiveCard)> ForAttendees()
    {
        var (asked, midway) = (Out, Midway);
        var (before, after) = (Context(CaseStory.Senior(Role.LeadPolice)), At(Midway, CaseStory.Senior(Role.LeadPolice)));
        yield return ("my-meeting-asked", MyMeetingCard.Draw(asked.File, asked.File.Review.Attendees[1], null, before));
        yield return ("my-meeting-papers", MyMeetingCard.Draw(midway.File, midway.File.Review.Attendees[1], null, after));
        yield return (
            "declare",
            MyMeetingCard.Declare(
                asked.File,
                asked.File.Review.Attendees[1],
                Wrong(("senior", "Choose an answer."), ("involved", "Choose an answer.")),
                before
            )
        );
        yield return (
            "declare-for-somebody",
            MyMeetingCard.Declare(midway.File, midway.File.Review.Attendees[3], Filled.Nothing, At(midway, Ops))
        );
        yield return ("papers-operations", PapersCards.List(midway.File, null, At(midway, Ops)));
        yield return ("papers-operations-early", PapersCards.List(asked.File, null, Context(Ops)));
        var together = CaseStory
            .At(Stage.UnderReview)
            .OtherSubmitted()
            .Given(
                new Domain.Steps.Joining.JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."),
                CaseStory.Somebody(Role.MashOfficer)
            );
        yield return ("papers-joined", PapersCards.List(together.File, null, At(together, Ops)));
        yield return ("papers-attendee", PapersCards.List(midway.File, null, after));
        var putIn = Midway
            .Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 9, new string('a', 64), ".pdf"), Ops)
            .Given(new AddPaper(CaseStory.Id, PaperKind.JointAgencyResponseMinutes, 9, new string('b', 64), ".docx"), Ops);
        yield return ("papers-put-in-attendee", PapersCards.List(putIn.File, null, after));
        yield return (
            "papers-share",
            PapersCards.Share(
                midway.File,
                new(
                    ImmutableDictionary<string, string>.Empty,
                    [new("nobody-declared", "Nobody invited has declared to be senior and not involved yet.")]
                ),
                At(midway, Ops)
            )
        );
        for (var section = 0; section < InitialScopingV1.Form.Pages.Length; section++)
        {
            yield return (
                $"return-{InitialScopingV1.Form.Pages[section].Id}",
                PapersCards.Read(midway.File, midway.File.Review.Agency("police")!, section, 0, after)
            );
        }
    }
}
