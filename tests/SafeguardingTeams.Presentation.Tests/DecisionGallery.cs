using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Absences;
using SafeguardingTeams.Presentation.Steps.BankHolidays;
using SafeguardingTeams.Presentation.Steps.GroupMeeting;
using SafeguardingTeams.Presentation.Steps.InformingLeads;
using SafeguardingTeams.Presentation.Steps.Mediation;
using SafeguardingTeams.Presentation.Steps.Notification;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Steps.Reassigning;
using SafeguardingTeams.Presentation.Steps.Recommendation;
using SafeguardingTeams.Presentation.Steps.ReferrerTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of recommending, deciding, mediating and notifying, and the messages that bring them.</summary>
internal static partial class Gallery
{
    private static CaseStory Reached => CaseStory.At(Stage.AwaitingRecommendation);

    private static CaseStory Asked => CaseStory.At(Stage.AwaitingPartners);

    /// <summary>More days than stand on one page; one from before names and purposes were recorded.</summary>
    private static ImmutableList<Looked> Lookers =>
        [
            Looker("MASH officer", Role.MashOfficer, ReadPurpose.Step, 0),
            Looker("MASH officer", Role.MashOfficer, ReadPurpose.Reading, 1),
            .. Enumerable.Range(1, 12).Select(day => Looker("Lead for health", Role.LeadHealth, ReadPurpose.Document, 24 * day)),
            new(CaseStory.Monday.AddDays(-13), "p-22223333", "", "", [], null),
        ];

    private static Looked Looker(string name, Role role, ReadPurpose purpose, int hoursBefore) =>
        new(CaseStory.Monday.AddHours(-hoursBefore), name, name, "An agency", [role], purpose);

    private static CaseStory Differing => Asked.TheyDiffer();

    private static CaseStory AfterMediation => Differing.Mediated();

    /// <summary>The group says that the criteria may be met after all (E12).</summary>
    private static CaseStory AskedByTheGroup =>
        CaseStory
            .At(Stage.AwaitingGroupMeeting)
            .Given(
                new RecordConsidered(CaseStory.Id, new(2026, 11, 2), "The post-mortem report says more.", "")
                {
                    Recommends = [GroupsMethod.CriteriaMayBeMet],
                },
                CaseStory.Somebody(Role.Operations)
            );

    private static CaseStory NotAgreed => AfterMediation.TheyDiffer();

