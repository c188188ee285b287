using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
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
        _ => throw new InvalidOperationException($"No words are written for {happened.GetType().Name}."),
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
    }));

    private static string On(DateOnly? day) => day is { } on ? $" on {Parts.ShortDay(on)}" : "";

    private static string Changed(ReferralChanged changed, CaseFile file)
    {
        var labels = changed.Changes.Select(change => ReviewCard.Question(file.Referral!.Form, change.Place).Label).Distinct().ToList();
        var what = changed.Changes.Any(change => change.Replaces) ? "Referral corrected" : "Referral completed";
        return $"{what}: {string.Join("; ", labels.Take(4))}{(labels.Count > 4 ? $" and {labels.Count - 4} more" : "")}";
    }
}
