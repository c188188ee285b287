using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Review;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The cards of preparing, returning and securing, by verb; those of the meeting and after it are in <see cref="ReviewEndings"/>.</summary>
public sealed class ReviewTable(ReviewDesk desk)
{
    internal static bool Knows(string verb) => verb is Verbs.Review or Verbs.Agencies or Verbs.AgencyAdd or Verbs.AgencyDesk or Verbs.AgencyRemove or Verbs.AgencyLeaveOut or Verbs.AgencyAsk or Verbs.Representative
        or Verbs.MeetingPlan or Verbs.MeetingCancel or Verbs.Attendees or Verbs.AttendeeDesk or Verbs.AttendeeInvite or Verbs.AttendeeRemove or Verbs.Declare or Verbs.SendPreview or Verbs.SendScoping
        or Verbs.MyAgency or Verbs.NilReturn or Verbs.Securing or Verbs.SecuringConfirm or Verbs.Nominee or Verbs.MyMeeting || ReviewEndings.Knows(verb);

    internal ReviewCardOf Of(Press press)
    {
        var (agency, who) = (press.Key("agency"), press.Key("who"));
        return press.Action.Verb switch
        {
            Verbs.Review => new(ForOperations, (file, filled, context) => desk.Hub(file, OnTop(filled), context)),
            Verbs.Agencies => new(ForOperations, (file, filled, context) => AgencyCards.List(file, OnTop(filled), context, ReviewEndings.Number(press, "page"))),
            Verbs.AgencyDesk => new(Desk(agency), (file, filled, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, OnTop(filled), context)),
            Verbs.AgencyAdd => Adding(press),
            Verbs.AgencyRemove => new(Change(Step.ChooseAgency, agency), (file, filled, context) => AgencyCards.Remove(file, file.Review.Agency(agency)!, filled, context))
            {
                Command = p => (new RemoveAgency(Id(p), agency), null), Says = _ => "The agency is off the list.", After = (file, said, context) => AgencyCards.List(file, said, context),
            },
            Verbs.AgencyLeaveOut => new(May(Step.ChooseAgency), (file, filled, context) => AgencyCards.LeaveOut(file, press.Key("name"), filled, context))
            {
                Command = p => (new LeaveOut(Id(p), p.Key("name"), p.Input("reason")), null), Says = _ => "It is left out, with your reason.", After = (file, said, context) => AgencyCards.List(file, said, context),
                IsOpen = file => NamedAgencies.Unasked(file).Contains(press.Key("name"), StringComparer.OrdinalIgnoreCase),
            },
            Verbs.AgencyAsk => new(Change(Step.AskAgency, agency), (file, filled, context) => AgencyCards.Ask(file, file.Review.Agency(agency)!, ReturnClock.Expected(file, desk.Calendar, context.Today), filled, context))
            {
                Command = p => (new AskAgency(Id(p), agency), null), Says = _ => "Letter and form are being sent.", After = (file, said, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, said, context),
                IsOpen = file => file.Review.Agency(agency)?.AskedAt is null,
            },
            Verbs.Representative => new(Change(Step.ChooseAgency, agency), (file, filled, context) => AgencyCards.Representative(file, file.Review.Agency(agency)!, desk.PeopleOf(agency), filled, context))
            {
                Command = p => (new NameRepresentative(Id(p), agency, desk.ContactOf(p, "representative")), null),
                Says = file => file.Review.Agency(agency)!.AskedAt is null ? "Saved." : "Saved. Letter and form are being sent to the new representative.",
                After = (file, said, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, said, context),
            },
            Verbs.MeetingPlan => new(May(Step.PlanMeeting), (file, filled, context) => MeetingPlanCards.Plan(file, desk.Calendar, press.Busy, filled, context))
            {
                Command = Plan, Says = file => file.Review.SentAt is null ? "The meeting is planned. Invitations go out with the letters." : "The meeting is planned. Everybody invited is being told.", After = desk.Hub,
            },
            Verbs.MeetingCancel => new(May(Step.PlanMeeting), MeetingPlanCards.Cancel)
            {
                Command = p => (new CancelMeeting(Id(p), p.Input("reason")), null), Says = _ => "The meeting is cancelled. Plan another in time.", After = desk.Hub, IsOpen = file => file.Review.Meeting is not null,
            },
            Verbs.Attendees => new(ForOperations, (file, filled, context) => AttendeeCards.List(file, OnTop(filled), context, ReviewEndings.Number(press, "page"))),
            Verbs.AttendeeDesk => new(Invited(who), (file, filled, context) => AttendeeCards.Desk(file, Seat(file, who)!, OnTop(filled), context)),
            Verbs.AttendeeInvite => new(May(Step.InviteAttendee), (file, filled, context) => AttendeeCards.Invite(file, desk.NotInvited(file), filled, context))
            {
                Command = Invite, Says = file => file.Review.SentAt is null ? "They are on the list. The invitation goes out with the letters." : "They are being invited.", After = (file, said, context) => AttendeeCards.List(file, said, context),
            },
            Verbs.AttendeeRemove => new((file, actor) => Permissions.Refuse(Step.InviteAttendee, file, actor) ?? Invited(who)(file, actor), (file, filled, context) => AttendeeCards.Remove(file, Seat(file, who)!, filled, context))
            {
                Command = p => (new TakeOffAttendee(Id(p), who, p.Input("reason")), null), Says = _ => "They are no longer invited.", After = (file, said, context) => AttendeeCards.List(file, said, context),
            },
            Verbs.Declare => Declaring(who),
            Verbs.SendPreview or Verbs.SendScoping => new(ForOperations, (file, filled, context) => SendCards.Preview(file, desk.Calendar, filled, context, ReviewEndings.Number(press, "page")))
            {
                Command = p => p.Action.Verb == Verbs.SendScoping ? (new SendScoping(Id(p)), null) : (null, Refusal.Overtaken), IsOpen = file => file.Review.SentAt is null,
                Says = file => $"Letters and forms are on their way to {file.Review.Agencies.Count} agencies, with the invitations to the meeting.", After = desk.Hub,
            },
            Verbs.MyAgency => new((file, actor) => Own(file, actor, agency) is null ? Refusal.NotYours : null, (file, filled, context) => MyAgencyCard.Draw(file, Own(file, context.Viewer, agency)!, OnTop(filled), context)),
            Verbs.NilReturn => new(For(Step.ReturnScoping, agency), (file, filled, context) => MyAgencyCard.Nil(file, file.Review.Agency(agency)!, filled, context))
            {
                Command = p => (new ReturnScoping(Id(p), agency, false, Domain.Forms.Answers.None, "on a card", p.Input("reason"), p.Key("again") == "yes"), null),
                Says = _ => "It is recorded that the family is not known. That counts as the return.", After = (file, said, context) => ReviewDesk.Agency(file, agency, said, context),
            },
            Verbs.Securing => new(Acting(agency), (file, filled, context) => SecuringCards.Overview(file, file.Review.Agency(agency)!, OnTop(filled), context)),
            Verbs.SecuringConfirm => new(For(Step.SecureRecords, agency), (file, filled, context) => SecuringCards.Confirm(file, file.Review.Agency(agency)!, What(press), filled, context))
            {
                Command = p => Day(p, "date") is { } day ? (new ConfirmSecuring(Id(p), agency, What(p), p.Input("said"), day), null) : (null, new Refusal("date-needed", "Enter a real date.", "date")),
                Says = _ => "Confirmed.", After = (file, said, context) => SecuringCards.Overview(file, file.Review.Agency(agency)!, said, context),
            },
            Verbs.Nominee => new(For(Step.SecureRecords, agency), (file, filled, context) => SecuringCards.Nominee(file, file.Review.Agency(agency)!, desk.PeopleOf(agency), filled, context))
            {
                Command = p => (new NameNominee(Id(p), agency, desk.ContactOf(p, "nominee"), p.Input("reason")), null),
                Says = _ => "The nominee is named. The folder is being opened to them.", After = (file, said, context) => SecuringCards.Overview(file, file.Review.Agency(agency)!, said, context),
            },
            Verbs.MyMeeting => new((file, actor) => ReviewInsight.Seat(file, actor) is null ? Refusal.NotYours : null, (file, filled, context) => MyMeetingCard.Draw(file, ReviewInsight.Seat(file, context.Viewer)!, OnTop(filled), context)),
            _ => ReviewEndings.Of(press),
        };
    }

