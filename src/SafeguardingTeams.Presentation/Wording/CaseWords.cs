using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What stands in a case, in words: roles, grounds, the Joint Agency Response.</summary>
internal static class CaseWords
{
    internal static string JointAgencyResponse(JointAgencyResponseRecord record) =>
        record.State switch
        {
            JointAgencyResponseState.Held => $"A Joint Agency Response was held{On(record.On)}",
            JointAgencyResponseState.Due => $"A Joint Agency Response is due{On(record.On)}",
            JointAgencyResponseState.NotNeeded => "No Joint Agency Response was held and none is due",
            JointAgencyResponseState.NotKnown => "It is not known yet whether a Joint Agency Response was held",
        };

    internal static string Roles(IEnumerable<Role> roles) =>
        string.Join(
            ", ",
            roles.Select(role =>
                role switch
                {
                    Role.Practitioner => "referrer",
                    Role.DesignatedSafeguardingLead => "safeguarding lead",
                    Role.MashOfficer => "front door officer",
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
                    Role.ActionOwner => "owner of the action",
                    Role.ReviewOwner => "sees to the review",
                    Role.CaldicottGuardian => "Caldicott Guardian",
                    Role.ThisSystem => "reminders",
                }
            )
        );

    internal static string Ground(NotificationGround ground) =>
        ground switch
        {
            NotificationGround.SeriousIncident => "serious safeguarding incident",
            NotificationGround.LookedAfterChildsDeath => "death of a looked-after child, abuse not suspected",
            NotificationGround.CareLeaversDeath => "death of a care leaver, abuse not suspected",
        };

    internal static string Whom(IEnumerable<ChaseTo> to) =>
        string.Join(", ", to.Select(one => one.Deputy ? $"deputy of {Roles([one.Role])}" : Roles([one.Role])));

    internal static string Telephone(ByTelephone? call) =>
        call is null ? "" : $" (by telephone from {call.GivenBy}, taken by {call.TakenBy}; verified: {call.Verified})";

    private static string On(DateOnly? day) => day is { } on ? $" on {Written.ShortDay(on)}" : "";
}
