using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>What should follow from an event: a pure list of intentions.</summary>
public static class EffectsOf
{
    /// <summary>The effects of one event, given the case after it.</summary>
    public static ImmutableList<Effect> Event(CaseEvent happened, CaseFile file) => 
        Of(happened, file).Distinct().ToImmutableList() is var all ? all.RemoveAll(effect => effect is Effect.ShowCard { OnlyIfShown: true } card && all.Contains(card with { OnlyIfShown = false })) : [];

    private static IEnumerable<Effect> Of(CaseEvent happened, CaseFile file) => happened switch
    {
        ReferralSubmitted or ReferralWithdrawn or ReferralJoined or ReferralSeparated => [Mash(file), Referrer(file)],
        ReferralChanged => [.. file.Stage == Stage.AwaitingThreshold ? [Mash(file)] : Received(file), .. ReviewEffects.Pack(file)],
        ThresholdDecided { Reached: true } => [.. Received(file), Mash(file), .. Outcome(file)],
        ThresholdDecided decided => [Mash(file), .. Outcome(file, decided.Deadlines), .. file.MayNeedNotifyingAnyway ? [To(file, CardKind.NotifierTask, Role.AuthorityNotifier)] : Enumerable.Empty<Effect>()],
        ReferralReceived => [Mash(file), .. ReviewEffects.Named(file), .. ReviewEffects.Pack(file)],
        ReferralGivenBack => [Mash(file)],
        AwarenessRecorded => file.ReceivedByOperationsAt is null ? [] : Received(file),
        LeadsInformed => [.. Received(file), .. Partners.Leads.Select(lead => To(file, CardKind.LeadsInformed, lead))],
        RecommendationMade => [.. Received(file), .. Rounds(file), .. file.Round!.Number > 1 ? Again([.. Rounds(file, file.Round.Number - 1), Mediation(file, file.Round.Number - 1)]) : []],
        PartnerDecided when file.PartnersView is null => [.. Rounds(file), .. Offered(file)],
        PartnerDecided decided => [.. Rounds(file), .. Again([Mediation(file, file.Round!.Number)]), .. Decided(file), .. PartnersAreDone(file), .. Outcome(file, decided.ReferrerTold)],
        LeadStoodAside aside =>
        [
            .. aside.DeputyIsLeft ? file.Round is null ? [To(file, CardKind.LeadsInformed, aside.Lead)] : Enumerable.Empty<Effect>() : [To(file, CardKind.NobodyLeft, Role.Operations, Slug(aside.Lead))],
            .. file.Round is null ? [] : Rounds(file), .. Former(file, aside.Lead),
        ],
        MediationAskedFor => [Mediation(file, file.Round!.Number), .. Rounds(file)],
        MediationRecorded => [Mediation(file, file.Round!.Number - 1), .. Again(Rounds(file, file.Round.Number - 1)), .. Rounds(file)],
        AuthorityDecided or NotificationRecorded when file.ReceivedByOperationsAt is null => [To(file, CardKind.NotifierTask, Role.AuthorityNotifier)],
        AuthorityDecided decided => [.. Received(file), .. Decided(file), .. Outcome(file, decided.Deadlines), .. file.Round is { } round ? [.. Rounds(file), .. Again([Mediation(file, round.Number)])] : Enumerable.Empty<Effect>()],
        NotificationRecorded sent => [.. Received(file), .. Decided(file), .. Outcome(file, sent.ReferrerTold)],
        SpecialMeetingAskedFor => [.. Meeting(file), To(file, CardKind.GroupMeeting, Role.Operations, $"special-{Number(file.Version)}")],
        SpecialMeetingTakenBack => [.. Meeting(file), .. Again(file.History.Where(recorded => recorded.Event is SpecialMeetingAskedFor).Select(asked => To(file, CardKind.GroupMeeting, Role.Operations, $"special-{Number(asked.Sequence)}")))],
        DeadlineChased chased => [.. chased.To.SelectMany(to => Chased(chased, to, file)), .. chased.To.Any(to => to.Deputy) ? Rounds(file) : []],
        RoleHandedOver handed => [new Effect.ShowCard(file.Id, CardKind.HandedOver, new Recipient.ThePerson(handed.PersonId)) { About = Slug(handed.Role) }, .. Former(file, handed.Role), .. ReviewEffects.Invitation(file, handed.Role)],
        RoleCovered covered when CountedOn.IsFor(covered.Role) => [To(file, CardKind.NobodyLeft, Role.Operations, $"{Slug(covered.Role)}.{Number(file.Version)}")],
        RoleCovered covered => [covered.SomebodyStandsIn ? To(file, CardKind.HandedOver, covered.Role, Slug(covered.Role)) : To(file, CardKind.NobodyLeft, Role.Operations, Slug(covered.Role)), .. ReviewEffects.Invitation(file, covered.Role)],
        DeadlinesRecounted recounted => CaseTask.Of(file).Select(task => To(file, CardKind.Recounted, task.For, recounted.CalendarVersion)),
        AlertRead or JointAgencyResponseRecorded or ReferrerTold or MediationCorrected or ClocksPinned => [],
        Steps.Outcome.ReviewWithdrawn withdrawn => [.. Received(file), .. Decided(file), .. Outcome(file, withdrawn.ReferrerTold), .. ReviewEffects.Of(happened, file)!],
        Steps.Report.ReportSent sent => [.. Outcome(file, sent.ReferrerTold), .. ReviewEffects.Of(happened, file)!],
        _ => ReviewEffects.Of(happened, file) ?? throw new InvalidOperationException($"No effects are written for {happened.GetType().Name}."),
    };