    /// <summary>A new agency: chosen, entered, or one that was named. Its desk comes next: who answers for it?</summary>
    private ReviewCardOf Adding(Press press)
    {
        IEnumerable<string> given = press.Key(Verbs.Do) == "named" ? [press.Key("name")]
            : [.. press.Input("agency").Split(',').Select(Uri.UnescapeDataString), press.Input("name")];
        var all = given.Where(one => one.Trim().Length > 0).Select(desk.AgencyOf).DistinctBy(one => one.Key).ToImmutableList();
        bool IsOne(CaseFile file) => all.Count == 1 && file.Review.Agency(all[0].Key) is { Representative: null };
        return new(May(Step.ChooseAgency), (file, filled, context) => AgencyCards.Add(file, desk.NotChosen(file), filled, context))
        {
            Command = p => (new ChooseAgencies(Id(p), all.ConvertAll(one => new ChooseAgency(Id(p), one.Key, one.Name, desk.RepresentativeOf(one.Key)))), null),
            Says = file => IsOne(file) ? "The agency is in the list. Say now who answers for it."
                : $"{(all.Count == 1 ? "The agency is" : $"{all.Count} agencies are")} in the list. {(file.Review.Agencies.Exists(agency => agency.Representative is null) ? "Say who answers for those that have nobody yet." : "Look whether the right person answers for each.")}",
            After = (file, said, context) => IsOne(file) ? AgencyCards.Desk(file, file.Review.Agency(all[0].Key)!, said, context) : AgencyCards.List(file, said, context),
        };
    }

