using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ActionAgreement;

/// <summary>
/// Operations or the Chair agree an action that comes from a case, a referral for practice learning or a review (C5, C12, C18). What it
/// comes from is read, and what a review is about, so that no name which stands there gets into the action; nothing is written there.
/// </summary>
/// <param name="Action">The reference it gets.</param>
/// <param name="Source">What it comes from.</param>
public sealed record AgreeAction(RecordRef Action, ActionSource Source, ActionPlan Plan) : ActionCommand(Action)
{
    private static readonly Refusal NotInReport = new(
        "not-in-report",
        "The report does not say this any more, so nothing was recorded. Read what it says now. What you entered is still here: send it "
            + "again if it still holds."
    );

    private static readonly Refusal NotRecommended = new(
        "not-recommended",
        "This recommendation was taken back, or nobody accepts it any more, so nothing was recorded. Read where it stands. What you "
            + "entered is still here."
    );

    /// <summary>Which answer of the report, or which recommendation, it was filled in from (B16, C18); empty where from none.</summary>
    public string Answer { get; init; } = "";

    /// <inheritdoc/>
    public override Step Step => Step.AgreeAction;

    /// <summary>
    /// The referrals that follow the one it comes from, or what the review is about that it comes from: what is named there is compared too
    /// (D11, F2).
    /// </summary>
    public ImmutableList<RecordRef> Joined { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [Source.Record, .. Joined];

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) =>
        !Joined.Contains(other) ? Step
        : Source.Record.Kind == RecordKind.Review ? Step.MakeReviewRecommendation
        : Step.FollowLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        var source = files.Others[0];
        if (source is ReviewFile { Plan: { } about } ? !about.Subjects.SequenceEqual(Joined) : !SourceNames.AreWhole(source, Joined))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (source is ReviewFile review)
        {
            if (Answer.Length > 0 && !review.Recommendations.Exists(one => one.IsAccepted && one.Key == Answer))
            {
                return Decision.Refuse(NotRecommended);
            }
        }
        else if (Answer.Length > 0 && !files.Others.OfType<CaseFile>().SelectMany(ReportedAction.Of).Any(one => one.Answer == Answer))
        {
            return Decision.Refuse(NotInReport);
        }

        ImmutableList<Refusal> wrong =
        [
            .. Source.Item.Trim().Length > ActionSource.LongestItem
                ? [new Refusal("too-long", $"Where it comes from: shorten it to {ActionSource.LongestItem} characters or fewer.", "item")]
                : ImmutableList<Refusal>.Empty,
            .. SourceNames.Of(files.Others).Refuse(Source.Item, "item", "Where it comes from") is { } named
                ? [named]
                : ImmutableList<Refusal>.Empty,
            .. Plan.Refusals(context, files.Others),
        ];
        return wrong.IsEmpty
            ? new Decision.Accepted([Plan.Agreed(Action, Source, context, Answer.Length > 0 ? Answer : null)])
            : new Decision.Refused(wrong);
    }
}
