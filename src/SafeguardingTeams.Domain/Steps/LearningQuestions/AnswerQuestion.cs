using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningQuestions;

/// <summary>The referrer answers what they were asked; operations record an answer given in another way (D7).</summary>
/// <param name="Number">Which question the card was drawn for.</param>
public sealed record AnswerQuestion(RecordRef Learning, int Number, string Answer) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.AnswerQuestion;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        files.This.OpenQuestion?.Number != Number ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Answer) ? Decision.Refuse(new("answer-needed", "Enter an answer.", "answer"))
        : Reasons.TooLong(Answer, "answer") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Learning, new ReferrerAnswered(Number, Answer.Trim()));
}

/// <summary>A question was answered.</summary>
public sealed record ReferrerAnswered(int Number, string Answer) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferrerAnswered.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Questions = [.. file.Questions.Select(asked => asked.Number == Number ? asked with { Answer = Answer } : asked)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            LearningCards.Question(after, Number) with
            {
                OnlyIfShown = true,
            },
            LearningCards.ToTheChair(after),
            LearningCards.Operations(after),
        ];
}