    private static Effect.ShowCard To(CaseFile file, CardKind kind, Role role, string about = "") => new(file.Id, kind, new Recipient.HoldersOf(role)) { About = about };

    private static Effect.ShowCard Mash(CaseFile file) => To(file, CardKind.ThresholdTask, Role.MashOfficer);

    private static Effect.ShowCard Referrer(CaseFile file) =>
        new(file.Id, CardKind.ReferralProgress, new Recipient.ThePerson(file.Referral!.Referrer.PersonId));

    /// <summary>What each referrer has been told is drawn anew, of the joined referrals too (decision 15).</summary>
    private static IEnumerable<Effect> Referrers(CaseFile file, string about = "") => file.JoinedReferrals
        .Select(joined => new Effect.ShowCard(joined.CaseId, CardKind.ReferralProgress, new Recipient.ThePerson(joined.Referrer.PersonId)) { About = about })
        .Prepend(Referrer(file) with { About = about });

    /// <summary>A new outcome is news, in a message of its own to each referrer (A4, A15); what they were told before is drawn anew.</summary>
    private static IEnumerable<Effect> Outcome(CaseFile file, params IEnumerable<Deadline?> started) =>
    [
        .. Again(Referrers(file)), .. Again(file.History.Where(recorded => recorded.Sequence < file.Version && recorded.Event.TellsTheReferrer).SelectMany(recorded => Referrers(file, About(recorded.Sequence)))),
        .. started.Any(deadline => deadline?.TimescaleId == Timescales.ReferrerTold.Id) ? Referrers(file, About(file.Version)) : [],
    ];

    /// <summary>Those who have it from its receipt on: operations and the Chair (A7), and the notifier, whose clock runs already (decision 3).</summary>
    private static IEnumerable<Effect> Received(CaseFile file) =>
        [To(file, CardKind.Alert, Role.Operations), To(file, CardKind.Alert, Role.Chair), To(file, CardKind.NotifierTask, Role.AuthorityNotifier)];

    /// <summary>The leads' cards of a round, the open one unless told, and the Chair's view of it.</summary>
    private static IEnumerable<Effect> Rounds(CaseFile file, int? number = null)
    {
        var round = Number(number ?? file.Round!.Number);
        return [.. Partners.Leads.Select(lead => To(file, CardKind.PartnerTask, lead, round)), To(file, CardKind.RoundProgress, Role.Chair, round)];
    }

    /// <summary>Mediation is offered to the Scrutineer as soon as leads differ (A11); where they no longer do, that is said.</summary>
    private static IEnumerable<Effect> Offered(CaseFile file) => file is { Round: { Differ: true, Mediated: false } round, Mediation: null }
        ? [Mediation(file, round.Number)] : Again([Mediation(file, file.Round!.Number)]);

    private static Effect.ShowCard Mediation(CaseFile file, int round) => To(file, CardKind.MediationTask, Role.Scrutineer, Number(round));

    /// <summary>What was decided on the Rapid Review and the meeting: to whoever has to act on it and to whoever took part (A12 to A14); what was said before is drawn anew.</summary>
    private static IEnumerable<Effect> Decided(CaseFile file) =>
    [
        .. file.Stage is Stage.AwaitingGroupMeeting ? Meeting(file) : Again(Meeting(file)),
        .. Again(file.History.Where(recorded => recorded.Event.BeginsTheRapidReview).SelectMany(recorded => RapidReview(file, About(recorded.Sequence)))),
        .. file is { Review.WithdrawnBecause: null, History: [.., { Event.BeginsTheRapidReview: true }] } ? RapidReview(file, About(file.Version)) : [],
    ];

