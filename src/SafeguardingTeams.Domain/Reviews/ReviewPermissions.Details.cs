using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What an agency is shown of what it is asked for (C23).</content>
public static partial class ReviewPermissions
{
    /// <summary>
    /// The requests this person is shown for their agency: its member of the group and who leads or represents it. It gives them no part in
    /// the review (<see cref="Sees"/>): nothing else of it is shown, and no step is theirs but the answer.
    /// </summary>
    public static IEnumerable<DetailRequest> DetailsOf(ReviewFile file, Actor actor) =>
        IsMemberOf(actor, actor.AgencyId) || Leads(actor, actor.AgencyId)
            ? file.Details.Where(one => one.Stands && one.Body.AgencyId == actor.AgencyId)
            : [];

    /// <summary>Whether somebody answers now for the agency they are of.</summary>
    public static bool AnswersDetails(ReviewFile file, Actor actor) => Decided.Contains(file.Stage) && DetailsOf(file, actor).Any();
}