    private static CaseStory Declined => CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false);

    private static CaseStory Special =>
        Declined.Given(new AskForSpecialMeeting(CaseStory.Id, "It should not wait."), CaseStory.Somebody(Role.Chair));

    /// <summary>A death notified as one without suspected abuse, and the partners say since that the criteria are met.</summary>
    private static CaseStory LookAgain =>
        Asked
            .Given(
                new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""),
                CaseStory.Somebody(Role.AuthorityNotifier)
            )
            .AllAgree();

    private static IEnumerable<(string, AdaptiveCard)> Decisions()
    {
        var (chair, police, operations) = (
            Context(CaseStory.Somebody(Role.Chair)),
            Context(CaseStory.Lead(Role.LeadPolice)),
            Context(CaseStory.Somebody(Role.Operations))
        );
        var (scrutineer, notifier) = (Context(CaseStory.Somebody(Role.Scrutineer)), Context(CaseStory.Somebody(Role.AuthorityNotifier)));
        var empty = ImmutableDictionary<string, string>.Empty;
        yield return ("step-inform-leads", InformLeadsCard.Draw(Reached.File, Filled.Nothing, chair));
        yield return ("step-recommend", RecommendCard.Draw(Reached.File, Filled.Nothing, chair));
        yield return (
            "step-recommend-wrong",
            RecommendCard.Draw(Reached.File, new(empty.Add("reason", ""), [new("reason-needed", "Give your reasons.", "reason")]), chair)
        );
        yield return ("step-recommend-again", RecommendCard.Draw(Asked.Lead(Role.LeadPolice, true).File, Filled.Nothing, chair));
        yield return ("partner", PartnerCards.Partner(Asked.Lead(Role.LeadHealth, false).File, Filled.Nothing, police));
        yield return ("partner-decided", PartnerCards.Partner(Differing.File, Filled.Nothing, police));
        yield return ("partner-group", PartnerCards.Partner(AskedByTheGroup.File, Filled.Nothing, police));
        yield return ("partner-again", PartnerCards.Partner(AfterMediation.File, Filled.Nothing, police));
        yield return ("partner-agrees", PartnerCards.PartnerReasons(Asked.File, true, Filled.Nothing, police));
        yield return (
            "partner-disagrees-wrong",
            PartnerCards.PartnerReasons(
                Asked.File,
                false,
                new(empty.Add("reason", ""), [new("reason-needed", "Say why you disagree.", "reason")]),
                police
            )
        );
        yield return ("step-stand-aside", PartnerCards.StandAside(Asked.File, Filled.Nothing, police));
        yield return ("step-telephone", PartnerCards.Telephone(Asked.File, Filled.Nothing, operations));
        yield return (
            "step-telephone-wrong",
            PartnerCards.Telephone(
                Asked.File,
                new(
                    empty.Add("given", ""),
                    [new("x", "Say who gave it.", "given"), new("x", "Say how.", "verified"), new("x", "Choose.", "lead")]
                ),
                operations
            )
        );
        yield return ("step-ask-for-mediation", MediationCards.AskForMediation(Differing.File, Filled.Nothing, police));
        yield return (
            "step-mediation",
            MediationCards.Mediation(
                Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File,
                Filled.Nothing,
                scrutineer
            )
        );
        yield return (
            "step-special-meeting",
            SpecialMeetingCards.SpecialMeeting(CaseStory.At(Stage.AwaitingGroupMeeting).File, Filled.Nothing, chair)
        );
        yield return ("step-correct-mediation", MediationCards.CorrectMediation(AfterMediation.File, Filled.Nothing, scrutineer));
        yield return (
            "step-take-back-special-meeting",
            SpecialMeetingCards.TakeBackSpecialMeeting(Special.File, Filled.Nothing, operations)
        );
        yield return ("step-notification-after-decline", NotificationCards.Sent(Declined.File, Filled.Nothing, notifier));
        yield return (
            "step-referrer-told-again",
            ReferrerToldCard.Draw(
                CaseStory
                    .At(Stage.BelowThreshold)
                    .Given(
                        new Domain.Steps.ReferrerTold.RecordReferrerTold(CaseStory.Id, "by telephone"),
                        CaseStory.Somebody(Role.Operations)
                    )
                    .File,
                Filled.Nothing,
                operations
            )
        );
        yield return ("case-notifier-look-again", CaseCard.Draw(new(LookAgain.File, 0, BankHolidays.Calendar), notifier));
        yield return (
            "step-hand-over",
            HandOverCard.Draw(
                Asked.File,
                [(Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice)), (Role.Chair, CaseStory.Somebody(Role.Chair))],
                Filled.Nothing,
                operations
            )
        );
        yield return ("step-hand-over-nobody", HandOverCard.Draw(Asked.File, [], Filled.Nothing, operations));
        yield return (
            "step-notification-decision",
            NotificationCards.Decision(CaseStory.At(Stage.AwaitingAuthority).File, Filled.Nothing, notifier)
        );
        yield return (
            "step-notification-sent",
            NotificationCards.Sent(CaseStory.At(Stage.PreparingRapidReview).File, Filled.Nothing, notifier)
        );
        yield return ("step-notification-corrected", NotificationCards.Sent(CaseStory.At(Stage.Notified).File, Filled.Nothing, notifier));
        yield return ("portal-facts", NotificationCards.PortalFacts(CaseStory.At(Stage.AwaitingAuthority).File, 0, notifier));
        var answers = CaseStory.Complete();
        answers = Enumerable
            .Range(2, 4)
            .Aggregate(answers, (all, n) => all.With("children", all.Row("children", "r1")! with { Id = $"r{n}" }));
        answers = answers.With("children", answers.Row("children", "r5")!.With("lookedafter", "care-leaver"));
        // More of the family than stand on the card.
        answers = Enumerable
            .Range(2, 14)
            .Aggregate(answers, (all, n) =>
                all.With("family", Domain.Forms.AnswerRow.Empty($"f{n}").With("name", $"Relative {n}").With("relationship", "Aunt"))
            );
        var five = new CaseStory()
            .Given(
                new Domain.Steps.Referral.SubmitReferral(
                    CaseStory.Id,
                    Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.FormId,
                    1,
                    answers
                ),
                CaseStory.Referrer
            )
            .Decided(reached: true)
            .File;
        // One more than the portal takes (PD12).
        yield return ("portal-facts-fifth-child", NotificationCards.PortalFacts(five, 4, notifier));
        yield return (
            "timetable-provisional",
            NotificationCards.Timetable(CaseStory.At(Stage.PreparingRapidReview).File, BankHolidays.Calendar, operations)
        );
        yield return ("timetable", NotificationCards.Timetable(CaseStory.At(Stage.Notified).File, BankHolidays.Calendar, operations));
        foreach (
            var (name, file, context) in new[]
            {
                ("chair-asked", Asked.Lead(Role.LeadHealth, false).File, chair),
                ("chair-differ", Differing.File, chair),
                ("chair-not-agreed", NotAgreed.File, chair),
                ("chair-notified", CaseStory.At(Stage.Notified).File, chair),
                ("chair-declined", Declined.File, chair),
                ("lead-undecided", Asked.Lead(Role.LeadHealth, false).File, police),
                ("lead-decided", Differing.File, police),
                ("lead-not-met", CaseStory.At(Stage.AwaitingGroupMeeting).File, police),
                ("scrutineer", Differing.File, scrutineer),
                ("notifier", CaseStory.At(Stage.AwaitingAuthority).File, notifier),
                ("notifier-done", CaseStory.At(Stage.Notified).File, notifier),
                ("operations-asked", Asked.File, operations),
                ("operations-preparing", CaseStory.At(Stage.PreparingRapidReview).File, operations),
                ("special", Special.File, operations),
            }
        )
        {
            yield return ($"case-{name}", CaseCard.Draw(new(file, 0, BankHolidays.Calendar), context));
        }

        var away = new[] { CaseStory.Somebody(Role.Operations), CaseStory.Lead(Role.LeadPolice) };
        yield return (
            "bank-holidays",
            BankHolidaysCard.Draw(
                [new(new(2027, 6, 7), true, "Announced by the government.")],
                new(2028, 12, 31),
                Filled.Nothing,
                new(NoticeKind.Done, "The list is amended."),
                operations
            )
        );
        yield return (
            "bank-holidays-wrong",
            BankHolidaysCard.Draw(
                [],
                new(2027, 10, 31),
                new(empty.Add("date", ""), [new("x", "Enter a real date.", "date"), new("x", "Say where it was announced.", "reason")]),
                null,
                operations
            )
        );
        yield return (
            "absences",
            AbsencesCard.Draw(
                away,
                [new("x", "Lead representative, police", new(2026, 12, 1), new(2026, 12, 11))],
                Filled.Nothing,
                null,
                operations
            )
        );
        yield return (
            "absences-many",
            AbsencesCard.Draw(
                [.. away, .. Enumerable.Range(0, 300).Select(i => CaseStory.Person($"manager-of-ward-{i}"))],
                [],
                new(empty.Add("find", "ward 21"), []),
                null,
                operations
            )
        );
        yield return (
            "absences-wrong",
            AbsencesCard.Draw(
                [away[1]],
                [],
                new(empty.Add("from", ""), [new("x", "Enter a real date.", "from"), new("x", "The last day is before the first.", "to")]),
                null,
                police
            )
        );
        yield return ("timeline-chair", TimelineCard.Draw(NotAgreed.AuthoritySays(true).Notified().File, 0, chair));
        yield return ("timeline-lead-undecided", TimelineCard.Draw(Asked.Lead(Role.LeadHealth, false).File, 0, police));
        yield return ("timeline-referrer", TimelineCard.Draw(NotAgreed.AuthoritySays(true).File, 0, Referrer));
        yield return ("timeline-who-looked", WhoLookedCard.Draw(Asked.File.Ref, Lookers, 0, chair));
        yield return ("timeline-who-looked-nobody", WhoLookedCard.Draw(Asked.File.Ref, [], 0, chair));
        var guardian = Context(CaseStory.Somebody(Role.CaldicottGuardian));
        yield return (
            "timeline-who-looked-ask",
            WhoLookedCard.Ask(
                new(
                    new Dictionary<string, string>(),
                    [new("not-found", "We cannot find a record with this reference. Check it.", "reference")]
                ),
                guardian
            )
        );
        yield return ("timeline-who-looked-guardian", WhoLookedCard.Draw(Asked.File.Ref, Lookers, 0, guardian));
    }
}