    private static IEnumerable<Effect> RapidReview(CaseFile file, string about) =>
    [
        To(file, CardKind.RapidReview, Role.Operations, about), To(file, CardKind.RapidReview, Role.Chair, about), To(file, CardKind.RapidReview, Role.Scrutineer, about),
        .. file.LeadsInformedAt is null ? [] : Partners.Leads.Select(lead => To(file, CardKind.RapidReview, lead, about)),
    ];

    /// <summary>The partners' view is news to operations and to the authority, whatever the authority has done meanwhile (A12).</summary>
    private static IEnumerable<Effect> PartnersAreDone(CaseFile file) =>
        [To(file, CardKind.NotifierTask, Role.AuthorityNotifier, "decided"), .. file.Stage == Stage.AwaitingGroupMeeting ? [] : new[] { To(file, CardKind.Alert, Role.Operations, "view") }];

    /// <summary>Who no longer has a role in the case is told so on the message that asked them.</summary>
    private static IEnumerable<Effect> Former(CaseFile file, Role role)
    {
        (CardKind Kind, string About)[] asked = role switch
        {
            Role.Chair => [(CardKind.Alert, ""), (CardKind.MeetingTask, ""), .. InRounds(CardKind.RoundProgress, CardKind.ApprovalProgress)],
            Role.LeadLocalAuthority or Role.LeadPolice or Role.LeadHealth => [(CardKind.LeadsInformed, ""), .. InRounds(CardKind.PartnerTask, CardKind.ApprovalTask)],
            Role.Scrutineer => InRounds(CardKind.MediationTask, CardKind.ApprovalMediation),
            Role.AuthorityNotifier => [(CardKind.NotifierTask, ""), (CardKind.NotifierTask, "decided")],
            _ => [],
        };
        return asked.Select(one => new Effect.ShowCard(file.Id, one.Kind, new Recipient.FormerHoldersOf(role)) { About = one.About, OnlyIfShown = true });

        (CardKind, string)[] InRounds(CardKind deciding, CardKind approving) =>
            [.. file.Round is { } round ? new[] { (deciding, Number(round.Number)) } : [], .. file.Review.Approval is { } approval ? new[] { (approving, Number(approval.Round.Number)) } : []];
    }

    /// <summary>The same, for those messages only that are there already.</summary>
    private static IEnumerable<Effect> Again(IEnumerable<Effect> effects) => effects.Cast<Effect.ShowCard>().Select(card => card with { OnlyIfShown = true });

    private static IEnumerable<Effect> Meeting(CaseFile file) =>
    [
        To(file, CardKind.GroupMeeting, Role.Operations), To(file, CardKind.GroupMeeting, Role.Chair), To(file, CardKind.GroupMeeting, Role.Scrutineer),
        .. Partners.Leads.Select(lead => To(file, CardKind.GroupMeeting, lead)),
    ];

    /// <summary>A reminder to a role; of a clock that is an agency's, to its own people: by mail where no message in Teams reaches them.</summary>
    private static IEnumerable<Effect> Chased(DeadlineChased chased, ChaseTo to, CaseFile file)
    {
        var agency = Timescales.About(chased.TimescaleId);
        var card = new Effect.ShowCard(file.Id, CardKind.Reminder, to switch
        {
            { Role: Role.AgencyRepresentative } => new Recipient.RepresentativeOf(agency),
            { Role: Role.GroupMember } => new Recipient.MemberOf(agency),
            { Deputy: true } => new Recipient.DeputiesOf(to.Role),
            _ => new Recipient.HoldersOf(to.Role),
        }) { About = About(chased, file) };
        return to.Role == Role.AgencyRepresentative && file.Review.Agency(agency)?.Representative is { PersonId.Length: 0 } ? [new Effect.SendMail(file.Id, MailKind.Reminder, $"{agency}.{Number(file.Version)}")] : [card];
    }

    /// <summary>The clock and the event: unique among a case's reminders, whatever becomes of the clock.</summary>
    private static string About(DeadlineChased chased, CaseFile file) => $"{chased.TimescaleId}.{Number(file.Version)}";

    private static string About(int sequence) => $"at-{Number(sequence)}";

    private static string Slug(Role role) => role.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
