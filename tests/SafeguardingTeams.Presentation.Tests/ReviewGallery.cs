using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Review;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of the Rapid Review.</summary>
internal static partial class Gallery
{
    private static readonly Actor Ops = CaseStory.Somebody(Role.Operations);
    private static readonly Actor PoliceRep = CaseStory.Representative("police");

    private static CaseStory Preparing => CaseStory.At(Stage.Notified).Prepared();

    private static CaseStory Out => CaseStory.At(Stage.UnderReview);

    /// <summary>One return, one nil return, one late; records partly secured; somebody who does not count; an agency named in a return.</summary>
    internal static CaseStory Midway
    {
        get
        {
            var story = Out;
            var answers = story.CompleteReturn().With(InitialScopingV1.OtherAgencies, AnswerRow.Empty("o1").With("agency", "Probation").With("details", "Knew the mother's partner."));
            answers = answers.With(InitialScopingV1.Family, answers.RowsOf(InitialScopingV1.Family)[1].With("answer", "differs").With("how", "1 March 2023"));
            answers = answers.With(InitialScopingV1.Family, answers.RowsOf(InitialScopingV1.Family)[2].With("answer", "not-held"));
            story.Given(new ReturnScoping(CaseStory.Id, "police", true, answers, "on a card", ""), PoliceRep).Returned("schools", known: false).Declared()
                .Given(new InviteAttendee(CaseStory.Id, new("a-extra", new("", "Housing officer", "housing@council.example"), "housing", "Housing", "Team leader", null)), Ops)
                .Given(new DeclareForMeeting(CaseStory.Id, "a-extra", false, true), Ops)
                .Given(new ConfirmSecuring(CaseStory.Id, "police", SecuringStep.InvolvementChecked, "Two custody records and one electronic file.", new(2026, 11, 2)), PoliceRep)
                .Given(new ConfirmSecuring(CaseStory.Id, "police", SecuringStep.Secured, "A locked cabinet in the public protection office.", new(2026, 11, 2)), PoliceRep)
                .Given(new NameNominee(CaseStory.Id, "police", new("records-police", "Records manager, police", "records@police.example"), ""), PoliceRep)
                .Given(new SecureFile(CaseStory.Id, "police", 2_345_678, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ".pdf"), PoliceRep)
                .Given(new SharePack(CaseStory.Id), Ops);
            story.Now = CaseStory.Monday.AddDays(8);
            return story;
        }
    }

    private static CaseStory NotQuorate => Midway.Attended(Role.LeadLocalAuthority, Role.LeadHealth).Given(new RecordMeeting(CaseStory.Id, Answers.None, CaseStory.CompleteRecord(Out.File), ""), CaseStory.Somebody(Role.Chair));

    private static CaseStory ToApprove => CaseStory.At(Stage.AwaitingApproval);

    private static CaseStory ApprovalDiffers => ToApprove.Approves(Role.LeadLocalAuthority, true).Approves(Role.LeadHealth, false).Approves(Role.LeadPolice, true);

