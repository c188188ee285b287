using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>Everybody of the partnership in a history.</summary>
internal static class Cast
{
    /// <summary>A practitioner who is a safeguarding lead too.</summary>
    internal static Actor BothAtOnce { get; } = CaseStory.Person("a-lead-who-refers", Role.Practitioner, Role.DesignatedSafeguardingLead);

    internal static Actor System => MeetingStory.System;

    internal static ImmutableList<Actor> All { get; } =
    [
        .. Enum.GetValues<Role>()
            .Except([Role.ActionOwner, Role.ReviewOwner, Role.ThisSystem, Role.DesignatedSafeguardingLead])
            .Select(PermissionsTests.Actor),
        LearningStory.Lead,
        LearningStory.OtherLead,
        BothAtOnce,
        ActionStory.Owner,
        ActionStory.OtherOwner,
        ActionStory.Member,
        ActionStory.AgencyLead,
        ActionStory.DeputyChair,
        CaseStory.Person("the-other-referrer", Role.Practitioner),
        CaseStory.Representative("acute-trust"),
        CaseStory.Representative("schools"),
        CaseStory.Representative("probation"),
        CaseStory.Representative("nominee"),
        CaseStory.Representative("another"),
        CaseStory.Senior(Role.LeadLocalAuthority),
        CaseStory.Senior(Role.LeadHealth),
        .. Partners.Leads.Select(CaseStory.Deputy),
        // The members of the group of two agencies that are asked in a Rapid Review, and of an agency that owns actions.
        CaseStory.Person("member-police", Role.GroupMember) with
        {
            AgencyId = "police",
        },
        System,
    ];

    /// <summary>Who owns an action as a guest, and is in no file.</summary>
    internal static Actor Guest => ActionStory.Guest;

    internal static Actor? Find(string personId) => All.Find(person => person.PersonId == personId);
}
