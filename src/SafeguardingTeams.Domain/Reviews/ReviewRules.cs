using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>
/// Whether somebody may take a step on a review now: the table of <see cref="ReviewPermissions"/>, and what the stage alone does not tell.
/// The button that offers a step, the card that opens for it and the command that takes it all ask here.
/// </summary>
public static class ReviewRules
{
    /// <summary>The card was drawn for an earlier time: what it asked then may be answered, and something else asked now.</summary>
    internal static readonly Refusal DrawnBefore = new(
        "drawn-before",
        "Something has happened since this card was drawn, so nothing was recorded. Read where it stands now. What you entered is still "
            + "here: send it again if it still holds."
    );

    private static readonly Refusal NotAsked = new(
        "leads-not-done",
        "The leads have not all said what they think. They are asked again once they have, and differ."
    );

    private static readonly Refusal OfTheLeads = new("of-the-leads", "This is only for a review that the three leads decide on.");

    private static readonly Refusal NotOfTheLeads = new(
        "not-of-the-leads",
        "The three leads accept the report of this review. Put it before them."
    );

    private static readonly Refusal NobodyIsOwed = new("nobody-owed", "All who are to be told have been.");

    private static readonly Refusal PlanFirst = new("plan-first", "Record first what is to be published, and when.");

    private static readonly Refusal PublishFirst = new("publish-first", "Record first that it was published, or why it is not.");

    /// <summary>Whether this person may take this step now.</summary>
    public static bool MayTake(Step step, ReviewFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may.</summary>
    public static Refusal? Refuse(Step step, ReviewFile file, Actor actor) =>
        // An agency's member of the group answers what addresses it, and has no other part in the review (C18).
        step == Step.AnswerReviewRecommendation
        && ReviewPermissions.AnswersForTheirs(file, actor)
            ? null
            : ByTheTable(step, file, actor);

    private static Refusal? ByTheTable(Step step, ReviewFile file, Actor actor) =>
        ReviewPermissions.Refuse(step, file, actor)
        ?? step switch
        {
            Step.AskLeadsAgain => file.LeadsDiffer || file.Stage == ReviewStage.Declined ? null : NotAsked,
            // Of what the leads did not decide nobody outside is told, and nothing is published (C3).
            Step.ForecastReview or Step.SubmitReviewReport or Step.PlanPublication => IsByLeads(file) ? null : OfTheLeads,
            Step.RecordFindings => IsByLeads(file) ? NotOfTheLeads : null,
            Step.RecordBodyTold => !IsByLeads(file) ? OfTheLeads
            : file.IsOwedOutside ? null
            : NobodyIsOwed,
            Step.RecordPublished => file.Publication is null ? PlanFirst : null,
            Step.CloseReview => IsByLeads(file) == (file.Stage == ReviewStage.Concluded) ? null : PublishFirst,
            Step.ChangeReviewRecommendation or Step.TakeBackReviewRecommendation or Step.AnswerReviewRecommendation =>
                file.Recommendations.Exists(one => one.Stands) ? null : Refusal.Overtaken,
            Step.ReopenReview => file.Before is null ? Refusal.Overtaken : null,
            _ => null,
        };

    /// <summary>The partner this person speaks for; null for none.</summary>
    public static Role? PartnerOf(ReviewFile file, Actor actor)
    {
        var roles = file.RolesOf(actor);
        var theirs = Partners.Leads.Where(roles.Contains).ToList();
        return theirs.Count == 0 ? null
            : theirs.Find(file.Missing.Contains) is var missing && file.Missing.Contains(missing) ? missing
            : theirs[0];
    }

    private static bool IsByLeads(ReviewFile file) => file.Plan!.Kind.IsDecidedByLeads();
}
