using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>
/// Who may take which step at which stage of a review, and who sees it: one table, walked through completely by the tests. What is not in
/// it is refused.
/// </summary>
public static partial class ReviewPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the review is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<ReviewStage> Stages);

    private static readonly ImmutableArray<Role> Desk = [Role.Operations, Role.Chair];
    private static readonly ImmutableArray<ReviewStage> Proposed = [ReviewStage.Proposed];
    private static readonly ImmutableArray<ReviewStage> UnderWay = [ReviewStage.UnderWay];
    private static readonly ImmutableArray<ReviewStage> Decided =
    [
        ReviewStage.UnderWay,
        ReviewStage.ReportWithLeads,
        ReviewStage.Accepted,
        ReviewStage.Concluded,
    ];
    private static readonly ImmutableArray<ReviewStage> BeforePublication =
    [
        ReviewStage.UnderWay,
        ReviewStage.ReportWithLeads,
        ReviewStage.Accepted,
    ];
    private static readonly ImmutableArray<ReviewStage> ToItsEnd = [ReviewStage.Proposed, .. Decided];

    /// <summary>The table. Source: requirements C1 to C3, C6 to C11, C13 to C18, C21 to C23.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.ProposeReview, Desk, [ReviewStage.NotStarted]),
        new(Step.DecideOnReview, [.. Partners.Leads], Proposed),
        new(Step.RecordReviewLeadsAnswer, [Role.Operations], [ReviewStage.Proposed, ReviewStage.UnderWay, ReviewStage.ReportWithLeads]),
        new(Step.AskLeadsAgain, [Role.Chair], [ReviewStage.Proposed, ReviewStage.Declined]),
        new(Step.RecordBodyTold, Desk, Decided),
        new(
            Step.KeepReviewLetters,
            [Role.ThisSystem],
            [.. Enum.GetValues<ReviewStage>().Except([ReviewStage.NotStarted, ReviewStage.Proposed, ReviewStage.Declined])]
        ),
        new(Step.LookAtReview, [Role.ReviewOwner, .. Desk], UnderWay),
        new(Step.ForecastReview, [Role.ReviewOwner, .. Desk], BeforePublication),
        new(Step.HearOfReview, [Role.ReviewOwner, .. Desk], UnderWay),
        new(Step.KeepProceeding, [Role.ReviewOwner, .. Desk], BeforePublication),
        new(Step.EndProceeding, [Role.ReviewOwner, .. Desk], BeforePublication),
        new(Step.WriteReviewTerms, Desk, UnderWay),
        new(Step.SubmitReviewTerms, Desk, UnderWay),
        new(Step.ApproveReviewTerms, [.. Partners.Leads], UnderWay),
        new(Step.AppointReviewPerson, Desk, UnderWay),
        new(Step.EndReviewPerson, Desk, Decided),
        new(Step.ChangeReviewPersonEmail, Desk, Decided),
        new(Step.TieReviewPerson, [Role.ThisSystem], Decided),
        new(Step.AgreeReviewPapers, Desk, Decided),
        new(Step.AddReviewReport, [Role.ReviewOwner, .. Desk], [ReviewStage.UnderWay, ReviewStage.Accepted]),
        new(Step.SubmitReviewReport, Desk, UnderWay),
        new(Step.AcceptReviewReport, [.. Partners.Leads], [ReviewStage.ReportWithLeads]),
        new(Step.RecordFindings, [Role.ReviewOwner, .. Desk], UnderWay),
        new(Step.PlanPublication, Desk, [ReviewStage.Accepted]),
        new(Step.RecordPublished, Desk, [ReviewStage.Accepted]),
        new(Step.CloseReview, Desk, [ReviewStage.Accepted, ReviewStage.Concluded]),
        new(Step.MakeReviewRecommendation, Desk, Decided),
        new(Step.ChangeReviewRecommendation, Desk, Decided),
        new(Step.TakeBackReviewRecommendation, Desk, Decided),
        // Its own record; of the review it is asked only who may agree one, at any time (C5, C12).
        new(Step.AgreeAction, Desk, Decided),
        // Its own record; of the review it is asked only who may begin one and write it (E20).
        new(Step.BeginBriefing, Desk, [.. Decided, ReviewStage.Closed]),
        new(Step.WriteBriefing, Desk, [.. Decided, ReviewStage.Closed, ReviewStage.Ended]),
        // Of the agency's member too: see RecommendationsOf.
        new(Step.AnswerReviewRecommendation, [Role.Operations], [ReviewStage.Accepted, ReviewStage.Concluded]),
        new(Step.AskInWriting, [Role.ReviewOwner, .. Desk], BeforePublication),
        new(Step.RecordWhatCameBack, [Role.ReviewOwner, .. Desk], Decided),
        new(Step.RequestDetail, Desk, BeforePublication),
        // Of the agency's own people too: see DetailsOf.
        new(Step.AnswerDetail, [Role.Operations], Decided),
        new(Step.ReturnDetail, Desk, BeforePublication),
        new(Step.TakeBackDetail, Desk, Decided),
        new(Step.KeepParticipation, [Role.ReviewOwner, .. Desk], Decided),
        new(Step.EndReview, Desk, [ReviewStage.Proposed, ReviewStage.UnderWay]),
        new(Step.ReopenReview, Desk, [ReviewStage.Ended, ReviewStage.Closed]),
        new(Step.RemindReview, [Role.ThisSystem], [.. ToItsEnd, ReviewStage.Closed]),
        new(Step.RecountReview, [Role.ThisSystem], [.. ToItsEnd, ReviewStage.Closed]),
    ];

    /// <summary>
    /// Whether the person has a part in it and so may read it (F2): Chair, operations, Scrutineer, the three leads, its owner. Nobody else:
    /// members of the group have their outline of it.
    /// </summary>
    public static bool Sees(ReviewFile file, Actor actor) => file.Stage != ReviewStage.NotStarted && !file.RolesOf(actor).IsEmpty;

    /// <summary>The roles that read reviews, where they are not the owner's own.</summary>
    public static ImmutableArray<Role> Reading { get; } = [Role.Chair, Role.Operations, Role.Scrutineer, .. Partners.Leads];

    /// <summary>Whether the person reads all reviews they did not stand aside from, and so the list of all.</summary>
    public static bool SeesAll(Actor actor) => actor.MayHold.Any(Reading.Contains);

    /// <summary>The refusal where the table does not allow the step; null where allowed. Silent to who has no part in it (F2).</summary>
    internal static Refusal? Refuse(Step step, ReviewFile file, Actor actor)
    {
        var roles = file.RolesOf(actor);
        if (file.Stage == ReviewStage.NotStarted ? roles.IsEmpty || Table.All(row => row.Step != step) : !Sees(file, actor))
        {
            return Refusal.NotFound;
        }

        var rows = Table.Where(row => row.Step == step && row.Roles.Any(roles.Contains)).ToList();
        return rows.Exists(row => row.Stages.Contains(file.Stage)) ? null
            : file.Stage == ReviewStage.NotStarted ? Refusal.NotFound
            : rows.Count == 0 ? Refusal.NotYours
            : Refusal.Overtaken;
    }
}
