using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Notification;

/// <summary>
/// The cards of the local authority's notification (A12, A13). This system never notifies anybody itself: the Panel's portal does.
/// </summary>
public static class NotificationCards
{
    /// <summary>How many children the portal's form takes; more go into its narrative (PD12).</summary>
    /// <summary>As many of the family stand on the card; how many more there are is said.</summary>
    private const int FamilyShown = 12;

    private const int PortalsChildren = 4;

    /// <summary>Whether the authority notifies (PD4).</summary>
    public static AdaptiveCard Decision(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Does the local authority notify?",
            [
                "The local authority has the last word, from triage on and whatever the partners say; their view and this "
                    + "decision stand side by side. All three partners should agree where time allows.",
                $"The partners' view: {(file.PartnersView is { } view ? RoundFacts.View(view) : "not decided yet")}.",
                "To notify as a serious incident starts the preparation of a Rapid Review. The death of a looked-after child "
                    + "is always notified, and a care leaver's is reported; without suspected abuse or neglect no Rapid Review "
                    + "follows.",
                $"Not to notify sends the case to the {context.Words.GroupName}; the leads, the Chair and the Scrutineer are "
                    + "told, and so is the referrer.",
            ],
            [
                Ground(file, filled, context),
                Reason(filled, context, "Reasons (needed where the authority does not notify, or changes its decision)"),
            ],
            [("It notifies", Verbs.NotificationDecision, "notify"), ("It does not notify", Verbs.NotificationDecision, "decline")],
            Again(file.AuthorityDecision)
        );

