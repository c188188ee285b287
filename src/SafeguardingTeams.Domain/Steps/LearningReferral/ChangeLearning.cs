using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReferral;

/// <summary>
/// Corrects or completes what a referral for practice learning says: a blank filled in needs no reason, an earlier answer replaced does,
/// and the old one stays on the record (PD16). What somebody else changed since stays.
/// </summary>
/// <param name="Before">What was on the record when the change was begun.</param>
/// <param name="After">As it is to be.</param>
public sealed record ChangeLearning(RecordRef Learning, Answers Before, Answers After, string Reason) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        var referral = files.This.Referral!;
        var wanted = AnswerChange.Between(referral.Form, Before, After);
        var answers = AnswerChange.Apply(referral.Answers, wanted);
        var changes = AnswerChange.Between(referral.Form, referral.Answers, answers);
        var problems = Checking.Problems(referral.Form, answers, context.Today);
        return changes.IsEmpty ? Decision.Refuse(new("nothing-changed", "Nothing is different from what is recorded."))
            : !problems.IsEmpty
                ? new Decision.Refused([
                    .. problems.Select(problem => new Refusal(
                        "incomplete",
                        problem.Message,
                        $"{problem.Place.PageId}/{problem.Place.RowId}/{problem.Place.QuestionId}"
                    )),
                ])
            : changes.Exists(change => change.Replaces) && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("You are replacing an earlier answer. Say why."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(Learning, new LearningChanged(changes, Reason.Trim()));
    }
}

/// <summary>A referral for practice learning was corrected or completed.</summary>
public sealed record LearningChanged(ImmutableList<AnswerChange> Changes, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningChanged.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Referral = file.Referral! with { Answers = AnswerChange.Apply(file.Referral.Answers, Changes) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after)];
}