    /// <summary>A declaration: one's own, or recorded by operations for somebody.</summary>
    private static ReviewCardOf Declaring(string who) => new(
        (file, actor) => Permissions.Refuse(Step.DeclareForMeeting, file, actor)
            ?? (Seat(file, who) is { } seat && (seat.Contact.PersonId == actor.PersonId || Permissions.SeesAs(file, actor, [Role.Operations])) ? null : Refusal.NotYours),
        (file, filled, context) => MyMeetingCard.Declare(file, Seat(file, who)!, filled, context))
    {
        Command = p => (p.Input("senior"), p.Input("involved")) switch
        {
            ("yes" or "no", "yes" or "no") => (new DeclareForMeeting(Id(p), who, p.Input("senior") == "yes", p.Input("involved") == "no"), null),
            ("yes" or "no", _) => (null, new Refusal("answer-needed", "Choose an answer.", "involved")),
            _ => (null, new Refusal("answer-needed", "Choose an answer.", "senior")),
        },
        Says = file => Seat(file, who) is { IsEligible: true } ? "Declared: senior and not involved. That counts towards the quorum, and opens the papers once they are shared." : "Declared. That does not count towards the quorum and opens no papers; the agency can send somebody else.",
        After = (file, said, context) => Seat(file, who) is { } seat && seat.Contact.PersonId == context.Viewer.PersonId ? MyMeetingCard.Draw(file, seat, said, context) : AttendeeCards.List(file, said, context),
    };