    /// <summary>The notification as sent, or corrected (A12).</summary>
    public static AdaptiveCard Sent(CaseFile file, Filled filled, CardContext context)
    {
        var typed =
            filled.Typed.Count > 0 || file.Notification is not { } sent
                ? filled
                : new Filled(
                    ImmutableDictionary<string, string>
                        .Empty.Add("date", Iso(London.DateOf(sent.SentAt)))
                        .Add("time", London.Local(sent.SentAt).ToString("HH:mm", CultureInfo.InvariantCulture))
                        .Add("reference", sent.Reference)
                        .Add("ground", sent.Ground.ToString()),
                    []
                );
        return Step(
            file,
            typed,
            context,
            file.Notification is null ? "Record the notification" : "Correct the notification",
            [
                "Send it through the Panel's own portal first; this system does not send it for you. Then record here what the "
                    + "portal said.",
                "As a serious incident it pins the Rapid Review's timetable: every date counts from the day it was sent.",
            ],
            [
                Ground(file, typed, context),
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.CardInvocation), "The day it was sent")
                {
                    Value = typed["date"] is { Length: > 0 } day ? day : Iso(context.Today),
                },
                Problem(filled, "time"),
                new InputTime(InputIds.For("time", context.CardInvocation), "The time it was sent") { Value = typed["time"] },
                Problem(filled, "reference"),
                new InputText(InputIds.For("reference", context.CardInvocation), "The portal's reference")
                {
                    Value = typed["reference"],
                    MaxLength = 200,
                },
                file.Notification is not null ? Reason(filled, context, "Why is it being corrected?")
                : file.AuthorityDecision is { Notifies: false }
                    ? Reason(filled, context, "It is recorded that the authority does not notify. Why has it notified after all?")
                : null,
            ],
            [("Record it", Verbs.NotificationSent, "yes")],
            Again(file.Notification)
        );
    }

    /// <summary>The facts the portal asks for, laid out for copying: one child a page (A12).</summary>
    /// <param name="child">Which child, from 0.</param>
    public static AdaptiveCard PortalFacts(CaseFile file, int child, CardContext context)
    {
        var (referral, form) = (new ReferralAnswers(file.Referral!.Answers), file.Referral.Form);
        var children = referral.Children;
        child = Math.Clamp(child, 0, children.Count - 1);
        ActionExecute Go(string title, int to) =>
            Button(context, title, Verbs.PortalFacts, ("case", Code(file.Id)), ("page", to.ToString(CultureInfo.InvariantCulture)));
        return Card([
            Aside($"Serious incident referral {file.Id}"),
            Heading("Facts for the Panel's portal"),
            Say(
                "Copy these into the portal. One notification covers one incident. What the referral does not say is marked; "
                    + "find it out before you send."
            ),
            children.Count > PortalsChildren
                ? Say($"The portal's form takes {PortalsChildren} children; put the others into its narrative.")
                : null,
            Subheading("The incident"),
            Fact("The local authority became aware", ShortDay(file.Awareness!.AwareOn)),
            Fact("Where it happened", Or(referral.Place)),
            Fact("Who was caring for the child", Or(referral.Carer)),
            Fact("Abuse or neglect", Inputs.Shown(referral.AbuseOrNeglect(form))),
            Fact("Criminal investigation", Inputs.Shown(referral.CriminalInvestigation(form))),
            Fact("Coroner's inquiry", Inputs.Shown(referral.CoronersInquiry(form))),
            Fact("The partners' view", file.PartnersView is { } view ? RoundFacts.View(view) : "not decided yet"),
            child == 0 ? new RichTextBlock([new TextRun("Circumstances and incident:") { Weight = "bolder" }]) : null,
            .. child == 0 ? Told(Inputs.Cut(referral.Circumstances, 8000)) : [],
            Subheading($"Child {child + 1} of {children.Count}"),
            .. Care(children[child]),
            .. children[child].Details(form).Select(detail => Fact(detail.Question.Label, Inputs.Shown(detail))),
            Subheading("Brothers, sisters and others"),
            .. referral.Family.Take(FamilyShown).Select(person => Fact(Or(person.Relationship), Or(person.Name))),
            referral.Family.Count > FamilyShown
                ? Say(
                    $"These are {FamilyShown} of {referral.Family.Count}. The other {referral.Family.Count - FamilyShown} stand in the "
                        + "referral: read them there."
                )
                : null,
            Buttons(
                child + 1 < children.Count ? Go("Next child", child + 1).Main() : null,
                child > 0 ? Go("Previous child", child - 1) : null,
                Button(context, "Record the notification", Verbs.NotificationSent, ("case", Code(file.Id))),
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))
            ),
        ]);
    }

    /// <summary>The Rapid Review's dates: pinned, or provisional, each with what it counts from (A13, PD2).</summary>
    public static AdaptiveCard Timetable(CaseFile file, WorkingDayCalendar calendar, CardContext context)
    {
        var pinned = file.Notification is { Timetable.IsEmpty: false } sent ? sent : null;
        var dayZero = DayZero(file, context);
        return Card([
            Aside($"Serious incident referral {file.Id}"),
            Heading(pinned is null ? "Rapid Review: provisional dates" : "Rapid Review: dates"),
            Say(
                pinned is null
                    ? $"The notification is not recorded yet. These dates assume that it is sent on {Day(dayZero)}, "
                        + (dayZero == context.Today ? "today" : "the last day the authority has; if it is sent earlier, they come earlier")
                        + "."
                    : $"Every date counts from the day the notification was sent, {Day(dayZero)}; that day is day 0."
            ),
            .. Dates(file, calendar, context),
            Fact("The three leads approve", "within 2 working days of the meeting, and in any case before the report is due"),
            Fact(
                "Counted from becoming aware instead",
                "the fifteen working days of the partnership's own text would end on "
                    + $"{Day(calendar.AddWorkingDays(file.Awareness!.AwareOn, 15))}; today's national guidance counts from the "
                    + "notification"
            ),
            Buttons(Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))),
        ]);
    }

    /// <summary>The lines of the timetable: all, or those asked for, each with what is left of it.</summary>
    internal static IEnumerable<Element> Dates(CaseFile file, WorkingDayCalendar calendar, CardContext context, params string[] only) =>
        (
            file.Notification is { Timetable.IsEmpty: false } sent
                ? sent.Timetable
                : RapidReviewTimetable.From(DayZero(file, context), calendar, file.Rules)
        )
            .Where(date => only.Length == 0 || only.Contains(date.Id))
            .Select(date =>
                Fact(
                    What(date.Id, file),
                    (date.Earliest is { } from ? $"from {Day(from)} (working day {date.FromDay}) to " : "by ")
                        + $"{Day(date.Latest)} (working day {date.ToDay}), {Left(file, date, calendar, context)}"
                )
            );

    /// <summary>What is left, or that it is done.</summary>
    private static string Left(CaseFile file, TimetableDate date, WorkingDayCalendar calendar, CardContext context) =>
        file.Clock(date.Id) is { StoppedAt: { } at } ? $"done {Moment(at)}"
        : date.Id == "returns"
        && file.Review.Agencies.Exists(agency => agency.AskedAt is not null)
        && !file.Review.Agencies.Exists(agency => agency is { AskedAt: not null, Return: null })
            ? "all are there"
        : Clocks.Left(date.Latest, context.Today, calendar);

    private static DateOnly DayZero(CaseFile file, CardContext context) =>
        file.Notification is { Timetable.IsEmpty: false } sent
            ? London.DateOf(sent.SentAt)
            : RapidReviewTimetable.ProvisionalDayZero(file, context.Today);

    private static string What(string id, CaseFile file) =>
        id switch
        {
            "letters" => "Letters and scoping forms to the agencies, meeting date set",
            "returns" => $"Agencies return the scoping form by {ReturnClock.EndsAt(file):HH:mm}: "
                + $"{file.Rules?.Of(Timescales.ScopingReturn) ?? Timescales.ScopingReturn.Number} working days after it is sent, "
                + "at the latest on the last day here",
            "pack" => "Documents shared with those attending",
            "meeting" => "Rapid Review meeting",
            "report" => "Report and letter to the national Panel",
            "agencies-told" => "Agencies told the outcome",
            _ => id,
        };

    /// <summary>What PD10 makes of a death in care.</summary>
    private static IEnumerable<Element> Care(ReferredChild child) =>
        (child.Outcome, child.LookedAfter) switch
        {
            (ChildOutcome.Died, LookedAfter.Yes) =>
            [
                Top(new(NoticeKind.Information, "This child was looked after: the death is always notified, abuse suspected or not."))!,
            ],
            (ChildOutcome.Died, LookedAfter.CareLeaver) =>
            [
                Top(new(NoticeKind.Information, "A care leaver: the death is reported, abuse suspected or not."))!,
            ],
            (ChildOutcome.Died, LookedAfter.NotKnown) =>
            [
                Top(
                    new(
                        NoticeKind.Information,
                        "It is not known whether this child was looked after. Find it out: the death of a looked-after child "
                            + "is always notified."
                    )
                )!,
            ],
            _ => [],
        };

    private static InputChoiceSet Ground(CaseFile file, Filled filled, CardContext context) =>
        new(
            InputIds.For("ground", context.CardInvocation),
            "What is being notified?",
            [
                new("A serious safeguarding incident", nameof(NotificationGround.SeriousIncident)),
                new(
                    "The death of a looked-after child; abuse or neglect is not suspected",
                    nameof(NotificationGround.LookedAfterChildsDeath)
                ),
                new("The death of a care leaver; abuse or neglect is not suspected", nameof(NotificationGround.CareLeaversDeath)),
            ]
        )
        {
            Value = filled["ground"] is { Length: > 0 } typed
                ? typed
                : (file.AuthorityDecision is { Notifies: true } decided ? decided.Ground : NotificationGround.SeriousIncident).ToString(),
        };

    private static string Or(string text) => text.Length > 0 ? text : "not in the referral";
}