    private static CaseStory ApprovalMediated => ApprovalDiffers.Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).Given(new RecordApprovalMediation(CaseStory.Id, "They read the report together.", "Local authority and police."), CaseStory.Somebody(Role.Scrutineer));

    private static CaseStory PanelDiffers => CaseStory.At(Stage.AwaitingPanel).Given(new RecordPanelAnswer(CaseStory.Id, false, "A local review seems warranted.", London.DateOf(CaseStory.At(Stage.AwaitingPanel).Now), ""), Ops);

    private static CardContext At(CaseStory story, Actor actor) => Context(actor) with { Now = story.Now, Today = London.DateOf(story.Now) };

    private static Filled Wrong(params (string Field, string Message)[] wrong) => new(
        ImmutableDictionary<string, string>.Empty.Add("typed", "x"), [.. wrong.Select(one => new Refusal("x", one.Message, one.Field.Length > 0 ? one.Field : null))]);

    private static IEnumerable<(string, AdaptiveCard)> Reviews() => [.. ForOperations(), .. ForAgencies(), .. ForAttendees(), .. AtTheMeeting(), .. Approvals(), .. ReviewForms(), .. ReviewCases()];

    private static IEnumerable<(string, AdaptiveCard)> ForOperations()
    {
        var (preparing, ready, midway) = (CaseStory.At(Stage.PreparingRapidReview), Preparing, Midway);
        var ops = Context(Ops);
        var late = At(midway, Ops);
        Actor[] people = [PoliceRep with { Roles = [Role.AgencyRepresentative] }, CaseStory.Person("records-police")];
        yield return ("review-hub-empty", ReviewHubCard.Draw(preparing.File, BankHolidays.Calendar, null, ops));
        yield return ("review-hub-ready", ReviewHubCard.Draw(ready.File, BankHolidays.Calendar, new(NoticeKind.Done, "The meeting is planned. Invitations go out with the letters."), ops));
        yield return ("review-hub-midway", ReviewHubCard.Draw(midway.File, BankHolidays.Calendar, null, late));
        yield return ("review-agencies-empty", AgencyCards.List(preparing.File, null, ops));
        var left = midway.Given(new LeaveOut(CaseStory.Id, "An agency", "It is the referrer's own, asked as the acute trust."), Ops).File;
        yield return ("review-agencies", AgencyCards.List(left, new(NoticeKind.Done, "It is left out, with your reason."), late));
        yield return ("review-agency-add", AgencyCards.Add(ready.File, [("icb", "Integrated Care Board"), ("general-practice", "General practice")], Filled.Nothing, ops));
        yield return ("review-agency-add-wrong", AgencyCards.Add(ready.File, [], Wrong(("agency", "Enter the agency's name, or choose one.")), ops));
        yield return ("review-agency-leave-out", AgencyCards.LeaveOut(preparing.File, "As known to the agency.", Wrong(("reason", "Say why this agency is not asked.")), ops));
        yield return ("review-agency-desk", AgencyCards.Desk(ready.File, ready.File.Review.Agency("police")!, null, ops));
        yield return ("review-agency-desk-returned", AgencyCards.Desk(left, left.Review.Agency("police")!, null, late));
        var alarmed = midway.Given(new ReportFolder(CaseStory.Id, "acute-trust", "Somebody can open it who is not in the list."), CaseStory.Somebody(Role.ThisSystem)).File;
        yield return ("review-agency-desk-late", AgencyCards.Desk(alarmed, alarmed.Review.Agency("acute-trust")!, null, late));
        var later = Midway.Given(new ChooseAgency(CaseStory.Id, "n-1", "Probation", null), Ops);
        yield return ("review-agency-desk-new", AgencyCards.Desk(later.File, later.File.Review.Agency("n-1")!, new(NoticeKind.Done, "The agency is in the list. Say now who answers for it."), late));
        later.Given(new NameRepresentative(CaseStory.Id, "n-1", new("", "Head of the probation unit", "head@probation.example")), Ops);
        yield return ("review-agency-ask", AgencyCards.Ask(later.File, later.File.Review.Agency("n-1")!, new(2026, 11, 12), Filled.Nothing, late));
        var whileApproved = ToApprove.Given(new ChooseAgency(CaseStory.Id, "n-1", "Probation", new("", "Head of the probation unit", "head@probation.example")), Ops);
        yield return ("review-agency-ask-after-the-meeting", AgencyCards.Ask(whileApproved.File, whileApproved.File.Review.Agency("n-1")!, new(2026, 11, 20), Filled.Nothing, At(whileApproved, Ops)));
        yield return ("review-agency-remove", AgencyCards.Remove(ready.File, ready.File.Review.Agency("police")!, Filled.Nothing, ops));
        yield return ("review-representative", AgencyCards.Representative(ready.File, ready.File.Review.Agency("police")!, people, Filled.Nothing, ops));
        yield return ("review-representative-nobody", AgencyCards.Representative(later.File, later.File.Review.Agency("n-1")!, [], Wrong(("representative", "Choose somebody, or enter who they are: role and agency."), ("email", "Enter an email address, such as name@example.org.uk.")), late));
        yield return ("review-meeting-plan", MeetingPlanCards.Plan(preparing.File, BankHolidays.Calendar, null, Filled.Nothing, ops));
        yield return ("review-meeting-move", MeetingPlanCards.Plan(midway.File, BankHolidays.Calendar, ["Senior, police: 12 November, 10:00 to 12:00", "Senior, health: not known"], Filled.Nothing, late));
        yield return ("review-meeting-wrong", MeetingPlanCards.Plan(midway.File, BankHolidays.Calendar, null, Wrong(("date", "This is not a working day."), ("from", "Enter the time, for example 10:00."), ("to", "It ends before it begins, or it is longer than a day."), ("place", "Enter the place."), ("early", "This is before working day 9. Give the Chair's reason for not waiting for it."), ("reason", "Say why it is moved.")), late));
        yield return ("review-meeting-cancel", MeetingPlanCards.Cancel(midway.File, Wrong(("reason", "Say why it is cancelled.")), late));
        yield return ("review-attendees-empty", AttendeeCards.List(preparing.File, null, ops));
        yield return ("review-attendees", AttendeeCards.List(midway.File, null, late));
        yield return ("review-attendee-desk", AttendeeCards.Desk(midway.File, midway.File.Review.Attendees[0], null, late));
        yield return ("review-attendee-invite", AttendeeCards.Invite(midway.File, people, Filled.Nothing, late));
        yield return ("review-attendee-invite-wrong", AttendeeCards.Invite(midway.File, people, Wrong(("representative", "They are invited already."), ("email", "Enter an email address."), ("agency", "Enter their agency."), ("title", "Shorten it."), ("partner", "Choose one of the three partners, or none.")), late));
        yield return ("review-attendee-remove", AttendeeCards.Remove(midway.File, midway.File.Review.Attendees[3], Filled.Nothing, late));
        yield return ("review-preview-missing", SendCards.Preview(preparing.File, BankHolidays.Calendar, Filled.Nothing, ops));
        yield return ("review-preview", SendCards.Preview(ready.File, BankHolidays.Calendar, Filled.Nothing, ops));
    }

    private static IEnumerable<(string, AdaptiveCard)> ForAgencies()
    {
        var (asked, midway) = (Out, Midway);
        var (police, late, trust) = (Context(PoliceRep), At(Midway, PoliceRep), At(Midway, CaseStory.Representative("acute-trust")));
        ReviewAgency Of(CaseStory story, string key = "police") => story.File.Review.Agency(key)!;
        yield return ("my-agency-asked", MyAgencyCard.Draw(asked.File, Of(asked), null, police));
        yield return ("my-agency-returned", MyAgencyCard.Draw(midway.File, Of(midway), new(NoticeKind.Done, "The form is returned."), late));
        yield return ("my-agency-late", MyAgencyCard.Draw(midway.File, Of(midway, "acute-trust"), null, trust));
        yield return ("my-agency-nil", MyAgencyCard.Draw(midway.File, Of(midway, "schools"), null, At(midway, CaseStory.Representative("schools"))));
        yield return ("my-agency-nil-asked", MyAgencyCard.Nil(asked.File, Of(asked), Filled.Nothing, police));
        yield return ("my-agency-nil-again", MyAgencyCard.Nil(midway.File, Of(midway), Wrong(("reason", "Say why the return is put right. The earlier one stays on the record.")), late));
        yield return ("securing-empty", SecuringCards.Overview(asked.File, Of(asked), null, police));
        yield return ("securing", SecuringCards.Overview(midway.File, Of(midway), new(NoticeKind.Done, "Confirmed."), late));
        foreach (var step in Enum.GetValues<SecuringStep>())
        {
            yield return ($"securing-{step}", SecuringCards.Confirm(midway.File, Of(midway), step, Filled.Nothing, late));
        }

        yield return ("securing-wrong", SecuringCards.Confirm(asked.File, Of(asked), SecuringStep.Secured, Wrong(("said", "Say where they are now, such as: a locked cabinet in the safeguarding office."), ("date", "This date is in the future.")), police));
        yield return ("nominee", SecuringCards.Nominee(asked.File, Of(asked), [CaseStory.Person("records-police")], Filled.Nothing, police));
        yield return ("nominee-change-wrong", SecuringCards.Nominee(midway.File, Of(midway), [], Wrong(("nominee", "They are the nominee already."), ("email", "Enter their email address: the folder is opened to the account with it."), ("reason", "Say why the nominee is changed.")), late));
        yield return ("nominee-own", OpenedCard.Draw(new(midway.File, 0, BankHolidays.Calendar), At(midway, CaseStory.Person("records-police"))));
        var member = CaseStory.Person("member", Role.GroupMember) with { AgencyId = "acute-trust" };
        midway.Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
        midway.Given(new Domain.Steps.Chasing.ChaseDeadline(CaseStory.Id, ReturnClock.Id("acute-trust")), CaseStory.Somebody(Role.ThisSystem));
        yield return ("member", OpenedCard.Draw(new(midway.File, 0, BankHolidays.Calendar, new(NoticeKind.Problem, Refusal.NotYours.Message)), At(midway, member)));
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
        yield return ("declare", MyMeetingCard.Declare(asked.File, asked.File.Review.Attendees[1], Wrong(("senior", "Choose an answer."), ("involved", "Choose an answer.")), before));
        yield return ("declare-for-somebody", MyMeetingCard.Declare(midway.File, midway.File.Review.Attendees[3], Filled.Nothing, At(midway, Ops)));
        yield return ("papers-operations", PapersCards.List(midway.File, null, At(midway, Ops)));
        yield return ("papers-operations-early", PapersCards.List(asked.File, null, Context(Ops)));
        var together = CaseStory.At(Stage.UnderReview).OtherSubmitted().Given(new Domain.Steps.Joining.JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), CaseStory.Somebody(Role.MashOfficer));
        yield return ("papers-joined", PapersCards.List(together.File, null, At(together, Ops)));
        yield return ("papers-attendee", PapersCards.List(midway.File, null, after));
        var putIn = Midway.Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 9, new string('a', 64), ".pdf"), Ops).Given(new AddPaper(CaseStory.Id, PaperKind.JointAgencyResponseMinutes, 9, new string('b', 64), ".docx"), Ops);
        yield return ("papers-put-in-attendee", PapersCards.List(putIn.File, null, after));
        yield return ("papers-share", PapersCards.Share(midway.File, new(ImmutableDictionary<string, string>.Empty, [new("nobody-declared", "Nobody invited has declared to be senior and not involved yet.")]), At(midway, Ops)));
        for (var section = 0; section < InitialScopingV1.Form.Pages.Length; section++)
        {
            yield return ($"return-{InitialScopingV1.Form.Pages[section].Id}", PapersCards.Read(midway.File, midway.File.Review.Agency("police")!, section, 0, after));
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> AtTheMeeting()
    {
        var (midway, notQuorate) = (Midway, NotQuorate);
        var chair = At(midway, CaseStory.Somebody(Role.Chair));
        yield return ("at-meeting-empty", AtMeetingCards.Overview(midway.File, null, chair));
        yield return ("at-meeting-not-quorate", AtMeetingCards.Overview(notQuorate.File, null, At(notQuorate, CaseStory.Somebody(Role.Chair))));
        var ready = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        yield return ("at-meeting-ready", AtMeetingCards.Overview(ready.File, null, At(ready, Ops)));
        yield return ("at-meeting-agreed", AtMeetingCards.Overview(ToApprove.File, null, At(ToApprove, CaseStory.Somebody(Role.Chair))));
        yield return ("attendance", AtMeetingCards.Attendance(notQuorate.File, Filled.Nothing, chair));
        yield return ("attendance-wrong", AtMeetingCards.Attendance(midway.File, Wrong(("", "The meeting has not begun. Attendance is recorded from two hours before.")), chair));
        yield return ("agree", AtMeetingCards.Agree(ready.File, Filled.Nothing, At(ready, CaseStory.Somebody(Role.Chair))));
        yield return ("agree-not-quorate", AtMeetingCards.Agree(notQuorate.File, Filled.Nothing, At(notQuorate, CaseStory.Somebody(Role.Chair))));
        yield return ("reopen", AtMeetingCards.Reopen(ToApprove.File, Wrong(("reason", "Say why it is opened again. The leads are asked anew once it is agreed.")), At(ToApprove, CaseStory.Somebody(Role.Chair))));
    }

    private static IEnumerable<(string, AdaptiveCard)> Approvals()
    {
        var (ask, differ, again) = (ToApprove, ApprovalDiffers, ApprovalMediated);
        CardContext Lead(CaseStory story) => At(story, CaseStory.Lead(Role.LeadPolice));
        yield return ("approval", ApprovalCards.Lead(ask.Approves(Role.LeadHealth, false).File, Filled.Nothing, Lead(ask)));
        yield return ("approval-differ", ApprovalCards.Lead(differ.File, Filled.Nothing, Lead(differ)));
        yield return ("approval-again", ApprovalCards.Lead(again.File, Filled.Nothing, Lead(again)));
        yield return ("approval-comment", ApprovalCards.Reasons(ask.File, true, Filled.Nothing, Lead(ask)));
        yield return ("approval-refuse-wrong", ApprovalCards.Reasons(ask.File, false, Wrong(("reason", "Say why you do not approve it. The other leads, the Chair and the Scrutineer read it.")), Lead(ask)));
        yield return ("approval-telephone", ApprovalCards.Telephone(ask.File, Filled.Nothing, At(ask, Ops)));
        yield return ("approval-telephone-wrong", ApprovalCards.Telephone(ask.File, Wrong(("lead", "Choose whose decision it is."), ("given", "Say who gave it."), ("verified", "Say how you made sure who was speaking.")), At(ask, Ops)));
        yield return ("approval-mediation-ask", ApprovalCards.AskForMediation(differ.File, Filled.Nothing, Lead(differ)));
        yield return ("approval-mediation", ApprovalCards.Mediation(differ.File, Wrong(("outcome", "Say what came of the mediation."), ("agreed", "Say who agreed to it; if nobody did, say so.")), At(differ, CaseStory.Somebody(Role.Scrutineer))));
        var approved = CaseStory.At(Stage.AwaitingSubmission);
        yield return ("send-report", PanelCards.Send(approved.File, Filled.Nothing, At(approved, Ops)));
        yield return ("send-report-missing", PanelCards.Send(ask.File, Filled.Nothing, At(ask, Ops)));
        var sent = CaseStory.At(Stage.AwaitingPanel);
        yield return ("panel-answer", PanelCards.Answer(sent.File, Filled.Nothing, At(sent, Ops)));
        yield return ("panel-answer-wrong", PanelCards.Answer(CaseStory.At(Stage.PanelAnswered).File, Wrong(("date", "This is before the report was sent."), ("text", "Enter what the Panel answered."), ("reason", "Say why what was recorded is being corrected.")), At(sent, Ops)));
        yield return ("partners-response", PanelCards.Response(PanelDiffers.File, Filled.Nothing, At(sent, Ops)));
        var responded = PanelDiffers.Given(new RecordPartnersResponse(CaseStory.Id, "A thematic review covers it."), Ops);
        yield return ("partners-response-again", PanelCards.Response(responded.File, Wrong(("reason", "Say why what was recorded is being corrected. It stays on the record.")), At(responded, Ops)));
        yield return ("withdraw-review", PanelCards.Withdraw(ask.File, Wrong(("reason", "Say why the case does not meet the criteria after all, and what the Panel was told.")), At(ask, CaseStory.Somebody(Role.Chair))));
        var stuck = Midway.Given(new ReportStuck(CaseStory.Id, "x", "Letter and form to an agency (police)", "The address is not known."), CaseStory.Somebody(Role.ThisSystem)).Given(new ReportFolder(CaseStory.Id, "", "Somebody has access who should not."), CaseStory.Somebody(Role.ThisSystem));
        yield return ("case-stuck", CaseCard.Draw(new(stuck.File, 0, BankHolidays.Calendar), At(stuck, Ops)));
        yield return ("done-by-hand", PanelCards.ByHand(stuck.File, "x", stuck.File.Review.Stuck["x"], Wrong(("reason", "Say what you did, and when.")), At(stuck, Ops)));
        yield return ("end-access", PanelCards.EndAccess(sent.File, Filled.Nothing, At(sent, Ops)));
    }

    private static IEnumerable<(string, AdaptiveCard)> ReviewForms()
    {
        var (today, context) = (new DateOnly(2026, 11, 2), Context(Ops));
        var request = new Draft(CaseStory.Id, Ops.PersonId, DraftPurpose.ScopingRequest, ScopingRequestV1.FormId, 1, PrefilledRequest.Of(CaseStory.At(Stage.Notified).File), 1, CaseStory.Monday, CaseStory.Monday) { Before = Answers.None };
        var given = new Draft(CaseStory.Id, PoliceRep.PersonId, DraftPurpose.ScopingReturn, InitialScopingV1.FormId, 1, PrefilledReturn.Of(Out.File), 3, CaseStory.Monday, CaseStory.Monday) { About = "police" };
        var record = new Draft(CaseStory.Id, "the-chair", DraftPurpose.MeetingRecord, RapidReviewReportForms.Id2025, 1, Answers.None, 1, CaseStory.Monday, CaseStory.Monday) { Before = Answers.None };
        foreach (var draft in new[] { request, given, record })
        {
            var full = draft with { Answers = draft.Purpose == DraftPurpose.ScopingReturn ? Midway.File.Review.Agency("police")!.Return!.Answers : CaseStory.Complete(draft.Form) };
            foreach (var page in draft.Form.Pages)
            {
                yield return ($"{draft.FormId}-{page.Id}", FormPageCard.Draw(draft, page, [], null, context, beside: page.Id == RapidReviewReportForms.Criteria ? ["GSCP-6666-7777, 3 June 2025: neglect, non-mobile baby"] : null,
                    asked: draft == given && page.Id == InitialScopingV1.Involvement ? MyAgencyCard.AskedAbout(Out.File) : null));
                yield return ($"{draft.FormId}-{page.Id}-wrong", FormPageCard.Draw(draft, page, [.. Checking.Problems(page, draft.Answers, today)], null, context));
                yield return ($"{draft.FormId}-{page.Id}-full", FormPageCard.Draw(full, page, [], null, context, part: 0));
            }

            yield return ($"{draft.FormId}-review-incomplete", DraftReview(draft, today, context));
            yield return ($"{draft.FormId}-review-complete", DraftReview(full, today, context));
            yield return ($"{draft.FormId}-review-again", ReviewCard.Draw(full with { Again = true }, [], [], "", new(NoticeKind.Problem, "Somebody else has changed some of the same answers since you began."), context, "Say why it is put right."));
            yield return ($"{draft.FormId}-left", LeftCard.Saved(draft, context));
            yield return ($"{draft.FormId}-delete-asked", LeftCard.AskDelete(draft, context));
        }

        var putRight = Families.PutRight(Families.Sent(Families.FatherUnknown), Families.FatherFilledIn).File;
        var earlier = Families.Unplaced("d14", "Name", "Partner of the mother", "The partner’s other name").Concat(Families.Unplaced("d16", "Home address", "2 Example Street", "9 Other Road"));
        var read = given with { Answers = PrefilledReturn.With(given.Answers, earlier), How = "as a Word form, read in by operations" };
        yield return ("initial-scoping-which-letter", WhichLetterCard.Draw(read, "Metropolitan Police Service", SectionOne.SentTo(putRight, "police"), context));
        yield return ("initial-scoping-which-letter-placed", DraftReview(read with { Answers = PrefilledReturn.Placed(putRight, read.Answers, null) }, today, context));
        yield return ("initial-scoping-family-second", FormPageCard.Draw(given, given.Form.Page(InitialScopingV1.Family)!, [], null, context, part: 1));
        yield return ("home-drafts", HomeCard.Draw(new([.. new[] { request, given, record }.Select(draft => new DraftLine(draft.CaseId, draft.Purpose, draft.SavedAt) { Slot = draft.Slot })], 1, 0, HasTasks: true, MayFind: false), context));
    }

    private static AdaptiveCard DraftReview(Draft draft, DateOnly today, CardContext context) =>
        ReviewCard.Draw(draft, Checking.Problems(draft.Form, draft.Answers, today), Checking.Blanks(draft.Form, draft.Answers), "", null, context);

    private static IEnumerable<(string, AdaptiveCard)> ReviewCases()
    {
        var withdrawn = Midway.Given(new WithdrawReview(CaseStory.Id, "The harm was accidental; the Panel was told by telephone."), CaseStory.Somebody(Role.Chair));
        foreach (var (name, story) in new[]
        {
            ("preparing", Preparing), ("midway", Midway), ("not-quorate", NotQuorate), ("approval", ToApprove.Approves(Role.LeadHealth, false)), ("approval-differ", ApprovalDiffers), ("submission", CaseStory.At(Stage.AwaitingSubmission)),
            ("panel", CaseStory.At(Stage.AwaitingPanel)), ("panel-differs", PanelDiffers), ("answered", CaseStory.At(Stage.PanelAnswered)), ("withdrawn", withdrawn),
        })
        {
            foreach (var (role, actor) in new[] { ("operations", Ops), ("chair", CaseStory.Somebody(Role.Chair)), ("lead", CaseStory.Lead(Role.LeadPolice)), ("scrutineer", CaseStory.Somebody(Role.Scrutineer)), ("referrer", CaseStory.Referrer) })
            {
                yield return ($"case-review-{name}-{role}", OpenedCard.Draw(new(story.File, 0, BankHolidays.Calendar), At(story, actor)));
            }
        }

        yield return ("timeline-review-operations", TimelineCard.Draw(Midway.File, 0, At(Midway, Ops)));
    }

    private static IEnumerable<(string Name, CardKind Kind, string About, CaseFile File)> ReviewMessages()
    {
        var (asked, midway, over) = (Out.File, Midway.File, CaseStory.At(Stage.AwaitingPanel).File);
        return
        [
            ("asked", CardKind.ScopingTask, "police", asked), ("returned", CardKind.ScopingTask, "police", midway), ("nil", CardKind.ScopingTask, "schools", midway),
            ("one", CardKind.ReturnReceived, "police.30", midway), ("named", CardKind.AgencyNamed, "30", midway), ("asked", CardKind.AttendeeTask, $"a-{Role.LeadPolice}", asked), ("papers", CardKind.AttendeeTask, $"a-{Role.LeadPolice}", midway),
            ("not-counting", CardKind.AttendeeTask, "a-extra", midway), ("gone", CardKind.AttendeeTask, "a-nobody", midway), ("open", CardKind.NomineeTask, "police", midway), ("ended", CardKind.NomineeTask, "police", CaseStory.At(Stage.AwaitingPanel).Given(new EndAccess(CaseStory.Id), Ops).File),
            ("doubt", CardKind.QuorumWarning, "", asked), ("planned", CardKind.MeetingTask, "", midway), ("agreed", CardKind.MeetingTask, "", over), ("open-again", CardKind.MeetingTask, "", ToApprove.Given(new ReopenRecommendation(CaseStory.Id, "The wrong letter was chosen."), CaseStory.Somebody(Role.Chair)).File), ("none", CardKind.FolderAlarm, "", midway), ("none", CardKind.StuckAlarm, "30", midway),
            ("one", CardKind.StuckAlarm, "30", Midway.Given(new ReportStuck(CaseStory.Id, "x", "The document pack", "Microsoft 365 could not be reached after many tries."), CaseStory.Somebody(Role.ThisSystem)).File),
           
            ("asked", CardKind.ApprovalTask, "1", ToApprove.File), ("differ", CardKind.ApprovalTask, "1", ApprovalDiffers.File), ("again", CardKind.ApprovalTask, "2", ApprovalMediated.File), ("over", CardKind.ApprovalTask, "1", over),
            ("one", CardKind.ApprovalProgress, "1", ToApprove.Approves(Role.LeadHealth, true).File), ("differ", CardKind.ApprovalProgress, "1", ApprovalDiffers.File),
            ("asked", CardKind.ApprovalMediation, "1", ApprovalDiffers.Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File), ("offered", CardKind.ApprovalMediation, "1", ApprovalDiffers.File),
            ("approved", CardKind.PanelNews, "approved-40", CaseStory.At(Stage.AwaitingSubmission).File), ("record", CardKind.PanelNews, "record-40", ToApprove.File), ("sent", CardKind.PanelNews, "sent", over), ("concurs", CardKind.PanelNews, "answer-50", CaseStory.At(Stage.PanelAnswered).File), ("differs", CardKind.PanelNews, "answer-50", PanelDiffers.File),
            ("withdrawn", CardKind.ReviewWithdrawn, "", Midway.Given(new WithdrawReview(CaseStory.Id, "Accidental."), CaseStory.Somebody(Role.Chair)).File),
        ];
    }
}