    private (Command?, Refusal?) Invite(Press press)
    {
        var contact = desk.ContactOf(press, "representative");
        var person = desk.Everybody.FirstOrDefault(one => one.PersonId == contact.PersonId);
        var (key, name) = person is null ? desk.AgencyOf(press.Input("agency")) : (person.AgencyId, person.AgencyName);
        var partner = Enum.TryParse<Role>(press.Input("partner"), out var role) && Partners.Leads.Contains(role) ? role : (Role?)null;
        return (new InviteAttendee(Id(press), new($"a-{press.CommandId[..10]}", contact, key, name, press.Input("title").Trim(), partner)), null);
    }

    private static (Command?, Refusal?) Plan(Press press) =>
        Day(press, "date") is not { } day ? (null, new Refusal("date-needed", "Enter a real date.", "date"))
        : Time(press, "from") is not { } from ? (null, new Refusal("time-needed", "Enter the time, for example 10:00.", "from"))
        : Time(press, "to") is not { } to ? (null, new Refusal("time-needed", "Enter the time, for example 12:00.", "to"))
        : !Enum.TryParse<MeetingKind>(press.Input("how"), out var how) || !Enum.IsDefined(how) ? (null, new Refusal("answer-needed", "Choose an answer.", "how"))
        : (new PlanMeeting(Id(press), London.Instant(day, from), London.Instant(day, to), how, press.Input("place"), press.Input("early"), press.Input("reason")), null);

    internal static Notice? OnTop(Filled filled) => filled.Refusals.IsEmpty ? null : new(NoticeKind.Problem, filled.Refusals[0].Message);

    internal static Func<CaseFile, Actor, Refusal?> May(Step step) => (file, actor) => Permissions.Refuse(step, file, actor);

    internal static Refusal? ForOperations(CaseFile file, Actor actor) => Permissions.SeesAs(file, actor, [Role.Operations]) && IsOn(file) ? null : Refusal.NotYours;

    /// <summary>Whether there is a Rapid Review to prepare, to hold or to look back at.</summary>
    internal static bool IsOn(CaseFile file) => file.Stage is Stage.PreparingRapidReview or Stage.Notified or Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.AwaitingPanel or Stage.PanelAnswered;

    private static Func<CaseFile, Actor, Refusal?> Desk(string agency) => (file, actor) => ForOperations(file, actor) ?? (file.Review.Agency(agency) is null ? Refusal.Overtaken : null);

    private static Func<CaseFile, Actor, Refusal?> Change(Step step, string agency) => (file, actor) => Permissions.Refuse(step, file, actor) ?? (file.Review.Agency(agency) is null ? Refusal.Overtaken : null);

    private static Func<CaseFile, Actor, Refusal?> Invited(string who) => (file, actor) => ForOperations(file, actor) ?? (Seat(file, who) is null ? Refusal.Overtaken : null);

    /// <summary>A step done for an agency: by its representative or by operations; to others the same words whether the agency is asked or not.</summary>
    private static Func<CaseFile, Actor, Refusal?> For(Step step, string agency) => (file, actor) => Permissions.Refuse(step, file, actor) ?? Acting(agency)(file, actor);

    private static Func<CaseFile, Actor, Refusal?> Acting(string agency) => (file, actor) =>
        file.Review.Agency(agency) is { AskedAt: not null } one && AgencyRights.ActsFor(actor, one, file) ? null : Refusal.NotYours;

    private static ReviewAgency? Own(CaseFile file, Actor actor, string agency) =>
        ReviewInsight.Agencies(file, actor).FirstOrDefault(one => agency.Length == 0 || one.Key == agency);

    private static Attendee? Seat(CaseFile file, string who) => file.Review.Attendees.Find(attendee => attendee.Key == who);

    private static SecuringStep What(Press press) => Enum.TryParse<SecuringStep>(press.Key("what"), out var step) && Enum.IsDefined(step) ? step : SecuringStep.InvolvementChecked;

    private static CaseId Id(Press press) => press.CaseId!.Value;

    internal static DateOnly? Day(Press press, string name) =>
        DateOnly.TryParseExact(press.Input(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? Time(Press press, string name) =>
        TimeOnly.TryParseExact(press.Input(name), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
