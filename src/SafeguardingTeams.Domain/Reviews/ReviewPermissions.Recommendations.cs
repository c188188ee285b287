using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What the agencies that a recommendation addresses are shown of it (C18).</content>
public static partial class ReviewPermissions
{
    /// <summary>
    /// The recommendations this person is shown for their agency, once what was found is accepted: the agency's member of the group, and
    /// who leads it from when they were told that its answer is late. It gives them no part in the review (<see cref="Sees"/>): nothing
    /// else of it is shown, and no step is theirs but the answer, which is the member's.
    /// </summary>
    public static IEnumerable<ReviewRecommendation> RecommendationsOf(ReviewFile file, Actor actor) =>
        file.Stage is ReviewStage.Accepted or ReviewStage.Concluded or ReviewStage.Closed
        && (IsMemberOf(actor, actor.AgencyId) || (file.AgenciesLeadsTold && Leads(actor, actor.AgencyId)))
            ? file.Recommendations.Where(one => one.IsAddressedTo(actor.AgencyId))
            : [];

    /// <summary>Whether somebody answers now for the agency they are of: its member of the group.</summary>
    public static bool AnswersForTheirs(ReviewFile file, Actor actor) =>
        file.AsksForAnswers && IsMemberOf(actor, actor.AgencyId) && RecommendationsOf(file, actor).Any();

    /// <summary>Whether somebody sits in the group for an agency.</summary>
    public static bool IsMemberOf(Actor actor, string agencyId) =>
        agencyId.Length > 0 && actor.AgencyId == agencyId && actor.Roles.Contains(Role.GroupMember);

    /// <summary>Whether somebody leads an agency here: as a lead representative, or as who answers for it.</summary>
    public static bool Leads(Actor actor, string agencyId) =>
        agencyId.Length > 0
        && actor.AgencyId == agencyId
        && actor.Roles.Any(role => role == Role.AgencyRepresentative || Partners.Leads.Contains(role));
}
