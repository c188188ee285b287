using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Stored;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of recommending, deciding, mediating and notifying, and the messages that bring them.</summary>
internal static partial class Gallery
{
    private static CaseStory Reached => CaseStory.At(Stage.AwaitingRecommendation);

    private static CaseStory Asked => CaseStory.At(Stage.AwaitingPartners);

    private static CaseStory Differing => Asked.TheyDiffer();

    private static CaseStory AfterMediation => Differing.Mediated();

    private static CaseStory NotAgreed => AfterMediation.TheyDiffer();

    private static CaseStory Declined => CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false);

    private static CaseStory Special => Declined.Given(new AskForSpecialMeeting(CaseStory.Id, "It should not wait."), CaseStory.Somebody(Role.Chair));

    /// <summary>A death notified as one without suspected abuse, and the partners say since that the criteria are met.</summary>
    private static CaseStory LookAgain => Asked.Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""), CaseStory.Somebody(Role.AuthorityNotifier)).AllAgree();

    private static IEnumerable<(string Name, CardKind Kind, string About, CaseFile File)> Messages()
    {
        var stood = Asked.Given(new StandAside(CaseStory.Id), CaseStory.Lead(Role.LeadPolice));
        var late = Reached;
        late.Now = CaseStory.Monday.AddDays(3);
        late.Given(new ChaseDeadline(CaseStory.Id, Timescales.InformLeads.Id), CaseStory.Somebody(Role.ThisSystem));
        var before = Reached;
        before.Now = new(2026, 11, 6, 9, 0, 0, TimeSpan.Zero);
        before.Given(new ChaseDeadline(CaseStory.Id, Timescales.Recommendation.Id), CaseStory.Somebody(Role.ThisSystem));
        string About(CaseStory story) => $"{((DeadlineChased)story.File.History[^1].Event).TimescaleId}.{story.File.Version}";
        var (lateAbout, beforeAbout) = (About(late), About(before));
        return
        [
            ("first", CardKind.LeadsInformed, "", Reached.Given(new InformLeads(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File),
            ("asked", CardKind.PartnerTask, "1", Asked.File),
            ("differ", CardKind.PartnerTask, "1", Differing.File),
            ("mediating", CardKind.PartnerTask, "1", Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File),
            ("again", CardKind.PartnerTask, "2", AfterMediation.File),
            ("over", CardKind.PartnerTask, "1", CaseStory.At(Stage.AwaitingAuthority).File),
            ("one", CardKind.RoundProgress, "1", Asked.Lead(Role.LeadPolice, true).File),
            ("differ", CardKind.RoundProgress, "1", Differing.File),
            ("over", CardKind.RoundProgress, "1", CaseStory.At(Stage.AwaitingAuthority).File),
            ("offered", CardKind.MediationTask, "1", Differing.File),
            ("asked", CardKind.MediationTask, "1", Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File),
            ("done", CardKind.MediationTask, "1", AfterMediation.File),
            ("early", CardKind.NotifierTask, "", Reached.File),
            ("partners-done", CardKind.NotifierTask, "decided", CaseStory.At(Stage.AwaitingAuthority).File),
            ("decided", CardKind.NotifierTask, "decided", CaseStory.At(Stage.PreparingRapidReview).File),
            ("below", CardKind.NotifierTask, "", CaseStory.At(Stage.BelowThreshold).File),
            ("declined", CardKind.NotifierTask, "", Declined.File),
            ("done", CardKind.NotifierTask, "", CaseStory.At(Stage.Notified).File),
            ("decided", CardKind.RapidReview, "", CaseStory.At(Stage.PreparingRapidReview).File),
            ("sent", CardKind.RapidReview, $"at-{CaseStory.At(Stage.Notified).File.Version}", CaseStory.At(Stage.Notified).File),
            ("earlier", CardKind.RapidReview, "at-9", CaseStory.At(Stage.Notified).File),
            ("view", CardKind.Alert, "view", CaseStory.At(Stage.AwaitingAuthority).File),
            ("look-again", CardKind.NotifierTask, "", LookAgain.File),
            ("not-met", CardKind.NotifierTask, "decided", CaseStory.NobodyDied().Decided(reached: true).Recommended(met: false).AllAgree().File),
            ("special", CardKind.GroupMeeting, "special-9", Special.File),
            ("not-met", CardKind.GroupMeeting, "", CaseStory.At(Stage.AwaitingGroupMeeting).File),
            ("declined", CardKind.GroupMeeting, "", Declined.File),
            ("late", CardKind.Reminder, lateAbout, late.File),
            ("before", CardKind.Reminder, beforeAbout, before.File),
            ("done", CardKind.Reminder, beforeAbout, before.Recommended().File),
            ("police", CardKind.NobodyLeft, "LeadPolice", stood.File),
            ("representative", CardKind.NobodyLeft, "AgencyRepresentative.40", stood.File),
            ("police", CardKind.HandedOver, "LeadPolice", stood.File),
            ("amended", CardKind.Recounted, "amended", Asked.File),
        ];
    }

    private static IEnumerable<(string, AdaptiveCard)> Decisions()
    {
        var (chair, police, operations) = (Context(CaseStory.Somebody(Role.Chair)), Context(CaseStory.Lead(Role.LeadPolice)), Context(CaseStory.Somebody(Role.Operations)));
        var (scrutineer, notifier) = (Context(CaseStory.Somebody(Role.Scrutineer)), Context(CaseStory.Somebody(Role.AuthorityNotifier)));
        var empty = ImmutableDictionary<string, string>.Empty;
        yield return ("step-inform-leads", DecisionCards.InformLeads(Reached.File, Filled.Nothing, chair));
        yield return ("step-recommend", DecisionCards.Recommend(Reached.File, Filled.Nothing, chair));
        yield return ("step-recommend-wrong", DecisionCards.Recommend(Reached.File, new(empty.Add("reason", ""), [new("reason-needed", "Give your reasons.", "reason")]), chair));
        yield return ("step-recommend-again", DecisionCards.Recommend(Asked.Lead(Role.LeadPolice, true).File, Filled.Nothing, chair));
        yield return ("partner", DecisionCards.Partner(Asked.Lead(Role.LeadHealth, false).File, Filled.Nothing, police));
        yield return ("partner-decided", DecisionCards.Partner(Differing.File, Filled.Nothing, police));
        yield return ("partner-again", DecisionCards.Partner(AfterMediation.File, Filled.Nothing, police));
        yield return ("partner-agrees", DecisionCards.PartnerReasons(Asked.File, true, Filled.Nothing, police));
        yield return ("partner-disagrees-wrong", DecisionCards.PartnerReasons(Asked.File, false, new(empty.Add("reason", ""), [new("reason-needed", "Say why you disagree.", "reason")]), police));
        yield return ("step-stand-aside", DecisionCards.StandAside(Asked.File, Filled.Nothing, police));
        yield return ("step-telephone", DecisionCards.Telephone(Asked.File, Filled.Nothing, operations));
        yield return ("step-telephone-wrong", DecisionCards.Telephone(Asked.File, new(empty.Add("given", ""), [new("x", "Say who gave it.", "given"), new("x", "Say how.", "verified"), new("x", "Choose.", "lead")]), operations));
        yield return ("step-ask-for-mediation", DecisionCards.AskForMediation(Differing.File, Filled.Nothing, police));
        yield return ("step-mediation", DecisionCards.Mediation(Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File, Filled.Nothing, scrutineer));
        yield return ("step-special-meeting", DecisionCards.SpecialMeeting(CaseStory.At(Stage.AwaitingGroupMeeting).File, Filled.Nothing, chair));
        yield return ("step-correct-mediation", DecisionCards.CorrectMediation(AfterMediation.File, Filled.Nothing, scrutineer));
        yield return ("step-take-back-special-meeting", DecisionCards.TakeBackSpecialMeeting(Special.File, Filled.Nothing, operations));
        yield return ("step-notification-after-decline", NotificationCards.Sent(Declined.File, Filled.Nothing, notifier));
        yield return ("step-referrer-told-again", StepCards.ReferrerTold(CaseStory.At(Stage.BelowThreshold).Given(new Domain.Steps.ReferrerTold.RecordReferrerTold(CaseStory.Id, "by telephone"), CaseStory.Somebody(Role.Operations)).File, Filled.Nothing, operations));
        yield return ("case-notifier-look-again", CaseCard.Draw(new(LookAgain.File, 0, BankHolidays.Calendar), notifier));
        yield return ("stored-former", StoredCard.Former(CardKind.PartnerTask, Asked.File, Words).Card);
        yield return ("step-hand-over", DecisionCards.HandOver(Asked.File, [(Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice)), (Role.Chair, CaseStory.Somebody(Role.Chair))], Filled.Nothing, operations));
        yield return ("step-hand-over-nobody", DecisionCards.HandOver(Asked.File, [], Filled.Nothing, operations));
        yield return ("step-notification-decision", NotificationCards.Decision(CaseStory.At(Stage.AwaitingAuthority).File, Filled.Nothing, notifier));
        yield return ("step-notification-sent", NotificationCards.Sent(CaseStory.At(Stage.PreparingRapidReview).File, Filled.Nothing, notifier));
        yield return ("step-notification-corrected", NotificationCards.Sent(CaseStory.At(Stage.Notified).File, Filled.Nothing, notifier));
        yield return ("portal-facts", NotificationCards.PortalFacts(CaseStory.At(Stage.AwaitingAuthority).File, 0, notifier));
        var answers = CaseStory.Complete();
        answers = Enumerable.Range(2, 4).Aggregate(answers, (all, n) => all.With("children", all.Row("children", "r1")! with { Id = $"r{n}" }));
        answers = answers.With("children", answers.Row("children", "r5")!.With("lookedafter", "care-leaver"));
        var five = new CaseStory().Given(new Domain.Steps.Referral.SubmitReferral(CaseStory.Id, Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.FormId, 1, answers), CaseStory.Referrer).Decided(reached: true).File;
        yield return ("portal-facts-fifth-child", NotificationCards.PortalFacts(five, 4, notifier));
        yield return ("timetable-provisional", NotificationCards.Timetable(CaseStory.At(Stage.PreparingRapidReview).File, BankHolidays.Calendar, operations));
        yield return ("timetable", NotificationCards.Timetable(CaseStory.At(Stage.Notified).File, BankHolidays.Calendar, operations));
        foreach (var (name, file, context) in new[]
        {
            ("chair-asked", Asked.Lead(Role.LeadHealth, false).File, chair), ("chair-differ", Differing.File, chair), ("chair-not-agreed", NotAgreed.File, chair),
            ("chair-notified", CaseStory.At(Stage.Notified).File, chair), ("chair-declined", Declined.File, chair),
            ("lead-undecided", Asked.Lead(Role.LeadHealth, false).File, police), ("lead-decided", Differing.File, police), ("lead-not-met", CaseStory.At(Stage.AwaitingGroupMeeting).File, police),
            ("scrutineer", Differing.File, scrutineer), ("notifier", CaseStory.At(Stage.AwaitingAuthority).File, notifier), ("notifier-done", CaseStory.At(Stage.Notified).File, notifier),
            ("operations-asked", Asked.File, operations), ("operations-preparing", CaseStory.At(Stage.PreparingRapidReview).File, operations),
            ("special", Special.File, operations),
        })
        {
            yield return ($"case-{name}", CaseCard.Draw(new(file, 0, BankHolidays.Calendar), context));
        }

        var away = new[] { CaseStory.Somebody(Role.Operations), CaseStory.Lead(Role.LeadPolice) };
        yield return ("bank-holidays", PartnershipCards.BankHolidays([new(new(2027, 6, 7), true, "Announced by the government.")], new(2028, 12, 31), Filled.Nothing, new(NoticeKind.Done, "The list is amended."), operations));
        yield return ("bank-holidays-wrong", PartnershipCards.BankHolidays([], new(2027, 10, 31), new(empty.Add("date", ""), [new("x", "Enter a real date.", "date"), new("x", "Say where it was announced.", "reason")]), null, operations));
        yield return ("absences", PartnershipCards.Absences(away, [new("x", "Lead representative, police", new(2026, 12, 1), new(2026, 12, 11))], Filled.Nothing, null, operations));
        yield return ("absences-wrong", PartnershipCards.Absences([away[1]], [], new(empty.Add("from", ""), [new("x", "Enter a real date.", "from"), new("x", "The last day is before the first.", "to")]), null, police));
        yield return ("timeline-chair", TimelineCard.Draw(NotAgreed.AuthoritySays(true).Notified().File, 0, chair));
        yield return ("timeline-lead-undecided", TimelineCard.Draw(Asked.Lead(Role.LeadHealth, false).File, 0, police));
        yield return ("timeline-referrer", TimelineCard.Draw(NotAgreed.AuthoritySays(true).File, 0, Referrer));
    }
}
