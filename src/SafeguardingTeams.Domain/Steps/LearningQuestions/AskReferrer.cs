using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningQuestions;

/// <summary>The Chair or operations ask the referrer for more (D2, D7). Question and answer stay on the record.</summary>
public sealed record AskReferrer(RecordRef Learning, string Question) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskReferrer;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Question) ? Decision.Refuse(new("answer-needed", "Enter your question.", "question"))
        : Reasons.TooLong(Question, "question") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Learning, new ReferrerAsked(files.This.Questions.Count + 1, Question.Trim()));
}

/// <summary>The referrer was asked something.</summary>
/// <param name="Number">From 1.</param>
public sealed record ReferrerAsked(int Number, string Question) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferrerAsked.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Questions = file.Questions.Add(new(Number, Question, recorded.By.Display, recorded.At, null)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Question(after, Number)];
}
