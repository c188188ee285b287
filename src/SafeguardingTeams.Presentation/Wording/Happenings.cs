using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Events in words, for the timeline: what happened, and why.</summary>
internal static class Happenings
{
    internal static (string What, string Why) Of(CaseEvent happened, CaseFile file) => happened switch
    {
        ReferralSubmitted => ("Referral sent to the MASH", ""),
        ReferralChanged changed => (Changed(changed, file), changed.Reason),
        ReferralWithdrawn withdrawn => ("Referral withdrawn", withdrawn.Reason),
        ThresholdDecided { Reached: true } decided => ("Threshold reached; passed to the operational team and the Chair alerted", decided.Reason),
        ThresholdDecided decided => ("Threshold not reached", decided.Reason),
        ReferralJoined joined => ($"Joined to {joined.To}", joined.Reason),
        ReferralReceived received => ($"{received.Joined.CaseId} joined to this referral", received.Reason),
        ReferralSeparated separated => ($"Separated from {separated.From}", separated.Reason),
        ReferralGivenBack given => ($"{given.To} separated from this referral", given.Reason),
        AwarenessRecorded aware => ($"Local authority became aware on {Parts.ShortDay(aware.AwareOn)}", aware.Reason),
        JointAgencyResponseRecorded response => (JointAgencyResponse(response.Record), response.Record.Note),
        ReferrerTold told => ("Referrer told of the decision", told.How),
        AlertRead => ("Alert opened by the Chair", ""),
        LeadsInformed => ("Three lead representatives informed", ""),
        RecommendationMade made => ($"Recommended: criteria {(made.Met ? "met" : "not met")}{(made.SpecialMeeting ? "; special meeting recommended" : "")}", made.Reason),
        PartnerDecided decided => ($"{Sentence(Clocks.Partner(decided.PartnersDecision.Lead))} {(decided.PartnersDecision.Agrees ? "agrees" : "disagrees")} with the recommendation{Telephone(decided.PartnersDecision.Telephone)}", decided.PartnersDecision.Reason),
        LeadStoodAside aside => ($"The lead representative for {Clocks.Partner(aside.Lead)} stood aside: part in the case. {(aside.DeputyIsLeft ? "The deputy is asked" : "Nobody is left to ask; the operational team is told")}", ""),
        MediationAskedFor => ("Independent Scrutineer asked to mediate", ""),
        MediationRecorded mediated => ($"Mediation recorded; the leads are asked again. Agreed to by: {mediated.AgreedBy}", mediated.Outcome),
        MediationCorrected corrected => ($"Record of the mediation corrected: {corrected.Outcome} Agreed to by: {corrected.AgreedBy}", corrected.Reason),
        AuthorityDecided { Notifies: true } decided => ($"Local authority decided to notify: {Ground(decided.Ground)}", decided.Reason),
        AuthorityDecided decided => ("Local authority decided not to notify", decided.Reason),
        NotificationRecorded sent => ($"Notification recorded as sent {Parts.Moment(sent.SentAt)}, reference {sent.Reference}: {Ground(sent.Ground)}", sent.Reason),
        SpecialMeetingAskedFor asked => ("Special meeting of the group asked for", asked.Reason),
        SpecialMeetingTakenBack taken => ("The asking for a special meeting was taken back", taken.Reason),
        DeadlineChased chased => ($"{Kind(chased.Kind)}: {Clocks.Title(file, chased.TimescaleId)}, to {Whom(chased.To)}{(chased.Missed > 0 ? $". {Parts.Count(chased.Missed, "earlier reminder was", "earlier reminders were")} missed" : "")}", ""),
        RoleHandedOver handed => ($"{Sentence(Roles([handed.Role]))}: handed over to {handed.Display} for this case", handed.Reason),
        RoleCovered covered => ($"{covered.AwayDisplay} is away until {Parts.ShortDay(covered.Until)}. {(covered.SomebodyStandsIn ? "What waits was put before whoever stands in" : "Nobody stands in; the operational team is told")}", ""),
        DeadlinesRecounted => ("Deadlines counted again: the bank holidays were amended", ""),
        ClocksPinned { Deadlines: [{ Anchor: Domain.Calendar.ClockAnchor.RecommendationReopened }, ..] } => ("The meeting's clock runs again, from the day the recommendation was opened again", ""),
        ClocksPinned => ("The Rapid Review's clocks count from the day the notification was sent", ""),
        _ => ReviewHappenings.Of(happened, file) ?? throw new InvalidOperationException($"No words are written for {happened.GetType().Name}."),
    };

    internal static string JointAgencyResponse(JointAgencyResponseRecord record) => record.State switch
    {
        JointAgencyResponseState.Held => $"A Joint Agency Response was held{On(record.On)}",
        JointAgencyResponseState.Due => $"A Joint Agency Response is due{On(record.On)}",
        JointAgencyResponseState.NotNeeded => "No Joint Agency Response was held and none is due",
        JointAgencyResponseState.NotKnown => "It is not known yet whether a Joint Agency Response was held",
    };

    internal static string Roles(IEnumerable<Role> roles) => string.Join(", ", roles.Select(role => role switch
    {
        Role.Practitioner => "referrer",
        Role.DesignatedSafeguardingLead => "safeguarding lead",
        Role.MashOfficer => "MASH officer",
        Role.Operations => "operational team",
        Role.Chair => "Chair",
        Role.LeadLocalAuthority => "lead representative, local authority",
        Role.LeadPolice => "lead representative, police",
        Role.LeadHealth => "lead representative, health",
        Role.Scrutineer => "Independent Scrutineer",
        Role.AuthorityNotifier => "local authority notifier",
        Role.AgencyRepresentative => "agency representative",
        Role.GroupMember => "group member",
        Role.RapidReviewAttendee => "attending the Rapid Review",
        Role.RecordsNominee => "nominee for secured records",
        Role.ThisSystem => "reminders",
    }));

    internal static string Ground(NotificationGround ground) => ground switch
    {
        NotificationGround.SeriousIncident => "serious safeguarding incident",
        NotificationGround.LookedAfterChildsDeath => "death of a looked-after child, abuse not suspected",
        NotificationGround.CareLeaversDeath => "death of a care leaver, abuse not suspected",
    };

    internal static string Whom(IEnumerable<ChaseTo> to) => string.Join(", ", to.Select(one => one.Deputy ? $"deputy of {Roles([one.Role])}" : Roles([one.Role])));

    internal static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Kind(ChaseKind kind) => kind switch
    {
        ChaseKind.DayBefore => "Reminder, due the next working day",
        ChaseKind.OnTheDay => "Reminder, due on the day",
        ChaseKind.Late => "Late",
    };

    internal static string Telephone(ByTelephone? call) => call is null ? "" : $" (by telephone from {call.GivenBy}, taken by {call.TakenBy}; verified: {call.Verified})";

    private static string On(DateOnly? day) => day is { } on ? $" on {Parts.ShortDay(on)}" : "";

    private static string Changed(ReferralChanged changed, CaseFile file)
    {
        var labels = changed.Changes.Select(change => ReviewCard.Question(file.Referral!.Form, change.Place).Label).Distinct().ToList();
        var what = changed.Changes.Any(change => change.Replaces) ? "Referral corrected" : "Referral completed";
        return $"{what}: {string.Join("; ", labels.Take(4))}{(labels.Count > 4 ? $" and {labels.Count - 4} more" : "")}";
    }
}
