using System.Collections.Immutable;
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

    private static readonly Refusal LeadsNotAsked = new("leads-not-asked", "The leads are asked nothing of this review now.");

    private static readonly Refusal OfTheLeads = new("of-the-leads", "This is only for a review that the three leads decide on.");

    private static readonly Refusal NotOfTheLeads = new(
        "not-of-the-leads",
        "The three leads accept the report of this review. Put it before them."
    );

    private static readonly Refusal NotDoneHere = new(
        "not-done-here",
        "This is done elsewhere: record what was heard, or what came of it."
    );

    private static readonly Refusal DoneHere = new("done-here", "This is only for something that another body does.");

    private static readonly Refusal NothingRuns = new("nothing-runs", "No proceedings elsewhere are on the list that have not ended.");

    private static readonly Refusal TermsBeforeAsking = new(
        "terms-before-asking",
        "The three leads approve the terms of reference first. Until then agencies may only be asked to secure their records."
    );

    private static readonly Refusal NobodyIsAsked = new("nobody-asked", "No request to an agency is open.");

    private static readonly Refusal NobodyHasAnswered = new("nobody-answered", "No agency has answered yet.");

    private static readonly Refusal NothingIsOpen = new("nothing-open", "No request in writing is open.");

    private static readonly Refusal NobodyIsOwed = new("nobody-owed", "All who are to be told have been.");

    private static readonly Refusal TermsFirst = new(
        "terms-first",
        "The three leads approve the terms of reference first: the report answers what they ask."
    );

    private static readonly Refusal TermsWithLeads = new(
        "terms-with-leads",
        "The leads have the terms of reference. They are changed once all three have approved them, or one has sent them back."
    );

    private static readonly Refusal TermsNotReady = new(
        "terms-not-ready",
        "Write every part of the terms of reference first, or change what the leads have read already."
    );

    private static readonly Refusal NobodyAppointed = new("nobody-appointed", "Nobody is appointed.");

    private static readonly Refusal PlanFirst = new("plan-first", "Record first what is to be published, and when.");

    private static readonly Refusal PublishFirst = new("publish-first", "Record first that it was published, or why it is not.");

    /// <summary>Whether this person may take this step now.</summary>
    public static bool MayTake(Step step, ReviewFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may.</summary>
    public static Refusal? Refuse(Step step, ReviewFile file, Actor actor) =>
        // An agency's member of the group answers what addresses it, and has no other part in the review (C18).
        (step == Step.AnswerReviewRecommendation && ReviewPermissions.AnswersForTheirs(file, actor))
        // An agency's own people answer what it is asked for, and have no other part either (C23).
        || (step == Step.AnswerDetail && ReviewPermissions.AnswersDetails(file, actor))
            ? null
            : ByTheTable(step, file, actor);

    private static Refusal? ByTheTable(Step step, ReviewFile file, Actor actor) =>
        ReviewPermissions.Refuse(step, file, actor)
        ?? step switch
        {
            Step.RecordReviewLeadsAnswer => file.LeadsAreAsked is null ? LeadsNotAsked : null,
            Step.AskLeadsAgain => file.LeadsDiffer || file.Stage == ReviewStage.Declined ? null : NotAsked,
            Step.LookAtReview or Step.AskInWriting or Step.KeepParticipation => IsFromOutside(file) ? NotDoneHere : null,
            Step.RequestDetail => IsFromOutside(file) ? NotDoneHere
            : IsByLeads(file) && file.Terms.Approved is null ? TermsBeforeAsking
            : null,
            Step.AnswerDetail => file.Details.Exists(one => one.Stands) ? null : NobodyIsAsked,
            Step.ReturnDetail => file.Details.Exists(one => one is { Stands: true, IsAnswered: true }) ? null : NobodyHasAnswered,
            Step.TakeBackDetail => file.WaitsForDetail ? null : NobodyIsAsked,
            Step.RecordWhatCameBack => file.WaitsForWritten ? null : NothingIsOpen,
            Step.EndProceeding => file.Proceedings.Exists(one => one.Ended.Length == 0) ? null : NothingRuns,
            Step.HearOfReview => file.Plan!.Kind == ReviewKind.FollowedElsewhere ? null : DoneHere,
            Step.RecordFindings => IsByLeads(file) ? NotOfTheLeads
            // What the group accepted is recorded by who looks after the group; what came of something elsewhere by who follows it, too.
            : IsFromOutside(file) || file.RolesOf(actor).Any(role => role is Role.Operations or Role.Chair) ? null
            : Refusal.NotYours,
            Step.WriteReviewTerms or Step.SubmitReviewTerms or Step.ApproveReviewTerms => IsByLeads(file)
                ? OfTerms(step, file.Terms)
                : OfTheLeads,
            // A report answers what was asked: the leads have approved that first (C10).
            Step.SubmitReviewReport => !IsByLeads(file) ? OfTheLeads
            : file.Terms.Approved is null ? TermsFirst
            : null,
            Step.AddReviewReport => IsByLeads(file) ? null : OfTheLeads,
            Step.AppointReviewPerson or Step.AgreeReviewPapers or Step.ForecastReview or Step.PlanPublication or Step.KeepProceeding =>
                IsByLeads(file) ? null : OfTheLeads,
            Step.EndReviewPerson or Step.ChangeReviewPersonEmail => !IsByLeads(file) ? OfTheLeads
            : file.Appointed().Any() ? null
            : NobodyAppointed,
            // Of what the leads did not decide nobody outside is told, and nothing is published (C3).
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
    public static Role? PartnerOf(ReviewFile file, Actor actor) => PartnerOf(file, file.Views, actor);

    /// <param name="file">The review.</param>
    /// <param name="views">What the leads have said of what they are asked.</param>
    /// <param name="actor">Who.</param>
    /// <inheritdoc cref="PartnerOf(ReviewFile, Actor)"/>
    public static Role? PartnerOf(ReviewFile file, ImmutableList<LeadsView> views, Actor actor)
    {
        var roles = file.RolesOf(actor);
        var theirs = Partners.Leads.Where(roles.Contains).ToList();
        var missing = LeadsViews.Missing(views).Where(theirs.Contains).ToList();
        return missing.Count > 0 ? missing[0]
            : theirs.Count > 0 ? theirs[0]
            : null;
    }

    private static bool IsFromOutside(ReviewFile file) => file.Plan!.Kind.IsFromOutside();

    private static Refusal? OfTerms(Step step, TermsOfReview terms) =>
        step switch
        {
            Step.ApproveReviewTerms => terms.AreWithLeads ? null : Refusal.Overtaken,
            _ when terms.AreWithLeads => TermsWithLeads,
            Step.SubmitReviewTerms => terms.AreReady ? null : TermsNotReady,
            _ => null,
        };

    private static bool IsByLeads(ReviewFile file) => file.Plan!.Kind.IsDecidedByLeads();
}
