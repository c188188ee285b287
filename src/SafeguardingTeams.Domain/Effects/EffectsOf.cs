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
    public static ImmutableList<Effect> Event(CaseEvent happened, CaseFile file) => [.. Of(happened, file).Distinct()];

    private static IEnumerable<Effect> Of(CaseEvent happened, CaseFile file) => happened switch
    {
        ReferralSubmitted or ReferralWithdrawn or ReferralJoined or ReferralSeparated => [Mash(file), Referrer(file)],
        ReferralChanged => file.Stage == Stage.AwaitingThreshold ? [Mash(file)] : Received(file),
        ThresholdDecided { Reached: true } => [.. Received(file), Mash(file), .. Referrers(file)],
        ThresholdDecided => [Mash(file), .. Referrers(file), .. file.MayNeedNotifyingAnyway ? [To(file, CardKind.NotifierTask, Role.AuthorityNotifier)] : Enumerable.Empty<Effect>()],
        ReferralReceived or ReferralGivenBack => [Mash(file)],
        AwarenessRecorded => file.ReceivedByOperationsAt is null ? [] : Received(file),
        LeadsInformed => [.. Received(file), .. Partners.Leads.Select(lead => To(file, CardKind.LeadsInformed, lead))],
        RecommendationMade => [.. Received(file), .. Rounds(file), .. file.Round!.Number > 1 ? Rounds(file, file.Round.Number - 1) : []],
        PartnerDecided when file.PartnersView is null => [.. Rounds(file), .. Offered(file)],
        PartnerDecided => [.. Rounds(file), .. Decided(file), .. file.OwesReferrer ? Referrers(file) : []],
        LeadStoodAside aside => aside.DeputyIsLeft
            ? [.. file.Round is null ? [To(file, CardKind.LeadsInformed, aside.Lead)] : Rounds(file)]
            : [To(file, CardKind.NobodyLeft, Role.Operations, Slug(aside.Lead)), .. file.Round is null ? [] : Rounds(file)],
        MediationAskedFor => [To(file, CardKind.MediationTask, Role.Scrutineer, Number(file.Round!.Number)), .. Rounds(file)],
        MediationRecorded => [To(file, CardKind.MediationTask, Role.Scrutineer, Number(file.Round!.Number - 1)), .. Rounds(file, file.Round.Number - 1), .. Rounds(file)],
        AuthorityDecided or NotificationRecorded when file.ReceivedByOperationsAt is null => [To(file, CardKind.NotifierTask, Role.AuthorityNotifier)],
        AuthorityDecided { Notifies: true, Ground: not NotificationGround.SeriousIncident } => [To(file, CardKind.NotifierTask, Role.AuthorityNotifier)],
        AuthorityDecided => [.. Received(file), .. Decided(file), .. Referrers(file), .. file.Round is null ? [] : Rounds(file)],
        NotificationRecorded { Ground: not NotificationGround.SeriousIncident } => Received(file),
        NotificationRecorded => [.. Received(file), .. Decided(file), .. Referrers(file)],
        SpecialMeetingAskedFor => Meeting(file),
        DeadlineChased chased => chased.To.Select(to => new Effect.ShowCard(
            file.Id, CardKind.Reminder, to.Deputy ? new Recipient.DeputiesOf(to.Role) : new Recipient.HoldersOf(to.Role)) { About = About(chased, file) })
            .Concat(chased.To.Any(to => to.Deputy) ? Rounds(file) : []),
        RoleHandedOver handed => [new Effect.ShowCard(file.Id, CardKind.HandedOver, new Recipient.ThePerson(handed.PersonId)) { About = Slug(handed.Role) }],
        RoleCovered covered => [covered.SomebodyStandsIn ? To(file, CardKind.HandedOver, covered.Role, Slug(covered.Role)) : To(file, CardKind.NobodyLeft, Role.Operations, Slug(covered.Role))],
        DeadlinesRecounted recounted => CaseTask.Of(file).Select(task => To(file, CardKind.Recounted, task.For, recounted.CalendarVersion)),
        AlertRead or JointAgencyResponseRecorded or ReferrerTold => [],
        _ => throw new InvalidOperationException($"No effects are written for {happened.GetType().Name}."),
    };

    private static Effect.ShowCard To(CaseFile file, CardKind kind, Role role, string about = "") => new(file.Id, kind, new Recipient.HoldersOf(role)) { About = about };

    private static Effect.ShowCard Mash(CaseFile file) => To(file, CardKind.ThresholdTask, Role.MashOfficer);

    private static Effect.ShowCard Referrer(CaseFile file) =>
        new(file.Id, CardKind.ReferralProgress, new Recipient.ThePerson(file.Referral!.Referrer.PersonId));

    /// <summary>Each referrer hears the outcome, of the joined referrals too (decision 15).</summary>
    private static IEnumerable<Effect> Referrers(CaseFile file) => file.JoinedReferrals
        .Select(joined => new Effect.ShowCard(joined.CaseId, CardKind.ReferralProgress, new Recipient.ThePerson(joined.Referrer.PersonId)))
        .Prepend(Referrer(file));

    /// <summary>Those who have it from its receipt on: operations and the Chair (A7), and the notifier, whose clock runs already (decision 3).</summary>
    private static IEnumerable<Effect> Received(CaseFile file) =>
        [To(file, CardKind.Alert, Role.Operations), To(file, CardKind.Alert, Role.Chair), To(file, CardKind.NotifierTask, Role.AuthorityNotifier)];

    /// <summary>The leads' cards of a round, the open one unless told, and the Chair's view of it.</summary>
    private static IEnumerable<Effect> Rounds(CaseFile file, int? number = null)
    {
        var round = Number(number ?? file.Round!.Number);
        return [.. Partners.Leads.Select(lead => To(file, CardKind.PartnerTask, lead, round)), To(file, CardKind.RoundProgress, Role.Chair, round)];
    }

    /// <summary>Mediation is offered to the Scrutineer as soon as leads differ (A11).</summary>
    private static IEnumerable<Effect> Offered(CaseFile file) =>
        file is { Round: { Differ: true, Mediated: false } round, Mediation: null } ? [To(file, CardKind.MediationTask, Role.Scrutineer, Number(round.Number))] : [];

    /// <summary>What the partners, or the authority, decided: to whoever has to act on it and to whoever took part (A12 to A14).</summary>
    private static IEnumerable<Effect> Decided(CaseFile file) => file.Stage switch
    {
        Stage.AwaitingGroupMeeting => [.. Meeting(file), To(file, CardKind.NotifierTask, Role.AuthorityNotifier)],
        Stage.PreparingRapidReview or Stage.Notified =>
        [
            To(file, CardKind.RapidReview, Role.Operations), To(file, CardKind.RapidReview, Role.Chair), To(file, CardKind.RapidReview, Role.Scrutineer),
            .. file.LeadsInformedAt is null ? [] : Partners.Leads.Select(lead => To(file, CardKind.RapidReview, lead)),
        ],
        _ => [To(file, CardKind.NotifierTask, Role.AuthorityNotifier, "decided"), To(file, CardKind.Alert, Role.Operations)],
    };

    private static IEnumerable<Effect> Meeting(CaseFile file) =>
    [
        To(file, CardKind.GroupMeeting, Role.Operations), To(file, CardKind.GroupMeeting, Role.Chair), To(file, CardKind.GroupMeeting, Role.Scrutineer),
        .. Partners.Leads.Select(lead => To(file, CardKind.GroupMeeting, lead)),
    ];

    /// <summary>The clock and the event: unique among a case's reminders, whatever becomes of the clock.</summary>
    private static string About(DeadlineChased chased, CaseFile file) => $"{chased.TimescaleId}.{Number(file.Version)}";

    private static string Slug(Role role) => role.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
